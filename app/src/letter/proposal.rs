//! Mail about the proposal document and what comes of it.

use super::Words;
use crate::{i18n::*, wording::decision_words};
use domain::{outcome::NewDecision, validation::RoundDecision};

/// To the members of the table: the document of `path` waits for their opinion.
#[must_use]
pub fn document_at_table(l: Locale, path: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, proposal_document.mail_table_subject, path = path),
        body: td_string!(l, proposal_document.mail_table_body, path = path, link = link),
    }
}

/// To the privacy officer: the document of `path` is held back, and their word is asked.
#[must_use]
pub fn personal_data_asked(l: Locale, path: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, proposal_document.mail_asked_subject, path = path),
        body: td_string!(l, proposal_document.mail_asked_body, path = path, link = link),
    }
}

/// To the owner of the path: what looks like personal data must be taken out, and why.
#[must_use]
pub fn personal_data_upheld(l: Locale, path: &str, reason: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, proposal_document.mail_upheld_subject, path = path),
        body: td_string!(l, proposal_document.mail_upheld_body, path = path, reason = reason, link = link),
    }
}

/// To the secretary of the body: the document of `path` arrived.
#[must_use]
pub fn document_sent(l: Locale, path: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, proposal_document.mail_sent_subject, path = path),
        body: td_string!(l, proposal_document.mail_sent_body, path = path, link = link),
    }
}

/// To the guarantor: `place` submitted the document of `path`.
#[must_use]
pub fn round_submitted(l: Locale, place: &str, path: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, guarantor.mail_round_subject, path = path),
        body: td_string!(l, guarantor.mail_round_body, place = place, path = path, link = link),
    }
}

/// To the process owner: what the guarantor answered.
#[must_use]
pub fn guarantor_answered(l: Locale, path: &str, decision: RoundDecision, reason: &str, link: &str) -> Words {
    let said = match decision {
        RoundDecision::AskIntegration => td_string!(l, guarantor.mail_ask_integration),
        RoundDecision::Validate => td_string!(l, guarantor.mail_validate),
        RoundDecision::Refuse => td_string!(l, guarantor.mail_refuse),
    };
    Words {
        subject: td_string!(l, guarantor.mail_subject, path = path),
        body: td_string!(l, guarantor.mail_body, path = path, said = said, reason = reason, link = link),
    }
}

/// To the guarantor: `place` published its decisions on the proposals of `path`.
#[must_use]
pub fn decisions_published(l: Locale, place: &str, path: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, guarantor.mail_decisions_subject, path = path),
        body: td_string!(l, guarantor.mail_decisions_body, place = place, path = path, link = link),
    }
}

/// To owner and committee: the acknowledgement came late.
#[must_use]
pub fn late_acknowledgement(l: Locale, path: &str, days: u32, link: &str) -> Words {
    Words {
        subject: td_string!(l, outcome.mail_late_subject, path = path),
        body: td_string!(l, outcome.mail_late_body, path = path, days = days, link = link),
    }
}

/// One decision as a line: `Proposta 4 del documento, «Uno sportello»: accolta in parte. Perché…`
#[must_use]
pub fn decision_line(l: Locale, (number, title): (u32, &str), decision: &NewDecision) -> String {
    let words = decision_words(l, decision.decision).to_lowercase();
    let line = td_string!(l, outcome.decision_line, number = number, title = title, decision = words);
    if decision.reason.is_empty() { line } else { format!("{line} {}", decision.reason) }
}

/// To a contributor: what was decided on the proposals made from the contribution `title`.
#[must_use]
pub fn decision_told(l: Locale, title: &str, decisions: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, outcome.mail_told_subject, title = title),
        body: td_string!(l, outcome.mail_told_body, title = title, decisions = decisions, link = link),
    }
}

/// To the funding officer: the final report of `path` was submitted.
#[must_use]
pub fn report_submitted(l: Locale, path: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, report.mail_subject, path = path),
        body: td_string!(l, report.mail_body, path = path, link = link),
    }
}
