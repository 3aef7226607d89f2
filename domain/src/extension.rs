//! More time for a process (*proroga*): asked with reasons, granted whole, in part, or refused.

use crate::{
    calendar::add_days,
    invalid::{Fault, FieldErrors},
    pack::RulePack,
    refusal::{Blocker, StepRefused},
    role::Role,
    text,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

mod general;
mod state;

pub use general::{NewGeneralExtension, declare};
pub use state::{ExtensionState, ExtensionStep};

/// A request as written: reasons, state of progress, new end, updated timetable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewExtension {
    pub reasons: String,
    pub progress: String,
    pub until: NaiveDate,
    pub timetable: String,
}

impl NewExtension {
    /// Reads the fields `reasons`, `progress`, `until` and `timetable`, all of them required.
    ///
    /// # Errors
    /// The fault of each field.
    pub fn parse(reasons: &str, progress: &str, until: &str, timetable: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reasons = errors.take("reasons", text::prose(reasons, 4_000));
        let progress = errors.take("progress", text::prose(progress, 4_000));
        let until = errors.take("until", text::date(until));
        let timetable = errors.take("timetable", text::prose(timetable, 4_000));
        match (reasons, progress, until, timetable) {
            (Some(reasons), Some(progress), Some(until), Some(timetable)) => {
                Ok(Self { reasons, progress, until, timetable })
            }
            _ => Err(errors),
        }
    }
}

/// What the rules ask about the process of a request.
#[derive(Debug, Clone, Copy)]
pub struct ExtensionFacts<'a> {
    pub pack: &'a RulePack,
    pub today: NaiveDate,
    /// The end before any extension.
    pub original_end: NaiveDate,
    /// The end as it stands.
    pub authorised_end: NaiveDate,
    /// Days of all extensions granted so far.
    pub granted_days: u32,
    /// Whether another request waits for its answer.
    pub pending: bool,
    /// Whether the request's document is attached, for everybody to read.
    pub documented: bool,
}

/// A request that may go to the granting body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requested {
    pub text: NewExtension,
    pub days: u32,
    pub requested_on: NaiveDate,
}

/// Asks for more time, within the limits and dates of the pack.
///
/// # Errors
/// Every limit that the request passes, each naming the pack's version.
pub fn request(new: NewExtension, facts: &ExtensionFacts<'_>) -> Result<Requested, StepRefused> {
    let end = facts.authorised_end;
    let days = days_between(end, new.until).ok_or(Blocker::ExtensionNotLater { end })?;
    StepRefused::unless_clear(hindrances(new.until, facts))?;
    Ok(Requested { text: new, days, requested_on: facts.today })
}

/// What stands in the way of asking for time until `until`.
#[must_use]
pub fn hindrances(until: NaiveDate, facts: &ExtensionFacts<'_>) -> Vec<Blocker> {
    let end = facts.authorised_end;
    let mut blockers = match days_between(end, until) {
        Some(days) => limits(days, facts),
        None => vec![Blocker::ExtensionNotLater { end }],
    };
    if !facts.documented {
        blockers.push(Blocker::ExtensionDocument);
    }
    if facts.pending {
        blockers.push(Blocker::ExtensionPending);
    }
    blockers
}

/// Days from the end as it stands to `until`; none when it is not later.
#[must_use]
pub fn days_between(end: NaiveDate, until: NaiveDate) -> Option<u32> {
    u32::try_from(until.signed_duration_since(end).num_days()).ok().filter(|days| *days > 0)
}

/// What the granting body decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExtensionDecision {
    Grant,
    Reduce { days: u32 },
    Refuse { reason: String },
}

impl ExtensionDecision {
    /// Reads the fields `outcome` (a code of [`ExtensionStep`]), `days` and `reason`.
    ///
    /// # Errors
    /// The fault of each field: days are required to reduce, a reason to refuse.
    pub fn parse(outcome: &str, days: &str, reason: &str) -> Result<Self, FieldErrors> {
        match outcome.parse() {
            Ok(ExtensionStep::Grant) => Ok(Self::Grant),
            Ok(ExtensionStep::GrantReduced) => {
                let fault = if days.trim().is_empty() { Fault::Required } else { Fault::Number { min: 1, max: 730 } };
                let days = days.trim().parse().ok().filter(|days| (1..=730).contains(days));
                days.map(|days| Self::Reduce { days }).ok_or_else(|| FieldErrors::one("days", fault))
            }
            Ok(ExtensionStep::Refuse) => text::prose(reason, 4_000)
                .map(|reason| Self::Refuse { reason })
                .map_err(|fault| FieldErrors::one("reason", fault)),
            _ => Err(FieldErrors::one("outcome", Fault::Choice)),
        }
    }
}

