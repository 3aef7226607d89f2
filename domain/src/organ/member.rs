//! Members of an organ, by organisation: how they come, stand and leave.

use crate::{
    code::{choice, coded},
    invalid::{Fault, FieldErrors},
    party::PartyKind,
    reason::Reason,
    refusal::{Blocker, StepRefused},
    sign_in::invitation_stands,
    text,
};
use chrono::{DateTime, Utc};

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
        /// The owner took the invitation back with a reason, kept beside the state.
        TakenBack = "taken_back",
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
        /// The owner takes an invitation back that nobody answered; asks for a reason.
        TakeBack = "take_back",
        /// The owner invites an organisation that is out.
        Invite = "invite",
        /// An organisation that is out proposes itself again.
        Apply = "apply",
    }
}

impl MemberState {
    /// Whether the organisation said yes and did not leave: it meets with the others, also before its delegate entered.
    #[must_use]
    pub const fn sits(self) -> bool {
        matches!(self, Self::Accepted | Self::Active)
    }

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
            (S::Invited, T::TakeBack) => Ok(S::TakenBack),
            (S::Declined | S::Refused | S::Left | S::TakenBack, T::Invite) => Ok(S::Invited),
            (S::Declined | S::Refused | S::Left | S::TakenBack, T::Apply) => Ok(S::SelfCandidate),
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
        matches!(self, Self::Refuse | Self::TakeBack)
    }

    /// Whether the owner of the process takes the step from the state `from`.
    #[must_use]
    pub const fn is_owners(self, from: MemberState) -> bool {
        matches!(
            (self, from),
            (Self::Accept | Self::Refuse, MemberState::SelfCandidate)
                | (Self::Activate | Self::Leave | Self::Invite | Self::TakeBack, _)
        )
    }

    /// Whether the organisation itself, through its delegate, takes the step from the state `from`.
    #[must_use]
    pub const fn is_delegates(self, from: MemberState) -> bool {
        matches!((self, from), (Self::Accept, MemberState::Invited) | (Self::Decline | Self::Leave | Self::Apply, _))
    }
}

/// The steps open from `state` to somebody who is the owner, the organisation's delegate, or both.
#[must_use]
pub fn open_steps(state: MemberState, owner: bool, delegate: bool) -> Vec<MemberStep> {
    let theirs = |step: &MemberStep| (owner && step.is_owners(state)) || (delegate && step.is_delegates(state));
    MemberStep::ALL.iter().copied().filter(|step| state.after(*step).is_ok()).filter(theirs).collect()
}

/// Whether an invitation that was sent at `invited_at` may be answered by `step`: what expired is accepted no more.
///
/// # Errors
/// `LinkExpired`.
pub fn in_time(
    state: MemberState,
    step: MemberStep,
    invited_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), StepRefused> {
    let accepts = (state, step) == (MemberState::Invited, MemberStep::Accept);
    let expired = accepts && invited_at.is_some_and(|sent| !invitation_stands(sent, now));
    if expired { Err(Blocker::LinkExpired.into()) } else { Ok(()) }
}

/// Whether a person may propose an organisation for an organ: one at a time.
///
/// # Errors
/// `AlreadyApplied` while one of the person's `seats` waits for its answer.
pub fn may_apply(seats: &[MemberState]) -> Result<(), StepRefused> {
    if seats.contains(&MemberState::SelfCandidate) { Err(Blocker::AlreadyApplied.into()) } else { Ok(()) }
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
        let kind =
            choice(kind).and_then(|kind: PartyKind| if kind.may_apply() { Ok(kind) } else { Err(Fault::Choice) });
        let kind = errors.take("kind", kind);
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
