//! The states of the proposal document, and the steps between them.

use crate::{
    code::coded,
    refusal::{Blocker, StepRefused},
    stage::Stage,
};

coded! {
    /// Where the proposal document stands.
    pub enum ProposalDocumentState {
        Drafting = "drafting",
        /// The negotiation table reads it.
        TableReview = "table_review",
        /// Frozen, with the guarantor.
        Submitted = "submitted",
        /// The guarantor asked for integrations.
        IntegrationRequested = "integration_requested",
        Validated = "validated",
        NotValidated = "not_validated",
        /// With the body that decides.
        Sent = "sent",
        Published = "published",
    }
}

coded! {
    /// What moves the proposal document.
    pub enum ProposalDocumentStep {
        /// The owner gives it to the negotiation table to read.
        SendToTable = "send_to_table",
        /// The owner takes it back to write; after a refusal this begins a new version.
        Rewrite = "rewrite",
        /// The owner submits it, or submits it again with what was asked.
        Submit = "submit",
        /// The guarantor asks for integrations.
        AskIntegration = "ask_integration",
        Validate = "validate",
        /// The guarantor does not validate; asks for reasons.
        Refuse = "refuse",
        /// The file that the guarantor decided upon goes to the body.
        Send = "send",
        /// The same where the rule pack knows no validation.
        SendUnvalidated = "send_unvalidated",
        Publish = "publish",
    }
}

impl ProposalDocumentState {
    /// The state after `step`, guards apart.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: ProposalDocumentStep) -> Result<Self, StepRefused> {
        use ProposalDocumentState as S;
        use ProposalDocumentStep as T;
        match (self, step) {
            (S::Drafting, T::SendToTable) => Ok(S::TableReview),
            (S::TableReview | S::NotValidated, T::Rewrite) => Ok(S::Drafting),
            (S::TableReview | S::IntegrationRequested, T::Submit) => Ok(S::Submitted),
            (S::Submitted, T::AskIntegration) => Ok(S::IntegrationRequested),
            (S::Submitted, T::Validate) => Ok(S::Validated),
            (S::Submitted, T::Refuse) => Ok(S::NotValidated),
            (S::Validated | S::NotValidated, T::Send) | (S::TableReview, T::SendUnvalidated) => Ok(S::Sent),
            (S::Sent, T::Publish) => Ok(S::Published),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether its text may change.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Drafting | Self::IntegrationRequested)
    }

    /// Whether it has yet to be submitted, for the first time or again.
    #[must_use]
    pub const fn awaits_submission(self) -> bool {
        self.is_open() || matches!(self, Self::TableReview)
    }

    /// Whether its text may change in a process at `stage`: not while it rests, and not once it was concluded.
    #[must_use]
    pub const fn may_change(self, stage: Stage) -> bool {
        use Stage as G;
        self.is_open() && matches!(stage, G::Designed | G::Ready | G::Sharing | G::Opening | G::Closing)
    }

    /// Whether the negotiation table reads it to give its opinion.
    #[must_use]
    pub const fn is_at_table(self) -> bool {
        matches!(self, Self::TableReview | Self::IntegrationRequested)
    }
}

impl ProposalDocumentStep {
    /// Whether the step is taken only with written reasons.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::AskIntegration | Self::Refuse)
    }

    /// Lets the step in a process at `stage`: until the conclusion while the text is written, and never while the
    /// process rests or is over.
    ///
    /// # Errors
    /// `WrongState`.
    pub fn fits(self, stage: Stage) -> Result<(), StepRefused> {
        let fits = match self {
            Self::SendToTable | Self::Rewrite | Self::Submit => ProposalDocumentState::Drafting.may_change(stage),
            _ => !stage.rests(),
        };
        if fits { Ok(()) } else { Err(Blocker::WrongState.into()) }
    }

    /// Whether a page offers it for a document in `state` of a process at `stage`: what is missing is listed beside it.
    #[must_use]
    pub fn is_offered(self, state: ProposalDocumentState, stage: Stage, validation_required: bool) -> bool {
        let foreseen = match self {
            Self::Submit => validation_required,
            Self::SendUnvalidated => !validation_required,
            _ => true,
        };
        foreseen && state.after(self).is_ok() && self.fits(stage).is_ok()
    }
}