/// The outcome of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub state: ExtensionState,
    pub granted_days: u32,
    /// The end of the process from now on; its start never moves.
    pub authorised_end: NaiveDate,
}

/// Decides on a request of `asked` days, as `role`.
///
/// # Errors
/// `WrongState`, `NotGrantingBody`, `GrantedMoreThanAsked`, or a limit passed meanwhile.
pub fn decide(
    state: ExtensionState,
    asked: u32,
    decision: &ExtensionDecision,
    role: Role,
    facts: &ExtensionFacts<'_>,
) -> Result<Decided, StepRefused> {
    let pack = facts.pack;
    if !pack.extension.as_ref().is_some_and(|rule| rule.granted_by.contains(&role)) {
        return Err(Blocker::NotGrantingBody { pack: pack.cite() }.into());
    }
    let (step, days) = match decision {
        ExtensionDecision::Grant => (ExtensionStep::Grant, asked),
        ExtensionDecision::Reduce { days } if *days > asked => {
            return Err(Blocker::GrantedMoreThanAsked { granted: *days, asked }.into());
        }
        ExtensionDecision::Reduce { days } if *days == asked => (ExtensionStep::Grant, asked),
        ExtensionDecision::Reduce { days } => (ExtensionStep::GrantReduced, *days),
        ExtensionDecision::Refuse { .. } => (ExtensionStep::Refuse, 0),
    };
    let state = state.after(step)?;
    let blockers = if state.is_granted() { limits(days, facts) } else { Vec::new() };
    if !blockers.is_empty() {
        return Err(StepRefused { blockers });
    }
    Ok(Decided { state, granted_days: days, authorised_end: add_days(facts.authorised_end, days) })
}

/// Whether a request without an answer has lapsed, the end being past where the pack asks to be in time.
#[must_use]
pub fn has_lapsed(state: ExtensionState, facts: &ExtensionFacts<'_>) -> bool {
    state.after(ExtensionStep::Lapse).is_ok() && expired(facts).is_some()
}

/// That the end is past where the pack asks to be in time: nothing can be asked or granted any more.
#[must_use]
pub fn expired(facts: &ExtensionFacts<'_>) -> Option<Blocker> {
    let in_time = facts.pack.extension.as_ref().is_some_and(|rule| rule.before_end);
    let end = facts.authorised_end;
    (in_time && facts.today > end).then_some(Blocker::ExtensionExpired { end })
}

/// Where a planned date moves when `days` are granted on `today`: what is past stays.
#[must_use]
pub fn moved(planned: NaiveDate, days: u32, today: NaiveDate) -> NaiveDate {
    if planned < today { planned } else { add_days(planned, days) }
}

/// The latest end that may be asked for, where the pack sets days or a cap.
#[must_use]
pub fn latest(
    pack: &RulePack,
    original_end: Option<NaiveDate>,
    authorised_end: Option<NaiveDate>,
    granted_days: u32,
) -> Option<NaiveDate> {
    let rule = pack.extension.as_ref()?;
    let end = authorised_end?;
    let by_days = rule.max_days.map(|max| add_days(end, max.saturating_sub(granted_days)));
    let by_cap = pack.latest_end(original_end?);
    [by_days, by_cap].into_iter().flatten().min()
}

fn limits(days: u32, facts: &ExtensionFacts<'_>) -> Vec<Blocker> {
    let pack = facts.pack;
    let Some(rule) = &pack.extension else {
        return vec![Blocker::ExtensionNotForeseen { pack: pack.cite() }];
    };
    let mut blockers = Vec::new();
    blockers.extend(expired(facts));
    if let Some(max) = rule.max_days.filter(|max| facts.granted_days.saturating_add(days) > *max) {
        let granted = facts.granted_days;
        blockers.push(Blocker::ExtensionTooLong { asked: days, granted, max, pack: pack.cite() });
    }
    let until = add_days(facts.authorised_end, days);
    if let Some(cap) = pack.latest_end(facts.original_end).filter(|cap| until > *cap) {
        blockers.push(Blocker::ExtensionBeyond { until, cap, pack: pack.cite() });
    }
    blockers
}

#[cfg(test)]
mod tests;
