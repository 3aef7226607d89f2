//! Why a step cannot be taken: what blocks it, in a closed list that pages translate.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// One thing that stands in the way of a step. The page of the process lists it, the server refuses with it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Blocker {
    /// The thing is in a state from which this step does not exist.
    WrongState,
    /// Contributions are taken in another phase.
    ContributionsNotOpen,
    /// Contributions were taken until this instant.
    ContributionsClosed { at: DateTime<Utc> },
    /// The person has not reached the age that the rule pack asks for.
    TooYoung { min_age: u32 },
    /// The text that was signed is not the current text of the agreement.
    TextMismatch,
    /// The agreement names nobody with this identifier.
    NotAParty,
    /// Only members of the organ may do this.
    NotAMember,
    /// A hired facilitator of the process cannot sit on its guarantee committee.
    FacilitatorOnCommittee,
    /// The meeting takes place on a later day.
    MeetingNotYetDue { on: NaiveDate },
    /// Members may still comment until this instant.
    CommentsStillOpen { until: DateTime<Utc> },
    /// Members could comment until this instant.
    CommentsClosed { until: DateTime<Utc> },
    /// Approved minutes take addenda, not edits.
    MinutesApproved,
    /// A mandatory section of the proposal document is empty.
    SectionEmpty { key: String },
    /// The proposal document holds no proposal.
    NoProposals,
    /// The text seems to hold personal data in `places` places.
    PersonalDataFound { places: u32 },
    /// The opinion of the negotiation table is not recorded.
    TableOpinionMissing,
    /// The negotiation table spoke against the document.
    TableOpinionContrary,
    /// The file is not the one that was decided upon.
    FileMismatch,
    /// The rule pack asks for the guarantor's validation first.
    ValidationRequired,
    /// A protocolled document can only be annotated.
    DocumentProtocolled,
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

    /// Refused for all of `blockers`, or not refused when there is none.
    ///
    /// # Errors
    /// When `blockers` holds anything.
    pub fn unless_clear(blockers: Vec<Blocker>) -> Result<(), Self> {
        if blockers.is_empty() { Ok(()) } else { Err(Self { blockers }) }
    }
}

impl From<Blocker> for StepRefused {
    fn from(blocker: Blocker) -> Self {
        Self::because(blocker)
    }
}
