//! The closed lists of documents in words.

use crate::i18n::*;
use domain::{
    document::{AnnotationKind, Citation, Direction, DocumentKind, DocumentState, DocumentStep, Visibility},
    signatures::Signatures,
};

pub(super) fn kind_words(l: Locale, kind: DocumentKind) -> String {
    use DocumentKind as K;
    match kind {
        K::ProjectSheet => td_string!(l, document.kind_project_sheet),
        K::SuspensionAct => td_string!(l, document.kind_suspension_act),
        K::StartNotice => td_string!(l, document.kind_start_notice),
        K::Agreement => td_string!(l, document.kind_agreement),
        K::SignedAgreement => td_string!(l, document.kind_signed_agreement),
        K::StakeholderMap => td_string!(l, document.kind_stakeholder_map),
        K::Minutes => td_string!(l, document.kind_minutes),
        K::ExtensionRequest => td_string!(l, document.kind_extension_request),
        K::ExtensionGrant => td_string!(l, document.kind_extension_grant),
        K::ProposalDocument => td_string!(l, document.kind_proposal_document),
        K::Validation => td_string!(l, document.kind_validation),
        K::Acknowledgement => td_string!(l, document.kind_acknowledgement),
        K::MeritDecision => td_string!(l, document.kind_merit_decision),
        K::FinalReport => td_string!(l, document.kind_final_report),
        K::ReportAnnexPrivate => td_string!(l, document.kind_report_annex_private),
        K::EventReport => td_string!(l, document.kind_event_report),
        K::ContributionAttachment => td_string!(l, document.kind_contribution_attachment),
        K::Other => td_string!(l, document.kind_other),
    }
    .to_string()
}

pub(super) fn state_words(l: Locale, state: DocumentState, signatures: Signatures) -> String {
    use DocumentState as S;
    let Signatures { given, awaited } = signatures;
    if state == S::Signed && awaited > 1 {
        return td_string!(l, document.state_signed_of, given = given, awaited = awaited);
    }
    match state {
        S::Draft => td_string!(l, document.state_draft),
        S::Final => td_string!(l, document.state_final),
        S::Signed => td_string!(l, document.state_signed),
        S::Protocolled => td_string!(l, document.state_protocolled),
        S::Transmitted => td_string!(l, document.state_transmitted),
        S::Received => td_string!(l, document.state_received),
        S::Published => td_string!(l, document.state_published),
        S::Preserved => td_string!(l, document.state_preserved),
    }
    .to_string()
}

pub(super) fn step_words(l: Locale, step: DocumentStep) -> String {
    use DocumentStep as T;
    match step {
        T::Finalise => td_string!(l, document.step_finalise),
        T::Reopen => td_string!(l, document.step_reopen),
        T::Sign => td_string!(l, document.step_sign),
        T::Protocol => td_string!(l, document.step_protocol),
        T::Transmit => td_string!(l, document.step_transmit),
        T::Receive => td_string!(l, document.step_receive),
        T::Publish => td_string!(l, document.step_publish),
        T::Preserve => td_string!(l, document.step_preserve),
    }
    .to_string()
}

pub(super) fn visibility_words(l: Locale, visibility: Visibility) -> String {
    match visibility {
        Visibility::Public => td_string!(l, document.visibility_public),
        Visibility::Private => td_string!(l, document.visibility_private),
    }
    .to_string()
}

pub(super) fn citation_words(l: Locale, one: Citation) -> String {
    match one {
        Citation::Act => td_string!(l, document.cited_act),
        Citation::History => td_string!(l, document.cited_history),
        Citation::Request => td_string!(l, document.cited_request),
        Citation::RequestDraft => td_string!(l, document.cited_request_draft),
        Citation::Agreement => td_string!(l, document.cited_agreement),
        Citation::MeetingHeld => td_string!(l, document.cited_meeting_held),
        Citation::MeetingNotHeld => td_string!(l, document.cited_meeting_not_held),
    }
    .to_string()
}

pub(super) fn annotation_words(l: Locale, kind: AnnotationKind) -> String {
    match kind {
        AnnotationKind::Note => td_string!(l, document.annotation_note),
        AnnotationKind::Cancelled => td_string!(l, document.annotation_cancelled),
    }
    .to_string()
}

pub(super) fn direction_words(l: Locale, direction: Direction) -> String {
    match direction {
        Direction::Incoming => td_string!(l, document.direction_incoming),
        Direction::Outgoing => td_string!(l, document.direction_outgoing),
        Direction::Internal => td_string!(l, document.direction_internal),
    }
    .to_string()
}
