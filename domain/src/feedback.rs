//! What visitors report about the site itself, such as a page they cannot use.

use crate::{invalid::FieldErrors, text};
use serde::{Deserialize, Serialize};

/// A report as typed; the address is given only by who wants an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewFeedback {
    pub message: String,
    /// The page that it speaks of; may be empty.
    pub page: String,
    pub email: Option<String>,
}

impl NewFeedback {
    /// Reads `message`, `page` and `email`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(message: &str, page: &str, email: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let message = errors.take("message", text::prose(message, 4_000));
        let page = errors.take("page", text::optional_line(page, 300));
        let nobody = email.trim().is_empty();
        let email = errors.take("email", if nobody { Ok(None) } else { text::email(email).map(Some) });
        match (message, page, email) {
            (Some(message), Some(page), Some(email)) => Ok(Self { message, page: page.unwrap_or_default(), email }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invalid::Fault;

    #[test]
    fn a_report_needs_words_alone() {
        let read = NewFeedback::parse("Non si legge", "", " ").unwrap();
        assert_eq!((read.page.as_str(), read.email), ("", None));
        let errors = NewFeedback::parse("", "/percorsi", "nessuno").unwrap_err();
        assert_eq!((errors.of("message"), errors.of("email")), (Some(&Fault::Required), Some(&Fault::Email)));
    }
}
