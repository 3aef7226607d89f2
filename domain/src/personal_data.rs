//! Finds what looks like personal data in a text that is to be published.

mod fiscal_code;
mod iban;
mod mail;
mod name;
mod phone;

use crate::{code::coded, invalid::Fault};
use serde::{Deserialize, Serialize};

pub use fiscal_code::is_fiscal_code;

coded! {
    /// What kind of personal data was found.
    pub enum FindingKind {
        FiscalCode = "fiscal_code",
        Email = "email",
        Phone = "phone",
        Iban = "iban",
        MemberName = "member_name",
    }
}

/// A place in a text, in characters: from `start` up to but not including `end`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub kind: FindingKind,
    pub start: usize,
    pub end: usize,
    /// The characters found.
    pub excerpt: String,
}

/// Everything in `text` that looks like personal data, in order of place; `names` are those of the members.
///
/// Protocol numbers, dates, amounts, CUP and CIG codes are left alone.
#[must_use]
pub fn find(text: &str, names: &[&str]) -> Vec<Finding> {
    let chars: Vec<char> = text.chars().collect();
    let mut spans: Vec<(FindingKind, usize, usize)> = Vec::new();
    let mut add = |kind, found: Vec<(usize, usize)>| {
        for (start, end) in found {
            // What lies inside a longer finding is the same datum seen twice.
            if !spans.iter().any(|&(_, from, to)| from <= start && end <= to) {
                spans.push((kind, start, end));
            }
        }
    };
    add(FindingKind::Email, mail::find(&chars));
    add(FindingKind::FiscalCode, fiscal_code::find(&chars));
    add(FindingKind::Iban, iban::find(&chars));
    add(FindingKind::Phone, phone::find(&chars));
    add(FindingKind::MemberName, name::find(&chars, names));
    spans.sort_by_key(|&(_, start, end)| (start, end));
    let excerpt = |start, end| chars[start..end].iter().collect();
    spans.into_iter().map(|(kind, start, end)| Finding { kind, start, end, excerpt: excerpt(start, end) }).collect()
}

/// Each kind of personal data that `text` seems to hold, once, in order of place.
#[must_use]
pub fn kinds(text: &str, names: &[&str]) -> Vec<FindingKind> {
    let mut kinds = Vec::new();
    for found in find(text, names) {
        if !kinds.contains(&found.kind) {
            kinds.push(found.kind);
        }
    }
    kinds
}

/// The text, unless it holds what nobody needs to read in public: a fiscal code, the number of an account.
///
/// # Errors
/// `PersonalData` with the kinds found.
pub fn without_codes(text: String) -> Result<String, Fault> {
    let codes = |kind: &FindingKind| matches!(kind, FindingKind::FiscalCode | FindingKind::Iban);
    let kinds: Vec<_> = kinds(&text, &[]).into_iter().filter(codes).collect();
    if kinds.is_empty() { Ok(text) } else { Err(Fault::PersonalData { kinds }) }
}

/// Whether a word may begin at `at`: nothing alphanumeric stands right before.
fn begins_word(chars: &[char], at: usize) -> bool {
    at == 0 || !chars[at - 1].is_alphanumeric()
}

/// Whether a word may end before `at`.
fn ends_word(chars: &[char], at: usize) -> bool {
    chars.get(at).is_none_or(|c| !c.is_alphanumeric())
}

/// The first `count` letters and digits (ASCII, in capitals) from `start`, with at most one space between two of
/// them, and the place after the last.
fn compact(chars: &[char], start: usize, count: usize) -> Option<(String, usize)> {
    let mut code = String::with_capacity(count);
    let mut at = start;
    while code.len() < count {
        match chars.get(at)? {
            c if c.is_ascii_alphanumeric() => code.push(c.to_ascii_uppercase()),
            ' ' | '\u{a0}' if !code.is_empty() && chars.get(at + 1).is_some_and(char::is_ascii_alphanumeric) => {}
            _ => return None,
        }
        at += 1;
    }
    Some((code, at))
}

#[cfg(test)]
mod tests;
