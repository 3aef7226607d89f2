//! What the public history of a process tells: each step, and what else changed its course.

use crate::{code::coded, stage::Step, validation::RoundDecision};

coded! {
    /// One kind of entry in the history of a process.
    pub enum HistoryKind {
        Created = "created",
        MakeReady = "make_ready",
        Start = "start",
        Open = "open",
        Close = "close",
        Conclude = "conclude",
        RecordImpact = "record_impact",
        Monitor = "monitor",
        Archive = "archive",
        Suspend = "suspend",
        Resume = "resume",
        Withdraw = "withdraw",
        ActRegistered = "act_registered",
        ExtensionRequested = "extension_requested",
        ExtensionGranted = "extension_granted",
        ExtensionReduced = "extension_reduced",
        ExtensionDeclared = "extension_declared",
        ExtensionRefused = "extension_refused",
        /// Nobody answered before the end.
        ExtensionLapsed = "extension_lapsed",
        DocumentSubmitted = "document_submitted",
        IntegrationRequested = "integration_requested",
        DocumentValidated = "document_validated",
        DocumentNotValidated = "document_not_validated",
        DocumentSent = "document_sent",
        Acknowledged = "acknowledged",
        DecisionsPublished = "decisions_published",
        ReportSubmitted = "report_submitted",
        /// The tenant moved the end of its cycle.
        EndMoved = "end_moved",
    }
}

impl HistoryKind {
    /// The entry that a step leaves.
    #[must_use]
    pub const fn of(step: Step) -> Self {
        match step {
            Step::MakeReady => Self::MakeReady,
            Step::Start => Self::Start,
            Step::Open => Self::Open,
            Step::Close => Self::Close,
            Step::Conclude => Self::Conclude,
            Step::RecordImpact => Self::RecordImpact,
            Step::Monitor => Self::Monitor,
            Step::Archive => Self::Archive,
            Step::Suspend => Self::Suspend,
            Step::Resume => Self::Resume,
            Step::Withdraw => Self::Withdraw,
        }
    }

    /// The entry that an answer of the guarantor leaves.
    #[must_use]
    pub const fn of_answer(decision: RoundDecision) -> Self {
        match decision {
            RoundDecision::AskIntegration => Self::IntegrationRequested,
            RoundDecision::Validate => Self::DocumentValidated,
            RoundDecision::Refuse => Self::DocumentNotValidated,
        }
    }

    /// Whether everybody may read the entry once the process is public; what the guarantor found wanting is read with
    /// the document that is sent.
    #[must_use]
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Created | Self::MakeReady | Self::IntegrationRequested | Self::DocumentNotValidated)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_named_as_its_step() {
        for &step in Step::ALL {
            assert_eq!(HistoryKind::of(step).code(), step.code());
        }
    }
}
