//! Whole numbers that people typed.

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
}
