//! What the body makes of the proposals: it acknowledges, decides each on its merits, and tells everybody.

use crate::{
    calendar::{Deadline, Holidays, add_days},
    code::coded,
    digest::Digest,
    invalid::{Fault, FieldErrors},
    pack::RulePack,
    refusal::{Blocker, StepRefused},
    role::Role,
    text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

mod told;

pub use told::evaluation_from;

coded! {
    /// Where the outcome of a process is.
    pub enum OutcomeState {
        /// The document arrived; the body has not recorded it.
        AwaitingAcknowledgement = "awaiting_acknowledgement",
        /// Process, document and validation are recorded by an act.
        Acknowledged = "acknowledged",
        /// The body examines the proposals.
        MeritPending = "merit_pending",
        /// Each proposal is decided.
        Decided = "decided",
        /// The guarantor and those who took part were told.
        Communicated = "communicated",
        /// The decisions are being followed.
        Monitoring = "monitoring",
        /// Nothing is left to follow.
        Closed = "closed",
    }
}

coded! {
    /// What happens to the outcome.
    pub enum OutcomeStep {
        /// Records process, document and validation.
        Acknowledge = "acknowledge",
        /// Takes up the proposals.
        TakeUp = "take_up",
        /// Decides them.
        Decide = "decide",
        /// Tells the guarantor and those who took part.
        Communicate = "communicate",
        /// Starts following the decisions.
        Monitor = "monitor",
        /// Ends the monitoring.
        Close = "close",
    }
}

impl OutcomeState {
    /// The state that `step` leads to.
    ///
    /// # Errors
    /// `WrongState` where the step does not exist.
    pub fn after(self, step: OutcomeStep) -> Result<Self, StepRefused> {
        match (self, step) {
            (Self::AwaitingAcknowledgement, OutcomeStep::Acknowledge) => Ok(Self::Acknowledged),
            (Self::Acknowledged, OutcomeStep::TakeUp) => Ok(Self::MeritPending),
            (Self::MeritPending, OutcomeStep::Decide) => Ok(Self::Decided),
            (Self::Decided, OutcomeStep::Communicate) => Ok(Self::Communicated),
            (Self::Communicated, OutcomeStep::Monitor) => Ok(Self::Monitoring),
            (Self::Monitoring, OutcomeStep::Close) => Ok(Self::Closed),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// The state in which somebody begins to decide: what was acknowledged is taken up by that.
    #[must_use]
    pub fn taken_up(self) -> Self {
        self.after(OutcomeStep::TakeUp).unwrap_or(self)
    }
}

/// What the rules ask about an acknowledgement.
#[derive(Debug, Clone, Copy)]
pub struct AcknowledgementFacts<'a> {
    pub pack: &'a RulePack,
    pub holidays: Holidays,
    pub concluded_on: NaiveDate,
    /// Whether the guarantor validated the document.
    pub validated: bool,
    /// Whether the act mentions that it was not.
    pub mentions_refusal: bool,
}

/// An acknowledgement as recorded, in time or late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledged {
    pub on: NaiveDate,
    pub due: Option<Deadline>,
    /// Days after the last good one; none when in time.
    pub late_days: u32,
}

impl Acknowledged {
    /// Who is told that the acknowledgement came late; nobody when it came in time.
    #[must_use]
    pub fn alerted(&self) -> &'static [Role] {
        if self.late_days > 0 { &[Role::ProcessOwner, Role::CommitteeMember] } else { &[] }
    }
}

/// Records an acknowledgement of the act's day `on`; a late one is accepted and marked.
///
/// # Errors
/// `AcknowledgedBeforeConclusion`, or `RefusalMentioned` when the act is silent on a refused validation.
pub fn acknowledge(on: NaiveDate, facts: &AcknowledgementFacts<'_>) -> Result<Acknowledged, StepRefused> {
    let concluded = facts.concluded_on;
    let mut blockers = Vec::new();
    if on < concluded {
        blockers.push(Blocker::AcknowledgedBeforeConclusion { concluded });
    }
    if facts.pack.validation_required && !facts.validated && !facts.mentions_refusal {
        blockers.push(Blocker::RefusalMentioned);
    }
    if !blockers.is_empty() {
        return Err(StepRefused { blockers });
    }
    let due = facts
        .pack
        .acknowledgement_days
        .map(|days| Deadline(facts.holidays.roll(add_days(concluded, days), facts.pack.rolling)));
    let late = due.map_or(0, |due| on.signed_duration_since(due.0).num_days());
    Ok(Acknowledged { on, due, late_days: u32::try_from(late).unwrap_or(0) })
}

coded! {
    /// What the body makes of one proposal.
    pub enum MeritDecision {
        /// Accepted whole.
        Accepted = "accepted",
        /// Accepted in part.
        PartlyAccepted = "partly_accepted",
        /// Rejected.
        Rejected = "rejected",
        /// Put off.
        Deferred = "deferred",
    }
}

impl MeritDecision {
    /// Whether the public is owed a reason.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        !matches!(self, Self::Accepted)
    }
}

/// The decision on one proposal, perhaps still to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalDecision {
    pub number: u32,
    pub decision: Option<MeritDecision>,
    pub reason: String,
}

/// A decision as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewDecision {
    pub decision: MeritDecision,
    pub reason: String,
}

impl NewDecision {
    /// Stands for the decision as somebody saw it.
    #[must_use]
    pub fn fingerprint(&self) -> Digest {
        Digest::of(format!("{}\n{}", self.decision, self.reason))
    }

    /// Reads the fields `decision` and `reason`; the reason may be empty for what is accepted whole.
    ///
    /// # Errors
    /// The fault of each field.
    pub fn parse(decision: &str, reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let decision = errors.take("decision", decision.parse::<MeritDecision>().map_err(|_| Fault::Choice));
        let needed = decision.is_some_and(MeritDecision::needs_reason);
        let reason = if needed { text::prose(reason, 4_000) } else { text::optional_prose(reason, 4_000) };
        let reason = errors.take("reason", reason);
        match (decision, reason) {
            (Some(decision), Some(reason)) => Ok(Self { decision, reason }),
            _ => Err(errors),
        }
    }
}

/// Lets the decisions be published once each proposal has one, with its reason where one is owed.
///
/// # Errors
/// `ProposalsDecided` and `DecisionReasons` with the numbers at fault.
pub fn ready_to_publish(decisions: &[ProposalDecision]) -> Result<(), StepRefused> {
    let numbers = |fault: fn(&ProposalDecision) -> bool| -> Vec<u32> {
        decisions.iter().filter(|one| fault(one)).map(|one| one.number).collect()
    };
    let undecided = numbers(|one| one.decision.is_none());
    let unreasoned =
        numbers(|one| one.decision.is_some_and(MeritDecision::needs_reason) && one.reason.trim().is_empty());
    let mut blockers = Vec::new();
    if decisions.is_empty() || !undecided.is_empty() {
        blockers.push(Blocker::ProposalsDecided { missing: undecided });
    }
    if !unreasoned.is_empty() {
        blockers.push(Blocker::DecisionReasons { missing: unreasoned });
    }
    if blockers.is_empty() { Ok(()) } else { Err(StepRefused { blockers }) }
}

/// How many proposals got each decision, in the order of [`MeritDecision::ALL`].
#[must_use]
pub fn tally(decisions: &[ProposalDecision]) -> Vec<(MeritDecision, usize)> {
    let count = |kind| decisions.iter().filter(|one| one.decision == Some(kind)).count();
    MeritDecision::ALL.iter().map(|&kind| (kind, count(kind))).collect()
}

#[cfg(test)]
mod tests;
