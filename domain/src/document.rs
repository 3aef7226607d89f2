//! Formal documents (*documenti*): from draft to preservation, immutable once protocolled.

use crate::{
    code::coded,
    refusal::{Blocker, StepRefused},
};

pub use crate::{
    protocol::{AnnotationKind, Direction, NewAnnotation, ProtocolRegistration},
    upload::{FILE_MAX_MIB, FileKind, NewUpload},
};

coded! {
    /// Which document of a participatory path it is.
    pub enum DocumentKind {
        ProjectSheet = "project_sheet",
        SuspensionAct = "suspension_act",
        StartNotice = "start_notice",
        Agreement = "agreement",
        StakeholderMap = "stakeholder_map",
        Minutes = "minutes",
        ExtensionRequest = "extension_request",
        ExtensionGrant = "extension_grant",
        ProposalDocument = "proposal_document",
        Validation = "validation",
        Acknowledgement = "acknowledgement",
        MeritDecision = "merit_decision",
        FinalReport = "final_report",
        /// *Allegato 2*: names and proofs, never published.
        ReportAnnexPrivate = "report_annex_private",
        EventReport = "event_report",
        Other = "other",
    }
}

impl DocumentKind {
    /// Whether documents of this kind may be public at all.
    #[must_use]
    pub const fn may_be_public(self) -> bool {
        !matches!(self, Self::ReportAnnexPrivate)
    }
}

coded! {
    /// Who may read a document.
    pub enum Visibility {
        Public = "public",
        Private = "private",
    }
}

coded! {
    /// Where a document stands.
    pub enum DocumentState {
        Draft = "draft",
        Final = "final",
        Signed = "signed",
        Protocolled = "protocolled",
        Transmitted = "transmitted",
        Received = "received",
        Published = "published",
        Preserved = "preserved",
    }
}

coded! {
    /// What moves a document.
    pub enum DocumentStep {
        /// The text is done.
        Finalise = "finalise",
        /// Back to draft, before anybody signed.
        Reopen = "reopen",
        /// One more signature.
        Sign = "sign",
        /// The tenant's register gave it a number.
        Protocol = "protocol",
        Transmit = "transmit",
        /// The receipt came in.
        Receive = "receive",
        Publish = "publish",
        Preserve = "preserve",
    }
}

impl DocumentState {
    /// The state after `step`.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: DocumentStep) -> Result<Self, StepRefused> {
        use DocumentState as S;
        use DocumentStep as T;
        match (self, step) {
            (S::Draft, T::Finalise) => Ok(S::Final),
            (S::Final, T::Reopen) => Ok(S::Draft),
            (S::Final | S::Signed, T::Sign) => Ok(S::Signed),
            (S::Final | S::Signed, T::Protocol) => Ok(S::Protocolled),
            (S::Protocolled, T::Transmit) => Ok(S::Transmitted),
            (S::Transmitted, T::Receive) => Ok(S::Received),
            (S::Protocolled | S::Transmitted | S::Received, T::Publish) => Ok(S::Published),
            (S::Protocolled | S::Transmitted | S::Received | S::Published, T::Preserve) => Ok(S::Preserved),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether content and protocol data are beyond change.
    #[must_use]
    pub const fn is_immutable(self) -> bool {
        !matches!(self, Self::Draft | Self::Final | Self::Signed)
    }

    /// Whether the file may be replaced: before anybody signed it.
    ///
    /// # Errors
    /// `DocumentProtocolled`, or `WrongState` once signed.
    pub fn may_replace(self) -> Result<(), StepRefused> {
        match self {
            Self::Draft | Self::Final => Ok(()),
            Self::Signed => Err(Blocker::WrongState.into()),
            _ => Err(Blocker::DocumentProtocolled.into()),
        }
    }

    /// Whether the document may be deleted: never once protocolled, whoever asks.
    ///
    /// # Errors
    /// `DocumentProtocolled`.
    pub fn may_delete(self) -> Result<(), StepRefused> {
        if self.is_immutable() { Err(Blocker::DocumentProtocolled.into()) } else { Ok(()) }
    }

    /// Whether an annotation, cancelling included, may be put to it: once protocolled.
    ///
    /// # Errors
    /// `WrongState` before, for then the document itself can change.
    pub fn may_annotate(self) -> Result<(), StepRefused> {
        if self.is_immutable() { Ok(()) } else { Err(Blocker::WrongState.into()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairs::every_pair;

    #[test]
    fn every_document_state_meets_every_step() {
        insta::assert_snapshot!(every_pair(DocumentState::ALL, DocumentStep::ALL, DocumentState::after));
    }

    /// Scenario 10: deleting a protocolled document is refused, an annotation is offered.
    #[test]
    fn a_protocolled_document_is_only_annotated() {
        for state in DocumentState::ALL.iter().filter(|state| state.is_immutable()) {
            assert_eq!(state.may_delete(), Err(Blocker::DocumentProtocolled.into()), "{state}");
            assert_eq!(state.may_replace(), Err(Blocker::DocumentProtocolled.into()), "{state}");
            assert_eq!(state.may_annotate(), Ok(()), "{state}");
        }
        for state in [DocumentState::Draft, DocumentState::Final, DocumentState::Signed] {
            assert_eq!(state.may_delete(), Ok(()));
            assert!(state.may_annotate().is_err());
        }
        assert_eq!(DocumentState::Signed.may_replace(), Err(Blocker::WrongState.into()));
    }

    #[test]
    fn the_private_annex_alone_is_never_public() {
        let never: Vec<_> = DocumentKind::ALL.iter().filter(|kind| !kind.may_be_public()).collect();
        assert_eq!(never, [&DocumentKind::ReportAnnexPrivate]);
    }
}
