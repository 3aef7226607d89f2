//! The name of a tenant in its address.

use crate::{invalid::Fault, text};

/// The name of a tenant in its host: `val-denza` in `val-denza.example.it`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Names that hosts of the platform's own may need.
const RESERVED: [&str; 14] = [
    "admin",
    "api",
    "app",
    "assets",
    "dev",
    "help",
    "localhost",
    "mail",
    "platform",
    "static",
    "status",
    "tavolo",
    "test",
    "www",
];

impl Slug {
    /// Lower-case letters, digits and inner hyphens, 3 to 40 characters, not a reserved name.
    ///
    /// # Errors
    /// `Required`, `TooShort`, `TooLong`, `Slug`, or `Taken` for a reserved name.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let slug = text::line(typed, 40)?;
        if slug.len() < 3 {
            return Err(Fault::TooShort { min: 3 });
        }
        let shaped = slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !shaped || slug.starts_with('-') || slug.ends_with('-') || slug.contains("--") {
            return Err(Fault::Slug);
        }
        if RESERVED.contains(&slug.as_str()) {
            return Err(Fault::Taken);
        }
        Ok(Self(slug))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_label_of_a_host() {
        assert!(Slug::parse("val-denza").is_ok());
        for (bad, fault) in [
            ("", Fault::Required),
            ("ab", Fault::TooShort { min: 3 }),
            ("Val", Fault::Slug),
            ("-abc", Fault::Slug),
            ("a--b", Fault::Slug),
            ("a.b.c", Fault::Slug),
            ("www", Fault::Taken),
        ] {
            assert_eq!(Slug::parse(bad), Err(fault), "{bad}");
        }
    }
}
