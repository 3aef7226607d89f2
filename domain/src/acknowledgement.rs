//! The acknowledgement (*presa d'atto*) as typed: the act that records process, document and validation.

use crate::{invalid::FieldErrors, text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The act of the body, and whether it says that the document was not validated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAcknowledgement {
    pub body: String,
    pub number: String,
    pub on: NaiveDate,
    pub link: Option<String>,
    pub mentions_refusal: bool,
    pub notes: String,
}

impl NewAcknowledgement {
    /// The act in one line: *Giunta comunale n. 5*.
    #[must_use]
    pub fn cite(&self) -> String {
        format!("{} n. {}", self.body, self.number)
    }

    /// Reads `body`, `number`, `on`, `link` and `notes`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        body: &str,
        number: &str,
        on: &str,
        link: &str,
        notes: &str,
        mentions_refusal: bool,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let body = errors.take("body", text::line(body, 120));
        let number = errors.take("number", text::line(number, 60));
        let on = errors.take("on", text::date(on));
        let link = if link.trim().is_empty() { Ok(None) } else { text::link(link).map(Some) };
        let link = errors.take("link", link);
        let notes = errors.take("notes", text::optional_prose(notes, 4_000));
        match (body, number, on, link, notes) {
            (Some(body), Some(number), Some(on), Some(link), Some(notes)) => {
                Ok(Self { body, number, on, link, mentions_refusal, notes })
            }
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invalid::Fault;

    #[test]
    fn an_act_is_read_field_by_field() {
        let read = NewAcknowledgement::parse("Giunta", "12", "2023-01-20", "", "", false).unwrap();
        assert_eq!((read.body.as_str(), read.link), ("Giunta", None));
        let errors = NewAcknowledgement::parse(" ", "", "31/02/2023", "javascript:x", "", false).unwrap_err();
        assert_eq!(errors.of("body"), Some(&Fault::Required));
        assert_eq!(errors.of("number"), Some(&Fault::Required));
        assert_eq!(errors.of("on"), Some(&Fault::Date));
        assert_eq!(errors.of("link"), Some(&Fault::Link));
    }
}
