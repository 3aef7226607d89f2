//! E-mail addresses.

/// Places of e-mail addresses: around each `@`, as far as an address reaches.
pub(super) fn find(chars: &[char]) -> Vec<(usize, usize)> {
    let signs = chars.iter().enumerate().filter(|&(_, &c)| c == '@').map(|(at, _)| at);
    signs.filter_map(|at| address_around(chars, at)).collect()
}

fn address_around(chars: &[char], at: usize) -> Option<(usize, usize)> {
    let local = |c: &&char| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(**c);
    let host = |c: &&char| c.is_alphanumeric() || **c == '.' || **c == '-';
    let mut start = at - chars[..at].iter().rev().take(64).take_while(local).count();
    // Quotes, brackets and full stops before an address belong to the sentence.
    while start < at && !chars[start].is_alphanumeric() && chars[start] != '_' {
        start += 1;
    }
    let mut end = at + 1 + chars[at + 1..].iter().take(253).take_while(host).count();
    while end > at + 1 && !chars[end - 1].is_alphanumeric() {
        end -= 1;
    }
    let name: String = chars[at + 1..end].iter().collect();
    let (first, last) = name.rsplit_once('.')?;
    let dotted = !first.is_empty() && first.split('.').all(|label| !label.is_empty());
    (start < at && dotted && last.chars().count() >= 2 && last.chars().all(char::is_alphabetic)).then_some((start, end))
}
