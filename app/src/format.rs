//! Dates, times, numbers and sizes as people read them: `gg/mm/aaaa`, Europe/Rome.

use crate::i18n::*;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc, Weekday};

/// `23/12/2022`, in both languages.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A last day as it is said after *fino*: `a domani`, `a mercoledì 5 ottobre`, `al 23 ottobre`, `all’8 maggio 2023`. The
/// year is left out where it is that of `today`, the day of the week is said of the days of this week.
#[must_use]
pub fn until(l: Locale, day: NaiveDate, today: NaiveDate) -> String {
    let month = month(l, day);
    let number = match (l, day.day()) {
        (Locale::it, 1) => "1º".to_owned(),
        (_, number) => number.to_string(),
    };
    let year = if day.year() == today.year() { String::new() } else { format!(" {}", day.year()) };
    let words = format!("{number} {month}{year}");
    match (day - today).num_days() {
        0 => td_string!(l, common.until_today).to_string(),
        1 => td_string!(l, common.until_tomorrow).to_string(),
        2..=6 => td_string!(l, common.until_weekday, day = format!("{} {words}", weekday(l, day))),
        _ if matches!(day.day(), 8 | 11) => td_string!(l, common.until_day_vowel, day = words),
        _ => td_string!(l, common.until_day, day = words),
    }
}

fn month(l: Locale, day: NaiveDate) -> &'static str {
    match day.month() {
        1 => td_string!(l, common.month_01),
        2 => td_string!(l, common.month_02),
        3 => td_string!(l, common.month_03),
        4 => td_string!(l, common.month_04),
        5 => td_string!(l, common.month_05),
        6 => td_string!(l, common.month_06),
        7 => td_string!(l, common.month_07),
        8 => td_string!(l, common.month_08),
        9 => td_string!(l, common.month_09),
        10 => td_string!(l, common.month_10),
        11 => td_string!(l, common.month_11),
        _ => td_string!(l, common.month_12),
    }
}

fn weekday(l: Locale, day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => td_string!(l, common.weekday_1),
        Weekday::Tue => td_string!(l, common.weekday_2),
        Weekday::Wed => td_string!(l, common.weekday_3),
        Weekday::Thu => td_string!(l, common.weekday_4),
        Weekday::Fri => td_string!(l, common.weekday_5),
        Weekday::Sat => td_string!(l, common.weekday_6),
        Weekday::Sun => td_string!(l, common.weekday_7),
    }
}

/// The calendar day of an instant in Rome.
#[must_use]
pub fn rome_day(at: DateTime<Utc>) -> NaiveDate {
    domain::calendar::day_in_rome(at)
}

/// `23/12/2022` of an instant, in Rome.
#[must_use]
pub fn day_of(at: DateTime<Utc>) -> String {
    date(rome_day(at))
}

/// `23/12/2022, 17:30` of an instant, in Rome.
#[must_use]
pub fn moment(at: DateTime<Utc>) -> String {
    domain::calendar::clock_in_rome(at).format("%d/%m/%Y, %H:%M").to_string()
}

/// `17:30` of an instant, in Rome.
#[must_use]
pub fn hour(at: DateTime<Utc>) -> String {
    domain::calendar::clock_in_rome(at).format("%H:%M").to_string()
}

/// When something ends: `22/12/2022, 24:00` where a whole day is the last one, else as [`moment`].
#[must_use]
pub fn end(at: DateTime<Utc>) -> String {
    let clock = domain::calendar::clock_in_rome(at);
    match clock.date().pred_opt().filter(|_| clock.time() == NaiveTime::MIN) {
        Some(day) => format!("{}, 24:00", date(day)),
        None => moment(at),
    }
}

/// Lines that are points of an agenda, as a list in Markdown; a text with marks of its own stays as it is.
#[must_use]
pub fn points(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let plain = |line: &&str| line.starts_with(|first: char| first.is_alphabetic() || first == '«');
    if lines.iter().all(plain) {
        lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
    } else {
        text.to_owned()
    }
}

/// A whole number with its thousands: `1.234` or `1,234`.
#[must_use]
pub fn number(locale: Locale, value: u64) -> String {
    let digits = value.to_string();
    let mark = match locale {
        Locale::it => '.',
        Locale::en => ',',
    };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// A size in decimal units: `587,49 kB`, `1,24 MB`.
#[must_use]
pub fn size(locale: Locale, bytes: u64) -> String {
    let (whole, rest, unit) = match bytes {
        0..1_000 => return format!("{bytes} B"),
        1_000..1_000_000 => (bytes / 1_000, bytes % 1_000 / 10, "kB"),
        _ => (bytes / 1_000_000, bytes % 1_000_000 / 10_000, "MB"),
    };
    let mark = match locale {
        Locale::it => ',',
        Locale::en => '.',
    };
    format!("{}{mark}{rest:02} {unit}", number(locale, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_day_is_said_as_people_say_it() {
        let today: NaiveDate = "2022-10-05".parse().unwrap();
        for (day, italian, english) in [
            ("2022-10-05", "a oggi", "today"),
            ("2022-10-06", "a domani", "tomorrow"),
            ("2022-10-07", "a venerdì 7 ottobre", "Friday 7 October"),
            ("2022-10-11", "a martedì 11 ottobre", "Tuesday 11 October"),
            ("2022-10-12", "al 12 ottobre", "12 October"),
            ("2022-11-08", "all’8 novembre", "8 November"),
            ("2022-12-01", "al 1º dicembre", "1 December"),
            ("2023-01-11", "all’11 gennaio 2023", "11 January 2023"),
            ("2022-10-04", "al 4 ottobre", "4 October"),
        ] {
            let day = day.parse().unwrap();
            assert_eq!(until(Locale::it, day, today), italian);
            assert_eq!(until(Locale::en, day, today), english);
        }
    }

    #[test]
    fn a_last_day_ends_at_24() {
        let at = |text: &str| end(text.parse().unwrap());
        assert_eq!(at("2022-10-12T22:00:00Z"), "12/10/2022, 24:00");
        assert_eq!(at("2022-12-31T23:00:00Z"), "31/12/2022, 24:00");
        assert_eq!(at("2022-10-12T15:30:00Z"), "12/10/2022, 17:30");
    }

    #[test]
    fn plain_lines_are_points() {
        assert_eq!(points("Regole del Tavolo\n\nOrari\r\n"), "- Regole del Tavolo\n- Orari");
        assert_eq!(points("1. Regole\n2. Orari"), "1. Regole\n2. Orari");
        assert_eq!(points("# Mattina\nRegole"), "# Mattina\nRegole");
    }

    #[test]
    fn numbers_and_sizes_are_read_in_both_languages() {
        assert_eq!(number(Locale::it, 1_234_567), "1.234.567");
        assert_eq!(number(Locale::en, 999), "999");
        assert_eq!(size(Locale::it, 587_490), "587,49 kB");
        assert_eq!(size(Locale::en, 1_240_000), "1.24 MB");
        assert_eq!(size(Locale::it, 12), "12 B");
    }
}
