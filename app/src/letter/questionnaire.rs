//! Mail about questionnaires.

use super::Words;
use crate::{format::date, i18n::*};
use chrono::NaiveDate;

/// The reader is invited to answer, once, over this link.
#[must_use]
pub fn invitation(l: Locale, place: &str, title: &str, until: Option<NaiveDate>, link: &str) -> Words {
    let body = match until {
        Some(day) => {
            td_string!(l, mail.questionnaire_until_body, place = place, title = title, day = date(day), link = link)
        }
        None => td_string!(l, mail.questionnaire_body, place = place, title = title, link = link),
    };
    Words { subject: td_string!(l, mail.questionnaire_subject, title = title), body }
}
