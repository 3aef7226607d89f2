//! What everyone reads first: the home page of a tenant, and what visitors report about the site.

use super::{Slice, questionnaires::QuestionnaireRow};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    feedback::NewFeedback,
    id::{DocumentId, MeetingId, TableId},
    outcome::MeritDecision,
    pack::RulePack,
    stage::Stage,
};

/// The process that takes contributions now and closes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenNow {
    pub slug: String,
    pub title: String,
    /// Last day, until 24:00.
    pub until: NaiveDate,
    pub days_left: i64,
}

/// What comes next in a process, or came last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextDate {
    ContributionsUntil(NaiveDate),
    End(NaiveDate),
    /// The end lies behind, and the work goes on.
    EndPast(NaiveDate),
    Concluded(NaiveDate),
}

/// A process as a card.
#[derive(Debug, Clone, PartialEq)]
pub struct PathCard {
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub stage: Stage,
    /// The stage from which it was suspended.
    pub interrupted: Option<Stage>,
    pub pack: &'static RulePack,
    pub next: Option<NextDate>,
    pub fictional: bool,
}

/// An axis of a permanent agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AxisCard {
    pub slug: String,
    pub id: TableId,
    pub name: String,
    /// Public contributions.
    pub contributions: u64,
}

/// An act of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    pub slug: String,
    pub date: NaiveDate,
    pub subject: String,
    pub what: Decided,
}

/// What a decision is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// An act of a body, with its number and its document where everybody may read it.
    Act { body: String, number: String, document: Option<DocumentId> },
    /// What became of a proposal of the document, by its number.
    Proposal { number: u32, decision: MeritDecision },
}

/// A meeting to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextMeeting {
    pub id: MeetingId,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub place: Option<String>,
}

/// Everything on the home page of a tenant.
#[derive(Debug, Clone, PartialEq)]
pub struct HomeView {
    /// The questionnaires that are open.
    pub questionnaires: Vec<QuestionnaireRow>,
    pub open: Option<OpenNow>,
    pub paths: Vec<PathCard>,
    /// Of a permanent agenda alone.
    pub axes: Vec<AxisCard>,
    pub decisions: Vec<DecisionRow>,
    pub meetings: Vec<NextMeeting>,
    /// Name and origin of the union, where a municipality has no process of its own.
    pub union: Option<(String, String)>,
}

/// A report about the site's accessibility.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackRow {
    pub message: String,
    /// The page that it speaks of, as typed.
    pub page: String,
    pub email: Option<String>,
    pub at: DateTime<Utc>,
}

#[async_trait]
pub trait Site {
    /// What the home page of the tenant shows.
    async fn home(&self) -> Outcome<HomeView>;

    /// Keeps a report about the site; `TooMany` after a few in an hour from one network.
    async fn send_feedback(&self, new: NewFeedback) -> Outcome<()>;

    /// The reports of visitors, newest first; administrators alone.
    async fn feedback(&self, after: Option<String>) -> Outcome<Slice<FeedbackRow>>;
}
