//! Processes in words: stages, steps, history, acts, deadlines, extensions, fields of the sheet.

use crate::i18n::*;
use domain::{
    act::ActKind,
    deadline::DeadlineKind,
    extension::ExtensionState,
    history::HistoryKind,
    pack::{self, RulePack, Text},
    sheet_field::SheetField,
    stage::{Stage, Step},
};

/// The general name of a stage.
#[must_use]
pub fn stage(l: Locale, value: Stage) -> String {
    match value {
        Stage::Designed => td_string!(l, process.stage_designed),
        Stage::Ready => td_string!(l, process.stage_ready),
        Stage::Sharing => td_string!(l, process.stage_sharing),
        Stage::Opening => td_string!(l, process.stage_opening),
        Stage::Closing => td_string!(l, process.stage_closing),
        Stage::Concluded => td_string!(l, process.stage_concluded),
        Stage::Impact => td_string!(l, process.stage_impact),
        Stage::Monitored => td_string!(l, process.stage_monitored),
        Stage::Archived => td_string!(l, process.stage_archived),
        Stage::Suspended => td_string!(l, process.stage_suspended),
        Stage::Withdrawn => td_string!(l, process.stage_withdrawn),
    }
    .to_string()
}

/// What a step does, as its button says.
#[must_use]
pub fn step(l: Locale, value: Step) -> String {
    match value {
        Step::MakeReady => td_string!(l, process.step_make_ready),
        Step::Start => td_string!(l, process.step_start),
        Step::Open => td_string!(l, process.step_open),
        Step::Close => td_string!(l, process.step_close),
        Step::Conclude => td_string!(l, process.step_conclude),
        Step::RecordImpact => td_string!(l, process.step_record_impact),
        Step::Monitor => td_string!(l, process.step_monitor),
        Step::Archive => td_string!(l, process.step_archive),
        Step::Suspend => td_string!(l, process.step_suspend),
        Step::Resume => td_string!(l, process.step_resume),
        Step::Withdraw => td_string!(l, process.step_withdraw),
    }
    .to_string()
}

/// What an entry of the history tells.
#[must_use]
pub fn history(l: Locale, value: HistoryKind) -> String {
    match value {
        HistoryKind::Created => td_string!(l, process.history_created),
        HistoryKind::MakeReady => td_string!(l, process.history_make_ready),
        HistoryKind::Start => td_string!(l, process.history_start),
        HistoryKind::Open => td_string!(l, process.history_open),
        HistoryKind::Close => td_string!(l, process.history_close),
        HistoryKind::Conclude => td_string!(l, process.history_conclude),
        HistoryKind::RecordImpact => td_string!(l, process.history_record_impact),
        HistoryKind::Monitor => td_string!(l, process.history_monitor),
        HistoryKind::Archive => td_string!(l, process.history_archive),
        HistoryKind::Suspend => td_string!(l, process.history_suspend),
        HistoryKind::Resume => td_string!(l, process.history_resume),
        HistoryKind::Withdraw => td_string!(l, process.history_withdraw),
        HistoryKind::ActRegistered => td_string!(l, process.history_act_registered),
        HistoryKind::ExtensionRequested => td_string!(l, process.history_extension_requested),
        HistoryKind::ExtensionGranted => td_string!(l, process.history_extension_granted),
        HistoryKind::ExtensionReduced => td_string!(l, process.history_extension_reduced),
        HistoryKind::ExtensionDeclared => td_string!(l, process.history_extension_declared),
        HistoryKind::ExtensionRefused => td_string!(l, process.history_extension_refused),
        HistoryKind::EndMoved => td_string!(l, process.history_end_moved),
        HistoryKind::ExtensionLapsed => td_string!(l, process.history_extension_lapsed),
        HistoryKind::DocumentSubmitted => td_string!(l, process.history_document_submitted),
        HistoryKind::IntegrationRequested => td_string!(l, process.history_integration_requested),
        HistoryKind::DocumentValidated => td_string!(l, process.history_document_validated),
        HistoryKind::DocumentNotValidated => td_string!(l, process.history_document_not_validated),
        HistoryKind::DocumentSent => td_string!(l, process.history_document_sent),
        HistoryKind::Acknowledged => td_string!(l, process.history_acknowledged),
        HistoryKind::DecisionsPublished => td_string!(l, process.history_decisions_published),
        HistoryKind::ReportSubmitted => td_string!(l, process.history_report_submitted),
    }
    .to_string()
}

/// What an act does for the process.
#[must_use]
pub fn act(l: Locale, value: ActKind) -> String {
    match value {
        ActKind::SuspensionAct => td_string!(l, process.act_suspension_act),
        ActKind::Approval => td_string!(l, process.act_approval),
        ActKind::Appointment => td_string!(l, process.act_appointment),
        ActKind::Other => td_string!(l, process.act_other),
    }
    .to_string()
}

