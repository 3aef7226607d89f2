//! Text that people typed, trimmed, bounded and free of control characters.

use crate::invalid::Fault;
use chrono::NaiveDate;

/// One line of 1 to `max` characters: no line breaks, no control or bidirectional-override characters.
///
/// # Errors
/// `Required` when blank, `TooLong` over the limit, `Form` on a forbidden character.
pub fn line(typed: &str, max: u32) -> Result<String, Fault> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    if text.chars().any(|c| c.is_control() || overrides_direction(c)) {
        return Err(Fault::Form);
    }
    bounded(text, max)
}

/// Like [`line`], with blank text read as none.
///
/// # Errors
/// As [`line`], except `Required`.
pub fn optional_line(typed: &str, max: u32) -> Result<Option<String>, Fault> {
    if typed.trim().is_empty() { Ok(None) } else { line(typed, max).map(Some) }
}

/// Several lines of 1 to `max` characters in all; line ends become `\n`.
///
/// # Errors
/// `Required` when blank, `TooLong` over the limit, `Form` on a forbidden character.
pub fn prose(typed: &str, max: u32) -> Result<String, Fault> {
    let text = typed.replace("\r\n", "\n");
    let text = text.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let forbidden = |c: char| (c.is_control() && c != '\n' && c != '\t') || overrides_direction(c);
    if text.chars().any(forbidden) {
        return Err(Fault::Form);
    }
    bounded(text, max)
}

/// Like [`prose`], with blank text read as empty.
///
/// # Errors
/// As [`prose`], except `Required`.
pub fn optional_prose(typed: &str, max: u32) -> Result<String, Fault> {
    if typed.trim().is_empty() { Ok(String::new()) } else { prose(typed, max) }
}

/// A date typed as `AAAA-MM-GG` (date fields) or `GG/MM/AAAA` (by hand).
///
/// # Errors
/// `Required` when blank, `Date` when it is no date from 1900 to 2200.
pub fn date(typed: &str) -> Result<NaiveDate, Fault> {
    use chrono::Datelike;
    let text = typed.trim();
    if text.is_empty() {
        return Err(Fault::Required);
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"))
        .ok()
        .filter(|date| (1900..=2200).contains(&date.year()))
        .ok_or(Fault::Date)
}

/// An absolute `http` or `https` address of at most 500 characters.
///
/// # Errors
/// `Required`, `TooLong`, or `Link` for any other scheme or shape.
pub fn link(typed: &str) -> Result<String, Fault> {
    let text = line(typed, 500)?;
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.starts_with('/') && rest.contains('.') && !text.contains(char::is_whitespace) => Ok(text),
        _ => Err(Fault::Link),
    }
}

/// An e-mail address in lower case: one `@`, a dotted domain, at most 254 characters.
///
/// # Errors
/// `Required`, `TooLong` or `Email`.
pub fn email(typed: &str) -> Result<String, Fault> {
    let text = line(typed, 254)?.to_lowercase();
    let plain = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let well_formed = text.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty()
            && local.len() <= 64
            && local.chars().all(plain)
            && host.contains('.')
            && host.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            })
    });
    if well_formed { Ok(text) } else { Err(Fault::Email) }
}

fn bounded(text: &str, max: u32) -> Result<String, Fault> {
    if text.chars().count() > max as usize { Err(Fault::TooLong { max }) } else { Ok(text.to_owned()) }
}

fn overrides_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

/// A letter without the accent that Italian words bear.
#[must_use]
pub const fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'À' | 'Á' => 'a',
        'è' | 'é' | 'È' | 'É' => 'e',
        'ì' | 'í' | 'Ì' | 'Í' => 'i',
        'ò' | 'ó' | 'Ò' | 'Ó' => 'o',
        'ù' | 'ú' | 'Ù' | 'Ú' => 'u',
        letter => letter,
    }
}

/// A name as the Italian alphabet orders it: capitals, accents and marks do not count.
#[must_use]
pub fn alphabetical(name: &str) -> String {
    let letters = name.chars().map(|c| if c.is_alphanumeric() { without_accent(c) } else { ' ' });
    let plain: String = letters.flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_bounded() {
        assert_eq!(line("  Wi-Fi in piazza ", 20), Ok("Wi-Fi in piazza".to_owned()));
        assert_eq!(line(" \t ", 20), Err(Fault::Required));
        assert_eq!(line("abcde", 4), Err(Fault::TooLong { max: 4 }));
        assert_eq!(line("a\nb", 20), Err(Fault::Form));
        assert_eq!(line("a\u{202E}b", 20), Err(Fault::Form));
    }

    #[test]
    fn prose_keeps_its_lines() {
        assert_eq!(prose("uno\r\ndue\r\n", 20), Ok("uno\ndue".to_owned()));
        assert_eq!(prose("uno\u{0}", 20), Err(Fault::Form));
        assert_eq!(optional_prose("  ", 20), Ok(String::new()));
    }

    #[test]
    fn a_link_is_http_alone() {
        assert_eq!(link("https://unione.example.it/a"), Ok("https://unione.example.it/a".to_owned()));
        for bad in ["javascript:alert(1)", "https:///x", "ftp://a.it", "unione.it", "https://a b.it"] {
            assert_eq!(link(bad), Err(Fault::Link), "{bad}");
        }
    }

    #[test]
    fn an_address_is_lower_case_and_dotted() {
        assert_eq!(email(" Anna@Example.IT "), Ok("anna@example.it".to_owned()));
        for bad in ["anna", "anna@it", "@a.it", "a@b@c.it", "a b@c.it", "a@-c.it"] {
            assert_eq!(email(bad), Err(Fault::Email), "{bad}");
        }
    }

    #[test]
    fn a_date_is_read_in_both_hands() {
        let day = NaiveDate::from_ymd_opt(2022, 12, 23);
        assert_eq!(date("2022-12-23").ok(), day);
        assert_eq!(date("23/12/2022").ok(), day);
        assert_eq!(date("31/02/2022"), Err(Fault::Date));
        assert_eq!(date("0022-12-23"), Err(Fault::Date));
    }

    #[test]
    fn names_stand_in_the_order_of_the_alphabet() {
        let mut names =
            ["Unione Valnure", "unione dei Due Argini", "Èlite", "Comune di Sant’Ilario", "Eco", "Comune di Sala"];
        names.sort_by_key(|name| alphabetical(name));
        let ordered =
            ["Comune di Sala", "Comune di Sant’Ilario", "Eco", "Èlite", "unione dei Due Argini", "Unione Valnure"];
        assert_eq!(names, ordered);
    }
}
