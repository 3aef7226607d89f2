//! Mail about processes and their extensions.

use super::Words;
use crate::{components::process_words, format, i18n::*};

/// It is up to the reader to take `step` in the process `title`.
#[must_use]
pub fn next_step(l: Locale, title: &str, step: domain::stage::Step, link: &str) -> Words {
    let step = process_words::step(l, step);
    Words {
        subject: td_string!(l, process.mail_next_subject, title = title),
        body: td_string!(l, process.mail_next_body, title = title, step = step, link = link),
    }
}

/// More time was asked for the process `title`.
#[must_use]
pub fn extension_asked(l: Locale, title: &str, days: u32, link: &str) -> Words {
    Words {
        subject: td_string!(l, extension.mail_asked_subject, title = title),
        body: td_string!(l, extension.mail_asked_body, title = title, days = days, link = link),
    }
}

/// The request for the process `title` was decided: the new end, or none.
#[must_use]
pub fn extension_decided(l: Locale, title: &str, end: Option<chrono::NaiveDate>, link: &str) -> Words {
    let subject = td_string!(l, extension.mail_decided_subject, title = title);
    let body = match end {
        Some(end) => td_string!(l, extension.mail_granted_body, title = title, end = format::date(end), link = link),
        None => td_string!(l, extension.mail_refused_body, title = title, link = link),
    };
    Words { subject, body }
}

/// The request for the process `title` lapsed, for nobody answered it in time.
#[must_use]
pub fn extension_lapsed(l: Locale, title: &str, link: &str) -> Words {
    Words {
        subject: td_string!(l, extension.mail_lapsed_subject, title = title),
        body: td_string!(l, extension.mail_lapsed_body, title = title, link = link),
    }
}

/// The title under which the guarantor's answer to a request for more time is kept.
#[must_use]
pub fn extension_answer_title(l: Locale, granted: bool) -> String {
    if granted { td_string!(l, extension.grant_title) } else { td_string!(l, extension.refusal_title) }.to_string()
}
