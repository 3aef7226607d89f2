//! The accent colour of a tenant: readable on white, and white on it.

use crate::{invalid::Fault, text};

/// Lowest contrast with white (WCAG 2.1 AA, text of normal size).
pub const LEAST_CONTRAST: f64 = 4.5;

/// Reads a colour typed as `#rrggbb`, in lower case from here on.
///
/// # Errors
/// `Required`, `Colour` when it is no such colour, `Contrast` when it is too pale to be read on white.
pub fn accent(typed: &str) -> Result<String, Fault> {
    let colour = text::line(typed, 7)?.to_lowercase();
    match contrast_with_white(&colour) {
        None => Err(Fault::Colour),
        Some(contrast) if contrast < LEAST_CONTRAST => Err(Fault::Contrast),
        Some(_) => Ok(colour),
    }
}

/// The contrast of `#rrggbb` with white, from 1 to 21 (WCAG 2.1); none when it is no colour.
#[must_use]
pub fn contrast_with_white(colour: &str) -> Option<f64> {
    let digits =
        colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok().map(linear);
    let luminance = 0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?;
    Some(1.05 / (luminance + 0.05))
}

/// The share of light of one channel (sRGB).
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_the_one_of_the_guidelines() {
        let close = |colour, wanted: f64| (contrast_with_white(colour).unwrap() - wanted).abs() < 0.01;
        assert!(close("#000000", 21.0) && close("#ffffff", 1.0) && close("#767676", 4.54));
    }

    #[test]
    fn an_accent_can_be_read_on_white() {
        assert_eq!(accent(" #0059B3 ").as_deref(), Ok("#0059b3"));
        for (typed, fault) in [
            ("", Fault::Required),
            ("blue", Fault::Colour),
            ("#12345", Fault::Colour),
            ("#12345g", Fault::Colour),
            ("#+1+1+1", Fault::Colour),
            ("#777777", Fault::Contrast),
            ("#ffff00", Fault::Contrast),
        ] {
            assert_eq!(accent(typed), Err(fault), "{typed}");
        }
    }
}
