//! Rules of procedure of an organ: days to comment minutes, quorum, admission, and whatever else it writes down.

use crate::{
    invalid::{Fault, FieldErrors},
    number::whole,
    text,
};
use serde::{Deserialize, Serialize};

/// The longest time that an organ may give its members to comment minutes, in days.
const MOST_COMMENT_DAYS: u32 = 60;

/// Rules of procedure as typed and kept; all of it is public.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganRules {
    /// Markdown; empty where none is written.
    pub text: String,
    /// Days in which members comment minutes; none where those of the rule pack hold.
    pub comment_days: Option<u32>,
    /// When the organ may decide, in its own words; may be empty.
    pub quorum: String,
    /// How new organisations enter, in its own words; may be empty.
    pub admission: String,
}

impl OrganRules {
    /// Reads `rules`, `comment_days`, `quorum` and `admission`; all may be blank.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(rules: &str, comment_days: &str, quorum: &str, admission: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let text = errors.take("rules", text::optional_prose(rules, 8_000));
        let blank = comment_days.trim().is_empty();
        let days = if blank { Ok(None) } else { whole(comment_days, 1, i64::from(MOST_COMMENT_DAYS)).map(Some) };
        let days = errors.take("comment_days", days);
        let quorum = errors.take("quorum", text::optional_prose(quorum, 1_000));
        let admission = errors.take("admission", text::optional_prose(admission, 1_000));
        match (text, days, quorum, admission) {
            (Some(text), Some(days), Some(quorum), Some(admission)) => {
                Ok(Self { text, comment_days: days.and_then(|days| u32::try_from(days).ok()), quorum, admission })
            }
            _ => Err(errors),
        }
    }

    /// Refuses fewer comment days than the rule pack grants to members.
    ///
    /// # Errors
    /// For `comment_days`.
    pub fn at_least(self, pack_days: u32) -> Result<Self, FieldErrors> {
        match self.comment_days {
            Some(days) if days < pack_days => {
                let fault = Fault::Number { min: i64::from(pack_days), max: i64::from(MOST_COMMENT_DAYS) };
                Err(FieldErrors::one("comment_days", fault))
            }
            _ => Ok(self),
        }
    }

    /// Days in which members comment minutes, where the pack says `pack_days`.
    #[must_use]
    pub fn comment_days(&self, pack_days: u32) -> u32 {
        self.comment_days.unwrap_or(pack_days)
    }
}

/// What becomes of the rules in force when they are written again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewriting {
    /// Nothing was decided under them yet: they are corrected in place.
    Corrected,
    /// They governed approved minutes: they are kept, and a new version follows them.
    Superseded,
}

/// What a change does to rules under which minutes were approved, or not yet.
#[must_use]
pub const fn rewriting(approved_minutes: bool) -> Rewriting {
    if approved_minutes { Rewriting::Superseded } else { Rewriting::Corrected }
}
