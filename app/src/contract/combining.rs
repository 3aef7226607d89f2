//! Composing contributions from others: several that ask the same become one, one that asks several things is divided.

use super::tables::ProcessName;
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    evaluation::{Combining, Divided, Merged, Unanswerable},
    id::{ContributionId, TableId},
    reason::Reason,
    role::Role,
};

/// A contribution that others name, with its title.
pub type Named = (ContributionId, String);

/// What a contribution was composed from, or what was composed from it; those alone that everybody reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    pub kind: Combining,
    /// The office that did it.
    pub by: Role,
    pub at: DateTime<Utc>,
    pub why: String,
    pub others: Vec<Named>,
}

/// What stands where a contribution was composed of others and taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    pub process: ProcessName,
    pub kind: Combining,
    /// What it was called.
    pub title: String,
    /// The office that took it back.
    pub by: Role,
    pub at: DateTime<Utc>,
    pub why: String,
    /// From what it had been composed, as far as everybody may read it.
    pub others: Vec<Named>,
}

/// What a contribution says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalWords {
    pub title: String,
    /// Markdown.
    pub body: String,
    pub place: Option<String>,
}

/// A contribution that would be merged or divided, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    pub id: ContributionId,
    /// None where not everybody reads it.
    pub words: Option<OriginalWords>,
    pub table: (TableId, String),
    pub supports: u32,
    pub at: DateTime<Utc>,
    pub why_not: Option<Unanswerable>,
}

/// Where contributions are composed from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CombineDesk {
    pub process: ProcessName,
    pub originals: Vec<Original>,
    pub tables: Vec<(TableId, String)>,
    /// How many people get one mail each.
    pub told: u32,
    /// The path is at a stage in which this is done.
    pub open: bool,
}

/// What became of what was composed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Composed {
    /// The first contribution that was made.
    Now(ContributionId),
    /// The same was sent before.
    Before(ContributionId),
}

#[async_trait]
pub trait CombiningContributions {
    /// The contributions of `process` that would be merged or divided: `NotFound` where one is not of that path.
    async fn combine_desk(&self, process: String, ids: Vec<ContributionId>) -> Outcome<CombineDesk>;

    /// Makes one contribution of several, which are answered with it; who wrote, follows or supports one of them gets one
    /// mail. The same sent twice is one.
    async fn merge(&self, process: String, ids: Vec<ContributionId>, new: Merged) -> Outcome<Composed>;

    /// Makes several contributions of one, in the same way.
    async fn split(&self, process: String, id: ContributionId, new: Divided) -> Outcome<Composed>;

    /// Takes back what this contribution was made with, while nobody stands behind any of it: what was composed is gone,
    /// what it came from waits for an answer again. Gives the slug of the process.
    async fn take_back(&self, id: ContributionId, reason: Reason) -> Outcome<String>;
}
