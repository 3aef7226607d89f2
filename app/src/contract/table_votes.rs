//! The votes of the negotiation table on the proposal document, by organisation.

use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    digest::Digest,
    id::MemberId,
    table_vote::{NewVote, Tally, VoteChoice},
};

/// What one organisation voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteLine {
    pub organisation: String,
    pub choice: VoteChoice,
    pub note: String,
    pub at: DateTime<Utc>,
    /// Whether it is about the text that the page shows.
    pub current: bool,
}

/// An organisation for which the person who asks votes now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    pub member: MemberId,
    pub organisation: String,
    /// What it voted on the text that the page shows.
    pub given: Option<NewVote>,
}

/// The votes on the document, and whose are awaited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voting {
    pub lines: Vec<VoteLine>,
    /// Of the votes on the text that the page shows.
    pub tally: Tally,
    /// While the document lies at the table: the organisations that have not voted on this text.
    pub waiting: Vec<String>,
    pub ballots: Vec<Ballot>,
    /// The age that the person has yet to declare to vote, where the tenant asks for one.
    pub ask_age: Option<u8>,
}

#[async_trait]
pub trait TableVotes {
    /// Votes for `member` on exactly the content `content`, in the place of its earlier vote; `Conflict` when the text
    /// changed since. `born` is the day of birth, where the tenant asks for an age that was not declared yet.
    async fn vote_on_document(
        &self,
        slug: String,
        member: MemberId,
        content: Digest,
        vote: NewVote,
        born: String,
    ) -> Outcome<()>;
}
