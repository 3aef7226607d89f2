//! A party to a formal agreement: an organisation, and where it stands with its signature.

use crate::{
    code::{choice, coded},
    id::PartyId,
    invalid::FieldErrors,
    refusal::{Blocker, StepRefused},
    text,
};
use serde::{Deserialize, Serialize};

coded! {
    /// What kind of organisation takes part.
    pub enum PartyKind {
        Proponent = "proponent",
        DecisionBody = "decision_body",
        Association = "association",
        TradeUnion = "trade_union",
        Firm = "firm",
        Committee = "committee",
        PublicBody = "public_body",
        Other = "other",
    }
}

coded! {
    /// Where a party stands with the current version of the agreement.
    pub enum PartyState {
        Invited = "invited",
        Signed = "signed",
        /// A signed file came in; nobody has checked its signature.
        FileReceived = "file_received",
        Declined = "declined",
    }
}

coded! {
    /// What moves a party.
    pub enum PartyStep {
        Sign = "sign",
        ReceiveFile = "receive_file",
        /// Staff checked the signature of the file by other means.
        ConfirmFile = "confirm_file",
        Decline = "decline",
        /// The text changed: the party is to sign again.
        Renew = "renew",
        /// A party that declined is asked once more.
        InviteAgain = "invite_again",
    }
}

impl PartyState {
    /// The state after `step`.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: PartyStep) -> Result<Self, StepRefused> {
        use PartyState as S;
        use PartyStep as T;
        match (self, step) {
            (S::Invited | S::FileReceived, T::Sign) | (S::FileReceived, T::ConfirmFile) => Ok(S::Signed),
            (S::Invited | S::FileReceived, T::ReceiveFile) => Ok(S::FileReceived),
            (S::Invited, T::Decline) => Ok(S::Declined),
            (S::Invited | S::Signed | S::FileReceived, T::Renew) | (S::Declined, T::InviteAgain) => Ok(S::Invited),
            _ => Err(Blocker::WrongState.into()),
        }
    }
}

/// A party as the agreement knows it; the person who signs for it is kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub id: PartyId,
    pub kind: PartyKind,
    pub state: PartyState,
    /// The last version this party put a signature to, on the platform or by a file.
    pub signed_version: Option<u32>,
}

impl Party {
    /// A party that was just invited.
    #[must_use]
    pub const fn invited(id: PartyId, kind: PartyKind) -> Self {
        Self { id, kind, state: PartyState::Invited, signed_version: None }
    }

    /// Whether its signature to `version` counts.
    #[must_use]
    pub fn has_signed(&self, version: u32) -> bool {
        self.state == PartyState::Signed && self.signed_version == Some(version)
    }
}

/// A party as typed by who invites it; `capacity` is in what capacity its delegate signs (*legale rappresentante*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewParty {
    pub organisation: String,
    pub kind: PartyKind,
    pub email: String,
    pub capacity: String,
}

impl NewParty {
    /// Reads `organisation`, `kind`, `email` and `capacity`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(organisation: &str, kind: &str, email: &str, capacity: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let organisation = errors.take("organisation", text::line(organisation, 160));
        let kind = errors.take("kind", choice(kind));
        let email = errors.take("email", text::email(email));
        let capacity = errors.take("capacity", text::line(capacity, 120));
        match (organisation, kind, email, capacity) {
            (Some(organisation), Some(kind), Some(email), Some(capacity)) => {
                Ok(Self { organisation, kind, email, capacity })
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
    fn every_party_state_meets_every_step() {
        insta::assert_snapshot!(every_pair(PartyState::ALL, PartyStep::ALL, PartyState::after));
    }

    #[test]
    fn a_party_is_read_field_by_field() {
        let read = NewParty::parse("Pro Loco", "association", "Info@Proloco.it", "Presidente").unwrap();
        assert_eq!((read.kind, read.email.as_str()), (PartyKind::Association, "info@proloco.it"));
        let errors = NewParty::parse("", "club", "x", &"a".repeat(121)).unwrap_err();
        assert_eq!(errors.of("organisation"), Some(&Fault::Required));
        assert_eq!(errors.of("kind"), Some(&Fault::Choice));
        assert_eq!(errors.of("email"), Some(&Fault::Email));
        assert_eq!(errors.of("capacity"), Some(&Fault::TooLong { max: 120 }));
    }
}
