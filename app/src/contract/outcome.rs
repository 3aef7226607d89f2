//! What the body makes of the proposals: acknowledgement, decisions, communication.

use super::proposal_document::OfProcess;
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    acknowledgement::NewAcknowledgement,
    calendar::Deadline,
    digest::Digest,
    outcome::{NewDecision, OutcomeState},
    proposal_document::ValidationVerdict,
    refusal::Blocker,
};

/// A recorded acknowledgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AcknowledgementView {
    pub act: NewAcknowledgement,
    pub due: Option<Deadline>,
    pub late_days: u32,
}

/// A proposal with what was decided on it, if anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedProposal {
    pub number: u32,
    pub title: String,
    pub text: String,
    pub decision: Option<NewDecision>,
    /// Code of the action that it became.
    pub action: Option<String>,
}

/// The outcome as the body's secretary and the public see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeView {
    pub process: OfProcess,
    pub state: OutcomeState,
    pub decision_body: String,
    pub verdict: Option<ValidationVerdict>,
    pub validation_required: bool,
    pub concluded_on: Option<NaiveDate>,
    /// Last good day for the acknowledgement, once the process is concluded.
    pub due: Option<Deadline>,
    pub acknowledgement: Option<AcknowledgementView>,
    pub proposals: Vec<DecidedProposal>,
    /// Fingerprint of all decisions as shown.
    pub decided: Digest,
    pub communicated_on: Option<NaiveDate>,
    /// What stands in the way of publishing the decisions.
    pub blockers: Vec<Blocker>,
    pub may_acknowledge: bool,
    pub may_decide: bool,
    /// Whether the person may make an action of a proposal that was accepted in part.
    pub may_make_action: bool,
}

#[async_trait]
pub trait Outcomes {
    /// The outcome in preparation, for staff.
    async fn outcome(&self, slug: String) -> Outcome<OutcomeView>;

    /// Records the acknowledgement; a late one is marked, and owner and committee are told.
    async fn acknowledge(&self, slug: String, new: NewAcknowledgement) -> Outcome<()>;

    /// Keeps the decision on one proposal until they are published; `Conflict` unless it was decided as `seen` before.
    async fn decide_proposal(&self, slug: String, number: u32, new: NewDecision, seen: Option<Digest>) -> Outcome<()>;

    /// Publishes the decisions, makes an action of each accepted proposal, and tells everybody a proposal comes from;
    /// `Conflict` unless they are as `seen`.
    async fn publish_decisions(&self, slug: String, seen: Digest) -> Outcome<()>;

    /// The outcome as everybody reads it; `NotFound` before the acknowledgement.
    async fn public_decisions(&self, slug: String) -> Outcome<OutcomeView>;
}
