//! A step that was refused, with all that blocks it.

use super::Blocker;
use crate::assurance::Assurance;
use serde::{Deserialize, Serialize};

/// The step was refused; nothing changed. `blockers` is never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("step refused")]
pub struct StepRefused {
    pub blockers: Vec<Blocker>,
}

impl StepRefused {
    /// Refused for one reason.
    #[must_use]
    pub fn because(blocker: Blocker) -> Self {
        Self { blockers: vec![blocker] }
    }

    /// Refused for all of `blockers`, or not refused when there is none.
    ///
    /// # Errors
    /// When `blockers` holds anything.
    pub fn unless_clear(blockers: Vec<Blocker>) -> Result<(), Self> {
        if blockers.is_empty() { Ok(()) } else { Err(Self { blockers }) }
    }

    /// How surely the person must be known, where that is what is missing.
    #[must_use]
    pub fn level_needed(&self) -> Option<Assurance> {
        self.blockers.iter().find_map(|blocker| match blocker {
            Blocker::KnownTooLittle { needed } => Some(*needed),
            _ => None,
        })
    }
}

impl From<Blocker> for StepRefused {
    fn from(blocker: Blocker) -> Self {
        Self::because(blocker)
    }
}
