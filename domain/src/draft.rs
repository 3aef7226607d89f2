//! What somebody wrote into a long form and has not sent yet.

use crate::invalid::Fault;
use std::{fmt, str::FromStr};

/// The form on the page whose draft is kept: `/api/minutes/write /lavoro/incontri/1/verbale#key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftName(String);

impl DraftName {
    /// Longest name, in bytes.
    pub const MAX: usize = 200;

    /// The form for the server function `to` with this `key`, on `page`, of which query and fragment are left out.
    ///
    /// # Errors
    /// `Form` where no such form can be, `TooLong` for an address that is too long to keep drafts.
    pub fn new(to: &str, key: &str, page: &str) -> Result<Self, Fault> {
        let page = page.split(['?', '#']).next().unwrap_or_default();
        let name = if key.is_empty() { format!("{to} {page}") } else { format!("{to} {page}#{key}") };
        let plain = [to, key, page].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_graphic()));
        if !plain || !to.starts_with("/api/") || !page.starts_with('/') || page.starts_with("//") {
            return Err(Fault::Form);
        }
        if name.len() > Self::MAX { Err(Fault::TooLong { max: Self::MAX as u32 }) } else { Ok(Self(name)) }
    }

    /// The address of the server function that takes the form.
    #[must_use]
    pub fn to(&self) -> &str {
        self.0.split_once(' ').map_or("", |(to, _)| to)
    }

    /// The path of the page that holds the form.
    #[must_use]
    pub fn page(&self) -> &str {
        let place = self.0.split_once(' ').map_or("", |(_, place)| place);
        place.split('#').next().unwrap_or_default()
    }
}

impl fmt::Display for DraftName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for DraftName {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let (to, place) = text.split_once(' ').ok_or(Fault::Form)?;
        let (page, key) = place.split_once('#').unwrap_or((place, ""));
        Self::new(to, key, page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_written() {
        let name = DraftName::new("/api/minutes/write", "", "/lavoro/incontri/1/verbale?dopo=2#testo").unwrap();
        assert_eq!(name.to_string(), "/api/minutes/write /lavoro/incontri/1/verbale");
        assert_eq!((name.to(), name.page()), ("/api/minutes/write", "/lavoro/incontri/1/verbale"));
        let keyed = DraftName::new("/api/process/sheet", "scheda", "/lavoro/x").unwrap();
        assert_eq!(keyed.to_string(), "/api/process/sheet /lavoro/x#scheda");
        assert_eq!(keyed.page(), "/lavoro/x");
        for name in [name, keyed] {
            assert_eq!(name.to_string().parse(), Ok(name));
        }
    }

    #[test]
    fn what_names_no_form_of_a_page_here_is_refused() {
        let long = format!("/api/a /{}", "p".repeat(DraftName::MAX));
        for bad in ["", "/api/a", "/b /c", "/api/a https://evil.example", "/api/a //evil.example", "/api/a /b c", &long]
        {
            assert!(bad.parse::<DraftName>().is_err(), "{bad}");
        }
    }
}
