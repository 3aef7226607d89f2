//! Answering several contributions of a path at once.

use super::tables::ProcessName;
use crate::error::Outcome;
use async_trait::async_trait;
use domain::{
    evaluation::{Answer, Unanswerable},
    id::ContributionId,
};

/// A contribution that was ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    pub id: ContributionId,
    /// None where not everybody reads it.
    pub title: Option<String>,
    pub why_not: Option<Unanswerable>,
}

/// What would be answered, and who would be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TogetherDesk {
    pub process: ProcessName,
    pub rows: Vec<Ticked>,
    /// How many people get one mail each.
    pub told: u32,
}

#[async_trait]
pub trait Together {
    /// What would be answered of `process` where these are ticked: `NotFound` where one is not of that path.
    async fn together_desk(&self, process: String, ids: Vec<ContributionId>) -> Outcome<TogetherDesk>;

    /// Gives all of them the same answer, or none of them; each author and follower gets one mail.
    async fn answer_together(&self, process: String, ids: Vec<ContributionId>, answer: Answer) -> Outcome<()>;
}
