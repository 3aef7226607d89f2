//! What is due: for staff, and for the coordinator.

mod changes;
mod deadlines;
mod points;
mod today;

pub(crate) use deadlines::DeadlinesPage;
pub(crate) use today::TodayPage;

use crate::{format::date, i18n::*};
use chrono::NaiveDate;

/// When something is due, in words where it is near.
pub(crate) fn when_words(l: Locale, due: NaiveDate, today: NaiveDate) -> String {
    let day = date(due);
    match due.signed_duration_since(today).num_days() {
        0 => td_string!(l, work.when_today).to_string(),
        1 => td_string!(l, work.when_tomorrow).to_string(),
        days @ 2..=30 => td_string!(l, work.when_in, days = days, day = day),
        -1 => td_string!(l, work.when_late_one, day = day),
        days if days < 0 => td_string!(l, work.when_late, day = day, days = -days),
        _ => td_string!(l, work.when_on, day = day),
    }
}
