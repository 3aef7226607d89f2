//! Who attended a meeting: numbers for everybody, names for few.

use crate::{
    code::{choice, coded},
    invalid::FieldErrors,
    minutes::MinutesState,
    number::whole,
    refusal::{Blocker, StepRefused},
    stage::Stage,
    text,
};
use serde::{Deserialize, Serialize};

coded! {
    /// The gender that somebody declared.
    pub enum Gender {
        Woman = "woman",
        Man = "man",
        Undeclared = "undeclared",
    }
}

/// Somebody who attended, as typed: a line of the private list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAttendee {
    pub organisation: String,
    pub category: String,
    pub name: String,
    pub gender: Gender,
}

impl NewAttendee {
    /// Reads `organisation`, `category`, `name` and `gender`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(organisation: &str, category: &str, name: &str, gender: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let organisation = errors.take("organisation", text::line(organisation, 160));
        let category = errors.take("category", text::line(category, 80));
        let name = errors.take("name", text::line(name, 120));
        let gender = errors.take("gender", choice(gender));
        match (organisation, category, name, gender) {
            (Some(organisation), Some(category), Some(name), Some(gender)) => {
                Ok(Self { organisation, category, name, gender })
            }
            _ => Err(errors),
        }
    }
}

/// Lets a line of the list be written or taken away: until the minutes, which tell how many came, are approved, and
/// while the path is not over.
///
/// # Errors
/// `MinutesApproved`, or `WrongState` once the path is over.
pub fn may_change_list(minutes: Option<MinutesState>, path: Stage) -> Result<(), StepRefused> {
    match minutes {
        Some(MinutesState::Approved | MinutesState::Published) => Err(Blocker::MinutesApproved.into()),
        _ if path.is_over() => Err(Blocker::WrongState.into()),
        None | Some(MinutesState::Draft | MinutesState::InComment) => Ok(()),
    }
}

/// How many attended, by gender as they declared it; names are kept apart and private.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    pub women: u32,
    pub men: u32,
    pub undeclared: u32,
}

impl Attendance {
    /// Reads `women`, `men` and `undeclared`; blank is none.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(women: &str, men: &str, undeclared: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut count = |field: &str, typed: &str| {
            let typed = if typed.trim().is_empty() { "0" } else { typed };
            errors.take(field, whole(typed, 0, 100_000)).and_then(|n| u32::try_from(n).ok())
        };
        match (count("women", women), count("men", men), count("undeclared", undeclared)) {
            (Some(women), Some(men), Some(undeclared)) => Ok(Self { women, men, undeclared }),
            _ => Err(errors),
        }
    }

    /// All who attended.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.women + self.men + self.undeclared
    }
}
