//! A process on its way: the facts that its rules ask for, the steps open to it, and the refusal.

use crate::{
    calendar::{Deadline, Holidays, add_days, add_months},
    id::MeetingId,
    pack::{DurationUnit, RulePack},
    policy::Action,
    refusal::{Blocker, StepRefused},
    requirement::{Requirement, requirements},
    role::Role,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use crate::stage::{Stage, Step};

/// The formal start notice as far as it is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartNotice {
    /// Whether it names an action of public relevance that happened.
    pub action_named: bool,
    /// Whether it gives the web address where the action is documented.
    pub link_present: bool,
    /// The date communicated, from which the duration runs.
    pub date: Option<NaiveDate>,
    /// Whether the legal representative signed it.
    pub signed: bool,
}

/// What became of the proposal document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentFact {
    /// Not submitted, or sent back for integrations.
    #[default]
    InPreparation,
    /// In the hands of the guarantor.
    Submitted,
    /// Validated, and not sent yet.
    Validated,
    /// Sent to the decision body.
    Sent(NaiveDate),
    /// Validation was refused: the body must acknowledge that too.
    NotValidated(NaiveDate),
}

/// What the rules ask about a process, as plain facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProcessFacts {
    pub today: NaiveDate,
    pub holidays: Holidays,
    /// The stage from which a suspended process was interrupted.
    pub interrupted: Option<Stage>,
    pub object_present: bool,
    pub phases_planned: bool,
    pub staff_named: bool,
    pub owner_named: bool,
    pub decision_body_set: bool,
    pub suspension_act_present: bool,
    /// Length that the project itself sets, in the unit of the pack.
    pub duration: Option<u32>,
    pub notice: StartNotice,
    /// The day on which the sheet says that it ends: what a cycle goes by.
    pub planned_end: Option<NaiveDate>,
    /// Last day to start on, as the call or the grant act says.
    pub start_limit: Option<NaiveDate>,
    /// Organisations on the negotiation table.
    pub table_organisations: u64,
    pub table_constituted: bool,
    pub first_table_meeting_held: bool,
    pub first_table_minutes_published: bool,
    pub stakeholder_map_present: bool,
    /// Public meetings neither held nor cancelled.
    pub open_meetings: u32,
    pub contributions_close: Option<NaiveDate>,
    /// Published contributions without an answer.
    pub unanswered_contributions: u32,
    /// Published contributions that have their answer.
    pub answered_contributions: u32,
    /// Meetings of a day gone by, neither held nor cancelled.
    pub past_meetings: u32,
    /// The minutes that members may still comment, by their meeting, with the last day.
    pub minutes_comment_ends: Vec<(MeetingId, NaiveDate)>,
    /// End of the process, extensions included.
    pub authorised_end: Option<NaiveDate>,
    pub document: DocumentFact,
    /// Whether the guarantor refused the document and nobody began to write it again.
    pub ended_unvalidated: bool,
    pub concluded_on: Option<NaiveDate>,
    /// Day of the act that acknowledges the result, or that adopts the updated agenda.
    pub acknowledged_on: Option<NaiveDate>,
    pub decision_communicated: bool,
    pub report_submitted_on: Option<NaiveDate>,
}

impl ProcessFacts {
    /// The last day to start on: the call's, or else the pack's.
    #[must_use]
    pub fn start_limit(&self, pack: &RulePack) -> Option<NaiveDate> {
        self.start_limit.or(pack.start.limit_date)
    }
}

/// Whether a process at `stage` works on past its authorised end: a computed flag, not a state (C2).
#[must_use]
pub fn is_overdue(stage: Stage, authorised_end: Option<NaiveDate>, today: NaiveDate) -> bool {
    stage.is_running() && authorised_end.is_some_and(|end| today > end)
}

/// One step that a process may take next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    pub step: Step,
    pub who: Role,
    pub due: Option<Deadline>,
    pub requirements: Vec<Requirement>,
}

impl NextStep {
    /// Whether its day is past.
    #[must_use]
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.due.is_some_and(|due| due.days_left(today) < 0)
    }

    /// Whether nothing is missing.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.requirements.iter().all(|requirement| requirement.met)
    }
}

