//! The words of a text as the search knows them: without accents, without endings, each once.

use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;

/// Longest word that is kept; what follows does not tell texts apart.
const LONGEST: usize = 40;
/// Most words of a question that are looked for.
const MOST: usize = 8;
/// Fewest letters that count as the beginning of a longer word.
const BEGINNING: usize = 3;
/// Fewest letters of a word that tells what a text is about.
const TELLING: usize = 4;

/// A word that a text must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) stem: String,
    /// The last word may be the beginning of a longer one.
    pub(super) beginning: Option<String>,
}

/// Every word of `text`, without its ending.
pub(super) fn stems(text: &str) -> BTreeSet<String> {
    let stemmer = Stemmer::create(Algorithm::Italian);
    words(text).map(|word| stemmer.stem(&word).into_owned()).collect()
}

/// Words that stand in every text, and tell nothing of what it is about.
const COMMON: [&str; 40] = [
    "agli", "alla", "alle", "allo", "altri", "anche", "ancora", "chiunque", "come", "cosa", "dagli", "dalla", "dalle",
    "degli", "della", "delle", "dello", "dove", "dopo", "essere", "fare", "loro", "nella", "nelle", "ogni", "oltre",
    "perche", "piu", "presso", "prima", "quando", "quella", "quello", "questa", "questo", "senza", "sulla", "sulle",
    "tutte", "tutti",
];

/// The words that tell what `text` is about, without their endings: the longest ones, each once.
pub(super) fn telling(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::Italian);
    let long = words(text).filter(|word| word.chars().count() >= TELLING && !COMMON.contains(&word.as_str()));
    let mut stems: Vec<String> =
        long.map(|word| stemmer.stem(&word).into_owned()).collect::<BTreeSet<_>>().into_iter().collect();
    stems.sort_by_key(|stem| std::cmp::Reverse(stem.chars().count()));
    stems.truncate(MOST);
    stems
}

/// The words that `typed` asks for; nothing was asked where it is blank.
pub(super) fn wanted(typed: &str) -> Vec<Wanted> {
    let stemmer = Stemmer::create(Algorithm::Italian);
    let mut wanted: Vec<Wanted> = Vec::new();
    let words: Vec<String> = words(typed).take(MOST).collect();
    for (place, word) in words.iter().enumerate() {
        let last = place + 1 == words.len() && word.chars().count() >= BEGINNING;
        let one = Wanted { stem: stemmer.stem(word).into_owned(), beginning: last.then(|| word.clone()) };
        if last || !wanted.contains(&one) {
            wanted.push(one);
        }
    }
    if wanted.is_empty() && !typed.trim().is_empty() {
        // Signs alone: no text holds the empty word.
        wanted.push(Wanted { stem: String::new(), beginning: None });
    }
    wanted
}

/// The words of `text` that `wanted` asks for, as they are written there.
pub(super) fn held<'a>(text: &'a str, wanted: &[Wanted]) -> Vec<&'a str> {
    let stemmer = Stemmer::create(Algorithm::Italian);
    let asked = |stem: &str| {
        let begins = |one: &Wanted| one.beginning.as_deref().is_some_and(|beginning| stem.starts_with(beginning));
        wanted.iter().any(|one| one.stem == stem || begins(one))
    };
    raw(text).filter(|word| words(word).any(|plain| asked(&stemmer.stem(&plain)))).collect()
}

/// Runs of letters and digits as they are written.
fn raw(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|word| !word.is_empty())
}

/// Runs of letters and digits in lower case, without accents.
fn words(text: &str) -> impl Iterator<Item = String> {
    raw(text)
        .map(|word| {
            let plain = word.chars().filter(|c| !is_mark(*c)).flat_map(char::to_lowercase).map(plain);
            let mut folded = String::with_capacity(word.len());
            for part in plain.take(LONGEST) {
                match part {
                    Plain::One(c) => folded.push(c),
                    Plain::Two(two) => folded.push_str(two),
                }
            }
            folded.chars().take(LONGEST).collect::<String>()
        })
        .filter(|word| !word.is_empty())
}

/// An accent written as a sign of its own.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
}

enum Plain {
    One(char),
    Two(&'static str),
}

fn plain(c: char) -> Plain {
    Plain::One(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ș' | 'ş' | 'ś' | 'š' => 's',
        'ț' | 'ţ' | 'ť' => 't',
        'ź' | 'ż' | 'ž' => 'z',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        'æ' => return Plain::Two("ae"),
        'œ' => return Plain::Two("oe"),
        'ß' => return Plain::Two("ss"),
        // What lower case leaves of a dotted capital.
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_known_as_it_is_written() {
        let text = "La BUSTA paga, l’autobus e un bus: perché bussare? Le biblioteche.";
        assert_eq!(held(text, &wanted("bus")), ["BUSTA", "bus", "bussare"]);
        assert_eq!(held(text, &wanted("bus perche biblioteca")), ["bus", "perché", "biblioteche"]);
        assert!(held(text, &wanted("?!")).is_empty() && held(text, &wanted("")).is_empty());
    }

    fn meets(text: &str, typed: &str) -> bool {
        let held = stems(text);
        let begins = |word: &Wanted| {
            let beginning = word.beginning.as_deref();
            held.contains(&word.stem) || beginning.is_some_and(|part| held.iter().any(|one| one.starts_with(part)))
        };
        let wanted = wanted(typed);
        !wanted.is_empty() && wanted.iter().all(begins)
    }

    #[test]
    fn endings_accents_and_case_make_no_difference() {
        let text = "Più BIBLIOTECHE aperte la sera, perche\u{301} l’università e i giovani le cercano";
        for typed in ["biblioteca", "Biblioteche", "biblioteca aperta", "piu", "università", "UNIVERSITA", "perché"] {
            assert!(meets(text, typed), "{typed}");
        }
        for typed in ["biblio", "bibliot", "aperte bibl", "giova", "l'università"] {
            assert!(meets(text, typed), "{typed} begins a word");
        }
        for typed in ["bibl aperte", "mattina", "biblioteca mattina", "bi", "***", "\"", "\0"] {
            assert!(!meets(text, typed), "{typed}");
        }
    }

    #[test]
    fn what_a_title_is_about_is_told_by_its_long_words() {
        assert_eq!(telling("Più luce nella piazza della stazione"), ["stazion", "piazz", "luce"].map(stem_of));
        assert!(telling("Di più, per tutti").is_empty());
        assert_eq!(telling(&"parola ".repeat(50)).len(), 1);
        let many: String = (0..50).map(|number| format!("parola{number} ")).collect();
        assert_eq!(telling(&many).len(), MOST);
    }

    fn stem_of(word: &str) -> String {
        Stemmer::create(Algorithm::Italian).stem(word).into_owned()
    }

    #[test]
    fn a_question_is_bounded() {
        assert!(wanted("  \t ").is_empty());
        assert_eq!(wanted(&"parola altra ".repeat(100)).len(), 2 + 1);
        assert_eq!(wanted(&"a".repeat(1_000))[0].stem.chars().count(), LONGEST);
        assert_eq!(
            wanted("ß".repeat(60).as_str())[0].beginning.as_ref().map(|word| word.chars().count()),
            Some(LONGEST)
        );
        assert_eq!(wanted("% _ * \" ' OR; --").len(), 1);
    }
}
