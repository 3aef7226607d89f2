//! The words of mail, in the recipient's language.

mod combining;
mod process;
mod proposal;

pub use combining::{composed_gone, merged, split, taken_back};
pub use process::*;
pub mod organ;
pub mod questionnaire;
pub mod registration;

use crate::{
    components::{
        contribution_words::{evaluation_words, ground_words},
        words::role_words,
    },
    i18n::*,
};
use domain::{contribution::HideReason, evaluation::Answer, role::Role};

pub use proposal::{
    decision_line, decision_told, decisions_published, document_at_table, document_sent, guarantor_answered,
    late_acknowledgement, personal_data_asked, personal_data_upheld, report_submitted, round_submitted,
};

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub subject: String,
    pub body: String,
}

/// The mail with a one-time code for `place`.
#[must_use]
pub fn code(l: Locale, place: &str, code: &str) -> Words {
    Words { subject: td_string!(l, mail.code_subject, place = place), body: td_string!(l, mail.code_body, code = code) }
}

/// The name of a person who did not choose one; `mark` tells them apart.
#[must_use]
pub fn first_name(l: Locale, mark: &str) -> String {
    td_string!(l, people.first_name, mark = mark)
}

/// The answer to a contribution, for its author and its followers.
#[must_use]
pub fn answered(l: Locale, title: &str, answer: &Answer, link: &str) -> Words {
    let result = evaluation_words(l, answer.evaluation);
    let reason = answer.reason.clone();
    Words {
        subject: td_string!(l, mail.answered_subject, title = title),
        body: td_string!(l, mail.answered_body, title = title, result = result, reason = reason, link = link),
    }
}

/// The one answer to several contributions, for who wrote or follows them.
#[must_use]
pub fn answered_together(l: Locale, all: &[(&str, String)], answer: &Answer) -> Words {
    let (result, reason) = (evaluation_words(l, answer.evaluation), answer.reason.clone());
    let list = all.iter().map(|(title, link)| format!("«{title}»\n{link}")).collect::<Vec<_>>().join("\n\n");
    let count = all.len();
    Words {
        subject: td_string!(l, mail.answered_together_subject, count = count),
        body: td_string!(l, mail.answered_together_body, count = count, list = list, result = result, reason = reason),
    }
}

/// To who answers for a path: the contribution `title` is public again, and has no answer.
#[must_use]
pub fn answer_owed(l: Locale, title: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, mail.answer_owed_subject, title = title),
        body: td_string!(l, mail.answer_owed_body, title = title, link = link),
    }
}

/// A moderator hid the author's text.
#[must_use]
pub fn hidden(l: Locale, title: &str, why: &HideReason, link: &str) -> Words {
    let ground = ground_words(l, why.ground);
    let reason = why.reason.to_string();
    Words {
        subject: td_string!(l, mail.hidden_subject, title = title),
        body: td_string!(l, mail.hidden_body, title = title, ground = ground, reason = reason, link = link),
    }
}

/// A moderator read the author's first text and let it through.
#[must_use]
pub fn let_through(l: Locale, title: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, mail.let_through_subject, title = title),
        body: td_string!(l, mail.let_through_body, title = title, link = link),
    }
}

/// A moderator read the author's first text and did not let it through.
#[must_use]
pub fn held_refused(l: Locale, title: &str, why: &HideReason, link: &str) -> Words {
    let ground = ground_words(l, why.ground);
    let reason = why.reason.to_string();
    Words {
        subject: td_string!(l, mail.held_refused_subject, title = title),
        body: td_string!(l, mail.held_refused_body, title = title, ground = ground, reason = reason, link = link),
    }
}

/// A moderator showed the author's text again.
#[must_use]
pub fn restored(l: Locale, title: &str, reason: &str) -> Words {
    Words {
        subject: td_string!(l, mail.restored_subject, title = title),
        body: td_string!(l, mail.restored_body, title = title, reason = reason),
    }
}

/// The author's text stays hidden after the appeal.
#[must_use]
pub fn appeal_refused(l: Locale, title: &str, reason: &str) -> Words {
    Words {
        subject: td_string!(l, mail.appeal_refused_subject, title = title),
        body: td_string!(l, mail.appeal_refused_body, title = title, reason = reason),
    }
}

/// The invitation to take `role` for `place`, which `link` accepts until the day `until`.
#[must_use]
pub fn invitation(l: Locale, place: &str, role: Role, link: &str, until: &str) -> Words {
    let role = role_words(l, role);
    Words {
        subject: td_string!(l, mail.invitation_subject, place = place),
        body: td_string!(l, mail.invitation_body, role = role, place = place, link = link, until = until),
    }
}

/// Tells a person that they hold `role` for `place`, whose address is `link`.
#[must_use]
pub fn role_granted(l: Locale, place: &str, role: Role, link: &str) -> Words {
    Words {
        subject: td_string!(l, mail.role_granted_subject, place = place),
        body: td_string!(l, mail.role_granted_body, role = role_words(l, role), place = place, link = link),
    }
}

/// Tells a person that they no longer hold `role` for `place`.
#[must_use]
pub fn role_revoked(l: Locale, place: &str, role: Role) -> Words {
    Words {
        subject: td_string!(l, mail.role_revoked_subject, place = place),
        body: td_string!(l, mail.role_revoked_body, role = role_words(l, role), place = place),
    }
}

/// The mail that asks an organisation to sign the agreement of a path.
#[must_use]
pub fn agreement_invitation(l: Locale, place: &str, path: &str, organisation: &str, link: &str, until: &str) -> Words {
    let body = td_string!(
        l,
        mail.agreement_invitation_body,
        place = place,
        path = path,
        organisation = organisation,
        link = link,
        until = until
    );
    Words { subject: td_string!(l, mail.agreement_invitation_subject, path = path), body }
}

/// The mail that says that the text changed and asks to sign again.
#[must_use]
pub fn agreement_renewed(l: Locale, place: &str, path: &str, organisation: &str, link: &str, until: &str) -> Words {
    let body = td_string!(
        l,
        mail.agreement_renewed_body,
        place = place,
        path = path,
        organisation = organisation,
        link = link,
        until = until
    );
    Words { subject: td_string!(l, mail.agreement_renewed_subject, path = path), body }
}

/// The mail that tells an organisation that its invitation to sign was taken back.
#[must_use]
pub fn agreement_withdrawn(l: Locale, place: &str, path: &str, organisation: &str, reason: &str) -> Words {
    let body = td_string!(
        l,
        mail.agreement_withdrawn_body,
        place = place,
        path = path,
        organisation = organisation,
        reason = reason
    );
    Words { subject: td_string!(l, mail.agreement_withdrawn_subject, path = path), body }
}

/// The mail that tells who answers for a path that a party answered.
#[must_use]
pub fn agreement_answered(l: Locale, path: &str, organisation: &str, link: &str) -> Words {
    let body = td_string!(l, mail.agreement_answered_body, path = path, organisation = organisation, link = link);
    Words { subject: td_string!(l, mail.agreement_answered_subject, organisation = organisation), body }
}

/// The title under which the signed file of a party is kept.
#[must_use]
pub fn signed_file_title(l: Locale, organisation: &str) -> String {
    td_string!(l, mail.signed_file_title, organisation = organisation)
}
