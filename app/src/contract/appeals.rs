//! Appeals: whoever wrote a text that was hidden asks the moderators to look at it again, once for each hiding.

use super::{moderation::Subject, revisions::MoreWords};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{appeal::AppealState, contribution::HideReason, id::ContributionId, reason::Reason};

/// An appeal as its author reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealView {
    pub reason: String,
    pub at: DateTime<Utc>,
    pub state: AppealState,
    pub answer: String,
}

/// A text that was hidden, with why, and the appeal made since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealDesk {
    pub subject: Subject,
    pub contribution: ContributionId,
    /// Title of the contribution, or of the one commented on.
    pub title: String,
    /// Markdown.
    pub body: String,
    pub more: MoreWords,
    pub why: Option<HideReason>,
    pub appeal: Option<AppealView>,
    pub may_appeal: bool,
}

/// The appeals that wait for this person: how many, and the oldest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppealQueue {
    pub waiting: u64,
    pub first: Option<AppealDesk>,
    /// How many wait that this person may not decide, having hidden or written the text, and who may.
    pub barred: u64,
    pub reviewers: Vec<String>,
    /// Whether the person moderates: who only administers opens neither the texts nor the other queue.
    pub moderates: bool,
}

#[async_trait]
pub trait Appeals {
    /// A text of the person who asks that was hidden; those of others do not exist.
    async fn appeal_desk(&self, subject: Subject) -> Outcome<AppealDesk>;

    /// Asks the moderators to look again at an own hidden text.
    async fn appeal(&self, subject: Subject, reason: Reason) -> Outcome<()>;

    /// The appeals that the person decides: about texts that others hid, where they moderate or nobody else is left to.
    async fn appeals(&self) -> Outcome<AppealQueue>;

    /// Leaves a text hidden after an appeal; its author is told why by mail. Restoring it grants the appeal.
    async fn refuse_appeal(&self, subject: Subject, reason: Reason) -> Outcome<()>;
}
