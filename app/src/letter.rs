//! The words of mail, in the recipient's language.

use crate::i18n::*;

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
