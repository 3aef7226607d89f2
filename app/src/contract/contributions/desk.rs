//! Where a contribution is written, and when; and where it is answered.

use super::ContributionRow;
use crate::contract::{Slice, tables::ProcessName};
use chrono::NaiveDate;
use domain::id::{ContributionId, TableId};

/// A table that may be chosen, with its process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableChoice {
    pub id: TableId,
    pub name: String,
    pub slug: String,
    pub process: String,
    /// Whether contributions are taken there now.
    pub open: bool,
}

/// A collection of contributions that is not open now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherWindow {
    pub slug: String,
    pub title: String,
    pub when: OtherDay,
}

/// When a collection opens, or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherDay {
    /// First day; not known yet for a process that has only started.
    Opens(Option<NaiveDate>),
    /// Last day; none when it was closed before that day.
    Closed(Option<NaiveDate>),
}

/// Where a contribution is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposeDesk {
    /// The tables that take contributions now.
    pub tables: Vec<TableChoice>,
    /// Where none does: the collection that opens next, else the one that closed last.
    pub other: Option<OtherWindow>,
    /// The age that the person must declare first, where it is not known.
    pub ask_age: Option<u8>,
}

/// Where a contribution is written, beside those that may say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarDesk {
    pub desk: ProposeDesk,
    pub similar: Vec<ContributionRow>,
}

/// What became of a contribution that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    Published(ContributionId),
    /// A moderator reads it first.
    Held(ContributionId),
    /// The same person sent the same before.
    Before(ContributionId),
    /// Others may say the same; nothing was published.
    Similar,
}

/// What the desk of answers is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswersAsked {
    /// Those that have their answer, and not those that wait.
    pub answered: bool,
    pub table: Option<TableId>,
    pub words: String,
    pub after: Option<String>,
    /// What was ticked before, on whatever page.
    pub ticked: Vec<ContributionId>,
}

/// The contributions of a process that wait for an answer, and those that have one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerDesk {
    pub process: ProcessName,
    /// How many wait.
    pub open: u32,
    pub asked: AnswersAsked,
    /// The tables of the process.
    pub tables: Vec<(TableId, String)>,
    /// What was ticked before and stands not on this page, with titles.
    pub ticked: Vec<(ContributionId, String)>,
    pub slice: Slice<ContributionRow>,
    /// How many have their answer.
    pub done: u32,
    /// Contributions are still taken: an answer may come now, most come after.
    pub early: bool,
    pub may_answer: bool,
    /// Contributions may be merged and divided.
    pub may_combine: bool,
}
