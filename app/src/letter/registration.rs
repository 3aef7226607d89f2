//! Mail about registration to meetings, and the words under which who registered stands on the list of who attended.

use super::Words;
use crate::{
    components::organ_words::attendee_kind_words,
    format::{day_of, moment},
    i18n::*,
};
use chrono::{DateTime, Utc};
use domain::registration::{AttendeeKind, CheckInCode};

/// What a mail says of the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub title: String,
    pub starts_at: DateTime<Utc>,
    /// The place, the link, or both.
    pub place: String,
}

/// A place is kept for the reader.
#[must_use]
pub fn made(l: Locale, of: &Told, code: &CheckInCode, link: &str) -> Words {
    let (title, day) = (of.title.as_str(), day_of(of.starts_at));
    Words { subject: td_string!(l, mail.registered_subject, title = title, day = day), body: place(l, of, code, link) }
}

/// Every place is taken: the reader waits.
#[must_use]
pub fn waits(l: Locale, of: &Told, link: &str) -> Words {
    let (title, at) = (of.title.as_str(), moment(of.starts_at));
    Words {
        subject: td_string!(l, mail.waiting_subject, title = title, day = day_of(of.starts_at)),
        body: td_string!(l, mail.waiting_body, title = title, at = at, link = link),
    }
}

/// A place became free, and is kept for the reader who waited.
#[must_use]
pub fn moved_up(l: Locale, of: &Told, code: &CheckInCode, link: &str) -> Words {
    let (title, day) = (of.title.as_str(), day_of(of.starts_at));
    Words { subject: td_string!(l, mail.moved_up_subject, title = title, day = day), body: place(l, of, code, link) }
}

/// The meeting is tomorrow.
#[must_use]
pub fn reminder(l: Locale, of: &Told, code: &CheckInCode, link: &str) -> Words {
    let title = of.title.as_str();
    let subject = td_string!(l, mail.reminder_subject, title = title, at = moment(of.starts_at));
    Words { subject, body: place(l, of, code, link) }
}

fn place(l: Locale, of: &Told, code: &CheckInCode, link: &str) -> String {
    td_string!(
        l,
        mail.place_body,
        title = of.title.as_str(),
        at = moment(of.starts_at),
        place = of.place.as_str(),
        code = code.as_str(),
        link = link
    )
}

/// What the list of who attended says of who came for no organisation, and of those who came as `kind`.
#[must_use]
pub fn on_the_list(l: Locale, kind: AttendeeKind) -> (String, String) {
    (td_string!(l, registration.on_own_behalf).to_string(), attendee_kind_words(l, kind))
}
