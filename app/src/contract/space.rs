//! What a person did here, what became of it, and the account.

use super::{Slice, contributions::ContributionRow, documents::PathName, meetings::MeetingRow};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    id::{CommentId, ContributionId, IdentityProviderId},
    organ::OrganKind,
};

/// What the person who asks did, and what became of it; what has news comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    pub name: String,
    pub email: String,
    /// `it` or `en`.
    pub language: String,
    /// Everything below of which there is news, the latest first.
    pub news: Vec<ContributionRow>,
    pub contributions: Vec<ContributionRow>,
    pub supported: Vec<ContributionRow>,
    pub followed: Vec<ContributionRow>,
    /// What the person commented, in every state, the newest first.
    pub comments: Slice<OwnComment>,
    /// The organs on which the person sits, with what waits there.
    pub seats: Vec<Seat>,
    /// Whether the account may be erased here; who holds a role asks the administrator first.
    pub may_erase: bool,
}

/// A comment of the person who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnComment {
    pub id: CommentId,
    /// The proposal below which it stands.
    pub on: ContributionId,
    /// The title of that proposal; none where it is hidden.
    pub title: Option<String>,
    pub excerpt: String,
    pub at: DateTime<Utc>,
    pub hidden: bool,
    /// Whether a moderator reads it first.
    pub waiting: bool,
    /// Whether there are more comments than the first page shows.
    pub far: bool,
}

/// A seat on an organ, for an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub path: PathName,
    pub organ: OrganKind,
    pub organisation: String,
    /// Whether the proposal document of the path lies at the table.
    pub document: bool,
    /// Whether the vote of the organisation on that document is awaited.
    pub to_vote: bool,
    /// Minutes that lie with the members: to comment, to approve.
    pub minutes: Vec<SeatMinutes>,
    /// Meetings convened, the nearest first.
    pub meetings: Vec<MeetingRow>,
}

/// Minutes that lie with the members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatMinutes {
    pub meeting: MeetingRow,
    /// The first instant at which comments are no longer taken.
    pub until: DateTime<Utc>,
    /// Whether it has come: they may still be approved.
    pub closed: bool,
    /// Whether the person approved them for its organisation.
    pub approved: bool,
}

/// An identity provider, and whether the person signs in by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayIn {
    pub id: IdentityProviderId,
    pub name: String,
    pub joined: bool,
}

/// Name and language as a person wants them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    pub name: String,
    /// `it` or `en`.
    pub language: String,
}

#[async_trait]
pub trait MySpace {
    /// The space of the person who asks, its comments from after the position `comments` on.
    async fn my_space(&self, comments: Option<String>) -> Outcome<Space>;

    /// The providers at which people may sign in here, and by which the person who asks does.
    async fn ways_in(&self) -> Outcome<Vec<WayIn>>;

    /// Changes the name that is shown, and the language of mail.
    async fn keep_preferences(&self, new: Preferences) -> Outcome<()>;

    /// Erases the account of the person who asks: what was written stays, without its author.
    async fn erase_account(&self) -> Outcome<()>;
}
