//! Why a step cannot be taken: what blocks it, in a closed list that pages translate.

use serde::{Deserialize, Serialize};

/// One thing that stands in the way of a step. The page of the process lists it, the server refuses with it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Blocker {
    /// The thing is in a state from which this step does not exist.
    WrongState,
}

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
}

impl From<Blocker> for StepRefused {
    fn from(blocker: Blocker) -> Self {
        Self::because(blocker)
    }
}
