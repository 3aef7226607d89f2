//! Amounts in euro cents, read and written as in Italy: `15.000,00 €`.

use crate::invalid::Fault;

/// The largest amount that a field takes: a hundred million euro.
pub const MAX_CENTS: i64 = 10_000_000_000;

/// An amount in words of digits: `1500000` cents are `15.000,00 €`.
#[must_use]
pub fn money(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{} €", decimals(cents.unsigned_abs()))
}

/// A percentage in hundredths with its decimal comma: `2857` is `28,57`.
#[must_use]
pub fn percent(hundredths: u32) -> String {
    decimals(u64::from(hundredths))
}

/// The share of `cost` that others than the grant paid, in hundredths of a percent, rounded half up.
///
/// None without a cost, or where the grant exceeds it.
#[must_use]
pub fn cofinancing_percent(cost_cents: i64, grant_cents: i64) -> Option<u32> {
    if cost_cents <= 0 || !(0..=cost_cents).contains(&grant_cents) {
        return None;
    }
    let (cost, others) = (i128::from(cost_cents), i128::from(cost_cents - grant_cents));
    u32::try_from((others * 20_000 + cost) / (cost * 2)).ok()
}

/// Reads an amount as typed: `15.000,00`, `15000,5`, `15000` or `15.000,00 €`.
///
/// # Errors
/// `Required` when blank, `Number` when it is no amount from zero to [`MAX_CENTS`].
pub fn cents(typed: &str) -> Result<i64, Fault> {
    let text = typed.trim().trim_end_matches('€').trim_end();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    amount(text).filter(|cents| *cents <= MAX_CENTS).ok_or(Fault::Number { min: 0, max: MAX_CENTS / 100 })
}

fn amount(text: &str) -> Option<i64> {
    let (euro, decimals) = text.split_once(',').unwrap_or((text, "00"));
    let decimals = match decimals.len() {
        1 => format!("{decimals}0"),
        2 => decimals.to_owned(),
        _ => return None,
    };
    let mut groups = euro.split('.');
    let first = groups.next()?;
    let grouped = euro.contains('.');
    let well_grouped = !grouped || (first.len() <= 3 && groups.all(|group| group.len() == 3));
    let digits: String = euro.chars().filter(|c| *c != '.').chain(decimals.chars()).collect();
    let plain = !first.is_empty() && well_grouped && digits.chars().all(|c| c.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

fn decimals(hundredths: u64) -> String {
    let whole = (hundredths / 100).to_string();
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{grouped},{:02}", hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_written_as_in_italy() {
        for (value, text) in [
            (1_500_000, "15.000,00 €"),
            (0, "0,00 €"),
            (5, "0,05 €"),
            (99_999, "999,99 €"),
            (100_000, "1.000,00 €"),
            (123_456_789, "1.234.567,89 €"),
            (-250, "-2,50 €"),
        ] {
            assert_eq!(money(value), text);
        }
    }

    #[test]
    fn others_paid_a_share_of_the_cost() {
        assert_eq!(cofinancing_percent(2_100_000, 1_500_000).map(percent).as_deref(), Some("28,57"));
        assert_eq!(cofinancing_percent(1_500_000, 1_500_000).map(percent).as_deref(), Some("0,00"));
        assert_eq!(cofinancing_percent(1_775_000, 1_500_000).map(percent).as_deref(), Some("15,49"));
        assert_eq!(cofinancing_percent(0, 0), None);
        assert_eq!(cofinancing_percent(1_000, 2_000), None);
    }

    #[test]
    fn amounts_are_read_as_typed() {
        for (typed, value) in [("15.000,00 €", 1_500_000), ("15000", 1_500_000), (" 0,5 ", 50), ("1.234,56", 123_456)]
        {
            assert_eq!(cents(typed), Ok(value), "{typed}");
        }
        assert_eq!(cents(" € "), Err(Fault::Required));
        let wrong = Fault::Number { min: 0, max: MAX_CENTS / 100 };
        for bad in ["-1", "1,234", "1.50", "1.2345", ",5", "12e3", "1 000", "9999999999999999999", "100.000.000,01"] {
            assert_eq!(cents(bad), Err(wrong.clone()), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(value in 0..=MAX_CENTS) {
            prop_assert_eq!(cents(&money(value)), Ok(value));
        }

        #[test]
        fn reading_never_panics(typed in ".{0,40}") {
            let _ = cents(&typed);
        }
    }
}
