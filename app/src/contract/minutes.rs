//! Minutes: drafted, commented and approved by the members, published, and then only added to.

use super::{Slice, meetings::MeetingRow};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{MeetingId, MemberId},
    minutes::{Decision, Dissent, MinutesState, MinutesStep, NewAddendum, NewMinutes, NewMinutesComment, Tally},
};

/// A member's comment, under the organisation's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesComment {
    pub organisation: String,
    pub text: String,
    pub objection: bool,
    pub at: DateTime<Utc>,
}

/// Minutes as everybody reads them: organisations, never delegates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicMinutes {
    /// Markdown.
    pub text: String,
    pub decisions: Vec<Decision>,
    pub objections: Slice<MinutesComment>,
    /// The organisations that approved the text.
    pub approved_by: Vec<String>,
    pub addenda: Vec<(DateTime<Utc>, String)>,
    pub approved_on: Option<NaiveDate>,
    pub published_on: Option<NaiveDate>,
}

/// The minutes of a meeting on the table: for its members and for who writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesRoom {
    pub meeting: MeetingRow,
    /// None while nobody began them.
    pub state: Option<MinutesState>,
    pub text: String,
    pub decisions: Vec<Decision>,
    pub comments: Slice<MinutesComment>,
    pub addenda: Vec<(DateTime<Utc>, String)>,
    /// The first instant at which comments are no longer taken.
    pub comments_until: Option<DateTime<Utc>>,
    /// Days that members have for their comments.
    pub comment_days: u32,
    pub version: i32,
    /// The organisation for which the person may comment now.
    pub comments_for: Option<String>,
    /// Which organisations approved this text, and which did not yet.
    pub approvals: Tally,
    /// The day on which approvals of an earlier text fell with it.
    pub approvals_fell_on: Option<NaiveDate>,
    /// The members for which the person may approve now.
    pub approves_for: Vec<(MemberId, String)>,
    /// For who writes the text now.
    pub beside: Option<BesideMinutes>,
    pub may_write: bool,
    pub may_add: bool,
    /// What the person may do next.
    pub steps: Vec<MinutesStep>,
}

/// What lies beside the text while minutes are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideMinutes {
    /// Markdown.
    pub agenda: String,
    /// How many came.
    pub attended: Option<u32>,
    /// The latest minutes of the same body, as far as they are.
    pub earlier: Vec<EarlierMinutes>,
}

/// Minutes of an earlier meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierMinutes {
    pub meeting: MeetingId,
    pub title: String,
    pub at: DateTime<Utc>,
    /// Markdown.
    pub text: String,
}

#[async_trait]
pub trait MinutesOf {
    /// The minutes of a meeting as far as they are, with the comments that follow the one called `after`; for its
    /// members and for who writes them.
    async fn minutes_room(&self, meeting: MeetingId, after: Option<String>) -> Outcome<MinutesRoom>;

    /// Saves the text of the draft.
    async fn write_minutes(&self, meeting: MeetingId, version: i32, new: NewMinutes) -> Outcome<()>;

    /// Adds a decision under the next number.
    async fn add_decision(&self, meeting: MeetingId, version: i32, text: String) -> Outcome<()>;

    /// Writes an organisation's dissent to a decision.
    async fn add_dissent(&self, meeting: MeetingId, version: i32, number: String, new: Dissent) -> Outcome<()>;

    /// Moves the minutes one step.
    async fn move_minutes(&self, meeting: MeetingId, version: i32, step: MinutesStep) -> Outcome<()>;

    /// Comments on the draft, for an organisation of which the person is the delegate.
    async fn comment_minutes(&self, meeting: MeetingId, new: NewMinutesComment) -> Outcome<()>;

    /// Approves what was read in this version, once, for a member of which the person is the delegate.
    async fn approve_minutes(&self, meeting: MeetingId, version: i32, member: MemberId) -> Outcome<()>;

    /// Adds to approved minutes.
    async fn add_addendum(&self, meeting: MeetingId, new: NewAddendum) -> Outcome<()>;
}
