//! The life of an extension request.

use crate::{
    code::coded,
    refusal::{Blocker, StepRefused},
};

coded! {
    /// Where an extension request is.
    pub enum ExtensionState {
        /// Being written.
        Draft = "draft",
        /// Asked, not answered.
        Requested = "requested",
        /// Granted as asked.
        Granted = "granted",
        /// Granted for fewer days.
        GrantedReduced = "granted_reduced",
        /// Refused with a reason.
        Refused = "refused",
        /// The end came before the answer.
        Lapsed = "lapsed",
        /// Given to all at once by an act of the authority; nobody asked.
        Declared = "declared",
    }
}

coded! {
    /// What happens to an extension request.
    pub enum ExtensionStep {
        /// Asks.
        Request = "request",
        /// Grants all days asked.
        Grant = "grant",
        /// Grants fewer days.
        GrantReduced = "grant_reduced",
        /// Refuses.
        Refuse = "refuse",
        /// Lets it lapse, the end being past.
        Lapse = "lapse",
    }
}

impl ExtensionState {
    /// The state that `step` leads to.
    ///
    /// # Errors
    /// `WrongState` where the step does not exist.
    pub fn after(self, step: ExtensionStep) -> Result<Self, StepRefused> {
        match (self, step) {
            (Self::Draft, ExtensionStep::Request) => Ok(Self::Requested),
            (Self::Requested, ExtensionStep::Grant) => Ok(Self::Granted),
            (Self::Requested, ExtensionStep::GrantReduced) => Ok(Self::GrantedReduced),
            (Self::Requested, ExtensionStep::Refuse) => Ok(Self::Refused),
            (Self::Draft | Self::Requested, ExtensionStep::Lapse) => Ok(Self::Lapsed),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether the request is written, or waits for its answer.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Requested)
    }

    /// Whether it moved the end of the process.
    #[must_use]
    pub const fn is_granted(self) -> bool {
        matches!(self, Self::Granted | Self::GrantedReduced | Self::Declared)
    }

    /// Whether the process asked for it: what an authority gave to all counts towards no limit.
    #[must_use]
    pub const fn was_asked(self) -> bool {
        !matches!(self, Self::Declared)
    }
}
