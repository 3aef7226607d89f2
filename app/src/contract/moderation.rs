//! Moderation: readers report, moderators hide with a reason and restore; every step is kept.

use super::{Slice, revisions::MoreWords};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    contribution::{HideGround, HideReason, ModeratedKind, ModerationState, ModerationStep},
    id::{CommentId, ContributionId},
    reason::Reason,
};

/// A text that may be reported or hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Contribution(ContributionId),
    Comment(CommentId),
}

impl Subject {
    /// Reads `kind` and `id`, as forms send them.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn parse(kind: &str, id: &str) -> Outcome<Self> {
        use crate::error::AppError::NotFound;
        match kind.parse() {
            Ok(ModeratedKind::Contribution) => Ok(Self::Contribution(id.parse()?)),
            Ok(ModeratedKind::Comment) => Ok(Self::Comment(id.parse()?)),
            Err(_) => Err(NotFound),
        }
    }

    /// The kind, as forms send it.
    #[must_use]
    pub const fn kind(self) -> ModeratedKind {
        match self {
            Self::Contribution(_) => ModeratedKind::Contribution,
            Self::Comment(_) => ModeratedKind::Comment,
        }
    }

    /// The identifier, as forms send it.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Contribution(id) => id.to_string(),
            Self::Comment(id) => id.to_string(),
        }
    }
}

/// A text that waits for the moderator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueItem {
    pub subject: Subject,
    pub contribution: ContributionId,
    /// Title of the contribution, or of the one commented on.
    pub title: String,
    /// Markdown.
    pub body: String,
    pub more: MoreWords,
    pub state: ModerationState,
    /// Why readers reported it.
    pub reasons: Vec<String>,
    /// The first report.
    pub at: DateTime<Utc>,
}

/// A text, whether or not somebody reported it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRow {
    pub subject: Subject,
    pub contribution: ContributionId,
    /// Title of the contribution, or of the one commented on.
    pub title: String,
    /// Markdown.
    pub body: String,
    pub more: MoreWords,
    pub state: ModerationState,
    pub at: DateTime<Utc>,
}

/// One line of the public register: neither names nor words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterLine {
    pub kind: ModeratedKind,
    pub step: ModerationStep,
    pub ground: Option<HideGround>,
    pub at: DateTime<Utc>,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogLine {
    pub subject: Subject,
    /// Title of the proposal, or of the one below which the comment stands.
    pub title: String,
    pub step: ModerationStep,
    pub ground: Option<HideGround>,
    pub reason: String,
    pub at: DateTime<Utc>,
    /// Hidden still: it may be restored.
    pub restorable: bool,
}

/// The moderator's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    pub waiting: u64,
    /// Which of them is shown, counted from 1; 0 where none waits.
    pub place: u64,
    pub item: Option<QueueItem>,
    /// What was done, the last first.
    pub log: Slice<LogLine>,
}

#[async_trait]
pub trait Moderation {
    /// Tells the moderators about a text, once for each person.
    async fn report(&self, subject: Subject, reason: Reason) -> Outcome<ContributionId>;

    /// One reported text, how many wait, and what was done, of the paths that the person moderates; `place` counts
    /// from 1, the oldest, and `after` is where a page of the log starts.
    async fn moderation_queue(&self, place: u64, after: Option<String>) -> Outcome<Queue>;

    /// One page of all texts of one kind, of the paths that the person moderates: hidden ones or the others, the
    /// newest first.
    async fn moderated_texts(
        &self,
        kind: ModeratedKind,
        hidden: bool,
        after: Option<String>,
    ) -> Outcome<Slice<TextRow>>;

    /// What moderators did, for everybody: without names and without the texts, the last first.
    async fn moderation_register(&self, after: Option<String>) -> Outcome<Slice<RegisterLine>>;

    /// Hides a text, or refuses one that waited to be read; its author is told why by mail.
    async fn hide(&self, subject: Subject, reason: HideReason) -> Outcome<()>;

    /// Shows a hidden text again; its author is told by mail.
    async fn restore(&self, subject: Subject, reason: Reason) -> Outcome<()>;

    /// Lets a first text through that waited to be read; its author is told by mail.
    async fn let_through(&self, subject: Subject) -> Outcome<()>;

    /// Closes the reports of a text that may stay.
    async fn dismiss(&self, subject: Subject) -> Outcome<()>;
}
