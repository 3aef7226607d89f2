//! Organs of a process, negotiation table and local guarantee committee, and their members by organisation.

use crate::{
    code::{choice, coded},
    invalid::FieldErrors,
    party::PartyKind,
    refusal::{Blocker, StepRefused},
    text,
};

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

/// A member as typed; the delegate's name and address are personal data and never public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMember {
    pub organisation: String,
    pub kind: PartyKind,
    pub delegate: String,
    pub email: String,
}

impl NewMember {
    /// Reads `organisation`, `kind`, `delegate` and `email`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(organisation: &str, kind: &str, delegate: &str, email: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let organisation = errors.take("organisation", text::line(organisation, 160));
        let kind = errors.take("kind", choice(kind));
        let delegate = errors.take("delegate", text::line(delegate, 120));
        let email = errors.take("email", text::email(email));
        match (organisation, kind, delegate, email) {
            (Some(organisation), Some(kind), Some(delegate), Some(email)) => {
                Ok(Self { organisation, kind, delegate, email })
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
        assert!(NewMember::parse("Auser", "association", "Anna Rossi", "anna@auser.it").is_ok());
        let errors = NewMember::parse(" ", "", "a\u{202e}b", "anna").unwrap_err();
        assert_eq!(errors.of("organisation"), Some(&Fault::Required));
        assert_eq!(errors.of("kind"), Some(&Fault::Required));
        assert_eq!(errors.of("delegate"), Some(&Fault::Form));
        assert_eq!(errors.of("email"), Some(&Fault::Email));
    }
}
