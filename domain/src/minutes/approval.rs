//! The members' approval of minutes: one voice for each organisation, and silence is none (product: *a negotiation
//! table whose minutes are approved by its members*).

use super::{Minutes, MinutesState};
use crate::refusal::{Blocker, StepRefused};

impl Minutes {
    /// Lets an organisation of the body approve the minutes once, while they lie with the members: after the days for
    /// comments too, until the owner records the approval.
    ///
    /// # Errors
    /// `NotAMember` for anybody else, `AlreadyApproved` the second time, or `WrongState`.
    pub fn may_approve_as_member(self, is_member: bool, approved: bool) -> Result<(), StepRefused> {
        match self.state {
            _ if !is_member => Err(Blocker::NotAMember.into()),
            MinutesState::InComment if approved => Err(Blocker::AlreadyApproved.into()),
            MinutesState::InComment => Ok(()),
            MinutesState::Draft | MinutesState::Approved | MinutesState::Published => Err(Blocker::WrongState.into()),
        }
    }
}

/// A seat on the body that met, or one that was left after its organisation approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    pub organisation: String,
    /// Whether the organisation sits there today.
    pub sits: bool,
    pub approved: bool,
}

/// Who approved the minutes, by organisation: those with two seats speak once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub approved: Vec<String>,
    /// Those who sit on the body and did not approve.
    pub missing: Vec<String>,
    /// Whether everybody who sits there approved and nobody objected: nobody is left who might comment.
    pub agreed: bool,
}

impl Tally {
    /// Counts `voices`; `objected` when any member's objection stands.
    #[must_use]
    pub fn of(voices: impl IntoIterator<Item = Voice>, objected: bool) -> Self {
        let mut once: Vec<Voice> = Vec::new();
        for voice in voices {
            match once.iter_mut().find(|one| is_same(&one.organisation, &voice.organisation)) {
                Some(one) => {
                    one.sits |= voice.sits;
                    one.approved |= voice.approved;
                }
                None => once.push(voice),
            }
        }
        let mut seated = once.iter().filter(|one| one.sits).peekable();
        let agreed = !objected && seated.peek().is_some() && seated.all(|one| one.approved);
        let (approved, silent): (Vec<Voice>, Vec<Voice>) = once.into_iter().partition(|one| one.approved);
        Self {
            approved: approved.into_iter().map(|one| one.organisation).collect(),
            missing: silent.into_iter().filter(|one| one.sits).map(|one| one.organisation).collect(),
            agreed,
        }
    }

    /// Whether this organisation approved, by whichever of its seats.
    #[must_use]
    pub fn has_approved(&self, organisation: &str) -> bool {
        self.approved.iter().any(|one| is_same(one, organisation))
    }

    /// How many organisations might have approved.
    #[must_use]
    pub fn total(&self) -> usize {
        self.approved.len() + self.missing.len()
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests;
