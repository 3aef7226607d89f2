//! Contributions: proposing, commenting, supporting, following, answering.

mod desk;
mod story;
mod thread;

pub use desk::{AnswerDesk, AnswersAsked, OtherDay, OtherWindow, ProposeDesk, Sent, SimilarDesk, TableChoice};
pub use story::{Story, StoryPlace, StoryStep, StoryWhat};
pub use thread::{CommentThread, CommentView, CommentWords, CommentsAsked, Said};

use super::{Slice, combining::Returned, documents::SentFile, revisions::AddedWords, tables::ProcessName};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    contribution::{CommentOrder, ContributionChannel, HideGround, HideReason, NewComment, NewContribution, Revision},
    document::FileKind,
    evaluation::{Answer, Evaluation},
    id::{CommentId, ContributionId, TableId},
    refusal::Blocker,
};
use serde::{Deserialize, Serialize};

/// The order of a list of contributions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Recent,
    Supported,
}

/// What a list is asked to show, as typed into its filters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Slug of a process.
    pub process: Option<String>,
    pub table: Option<TableId>,
    pub state: Option<Evaluation>,
    pub words: String,
    pub order: Order,
    pub after: Option<String>,
}

/// A contribution in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContributionRow {
    pub id: ContributionId,
    pub title: String,
    /// The first words of the text, or those around what was looked for, without marks.
    pub excerpt: String,
    /// The words of title and excerpt that were looked for, as they are written there.
    pub found: Vec<String>,
    pub table: String,
    pub state: Evaluation,
    /// Only its author sees a hidden one in a list.
    pub hidden: bool,
    /// A moderator reads it first: only its author sees it in a list.
    pub waiting: bool,
    pub supports: u32,
    pub comments: u32,
    pub at: DateTime<Utc>,
    /// When something became of it that the person who asks has not read; set in one's own space alone.
    pub news: Option<DateTime<Utc>>,
}

/// How many results a list has, counted up to a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Results {
    pub count: u64,
    /// There are more than were counted.
    pub more: bool,
}

/// One page of the proposals of a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContributionList {
    pub slice: Slice<ContributionRow>,
    pub results: Results,
    pub choices: Vec<TableChoice>,
}

/// Whether contributions are taken, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub open: bool,
    /// Last day, until 24:00 in Rome.
    pub until: Option<NaiveDate>,
}

/// The file beside a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    /// None for a kind that is taken no more.
    pub kind: Option<FileKind>,
    /// In bytes.
    pub size: u64,
}

/// That not everybody reads a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hiding {
    /// A moderator reads it first.
    pub waiting: bool,
    /// Ground and explanation, where the log tells them.
    pub why: Option<HideReason>,
}

/// What everybody may know of a hidden contribution: neither its words nor its author, nor what its author was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    pub process: ProcessName,
    pub ground: Option<HideGround>,
}

/// A contribution as far as the person who asks may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    Whole(Box<ContributionView>),
    Withheld(Withheld),
    Returned(Returned),
}

/// One contribution with all that became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContributionView {
    pub id: ContributionId,
    pub process: ProcessName,
    pub table: (TableId, String),
    pub title: String,
    /// Markdown.
    pub body: String,
    pub place: Option<String>,
    /// For who may read it now.
    pub attachment: Option<Attachment>,
    /// The name its author chose to show; none once the account was erased, or where nobody had one.
    pub author: Option<String>,
    pub channel: ContributionChannel,
    /// Where staff wrote it down for somebody without an account.
    pub source: Option<String>,
    pub at: DateTime<Utc>,
    pub state: Evaluation,
    /// Hidden by a moderator: only its author and the moderators read it.
    pub hidden: Option<Hiding>,
    pub supports: u32,
    pub supported: bool,
    pub following: bool,
    pub mine: bool,
    pub slot: Slot,
    pub may_report: bool,
    /// The person who asks moderates it.
    pub may_moderate: bool,
    /// The age that the person must declare before commenting, where it is not known.
    pub ask_age: Option<u8>,
    /// The answer: Markdown, and when it was given.
    pub answer: Option<(String, DateTime<Utc>)>,
    pub story: Story,
    /// How many different people wrote or supported what it was composed from.
    pub people_behind: Option<u32>,
    /// For who composes contributions, of one that was composed: why it cannot be taken back; nothing where it can.
    pub take_back: Option<Vec<Blocker>>,
    /// What its author added later, the oldest first.
    pub added: Vec<AddedWords>,
    /// How many versions its words had before.
    pub versions: u32,
    /// How the person who asks may change it.
    pub revision: Option<Revision>,
    pub comments_count: u32,
    pub comment_order: CommentOrder,
    pub comments: Slice<CommentThread>,
}

/// A contribution as it stands with its supports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supports {
    pub count: u32,
    pub mine: bool,
}

#[async_trait]
pub trait Contributions {
    /// One page of the public contributions that `filter` asks for.
    async fn contributions(&self, filter: Filter) -> Outcome<ContributionList>;

    /// The tables for which a contribution may be written now, and what the person must say first.
    async fn propose_desk(&self) -> Outcome<ProposeDesk>;

    /// One contribution, which the person who asks has read with that; a hidden one whole only for its author and the
    /// moderators.
    async fn contribution(&self, id: ContributionId, comments: CommentsAsked) -> Outcome<Shown>;

    /// The same, with the public contributions that may say what the person who asks was about to publish.
    async fn similar_desk(&self) -> Outcome<SimilarDesk>;

    /// Publishes a contribution of the person who asks, with at most one file; `born` is the date of birth, as
    /// typed, where it must be declared. Where others may say the same nothing is published, unless
    /// `although_similar`; the same sent twice is one.
    async fn propose(
        &self,
        new: NewContribution,
        born: &str,
        file: Option<SentFile>,
        although_similar: bool,
    ) -> Outcome<Sent>;

    /// Adds (`on`) or takes back the support of the person who asks; asking twice changes nothing. `born` as for
    /// [`Contributions::propose`].
    async fn support(&self, id: ContributionId, on: bool, born: &str) -> Outcome<Supports>;

    /// Tells the person who asks of what becomes of the contribution, or no longer.
    async fn follow(&self, id: ContributionId, on: bool) -> Outcome<()>;

    /// Publishes a comment of the person who asks, below the comment that it answers if it answers one; `born` as for
    /// [`Contributions::propose`].
    async fn comment(
        &self,
        id: ContributionId,
        answered: Option<CommentId>,
        new: NewComment,
        born: &str,
    ) -> Outcome<Said>;

    /// The contributions of a process to be answered, the oldest first.
    async fn answer_desk(&self, process: String, asked: AnswersAsked) -> Outcome<AnswerDesk>;

    /// Answers a contribution; author and followers are told by mail. Gives the slug of the process.
    async fn answer(&self, id: ContributionId, answer: Answer) -> Outcome<String>;
}
