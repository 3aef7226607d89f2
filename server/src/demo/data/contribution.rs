//! Contributions of one table.

use chrono::NaiveDate;
use domain::{contribution::ContributionChannel, evaluation::Evaluation};
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
    /// Why somebody reported it; a moderator has not looked yet.
    pub reported: Option<String>,
    #[serde(default)]
    pub comment: Vec<CommentData>,
}

/// A comment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentData {
    /// A person; none for a demo supporter.
    pub author: Option<String>,
    pub created_on: NaiveDate,
    pub text: String,
}
