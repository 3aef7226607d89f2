//! The states of the proposal document and of its outcome in words, with the colour of their badge.

pub(crate) mod action;
pub(crate) mod identity;
pub(crate) mod oidc_fault;
pub(crate) mod operation;
pub(crate) mod processing;
pub mod questionnaire;
pub(crate) mod vote;

use crate::i18n::*;
use domain::{
    origin::Origin,
    outcome::{MeritDecision, OutcomeState},
    personal_data::FindingKind,
    proposal_document::{OpinionVerdict, ProposalDocumentState, ValidationVerdict},
    report::{ExpenseCategory, ReportSection},
    tenant::Template,
    validation::RoundDecision,
};

/// Where the document stands.
pub(crate) fn document_state(l: Locale, state: ProposalDocumentState) -> (String, &'static str) {
    use ProposalDocumentState as S;
    let (words, tone) = match state {
        S::Drafting => (td_string!(l, proposal_document.state_drafting), "secondary"),
        S::TableReview => (td_string!(l, proposal_document.state_table_review), "primary"),
        S::Submitted => (td_string!(l, proposal_document.state_submitted), "warning"),
        S::IntegrationRequested => (td_string!(l, proposal_document.state_integration_requested), "warning"),
        S::Validated => (td_string!(l, proposal_document.state_validated), "success"),
        S::NotValidated => (td_string!(l, proposal_document.state_not_validated), "danger"),
        S::Sent => (td_string!(l, proposal_document.state_sent), "success"),
        S::Published => (td_string!(l, proposal_document.state_published), "success"),
    };
    (words.to_string(), tone)
}

/// What the table thinks.
pub(crate) fn opinion_words(l: Locale, verdict: OpinionVerdict) -> String {
    match verdict {
        OpinionVerdict::Favourable => td_string!(l, proposal_document.opinion_favourable),
        OpinionVerdict::WithObservations => td_string!(l, proposal_document.opinion_with_observations),
        OpinionVerdict::Contrary => td_string!(l, proposal_document.opinion_contrary),
    }
    .to_string()
}

/// Whether the guarantor validated.
pub(crate) fn verdict_words(l: Locale, verdict: ValidationVerdict) -> String {
    match verdict {
        ValidationVerdict::Validated => td_string!(l, proposal_document.verdict_validated),
        ValidationVerdict::NotValidated => td_string!(l, proposal_document.verdict_not_validated),
    }
    .to_string()
}

/// What kind of personal data was found.
pub(crate) fn finding_words(l: Locale, kind: FindingKind) -> String {
    match kind {
        FindingKind::FiscalCode => td_string!(l, proposal_document.finding_fiscal_code),
        FindingKind::Email => td_string!(l, proposal_document.finding_email),
        FindingKind::Phone => td_string!(l, proposal_document.finding_phone),
        FindingKind::Iban => td_string!(l, proposal_document.finding_iban),
        FindingKind::MemberName => td_string!(l, proposal_document.finding_member_name),
    }
    .to_string()
}

/// What kind of thing a proposal comes from.
pub(crate) fn origin_words(l: Locale, origin: Origin) -> String {
    match origin {
        Origin::Contribution(_) => td_string!(l, proposal_document.origin_contribution),
        Origin::Synthesis(_) => td_string!(l, proposal_document.origin_synthesis),
        Origin::Meeting(_) => td_string!(l, proposal_document.origin_meeting),
    }
    .to_string()
}

/// What the guarantor answered.
pub(crate) fn round_words(l: Locale, decision: RoundDecision) -> (String, &'static str) {
    let (words, tone) = match decision {
        RoundDecision::AskIntegration => (td_string!(l, guarantor.said_ask_integration), "warning"),
        RoundDecision::Validate => (td_string!(l, guarantor.said_validate), "success"),
        RoundDecision::Refuse => (td_string!(l, guarantor.said_refuse), "danger"),
    };
    (words.to_string(), tone)
}

/// What the body made of a proposal.
pub(crate) fn decision_words(l: Locale, decision: MeritDecision) -> String {
    match decision {
        MeritDecision::Accepted => td_string!(l, outcome.decision_accepted),
        MeritDecision::PartlyAccepted => td_string!(l, outcome.decision_partly_accepted),
        MeritDecision::Rejected => td_string!(l, outcome.decision_rejected),
        MeritDecision::Deferred => td_string!(l, outcome.decision_deferred),
    }
    .to_string()
}

/// The colour of a decision's badge.
pub(crate) const fn decision_tone(decision: MeritDecision) -> &'static str {
    match decision {
        MeritDecision::Accepted => "success",
        MeritDecision::PartlyAccepted => "primary",
        MeritDecision::Rejected => "danger",
        MeritDecision::Deferred => "warning",
    }
}

/// Where the outcome is.
pub(crate) fn outcome_state(l: Locale, state: OutcomeState) -> String {
    match state {
        OutcomeState::AwaitingAcknowledgement => td_string!(l, outcome.state_awaiting_acknowledgement),
        OutcomeState::Acknowledged => td_string!(l, outcome.state_acknowledged),
        OutcomeState::MeritPending => td_string!(l, outcome.state_merit_pending),
        OutcomeState::Decided => td_string!(l, outcome.state_decided),
        OutcomeState::Communicated => td_string!(l, outcome.state_communicated),
        OutcomeState::Monitoring => td_string!(l, outcome.state_monitoring),
        OutcomeState::Closed => td_string!(l, outcome.state_closed),
    }
    .to_string()
}

/// The name of a section of the report.
pub(crate) fn section_words(l: Locale, section: ReportSection) -> String {
    match section {
        ReportSection::Data => td_string!(l, report.section_data),
        ReportSection::Path => td_string!(l, report.section_path),
        ReportSection::Table => td_string!(l, report.section_table),
        ReportSection::Committee => td_string!(l, report.section_committee),
        ReportSection::Communication => td_string!(l, report.section_communication),
        ReportSection::Participants => td_string!(l, report.section_participants),
        ReportSection::Methods => td_string!(l, report.section_methods),
        ReportSection::Results => td_string!(l, report.section_results),
        ReportSection::Costs => td_string!(l, report.section_costs),
        ReportSection::Attachments => td_string!(l, report.section_attachments),
        ReportSection::PrivateAnnex => td_string!(l, report.section_private_annex),
    }
    .to_string()
}

/// What money was spent on.
pub(crate) fn category_words(l: Locale, category: ExpenseCategory) -> String {
    match category {
        ExpenseCategory::Staff => td_string!(l, report.category_staff),
        ExpenseCategory::Facilitation => td_string!(l, report.category_facilitation),
        ExpenseCategory::Communication => td_string!(l, report.category_communication),
        ExpenseCategory::Training => td_string!(l, report.category_training),
        ExpenseCategory::Events => td_string!(l, report.category_events),
        ExpenseCategory::Services => td_string!(l, report.category_services),
        ExpenseCategory::Other => td_string!(l, report.category_other),
    }
    .to_string()
}

/// What a new tenant starts with.
pub(crate) fn template_words(l: Locale, template: Template) -> String {
    match template {
        Template::ParticipatoryPath => td_string!(l, console.template_participatory_path),
        Template::PermanentAgenda => td_string!(l, console.template_permanent_agenda),
        Template::Agio => td_string!(l, console.template_agio),
    }
    .to_string()
}
