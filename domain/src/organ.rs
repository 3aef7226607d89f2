//! Organs of a process, negotiation table and local guarantee committee, and their members by organisation.

use crate::{
    code::{choice, coded},
    invalid::FieldErrors,
    party::PartyKind,
    reason::Reason,
    refusal::{Blocker, StepRefused},
    text,
};
use chrono::NaiveDate;

coded! {
    /// Which organ.
    pub enum OrganKind {
        /// *Tavolo di Negoziazione* (TdN).
        NegotiationTable = "negotiation_table",
        /// *Comitato di garanzia locale* (CGL).
        GuaranteeCommittee = "guarantee_committee",
    }
}

coded! {
    /// Where an organisation stands with the organ.
    pub enum MemberState {
        Invited = "invited",
        SelfCandidate = "self_candidate",
        Accepted = "accepted",
        Declined = "declined",
        /// Refused with a reason, kept beside the state.
        Refused = "refused",
        Active = "active",
        Left = "left",
    }
}

coded! {
    /// How an organisation came to the organ.
    pub enum EntryWay {
        Invited = "invited",
        SelfCandidate = "self_candidate",
    }
}

coded! {
    /// What moves a member.
    pub enum MemberStep {
        /// The invited organisation, or the owner on a candidature, says yes.
        Accept = "accept",
        /// The invited organisation says no.
        Decline = "decline",
        /// The owner refuses a candidature; asks for a reason.
        Refuse = "refuse",
        /// The member enters, with a delegate.
        Activate = "activate",
        Leave = "leave",
        /// The owner invites an organisation that is out.
        Invite = "invite",
        /// An organisation that is out proposes itself again.
        Apply = "apply",
    }
}

impl MemberState {
    /// The state after `step`. New actors may always enter, so every way out has a way back.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: MemberStep) -> Result<Self, StepRefused> {
        use MemberState as S;
        use MemberStep as T;
        match (self, step) {
            (S::Invited | S::SelfCandidate, T::Accept) => Ok(S::Accepted),
            (S::Invited, T::Decline) => Ok(S::Declined),
            (S::SelfCandidate, T::Refuse) => Ok(S::Refused),
            (S::Accepted, T::Activate) => Ok(S::Active),
            (S::Accepted | S::Active, T::Leave) => Ok(S::Left),
            (S::Declined | S::Refused | S::Left, T::Invite) => Ok(S::Invited),
            (S::Declined | S::Refused | S::Left, T::Apply) => Ok(S::SelfCandidate),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether the organisation is a member today.
    #[must_use]
    pub const fn is_member(self) -> bool {
        matches!(self, Self::Active)
    }
}

impl MemberStep {
    /// Whether the step is taken only with a written reason.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Refuse)
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

/// Whether the organ counts as constituted: once it was set up and somebody sits on it.
#[must_use]
pub const fn is_constituted(active_members: u64) -> bool {
    active_members > 0
}

/// An organ as set up, with its working rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrgan {
    pub kind: OrganKind,
    pub constituted_on: NaiveDate,
    pub rules: String,
}

impl NewOrgan {
    /// Reads `kind`, `constituted_on` and `rules`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(kind: &str, constituted_on: &str, rules: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = errors.take("kind", choice(kind));
        let constituted_on = errors.take("constituted_on", text::date(constituted_on));
        let rules = errors.take("rules", text::optional_prose(rules, 8_000));
        match (kind, constituted_on, rules) {
            (Some(kind), Some(constituted_on), Some(rules)) => Ok(Self { kind, constituted_on, rules }),
            _ => Err(errors),
        }
    }
}

/// An organisation that proposes itself, through the person who signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCandidature {
    pub organisation: String,
    pub kind: PartyKind,
    pub category: String,
    pub why: String,
}

impl NewCandidature {
    /// Reads `organisation`, `kind`, `category` and `why`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(organisation: &str, kind: &str, category: &str, why: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let organisation = errors.take("organisation", text::line(organisation, 160));
        let kind = errors.take("kind", choice(kind));
        let category = errors.take("category", text::line(category, 80));
        let why = errors.take("why", text::prose(why, 2_000));
        match (organisation, kind, category, why) {
            (Some(organisation), Some(kind), Some(category), Some(why)) => {
                Ok(Self { organisation, kind, category, why })
            }
            _ => Err(errors),
        }
    }
}

