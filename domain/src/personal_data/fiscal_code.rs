//! Italian fiscal codes of natural persons, omocodia and control character included.

use super::{begins_word, compact, ends_word};

/// Values of `0-9A-Z` in odd places; `0` counts as `A`.
const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// Letters that stand for 0 to 9 when two people would have the same code (*omocodia*).
const OMOCODIA: &str = "LMNPQRSTUV";

/// Months A to T as the code writes them.
const MONTHS: &str = "ABCDEHLMPRST";

/// Places of fiscal codes, written whole or in groups.
pub(super) fn find(chars: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let code =
            if chars[at].is_ascii_alphabetic() && begins_word(chars, at) { compact(chars, at, 16) } else { None };
        match code {
            Some((code, end)) if ends_word(chars, end) && is_fiscal_code(&code) => {
                found.push((at, end));
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether `code` is the fiscal code of a natural person: shape, month, day and control character.
#[must_use]
pub fn is_fiscal_code(code: &str) -> bool {
    let code: Vec<char> = code.chars().map(|c| c.to_ascii_uppercase()).collect();
    if code.len() != 16 || !code.iter().all(char::is_ascii_alphanumeric) {
        return false;
    }
    let letters = [0, 1, 2, 3, 4, 5, 8, 11, 15].iter().all(|&at| code[at].is_ascii_alphabetic());
    let digits: Option<Vec<u32>> = [6, 7, 9, 10, 12, 13, 14].iter().map(|&at| digit(code[at])).collect();
    let Some(digits) = digits.filter(|_| letters) else { return false };
    let day = digits[2] * 10 + digits[3];
    let born = MONTHS.contains(code[8]) && (matches!(day, 1..=31) || matches!(day, 41..=71));
    let sum: u32 = code[..15].iter().enumerate().map(|(at, &c)| weight(at, c)).sum();
    born && rank(code[15]) == sum % 26
}

fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| OMOCODIA.chars().zip(0..).find(|&(letter, _)| letter == c).map(|(_, digit)| digit))
}

fn rank(c: char) -> u32 {
    c.to_digit(10).unwrap_or_else(|| u32::from(c).saturating_sub(u32::from('A')))
}

/// Places count from one in the law, so the first is odd.
fn weight(at: usize, c: char) -> u32 {
    let rank = rank(c);
    if at.is_multiple_of(2) { ODD.get(rank as usize).copied().unwrap_or(0) } else { rank }
}
