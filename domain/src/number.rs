//! Numbers that people typed: whole ones, and sums of money in cents.

use crate::invalid::Fault;

/// A whole number in `min..=max`.
///
/// # Errors
/// `Required` when blank, `Number` otherwise.
pub fn whole(typed: &str, min: i64, max: i64) -> Result<i64, Fault> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    text.parse().ok().filter(|n| (min..=max).contains(n)).ok_or(Fault::Number { min, max })
}

/// A sum in cents, at most `max` of them, typed as `15.000,00`, `15000,5`, `15000` or `15.000`, `€` or not.
///
/// # Errors
/// `Required` when blank, `Number` otherwise.
pub fn cents(typed: &str, max: i64) -> Result<i64, Fault> {
    let text = typed.replace('€', "");
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    parse_cents(text).filter(|n| (0..=max).contains(n)).ok_or(Fault::Number { min: 0, max: max / 100 })
}

fn parse_cents(text: &str) -> Option<i64> {
    let (euros, decimals) = text.split_once(',').unwrap_or((text, ""));
    if decimals.len() > 2 || euros.is_empty() {
        return None;
    }
    let groups: Vec<&str> = euros.split('.').collect();
    let grouped = groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    if groups.len() > 1 && !grouped {
        return None;
    }
    let digits = format!("{}{decimals:0<2}", groups.concat());
    if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_keeps_its_limits() {
        assert_eq!(whole(" 12 ", 0, 20), Ok(12));
        assert_eq!(whole("", 0, 20), Err(Fault::Required));
        for bad in ["21", "-1", "1.5", "dodici", "99999999999999999999"] {
            assert_eq!(whole(bad, 0, 20), Err(Fault::Number { min: 0, max: 20 }), "{bad}");
        }
    }

    #[test]
    fn a_sum_is_read_the_italian_way() {
        for good in ["15.000,00 €", "15000", "15.000", "15000,0", "€ 15.000,00"] {
            assert_eq!(cents(good, 10_000_000), Ok(1_500_000), "{good}");
        }
        for bad in ["15,000", "1.50", "-3", "x", "1.0000", "999.999.999,00", ",50", "1..000", "é"] {
            assert!(matches!(cents(bad, 10_000_000), Err(Fault::Number { .. })), "{bad}");
        }
        assert_eq!(cents(" € ", 1), Err(Fault::Required));
    }
}
