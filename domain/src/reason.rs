//! The written reason that some steps ask for.

use crate::{invalid::FieldErrors, text};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Most characters of a reason.
pub const REASON_MAX: u32 = 2_000;

/// A reason of 1 to [`REASON_MAX`] characters, published beside the step it explains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Reason(String);

impl Reason {
    /// Reads the field `reason`.
    ///
    /// # Errors
    /// When it is blank, too long or holds control characters.
    pub fn parse(reason: &str) -> Result<Self, FieldErrors> {
        text::prose(reason, REASON_MAX).map(Self).map_err(|fault| FieldErrors::one("reason", fault))
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invalid::Fault;

    #[test]
    fn a_reason_is_never_blank() {
        assert_eq!(Reason::parse(" \n "), Err(FieldErrors::one("reason", Fault::Required)));
        assert_eq!(Reason::parse("Sala chiusa").unwrap().as_str(), "Sala chiusa");
        assert!(Reason::parse(&"a".repeat(2_001)).is_err());
    }
}
