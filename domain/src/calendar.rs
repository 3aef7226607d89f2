//! Days and deadlines in Italy: a term ends at 24:00 in Rome, holidays move it, months count whole.

use crate::pack::Rolling;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Europe::Rome;
use serde::{Deserialize, Serialize};

/// The end of a day in Rome: at 24:00 it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Deadline(pub NaiveDate);

impl Deadline {
    /// The first instant that is too late.
    #[must_use]
    pub fn instant(self) -> DateTime<Utc> {
        start_of(add_days(self.0, 1))
    }

    /// Whether `now` is too late.
    #[must_use]
    pub fn is_over(self, now: DateTime<Utc>) -> bool {
        now >= self.instant()
    }

    /// Days from `today` to the last one, negative once it is over.
    #[must_use]
    pub fn days_left(self, today: NaiveDate) -> i64 {
        self.0.signed_duration_since(today).num_days()
    }
}

/// The instant at which `day` begins in Rome.
#[must_use]
pub fn start_of(day: NaiveDate) -> DateTime<Utc> {
    Rome.from_local_datetime(&day.and_time(NaiveTime::MIN))
        .earliest()
        .map_or_else(|| Utc.from_utc_datetime(&day.and_time(NaiveTime::MIN)), |local| local.with_timezone(&Utc))
}

/// The instant at which clocks in Rome show `day` and `time`; in the hour that spring skips, the one after it.
#[must_use]
pub fn instant_in_rome(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let shown = day.and_time(time);
    Rome.from_local_datetime(&shown).earliest().map_or_else(
        || Utc.from_utc_datetime(&(shown - chrono::TimeDelta::hours(1))),
        |local| local.with_timezone(&Utc),
    )
}

/// What clocks in Rome show at `now`.
#[must_use]
pub fn clock_in_rome(now: DateTime<Utc>) -> chrono::NaiveDateTime {
    now.with_timezone(&chrono_tz::Europe::Rome).naive_local()
}

/// The date in Rome at `now`.
#[must_use]
pub fn day_in_rome(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&Rome).date_naive()
}

/// The feast of a town's patron saint, on which its offices are closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatronDay {
    pub month: u32,
    pub day: u32,
}

/// The holidays that move a deadline: the national ones, and the patron saint's where there is one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays {
    pub patron: Option<PatronDay>,
}

/// National holidays with a fixed date, as month and day.
const FIXED: [(u32, u32); 10] =
    [(1, 1), (1, 6), (4, 25), (5, 1), (6, 2), (8, 15), (11, 1), (12, 8), (12, 25), (12, 26)];

/// National holiday of Saint Francis, again from 2026 (Law 151 of 8 October 2025).
const SAINT_FRANCIS: (u32, u32) = (10, 4);

impl Holidays {
    /// Whether `day` is a holiday; Sundays are not counted here.
    #[must_use]
    pub fn contain(self, day: NaiveDate) -> bool {
        let date = (day.month(), day.day());
        FIXED.contains(&date)
            || (date == SAINT_FRANCIS && day.year() >= 2026)
            || self.patron.is_some_and(|patron| (patron.month, patron.day) == date)
            || easter(day.year()).is_some_and(|easter| day == easter || day == add_days(easter, 1))
    }

    /// `day`, or the next working day where `rolling` says that deadlines move.
    #[must_use]
    pub fn roll(self, day: NaiveDate, rolling: Rolling) -> NaiveDate {
        if !rolling.working_day {
            return day;
        }
        let closed = |day: NaiveDate| {
            day.weekday() == Weekday::Sun || (rolling.saturdays && day.weekday() == Weekday::Sat) || self.contain(day)
        };
        day.iter_days().find(|&day| !closed(day)).unwrap_or(day)
    }
}

/// Easter Sunday of `year` (Gregorian computus).
#[must_use]
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let counted = epact + to_sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(counted / 31).ok()?, u32::try_from(counted % 31 + 1).ok()?)
}

/// `day` and `days` more, held at the last day that dates can write.
#[must_use]
pub fn add_days(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// The same day `months` later, or the last of a shorter month.
#[must_use]
pub fn add_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Complete months from `from` to `to`, rounded down; none when `to` lies before `from`.
#[must_use]
pub fn complete_months(from: NaiveDate, to: NaiveDate) -> u32 {
    let years = i64::from(to.year()) - i64::from(from.year());
    let counted = years * 12 + i64::from(to.month()) - i64::from(from.month());
    let Ok(months) = u32::try_from(counted) else { return 0 };
    if add_months(from, months) > to { months.saturating_sub(1) } else { months }
}

#[cfg(test)]
mod tests;
