//! A step that was refused, with everything that stands in its way.

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
        if blockers.is_empty() { Ok(()) } else { Err(Self { blockers: Blocker::reasons(blockers) }) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_state_is_a_reason_only_where_it_is_the_only_one() {
        let reasons = |all: &[Blocker]| Blocker::reasons(all.to_vec());
        assert_eq!(reasons(&[]), []);
        assert_eq!(reasons(&[Blocker::WrongState]), [Blocker::WrongState]);
        assert_eq!(reasons(&[Blocker::WrongState, Blocker::Object]), [Blocker::Object]);
        assert_eq!(reasons(&[Blocker::Object, Blocker::WrongState, Blocker::Staff]), [Blocker::Object, Blocker::Staff]);
        let refused = StepRefused::unless_clear(vec![Blocker::Object, Blocker::WrongState]);
        assert_eq!(refused, Err(Blocker::Object.into()));
    }
}
