//! Changing one's own contribution: its words are replaced while nobody stands behind them, then only added to.

use super::tables::ProcessName;
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    contribution::{NewAddition, Revised, Revision},
    difference::Piece,
    id::ContributionId,
};

/// What an author added later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedWords {
    /// Markdown.
    pub body: String,
    pub at: DateTime<Utc>,
}

/// Words of a contribution that stand no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierWords {
    pub title: String,
    /// Markdown.
    pub body: String,
    pub place: Option<String>,
    /// When they stood.
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// Whether somebody reported the contribution while they stood.
    pub reported: bool,
}

/// What else a contribution says, or said: with title and text, all that its readers met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MoreWords {
    pub place: Option<String>,
    /// What was added, the oldest first.
    pub added: Vec<AddedWords>,
    /// How often the words were replaced.
    pub replaced: u64,
    /// The words that stand no longer, the last first; lists lead to them instead.
    pub earlier: Vec<EarlierWords>,
}

/// Where an author changes a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviseDesk {
    pub id: ContributionId,
    pub process: ProcessName,
    /// None when it can be changed no more.
    pub revision: Option<Revision>,
    /// The number of the words that stand.
    pub version: u32,
    pub title: String,
    pub body: String,
    pub place: Option<String>,
}

/// The words of a contribution at one time, beside those before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionView {
    pub number: u32,
    pub at: DateTime<Utc>,
    pub title: Vec<Piece>,
    pub body: Vec<Piece>,
    pub place: Vec<Piece>,
}

/// All that a contribution said, the last first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionsView {
    pub id: ContributionId,
    pub title: String,
    pub process: ProcessName,
    pub versions: Vec<VersionView>,
}

#[async_trait]
pub trait Revisions {
    /// A contribution of the person who asks, to be changed; those of others do not exist.
    async fn revise_desk(&self, id: ContributionId) -> Outcome<ReviseDesk>;

    /// Replaces the words of an own contribution that nobody supported, took up or answered; `version` is the number
    /// of those that were read.
    async fn revise(&self, id: ContributionId, version: u32, new: Revised) -> Outcome<()>;

    /// Adds words below an own contribution, marked as added.
    async fn add_words(&self, id: ContributionId, new: NewAddition) -> Outcome<()>;

    /// All that a contribution said, for whoever may read it.
    async fn contribution_versions(&self, id: ContributionId) -> Outcome<VersionsView>;
}