/// The rules that a citation names: `Emilia-Romagna, Bando Partecipazione 2021 (ER-2021 v1)`.
#[must_use]
pub fn rules(l: Locale, cite: &str) -> String {
    let cited = pack::catalogue().iter().find(|pack| pack.cite() == cite);
    cited.map_or_else(|| cite.to_owned(), |pack| format!("{} ({cite})", text(l, &pack.name)))
}

/// What is due.
#[must_use]
pub fn deadline(l: Locale, value: DeadlineKind) -> String {
    match value {
        DeadlineKind::Start => td_string!(l, work.kind_start),
        DeadlineKind::Contributions => td_string!(l, work.kind_contributions),
        DeadlineKind::MinutesComment => td_string!(l, work.kind_minutes_comment),
        DeadlineKind::Conclusion => td_string!(l, work.kind_conclusion),
        DeadlineKind::Acknowledgement => td_string!(l, work.kind_acknowledgement),
        DeadlineKind::FinalReport => td_string!(l, work.kind_final_report),
    }
    .to_string()
}

/// Where an extension request is.
#[must_use]
pub fn extension(l: Locale, value: ExtensionState) -> String {
    match value {
        ExtensionState::Draft => td_string!(l, extension.state_draft),
        ExtensionState::Requested => td_string!(l, extension.state_requested),
        ExtensionState::Granted => td_string!(l, extension.state_granted),
        ExtensionState::GrantedReduced => td_string!(l, extension.state_granted_reduced),
        ExtensionState::Refused => td_string!(l, extension.state_refused),
        ExtensionState::Declared => td_string!(l, extension.state_declared),
        ExtensionState::Lapsed => td_string!(l, extension.state_lapsed),
    }
    .to_string()
}

/// The label of a field of the project sheet.
#[must_use]
pub fn field(l: Locale, value: SheetField) -> String {
    match value {
        SheetField::Title => td_string!(l, process.field_title),
        SheetField::Code => td_string!(l, process.field_code),
        SheetField::Object => td_string!(l, process.field_object),
        SheetField::Procedure => td_string!(l, process.field_procedure),
        SheetField::Needs => td_string!(l, process.field_needs),
        SheetField::ScopeTags => td_string!(l, process.field_scope_tags),
        SheetField::Proponent => td_string!(l, process.field_proponent),
        SheetField::DecisionBody => td_string!(l, process.field_decision_body),
        SheetField::OwnerName => td_string!(l, process.field_owner_name),
        SheetField::ResponsibleOffice => td_string!(l, process.field_responsible_office),
        SheetField::Address => td_string!(l, process.field_address),
        SheetField::FundingLine => td_string!(l, process.field_funding_line),
        SheetField::CertificationYear => td_string!(l, process.field_certification_year),
        SheetField::CertificationScore => td_string!(l, process.field_certification_score),
        SheetField::RegulationLink => td_string!(l, process.field_regulation_link),
        SheetField::PlannedStart => td_string!(l, process.field_planned_start),
        SheetField::PlannedEnd => td_string!(l, process.field_planned_end),
        SheetField::Phases => td_string!(l, process.field_phases),
        SheetField::Staff => td_string!(l, process.field_staff),
        SheetField::CommunicationPlan => td_string!(l, process.field_communication_plan),
        SheetField::BudgetCents => td_string!(l, process.field_budget_cents),
        SheetField::GrantCents => td_string!(l, process.field_grant_cents),
        SheetField::Territory => td_string!(l, process.field_territory),
        SheetField::ParticipationLevel => td_string!(l, process.field_participation_level),
        SheetField::ParticipationType => td_string!(l, process.field_participation_type),
        SheetField::Methods => td_string!(l, process.field_methods),
        SheetField::DigitalTools => td_string!(l, process.field_digital_tools),
        SheetField::TargetGroups => td_string!(l, process.field_target_groups),
        SheetField::GenderNotes => td_string!(l, process.field_gender_notes),
        SheetField::WorkLifeNotes => td_string!(l, process.field_work_life_notes),
        SheetField::ExpectedResults => td_string!(l, process.field_expected_results),
        SheetField::WebUrl => td_string!(l, process.field_web_url),
        SheetField::ObservatoryId => td_string!(l, process.field_observatory_id),
    }
    .to_string()
}

/// A text of a rule pack.
#[must_use]
pub fn text(l: Locale, text: &Text) -> String {
    match l {
        Locale::it => text.it.clone(),
        Locale::en => text.en.clone(),
    }
}

/// The name of a stage as the pack calls it.
#[must_use]
pub fn stage_in(l: Locale, value: Stage, pack: &RulePack) -> String {
    pack.phases.iter().find(|phase| phase.stage == value).map_or_else(|| stage(l, value), |phase| text(l, &phase.name))
}
