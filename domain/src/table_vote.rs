//! What the organisations at the negotiation table vote on the proposal document (domain study, b: *TdN member*).

use crate::{
    code::{choice, coded},
    digest::Digest,
    invalid::FieldErrors,
    organ::{MemberState, OrganKind},
    proposal_document::{ProposalDocumentState, ProposalDocumentStep},
    refusal::{Blocker, StepRefused},
    stage::Stage,
    text,
};
use serde::{Deserialize, Serialize};

/// Most characters of the note beside a vote.
pub const NOTE_MAX: u32 = 2_000;

coded! {
    /// How an organisation votes.
    pub enum VoteChoice {
        Favourable = "favourable",
        Contrary = "contrary",
        Abstained = "abstained",
    }
}

/// A vote as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVote {
    pub choice: VoteChoice,
    pub note: String,
}

impl NewVote {
    /// Reads `choice`, and `note`, which may be blank.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(typed: &str, note: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let choice = errors.take("choice", choice(typed));
        let note = errors.take("note", text::optional_prose(note, NOTE_MAX));
        match (choice, note) {
            (Some(choice), Some(note)) => Ok(Self { choice, note }),
            _ => Err(errors),
        }
    }

    /// The vote on exactly this content.
    #[must_use]
    pub fn on(self, content: Digest) -> TableVote {
        TableVote { choice: self.choice, note: self.note, content }
    }
}

/// What an organisation said of one content of the document; about any other it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableVote {
    pub choice: VoteChoice,
    pub note: String,
    pub content: Digest,
}

impl TableVote {
    /// Whether the vote is about this content.
    #[must_use]
    pub fn is_about(&self, content: &Digest) -> bool {
        self.content == *content
    }
}

/// Whether a member has a vote on the document: one of the negotiation table that sits there today and votes.
#[must_use]
pub const fn has_vote(organ: OrganKind, state: MemberState, votes: bool) -> bool {
    matches!(organ, OrganKind::NegotiationTable) && state.is_member() && votes
}

/// Lets an organisation vote, or change its vote, while the document lies at the table of a process at work.
///
/// # Errors
/// `NoVote` for who has none, else `WrongState`.
pub fn may_vote(document: ProposalDocumentState, stage: Stage, has_vote: bool) -> Result<(), StepRefused> {
    if !has_vote {
        return Err(Blocker::NoVote.into());
    }
    if !document.is_at_table() {
        return Err(Blocker::WrongState.into());
    }
    ProposalDocumentStep::Submit.fits(stage)
}

/// How many organisations voted what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub favourable: u32,
    pub contrary: u32,
    pub abstained: u32,
}

impl Tally {
    /// Counts the votes about `content`; those about another text are not among them.
    #[must_use]
    pub fn of<'a>(votes: impl IntoIterator<Item = &'a TableVote>, content: &Digest) -> Self {
        let mut tally = Self::default();
        for vote in votes.into_iter().filter(|vote| vote.is_about(content)) {
            match vote.choice {
                VoteChoice::Favourable => tally.favourable += 1,
                VoteChoice::Contrary => tally.contrary += 1,
                VoteChoice::Abstained => tally.abstained += 1,
            }
        }
        tally
    }

    /// Whether nobody voted.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

#[cfg(test)]
mod tests;
