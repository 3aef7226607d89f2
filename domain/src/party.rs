//! A party to a formal agreement: an organisation, and where it stands with its signature.

use crate::{
    code::{choice, coded},
    id::PartyId,
    invalid::{Fault, FieldErrors},
    language::Language,
    refusal::{Blocker, StepRefused},
    sign_in::invitation_stands,
    text,
};
use chrono::{DateTime, Utc};
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

impl PartyKind {
    /// Whether an organisation may say of itself that it is one: who proposes a process and who decides are known.
    #[must_use]
    pub const fn may_apply(self) -> bool {
        !matches!(self, Self::Proponent | Self::DecisionBody)
    }
}

coded! {
    /// Where a party stands with the current version of the agreement.
    pub enum PartyState {
        Invited = "invited",
        Signed = "signed",
        /// A signed file came in; nobody has looked at it yet.
        FileReceived = "file_received",
        /// Staff took the signed file in: it counts as they answer for it, and its signature is still not verified.
        FileTakenIn = "file_taken_in",
        Declined = "declined",
        /// Its invitation was taken back before it signed.
        Removed = "removed",
    }
}

coded! {
    /// What moves a party.
    pub enum PartyStep {
        Sign = "sign",
        ReceiveFile = "receive_file",
        /// Staff took the file in, having looked at it.
        ConfirmFile = "confirm_file",
        Decline = "decline",
        /// The text changed: the party is to sign again.
        Renew = "renew",
        /// A party that declined is asked once more.
        InviteAgain = "invite_again",
        /// Takes the invitation back, with a reason.
        Remove = "remove",
    }
}

impl PartyState {
    /// Whether the party put a signature to the current version, on the platform or in a file.
    #[must_use]
    pub const fn holds_signature(self) -> bool {
        matches!(self, Self::Signed | Self::FileReceived | Self::FileTakenIn)
    }

    /// The state after `step`.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: PartyStep) -> Result<Self, StepRefused> {
        use PartyState as S;
        use PartyStep as T;
        match (self, step) {
            (S::Invited | S::FileReceived, T::Sign) => Ok(S::Signed),
            (S::FileReceived, T::ConfirmFile) => Ok(S::FileTakenIn),
            (S::Invited | S::FileReceived, T::ReceiveFile) => Ok(S::FileReceived),
            (S::Invited, T::Decline) => Ok(S::Declined),
            (S::Invited, T::Remove) => Ok(S::Removed),
            (S::Invited | S::Signed | S::FileReceived | S::FileTakenIn, T::Renew) | (S::Declined, T::InviteAgain) => {
                Ok(S::Invited)
            }
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

    /// Whether its signature to `version` counts: made on the platform, or in a file that staff took in.
    #[must_use]
    pub fn counts_for(&self, version: u32) -> bool {
        matches!(self.state, PartyState::Signed | PartyState::FileTakenIn) && self.signed_version == Some(version)
    }
}

/// The mailed link by which a party answers: it stands for fourteen days and works once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyLink {
    pub sent_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

impl PartyLink {
    /// Whether the party may still answer by this link.
    ///
    /// # Errors
    /// `LinkUsed` or `LinkExpired`.
    pub fn stands(self, now: DateTime<Utc>) -> Result<(), StepRefused> {
        match (self.used_at, invitation_stands(self.sent_at, now)) {
            (Some(_), _) => Err(Blocker::LinkUsed.into()),
            (None, false) => Err(Blocker::LinkExpired.into()),
            (None, true) => Ok(()),
        }
    }
}

/// Who signs for a party, as typed: the name stays private, the capacity is part of the signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signatory {
    pub name: String,
    pub capacity: String,
}

impl Signatory {
    /// Reads `signer` and `capacity`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(signer: &str, capacity: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take("signer", text::line(signer, 120));
        let capacity = errors.take("capacity", text::line(capacity, 120));
        match (name, capacity) {
            (Some(name), Some(capacity)) => Ok(Self { name, capacity }),
            _ => Err(errors),
        }
    }
}

/// A party as typed by who invites it; `capacity` is in what capacity its delegate signs (*legale rappresentante*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewParty {
    pub organisation: String,
    pub kind: PartyKind,
    pub email: String,
    pub capacity: String,
    /// In which it is written to.
    pub language: Language,
}

impl NewParty {
    /// Whether none of the `parties`, each with its name, is the same organisation, however it is spaced and
    /// capitalised; one that was removed may be invited again.
    ///
    /// # Errors
    /// `Invited` at `organisation`.
    pub fn beside<'a>(&self, mut parties: impl Iterator<Item = (&'a str, PartyState)>) -> Result<(), FieldErrors> {
        let known = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let own = known(&self.organisation);
        if parties.any(|(name, state)| state != PartyState::Removed && known(name) == own) {
            return Err(FieldErrors::one("organisation", Fault::Invited));
        }
        Ok(())
    }

    /// Reads `organisation`, `kind`, `email`, `capacity` and `language`, which is Italian unless another is chosen.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        organisation: &str,
        kind: &str,
        email: &str,
        capacity: &str,
        language: &str,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let organisation = errors.take("organisation", text::line(organisation, 160));
        let kind = errors.take("kind", choice(kind));
        let email = errors.take("email", text::email(email));
        let capacity = errors.take("capacity", text::line(capacity, 120));
        let language = if language.trim().is_empty() { Ok(Language::Italian) } else { choice(language) };
        let language = errors.take("language", language);
        match (organisation, kind, email, capacity, language) {
            (Some(organisation), Some(kind), Some(email), Some(capacity), Some(language)) => {
                Ok(Self { organisation, kind, email, capacity, language })
            }
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests;
