//! What an administrator may change of a tenant.

use crate::{
    accent::accent,
    calendar::PatronDay,
    invalid::{Fault, FieldErrors},
    text,
};
use chrono::NaiveDate;
use serde::Serialize;

/// The settings as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedSettings {
    pub name: String,
    pub description: String,
    pub accent: String,
    /// `GG/MM`, or blank.
    pub patron_day: String,
    pub custom_domain: String,
}

/// The settings, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewSettings {
    pub name: String,
    pub description: String,
    /// `#rrggbb`, readable on white.
    pub accent: String,
    pub patron_day: Option<PatronDay>,
    /// A host of the tenant's own, in lower case.
    pub custom_domain: Option<String>,
}

impl NewSettings {
    /// Reads the form; `base_host` is the platform's, under which no own domain may lie.
    ///
    /// # Errors
    /// A fault for each field that was not accepted.
    pub fn parse(typed: &TypedSettings, base_host: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", text::line(&typed.name, 120));
        let description = errors.take("description", text::line(&typed.description, 300));
        let accent = errors.take("accent", accent(&typed.accent));
        let patron_day = errors.take("patron_day", patron_day(&typed.patron_day));
        let custom_domain = errors.take("custom_domain", custom_domain(&typed.custom_domain, base_host));
        let read = || {
            Some(Self {
                name: name?,
                description: description?,
                accent: accent?,
                patron_day: patron_day?,
                custom_domain: custom_domain?,
            })
        };
        read().ok_or(errors)
    }
}

/// A day of every year, typed as `GG/MM`.
fn patron_day(typed: &str) -> Result<Option<PatronDay>, Fault> {
    let Some(text) = text::optional_line(typed, 5)? else { return Ok(None) };
    let (day, month) = text.split_once('/').ok_or(Fault::Day)?;
    let (day, month) = (day.parse().map_err(|_| Fault::Day)?, month.parse().map_err(|_| Fault::Day)?);
    // A leap year, so that 29 February is a day.
    NaiveDate::from_ymd_opt(2024, month, day).map(|_| Some(PatronDay { month, day })).ok_or(Fault::Day)
}

/// A host name with at least one dot, outside the platform's own.
fn custom_domain(typed: &str, base_host: &str) -> Result<Option<String>, Fault> {
    let Some(host) = text::optional_line(typed, 253)?.map(|host| host.to_lowercase()) else { return Ok(None) };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last_is_a_number = host.rsplit('.').next().is_some_and(|last| last.chars().all(|c| c.is_ascii_digit()));
    if !host.contains('.') || last_is_a_number || !host.split('.').all(label) {
        return Err(Fault::Form);
    }
    if host == base_host || host.ends_with(&format!(".{base_host}")) {
        return Err(Fault::Taken);
    }
    Ok(Some(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedSettings {
        TypedSettings {
            name: "Comune di Prato".into(),
            description: "L’agenda digitale della città.".into(),
            accent: "#5C2D91".into(),
            patron_day: "26/12".into(),
            custom_domain: "Agenda.Comune.Prato.it".into(),
        }
    }

    #[test]
    fn settings_are_read() {
        let read = NewSettings::parse(&typed(), "tavolo.example").unwrap();
        assert_eq!(read.patron_day, Some(PatronDay { month: 12, day: 26 }));
        assert_eq!(read.custom_domain.as_deref(), Some("agenda.comune.prato.it"));
        let bare = TypedSettings { patron_day: " ".into(), custom_domain: String::new(), ..typed() };
        let bare = NewSettings::parse(&bare, "tavolo.example").unwrap();
        assert_eq!((bare.patron_day, bare.custom_domain), (None, None));
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let bad = TypedSettings { accent: "#ffffff".into(), patron_day: "31/02".into(), ..TypedSettings::default() };
        let errors = NewSettings::parse(&bad, "tavolo.example").unwrap_err();
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["accent", "description", "name", "patron_day"]);
    }

    #[test]
    fn an_own_domain_is_a_host_outside_the_platform() {
        for (host, fault) in [
            ("prato", Fault::Form),
            ("a..it", Fault::Form),
            ("-a.it", Fault::Form),
            ("a.it/x", Fault::Form),
            ("a.it:80", Fault::Form),
            ("10.0.0.1", Fault::Form),
            ("tavolo.example", Fault::Taken),
            ("prato.tavolo.example", Fault::Taken),
        ] {
            assert_eq!(custom_domain(host, "tavolo.example"), Err(fault), "{host}");
        }
    }
}
