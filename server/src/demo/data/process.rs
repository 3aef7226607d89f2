//! A process with its formal side: sheet, phases, acts, start, agreement, documents, extensions.

use super::{
    MeetingData, OrganData, OutcomeData, ProposalDocumentData, QuestionnaireData, ReportData, SynthesisData, TableData,
};
use chrono::NaiveDate;
use domain::{
    document::Visibility,
    extension::ExtensionState,
    pack::Family,
    party::{PartyKind, PartyState},
    sheet::ProjectSheet,
    stage::Stage,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `processes/<tenant>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessFile {
    pub process: ProcessData,
    #[serde(default)]
    pub phase: Vec<PhaseData>,
    #[serde(default)]
    pub act: Vec<ActData>,
    pub start: Option<StartData>,
    pub agreement: Option<AgreementData>,
    #[serde(default)]
    pub organ: Vec<OrganData>,
    #[serde(default)]
    pub table: Vec<TableData>,
    #[serde(default)]
    pub meeting: Vec<MeetingData>,
    #[serde(default)]
    pub questionnaire: Vec<QuestionnaireData>,
    #[serde(default)]
    pub synthesis: Vec<SynthesisData>,
    #[serde(default)]
    pub document: Vec<DocumentData>,
    #[serde(default)]
    pub extension: Vec<ExtensionData>,
    pub docpp: Option<ProposalDocumentData>,
    pub outcome: Option<OutcomeData>,
    pub report: Option<ReportData>,
}

/// The process itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessData {
    pub key: String,
    pub tenant: String,
    pub title: String,
    pub family: Family,
    pub pack: String,
    pub stage: Stage,
    pub summary: String,
    pub started_on: Option<NaiveDate>,
    pub planned_end: Option<NaiveDate>,
    pub authorised_end: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub contributions_from: Option<NaiveDate>,
    pub contributions_until: Option<NaiveDate>,
    pub cycle: Option<String>,
    pub withdrawn_on: Option<NaiveDate>,
    pub withdrawal_reason: Option<String>,
    #[serde(default)]
    pub fictional_note: String,
    pub sheet: ProjectSheet,
    #[serde(default)]
    pub observatory: BTreeMap<String, toml::Value>,
}

/// A phase with its dates.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseData {
    pub key: String,
    pub order: u32,
    pub name: String,
    pub planned_from: NaiveDate,
    pub planned_to: NaiveDate,
    /// The end before an extension moved it.
    pub first_planned_to: Option<NaiveDate>,
    /// That extension.
    pub moved_by: Option<String>,
    pub actual_from: Option<NaiveDate>,
    pub actual_to: Option<NaiveDate>,
    pub activities: String,
    pub outputs: String,
}

/// An administrative act.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActData {
    #[serde(default)]
    pub key: String,
    #[serde(default)]
    pub kind: String,
    pub body: String,
    pub number: String,
    pub date: NaiveDate,
    pub subject: String,
    #[serde(default)]
    pub fictional: bool,
}

/// The formal start.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartData {
    pub date: NaiveDate,
    pub action: String,
    pub link: String,
    /// A person.
    pub signed_by: String,
    pub recipients: String,
}

/// The formal agreement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementData {
    pub title: String,
    pub version: u32,
    pub date: NaiveDate,
    pub text: String,
    #[serde(default)]
    pub party: Vec<PartyData>,
}

/// A party to the agreement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyData {
    pub key: String,
    pub organisation: String,
    pub kind: PartyKind,
    pub capacity: String,
    pub person: Option<String>,
    pub state: PartyState,
    pub on: Option<NaiveDate>,
    pub reason: Option<String>,
    #[serde(default)]
    pub fictional: bool,
}

/// A document of the process; a small file is made from it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentData {
    pub title: String,
    pub kind: String,
    pub date: NaiveDate,
    pub visibility: Visibility,
    /// The act that it carries.
    pub act: Option<String>,
    /// Number in the protocol of the body, from the day of the document.
    pub protocol: Option<String>,
    /// Size of the real file.
    pub published_size: Option<String>,
    #[serde(default)]
    pub description: String,
}

/// A request for more time.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionData {
    pub key: String,
    pub state: ExtensionState,
    pub drafted_on: NaiveDate,
    pub requested_on: Option<NaiveDate>,
    pub days_asked: u32,
    pub end_asked: NaiveDate,
    pub reasons: String,
    pub progress: String,
    pub timetable: String,
    pub decided_on: Option<NaiveDate>,
    pub decided_by: Option<String>,
    pub days_granted: Option<u32>,
    pub end_granted: Option<NaiveDate>,
    pub decision_note: Option<String>,
    #[serde(default)]
    pub fictional: bool,
}
