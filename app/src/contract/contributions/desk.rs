//! Where a contribution is written, and when.

use super::ContributionRow;
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
