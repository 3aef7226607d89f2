//! Names of known people, whatever their case and accents, in either order.

/// A word of the text, folded, with its place.
struct Word {
    folded: String,
    start: usize,
    end: usize,
}

/// Places of the names, as whole words next to each other.
pub(super) fn find(chars: &[char], names: &[&str]) -> Vec<(usize, usize)> {
    let words = words(chars);
    let mut found = Vec::new();
    for name in names {
        let name: Vec<char> = name.chars().collect();
        let wanted: Vec<String> = self::words(&name).into_iter().map(|word| word.folded).collect();
        // One or two letters alone would be found in every text.
        if wanted.iter().map(|word| word.chars().count()).sum::<usize>() < 3 {
            continue;
        }
        let mut orders = vec![wanted.clone()];
        orders.extend((1..wanted.len()).map(|by| {
            let mut turned = wanted.clone();
            turned.rotate_left(by);
            turned
        }));
        for window in words.windows(wanted.len()) {
            let adjacent = window.windows(2).all(|pair| near(chars, pair[0].end, pair[1].start));
            let spells = |order: &Vec<String>| window.iter().map(|word| &word.folded).eq(order);
            if adjacent && orders.iter().any(spells) {
                found.push((window[0].start, window[window.len() - 1].end));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether what lies between two words keeps them in one name: a few characters, no end of paragraph.
fn near(chars: &[char], from: usize, to: usize) -> bool {
    let between = &chars[from..to];
    let breaks = |c: char| matches!(c, ';' | ':' | '!' | '?' | '(' | ')');
    between.len() <= 3 && between.iter().filter(|&&c| c == '\n').count() < 2 && !between.iter().copied().any(breaks)
}

fn words(chars: &[char]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, &c) in chars.iter().enumerate() {
        let continues = c.is_alphanumeric() || (open && is_mark(c));
        if !continues {
            open = false;
            continue;
        }
        if !open {
            words.push(Word { folded: String::new(), start: at, end: at });
            open = true;
        }
        if let Some(word) = words.last_mut() {
            word.folded.extend(fold(c));
            word.end = at + 1;
        }
    }
    words
}

/// Combining marks: accents written apart from their letter.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The letter in lower case without its accent; nothing for an accent written apart.
fn fold(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().filter(|&c| !is_mark(c)).map(|c| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    })
}
