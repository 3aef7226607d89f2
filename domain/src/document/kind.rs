//! Which document it is, and what that alone decides.

use crate::code::coded;

coded! {
    /// Which document of a participatory path it is.
    pub enum DocumentKind {
        ProjectSheet = "project_sheet",
        SuspensionAct = "suspension_act",
        StartNotice = "start_notice",
        Agreement = "agreement",
        /// What a party sent back signed: it names people, never published.
        SignedAgreement = "signed_agreement",
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
        /// What a citizen attached to a contribution: read with it, in no list of documents.
        ContributionAttachment = "contribution_attachment",
        Other = "other",
    }
}

impl DocumentKind {
    /// Whether documents of this kind may be public at all.
    #[must_use]
    pub const fn may_be_public(self) -> bool {
        !matches!(self, Self::ReportAnnexPrivate | Self::SignedAgreement)
    }

    /// Whether staff file documents of this kind, and lists show them.
    #[must_use]
    pub const fn is_filed(self) -> bool {
        !matches!(self, Self::ContributionAttachment)
    }

    /// Whether a private document of this kind becomes public with the request for more time that stands on it.
    #[must_use]
    pub const fn opens_with_a_request(self) -> bool {
        matches!(self, Self::ExtensionRequest | Self::ExtensionGrant | Self::Other)
    }
}
