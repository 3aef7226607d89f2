//! Contributions of one table.

use chrono::NaiveDate;
use domain::{
    contribution::{ContributionChannel, HideGround, ModerationStep},
    evaluation::Evaluation,
};
use serde::Deserialize;

/// `contributions/<tenant>-<table>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionFile {
    #[serde(default)]
    pub contribution: Vec<ContributionData>,
}

/// A contribution with its comments.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionData {
    pub key: String,
    pub table: String,
    /// A person; none when it was collected without an account.
    pub author: Option<String>,
    pub channel: ContributionChannel,
    pub created_on: NaiveDate,
    pub place: Option<String>,
    pub title: String,
    pub body: String,
    /// How many support it.
    pub supports: usize,
    pub evaluation: Evaluation,
    /// Number in the proposal document.
    pub proposal: Option<u32>,
    pub answered_on: Option<NaiveDate>,
    pub answer: Option<String>,
    /// Why somebody reported it; it waits for a moderator unless `moderated` tells what became of it.
    pub reported: Option<String>,
    /// What moderators did with it, in order.
    #[serde(default)]
    pub moderated: Vec<ModeratedData>,
    #[serde(default)]
    pub comment: Vec<CommentData>,
    /// Where staff wrote it down for somebody without an account, and the code of the receipt.
    pub source: Option<String>,
    pub receipt: Option<String>,
    /// What it said before, the oldest first.
    #[serde(default)]
    pub earlier: Vec<EarlierData>,
    /// What its author added later.
    #[serde(default)]
    pub added: Vec<AddedData>,
    /// What it was merged from, keys of contributions before it, and why.
    #[serde(default)]
    pub merges: Vec<String>,
    pub why: Option<String>,
}

/// Words that its author replaced.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierData {
    pub title: String,
    pub body: String,
    pub replaced_on: NaiveDate,
}

/// Words that its author added.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddedData {
    pub on: NaiveDate,
    pub text: String,
}

/// A comment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentData {
    /// A person; none for a demo supporter.
    pub author: Option<String>,
    pub created_on: NaiveDate,
    pub text: String,
    /// It answers the comment before.
    #[serde(default)]
    pub answers: bool,
}

/// What a moderator did with a text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModeratedData {
    pub step: ModerationStep,
    pub on: NaiveDate,
    /// Why it was hidden.
    pub ground: Option<HideGround>,
    #[serde(default)]
    pub reason: String,
}
