//! Bank accounts: IBANs of the countries that pay in euro around us, with their control digits.

use super::{begins_word, compact, ends_word};

/// Length of the IBAN by country (SEPA).
const LENGTHS: [(&str, usize); 36] = [
    ("AD", 24),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GI", 23),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IS", 26),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
];

/// Places of IBANs, written whole or in groups.
pub(super) fn find(chars: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        match iban_at(chars, at) {
            Some(end) => {
                found.push((at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn iban_at(chars: &[char], at: usize) -> Option<usize> {
    if !chars[at].is_ascii_alphabetic() || !begins_word(chars, at) {
        return None;
    }
    let (country, _) = compact(chars, at, 2)?;
    let (_, length) = LENGTHS.iter().find(|(code, _)| *code == country)?;
    let (code, end) = compact(chars, at, *length)?;
    (ends_word(chars, end) && code[2..4].bytes().all(|b| b.is_ascii_digit()) && remainder(&code) == 1).then_some(end)
}

/// The number that the code spells, country and control digits last, modulo 97.
fn remainder(code: &str) -> u32 {
    let (head, tail) = code.split_at(4);
    tail.chars().chain(head.chars()).filter_map(|c| c.to_digit(36)).fold(0, |rest, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    })
}