/// What a step is taken with: a reason where it needs one, or where somebody gave one.
///
/// # Errors
/// For the field `reason`.
pub fn reason_for(step: MemberStep, typed: &str) -> Result<Option<Reason>, FieldErrors> {
    if step.needs_reason() || !typed.trim().is_empty() { Reason::parse(typed).map(Some) } else { Ok(None) }
}

/// A member as typed; the delegate's name and address are personal data and never public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMember {
    pub organisation: String,
    pub kind: PartyKind,
    /// What it stands for, in a few words: `volontariato`.
    pub category: String,
    pub delegate: String,
    pub email: String,
}

impl NewMember {
    /// Reads `organisation`, `kind`, `category`, `delegate` and `email`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        organisation: &str,
        kind: &str,
        category: &str,
        delegate: &str,
        email: &str,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let organisation = errors.take("organisation", text::line(organisation, 160));
        let kind = errors.take("kind", choice(kind));
        let category = errors.take("category", text::line(category, 80));
        let delegate = errors.take("delegate", text::line(delegate, 120));
        let email = errors.take("email", text::email(email));
        match (organisation, kind, category, delegate, email) {
            (Some(organisation), Some(kind), Some(category), Some(delegate), Some(email)) => {
                Ok(Self { organisation, kind, category, delegate, email })
            }
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{invalid::Fault, pairs::every_pair};

    #[test]
    fn every_member_state_meets_every_step() {
        insta::assert_snapshot!(every_pair(MemberState::ALL, MemberStep::ALL, MemberState::after));
    }

    #[test]
    fn refusal_alone_asks_for_a_reason() {
        let with_reason: Vec<_> = MemberStep::ALL.iter().filter(|step| step.needs_reason()).collect();
        assert_eq!(with_reason, [&MemberStep::Refuse]);
    }

    #[test]
    fn a_facilitator_does_not_watch_over_himself() {
        assert!(may_sit(OrganKind::NegotiationTable, true).is_ok());
        assert!(may_sit(OrganKind::GuaranteeCommittee, false).is_ok());
        assert_eq!(may_sit(OrganKind::GuaranteeCommittee, true), Err(Blocker::FacilitatorOnCommittee.into()));
    }

    #[test]
    fn a_member_is_read_field_by_field() {
        assert!(NewMember::parse("Auser", "association", "anziani", "Anna Rossi", "anna@auser.it").is_ok());
        let errors = NewMember::parse(" ", "", "", "a\u{202e}b", "anna").unwrap_err();
        assert_eq!(errors.of("organisation"), Some(&Fault::Required));
        assert_eq!(errors.of("kind"), Some(&Fault::Required));
        assert_eq!(errors.of("delegate"), Some(&Fault::Form));
        assert_eq!(errors.of("email"), Some(&Fault::Email));
        assert_eq!(errors.of("category"), Some(&Fault::Required));
    }

    #[test]
    fn a_candidature_says_why() {
        assert!(NewCandidature::parse("Auser", "association", "anziani", "Assistiamo a casa").is_ok());
        let errors = NewCandidature::parse("Auser", "club", "anziani", "").unwrap_err();
        assert_eq!(errors.of("kind"), Some(&Fault::Choice));
        assert_eq!(errors.of("why"), Some(&Fault::Required));
    }

    #[test]
    fn an_organ_may_do_without_written_rules() {
        let organ = NewOrgan::parse("negotiation_table", "2022-02-01", "").unwrap();
        assert_eq!((organ.kind, organ.rules.as_str()), (OrganKind::NegotiationTable, ""));
        assert!(NewOrgan::parse("senate", "", "").is_err());
        assert!(!is_constituted(0) && is_constituted(1));
    }

    #[test]
    fn a_reason_is_asked_where_the_step_needs_it() {
        assert_eq!(reason_for(MemberStep::Accept, " "), Ok(None));
        assert!(reason_for(MemberStep::Decline, "Non abbiamo tempo").unwrap().is_some());
        assert_eq!(reason_for(MemberStep::Refuse, ""), Err(FieldErrors::one("reason", Fault::Required)));
    }
}