impl Step {
    /// The permission that the step needs.
    #[must_use]
    pub fn action(self, pack: &RulePack) -> Action {
        match self {
            Self::MakeReady => Action::MakeReady,
            Self::Start if pack.start.notice_required => Action::StartProcess,
            Self::Start => Action::OpenCycle,
            Self::Open => Action::OpenContributions,
            Self::Close => Action::CloseContributions,
            Self::Conclude => Action::ConcludeProcess,
            Self::RecordImpact => Action::RecordImpact,
            Self::Monitor => Action::StartMonitoring,
            Self::Archive => Action::ArchiveProcess,
            Self::Suspend | Self::Resume => Action::SuspendProcess,
            Self::Withdraw => Action::WithdrawProcess,
        }
    }

    /// The role that takes the step.
    #[must_use]
    pub fn who(self, pack: &RulePack) -> Role {
        match self {
            Self::Start if pack.start.notice_required => Role::LegalRepresentative,
            Self::MakeReady
            | Self::Start
            | Self::Open
            | Self::Close
            | Self::Conclude
            | Self::Suspend
            | Self::Resume => Role::ProcessOwner,
            Self::RecordImpact | Self::Monitor | Self::Archive => Role::BodySecretary,
            Self::Withdraw => Role::LegalRepresentative,
        }
    }

    /// Whether the step leaves the path instead of advancing it.
    #[must_use]
    pub const fn is_side(self) -> bool {
        matches!(self, Self::Suspend | Self::Resume | Self::Withdraw)
    }
}

/// Takes `step`, or tells everything that stands in its way.
///
/// # Errors
/// `WrongState` where the step does not exist, or each requirement that is not met.
pub fn take(stage: Stage, step: Step, facts: &ProcessFacts, pack: &RulePack) -> Result<Stage, StepRefused> {
    let next = stage.after(step, facts.interrupted)?;
    let blockers: Vec<Blocker> = requirements(stage, step, facts, pack)
        .into_iter()
        .filter(|requirement| !requirement.met)
        .map(|requirement| requirement.what)
        .collect();
    if blockers.is_empty() { Ok(next) } else { Err(StepRefused { blockers }) }
}

/// Every step that exists from `stage`, the one that advances first.
#[must_use]
pub fn next_steps(stage: Stage, facts: &ProcessFacts, pack: &RulePack) -> Vec<NextStep> {
    let exists = |step: &Step| stage.after(*step, facts.interrupted).is_ok();
    let mut steps: Vec<NextStep> = Step::ALL
        .iter()
        .copied()
        .filter(exists)
        .map(|step| NextStep {
            step,
            who: step.who(pack),
            due: due(step, facts, pack),
            requirements: requirements(stage, step, facts, pack),
        })
        .collect();
    steps.sort_by_key(|next| next.step.is_side());
    steps
}

/// The end of a process that starts on `start`, before any extension; none for cycles, which set their own.
#[must_use]
pub fn planned_end(pack: &RulePack, start: NaiveDate, duration: Option<u32>) -> Option<NaiveDate> {
    let length = duration.or(pack.duration.default)?;
    match pack.duration.unit {
        DurationUnit::Months => Some(add_months(start, length)),
        DurationUnit::Days => Some(add_days(start, length)),
        DurationUnit::Cycle => None,
    }
}

fn due(step: Step, facts: &ProcessFacts, pack: &RulePack) -> Option<Deadline> {
    match step {
        Step::Start => facts.start_limit(pack).map(Deadline),
        Step::Close => facts.last_contribution_day().map(Deadline),
        Step::Conclude => facts.authorised_end.map(Deadline),
        Step::RecordImpact => crate::deadline::acknowledgement_due(facts, pack).map(Deadline),
        // The report that the archive waits for has a date and an office of its own.
        Step::MakeReady
        | Step::Open
        | Step::Monitor
        | Step::Archive
        | Step::Suspend
        | Step::Resume
        | Step::Withdraw => None,
    }
}

#[cfg(test)]
mod tests;
