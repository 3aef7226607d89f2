//! What comes of a process: proposal document, outcome, report.

use super::ActData;
use chrono::NaiveDate;
use domain::{
    action_sheet::ActionStep,
    outcome::{MeritDecision, OutcomeState},
    proposal_document::ProposalDocumentState,
    report::ExpenseCategory,
    table_vote::VoteChoice,
    validation::RoundDecision,
};
use serde::Deserialize;

/// The participated proposal document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposalDocumentData {
    pub title: String,
    pub state: ProposalDocumentState,
    pub drafted_on: NaiveDate,
    pub table_opinion: Option<String>,
    pub table_approved_on: Option<NaiveDate>,
    pub submitted_on: Option<NaiveDate>,
    pub validated_on: Option<NaiveDate>,
    /// A person of the platform.
    pub validated_by: Option<String>,
    pub sent_on: Option<NaiveDate>,
    pub published_on: Option<NaiveDate>,
    #[serde(default)]
    pub section: Vec<SectionData>,
    #[serde(default)]
    pub proposal: Vec<ProposalData>,
    #[serde(default)]
    pub round: Vec<RoundData>,
    #[serde(default)]
    pub vote: Vec<VoteData>,
}

/// What an organisation of the table voted on the document as it reads today.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoteData {
    pub organisation: String,
    pub choice: VoteChoice,
    #[serde(default)]
    pub note: String,
    pub on: NaiveDate,
}

/// One submission to the guarantor and its answer; the last one may still wait.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundData {
    pub submitted_on: NaiveDate,
    pub decision: Option<RoundDecision>,
    pub decided_on: Option<NaiveDate>,
    pub reason: Option<String>,
    /// The key of the section that was changed afterwards.
    pub section: Option<String>,
    /// How that section read then.
    pub text: Option<String>,
}

/// A titled text with its key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionData {
    pub key: String,
    pub title: String,
    pub text: String,
}

/// One proposal of the document.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposalData {
    pub number: u32,
    pub title: String,
    pub text: String,
    pub competence: String,
    pub feasibility: String,
    pub cost_cents: Option<i64>,
    pub agreement: String,
    pub origins: Vec<String>,
}

/// What the body decided.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeData {
    pub state: OutcomeState,
    pub acknowledgement: Option<ActData>,
    pub merit_act: Option<ActData>,
    pub communicated_on: Option<NaiveDate>,
    #[serde(default)]
    pub decision: Vec<MeritData>,
}

/// The decision on one proposal.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeritData {
    pub proposal: u32,
    pub outcome: MeritDecision,
    pub reason: String,
    /// How the action that it became moved.
    #[serde(default)]
    pub action: Vec<ActionMoveData>,
}

/// One move of an action.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionMoveData {
    pub step: ActionStep,
    pub on: NaiveDate,
    #[serde(default)]
    pub reason: String,
}

/// The final report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportData {
    pub state: String,
    pub submitted_on: Option<NaiveDate>,
    #[serde(default)]
    pub section: Vec<SectionData>,
    #[serde(default)]
    pub expense: Vec<ExpenseData>,
    /// Never published.
    pub private_annex: Option<AnnexData>,
}

/// The annex with names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnexData {
    pub title: String,
    pub text: String,
}

/// One expense.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpenseData {
    pub category: ExpenseCategory,
    pub description: String,
    pub supplier: String,
    pub act: String,
    pub invoice: String,
    pub invoice_date: NaiveDate,
    pub net_cents: i64,
    pub vat_cents: i64,
    pub vat_deductible: bool,
    pub paid_on: NaiveDate,
    pub eligible_cents: i64,
}
