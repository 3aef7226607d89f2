//! The document as everybody reads it.

use super::{OfProcess, RoundLine};
use chrono::NaiveDate;
use domain::{
    digest::Digest,
    origin::Origin,
    outcome::NewDecision,
    proposal_document::{DocumentContent, ProposalDocumentState, ProposalText, TableOpinion, ValidationVerdict},
    table_vote::Tally,
};

/// Something a proposal comes from, as everybody may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicOrigin {
    pub origin: Origin,
    pub title: String,
    /// Address of its page; none when it has none.
    pub href: Option<String>,
}

/// A proposal of the published document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicProposal {
    pub proposal: ProposalText,
    pub origins: Vec<PublicOrigin>,
    /// Once it was communicated.
    pub decision: Option<NewDecision>,
    /// Code of the action that it became.
    pub action: Option<String>,
}

/// The document as everybody reads it, once it was sent to the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicDocument {
    pub process: OfProcess,
    pub state: ProposalDocumentState,
    pub content: DocumentContent,
    pub proposals: Vec<PublicProposal>,
    pub sha256: Digest,
    pub opinion: Option<TableOpinion>,
    pub votes: Tally,
    pub verdict: Option<ValidationVerdict>,
    pub submitted_on: Option<NaiveDate>,
    pub decided_on: Option<NaiveDate>,
    pub sent_on: Option<NaiveDate>,
    /// What went to the guarantor and what came back, the oldest first; none where the rules know no guarantor.
    pub rounds: Vec<RoundLine>,
    pub cleared: bool,
}
