//! Organs of a process, negotiation table and local guarantee committee, and their members by organisation.

use crate::{
    code::{choice, coded},
    invalid::{Fault, FieldErrors},
    refusal::{Blocker, StepRefused},
    text,
};
use chrono::NaiveDate;

mod member;
mod rules;

pub use member::{
    EntryWay, MemberState, MemberStep, NewCandidature, NewMember, in_time, may_apply, open_steps, reason_for,
};
pub use rules::{OrganRules, Rewriting, rewriting};

coded! {
    /// Which organ.
    pub enum OrganKind {
        /// *Tavolo di Negoziazione* (TdN).
        NegotiationTable = "negotiation_table",
        /// *Comitato di garanzia locale* (CGL).
        GuaranteeCommittee = "guarantee_committee",
    }
}

/// Whether a person may sit on the organ: a hired facilitator of the process cannot watch over it.
///
/// # Errors
/// `FacilitatorOnCommittee`.
pub fn may_sit(organ: OrganKind, facilitates_the_process: bool) -> Result<(), StepRefused> {
    match organ {
        OrganKind::GuaranteeCommittee if facilitates_the_process => Err(Blocker::FacilitatorOnCommittee.into()),
        _ => Ok(()),
    }
}

/// Whether a person may facilitate the process: who watches over it on the guarantee committee cannot.
///
/// # Errors
/// `FacilitatorOnCommittee`.
pub fn may_facilitate(sits_on_committee: bool) -> Result<(), StepRefused> {
    if sits_on_committee { Err(Blocker::FacilitatorOnCommittee.into()) } else { Ok(()) }
}

/// Whether the organ counts as constituted: once it was set up and somebody sits on it.
#[must_use]
pub const fn is_constituted(active_members: u64) -> bool {
    active_members > 0
}

/// An organ as set up, with its rules of procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrgan {
    pub kind: OrganKind,
    pub constituted_on: NaiveDate,
    pub rules: OrganRules,
}

impl NewOrgan {
    /// Reads `kind` and `constituted_on`, and takes the faults of the `rules` along.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        kind: &str,
        constituted_on: &str,
        rules: Result<OrganRules, FieldErrors>,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.take("kind", choice(kind));
        let constituted_on = errors.take("constituted_on", text::date(constituted_on));
        let rules = rules.map_err(|faults| faults.iter().for_each(|(field, fault)| errors.add(field, fault.clone())));
        match (kind, constituted_on, rules) {
            (Some(kind), Some(constituted_on), Ok(rules)) => Ok(Self { kind, constituted_on, rules }),
            _ => Err(errors),
        }
    }

    /// The same, recorded on `today`: nothing is constituted before its day.
    ///
    /// # Errors
    /// `Future` for `constituted_on`.
    pub fn by(self, today: NaiveDate) -> Result<Self, FieldErrors> {
        if self.constituted_on > today { Err(FieldErrors::one("constituted_on", Fault::Future)) } else { Ok(self) }
    }
}

#[cfg(test)]
mod tests;
