//! Telephone numbers: Italian ones with or without prefix, foreign ones with it.

use super::{begins_word, ends_word};

/// Words before a number that say it is something else.
const NOT_A_PHONE: [&str; 14] = [
    "prot",
    "protocollo",
    "protocolli",
    "cig",
    "cup",
    "iva",
    "delibera",
    "determina",
    "determinazione",
    "deliberazione",
    "fattura",
    "mandato",
    "repertorio",
    "rep",
];

/// Groups of digits of one candidate: place, end and digits of each.
struct Group {
    end: usize,
    digits: String,
}

/// Places of telephone numbers.
pub(super) fn find(chars: &[char]) -> Vec<(usize, usize)> {
    let dates = dates(chars);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some(&(_, end)) = dates.iter().find(|&&(start, _)| start == at) {
            at = end;
            continue;
        }
        match phone_at(chars, at, &dates) {
            Some(end) => {
                found.push((at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn phone_at(chars: &[char], at: usize, dates: &[(usize, usize)]) -> Option<usize> {
    let plus = chars[at] == '+';
    if !(plus || chars[at].is_ascii_digit()) || !starts_number(chars, at) || is_something_else(chars, at) {
        return None;
    }
    let limit = dates.iter().map(|&(start, _)| start).find(|&start| start > at).unwrap_or(chars.len());
    let groups = groups(&chars[..limit], at + usize::from(plus));
    // The longest run first: what follows a number after a space may be another one.
    (1..=groups.len()).rev().find_map(|count| {
        let (taken, end) = (&groups[..count], groups[count - 1].end);
        let whole = ends_word(chars, end) && !goes_on(chars, end);
        (whole && is_phone(taken, plus) && !is_amount(chars, at, end, taken)).then_some(end)
    })
}

/// Nothing that would make the digits a part of a longer code stands right before.
fn starts_number(chars: &[char], at: usize) -> bool {
    let joined = |c: char| matches!(c, '/' | '.' | '-' | '_' | ':' | ',' | '+');
    let part = at >= 2 && joined(chars[at - 1]) && chars[at - 2].is_alphanumeric();
    begins_word(chars, at) && !part
}

/// The digits go on as a decimal, a time or a code.
fn goes_on(chars: &[char], end: usize) -> bool {
    let joined = chars.get(end).is_some_and(|c| matches!(c, '/' | '.' | '-' | '_' | ':' | ','));
    joined && chars.get(end + 1).is_some_and(char::is_ascii_alphanumeric)
}

fn groups(chars: &[char], start: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = start;
    loop {
        let length = chars.get(at..).unwrap_or(&[]).iter().take_while(|c| c.is_ascii_digit()).count();
        if length == 0 {
            break;
        }
        groups.push(Group { end: at + length, digits: chars[at..at + length].iter().collect() });
        let rest = &chars[at + length..];
        let between = rest.iter().take_while(|c| matches!(c, ' ' | '\u{a0}' | '.' | '-' | '/' | '(' | ')')).count();
        if between == 0 || between > 3 || groups.len() > 8 {
            break;
        }
        at += length + between;
    }
    groups
}

fn is_phone(groups: &[Group], plus: bool) -> bool {
    let all: String = groups.iter().map(|group| group.digits.as_str()).collect();
    if plus {
        return (9..=15).contains(&all.len()) && !all.starts_with('0');
    }
    match all.strip_prefix("0039") {
        Some(national) => (9..=11).contains(&national.len()) && national.starts_with(['0', '3']),
        None => is_mobile(groups, &all) || is_landline(groups, &all),
    }
}

fn is_mobile(groups: &[Group], all: &str) -> bool {
    all.len() == 10 && all.starts_with('3') && groups[0].digits.len() >= 3
}

/// An area code is 02, 06 or three or four digits from 0; a number in one run of 11 digits may be a VAT number.
fn is_landline(groups: &[Group], all: &str) -> bool {
    let first = groups[0].digits.as_str();
    let area = matches!(first, "02" | "06") || (first.len() == 3 || first.len() == 4);
    let from_zero = all.starts_with('0') && !all.starts_with("00");
    let length = if groups.len() == 1 { 9..=10 } else { 8..=11 };
    from_zero && length.contains(&all.len()) && (groups.len() == 1 || area)
}

/// Thousands in groups of three, with decimals or the currency beside them, or with full stops throughout.
fn is_amount(chars: &[char], start: usize, end: usize, groups: &[Group]) -> bool {
    let thousands = groups.len() > 1 && groups[1..].iter().all(|group| group.digits.len() == 3);
    let stops = chars[start..end].iter().all(|c| c.is_ascii_digit() || *c == '.');
    let after: String = chars[end..].iter().take(6).collect::<String>().trim_start().to_lowercase();
    let before = chars[..start].iter().rev().find(|c| !c.is_whitespace());
    let currency = after.starts_with('€') || after.starts_with("eur") || before == Some(&'€');
    (thousands && stops) || currency
}

/// One of the last two words before says that the number is a code.
fn is_something_else(chars: &[char], at: usize) -> bool {
    let from = at.saturating_sub(40);
    let before: String = chars[from..at].iter().collect::<String>().to_lowercase();
    let line = before.rsplit(['\n', ';']).next().unwrap_or_default();
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut last = words.iter().rev().filter(|word| !matches!(**word, "n" | "nr" | "num" | "numero" | "il" | "di"));
    last.next().is_some_and(|word| NOT_A_PHONE.contains(word))
}

/// Places of dates, `gg/mm/aaaa` and `aaaa-mm-gg` with any separator.
fn dates(chars: &[char]) -> Vec<(usize, usize)> {
    (0..chars.len()).filter_map(|at| date_at(chars, at).map(|end| (at, end))).collect()
}

fn date_at(chars: &[char], at: usize) -> Option<usize> {
    if !chars[at].is_ascii_digit() || !begins_word(chars, at) {
        return None;
    }
    let (first, next) = number(chars, at)?;
    let separator = *chars.get(next).filter(|c| matches!(c, '/' | '-' | '.' | ' '))?;
    let (second, next) = number(chars, next + 1)?;
    chars.get(next).filter(|&&c| c == separator)?;
    let (third, end) = number(chars, next + 1)?;
    let (day, year) = if first > 31 { (third, first) } else { (first, third) };
    let real = matches!(day, 1..=31) && matches!(second, 1..=12) && matches!(year, 1900..=2199);
    (real && ends_word(chars, end)).then_some(end)
}

/// The number of at most four digits at `at`, and the place after it.
fn number(chars: &[char], at: usize) -> Option<(u32, usize)> {
    let length = chars.get(at..)?.iter().take_while(|c| c.is_ascii_digit()).count();
    if !(1..=4).contains(&length) {
        return None;
    }
    chars[at..at + length].iter().collect::<String>().parse().ok().map(|number| (number, at + length))
}
