//! The formal agreement (*accordo formale*): one text, many parties, each of which signs the same version of it.

use crate::{
    digest::Digest,
    id::PartyId,
    invalid::{Fault, FieldErrors},
    party::{Party, PartyKind, PartyState, PartyStep},
    refusal::{Blocker, StepRefused},
    stage::Stage,
    text,
};
use serde::{Deserialize, Serialize};

/// Most characters of the text.
pub const TEXT_MAX: u32 = 60_000;

/// Whether the text may still be written while the process is at `stage`: what the parties stood behind until the
/// conclusion stays as it was.
#[must_use]
pub const fn may_write(stage: Stage) -> bool {
    matches!(stage, Stage::Designed | Stage::Ready | Stage::Suspended) || stage.is_running()
}

/// The text of an agreement as typed.
///
/// # Errors
/// For the field `text`: `Required`, `TooLong`, `Form`, or `Unseen` where Markdown would keep words from who signs.
pub fn parse_text(typed: &str) -> Result<String, FieldErrors> {
    let text = text::prose(typed, TEXT_MAX).map_err(|fault| FieldErrors::one("text", fault))?;
    if hides_words(&text) { Err(FieldErrors::one("text", Fault::Unseen)) } else { Ok(text) }
}

/// Whether Markdown would leave out words of `text`: tags and comments, images, definitions of links.
fn hides_words(text: &str) -> bool {
    let defines = |line: &str| line.trim_start().starts_with('[') && line.contains("]:");
    text.contains('<') || text.contains("![") || text.lines().any(defines)
}

/// The agreement of a process: its current text by number and digest, and its parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    pub version: u32,
    pub text: Digest,
    /// Whether the decision body is another body than the proponent.
    pub decision_body_differs: bool,
    pub parties: Vec<Party>,
}

/// How far the agreement has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementStanding {
    pub signed: u32,
    pub files_received: u32,
    /// Signed files that staff took in; nobody verified their signatures.
    pub files_taken_in: u32,
    pub declined: u32,
    pub invited: u32,
    /// Who must still sign the current version for the agreement to be valid; empty when it is.
    pub missing: Vec<MissingSignature>,
}

impl AgreementStanding {
    /// Whether the agreement binds those who signed.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.missing.is_empty()
    }
}

crate::code::coded! {
    /// A signature without which the agreement is not valid.
    pub enum MissingSignature {
        Proponent = "proponent",
        DecisionBody = "decision_body",
        /// At least one party besides these two.
        AnotherParty = "another_party",
    }
}

impl Agreement {
    /// An agreement nobody has been invited to yet.
    #[must_use]
    pub const fn new(text: Digest, decision_body_differs: bool) -> Self {
        Self { version: 1, text, decision_body_differs, parties: Vec::new() }
    }

    /// Whether the current text can no longer change under its version number: somebody put a signature to it.
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.parties.iter().any(|party| party.signed_version == Some(self.version))
    }

    /// The agreement with another text, or with another answer to whether the decision body is another body, on which
    /// it depends who must sign. Once frozen this makes a new version that all parties sign again; saying the same
    /// changes nothing.
    #[must_use]
    pub fn rewritten(mut self, text: Digest, decision_body_differs: bool) -> Self {
        if text == self.text && decision_body_differs == self.decision_body_differs {
            return self;
        }
        if self.is_frozen() {
            self.version += 1;
            for party in &mut self.parties {
                if let Ok(state) = party.state.after(PartyStep::Renew) {
                    party.state = state;
                }
            }
        }
        self.text = text;
        self.decision_body_differs = decision_body_differs;
        self
    }

    /// The agreement after `party` signed on the platform, having read the text with digest `seen`.
    ///
    /// # Errors
    /// `TextMismatch` when another text is current, `NotAParty`, or `WrongState`.
    pub fn sign(self, party: PartyId, seen: &Digest) -> Result<Self, StepRefused> {
        self.put_signature(party, PartyStep::Sign, Some(seen))
    }

    /// The agreement after `party` sent a signed file; `enclosed` is the digest of the text inside, where it could
    /// be read. The signature counts only after [`Agreement::confirm_file`].
    ///
    /// # Errors
    /// `TextMismatch` when the file wraps another text, `NotAParty`, or `WrongState`.
    pub fn receive_file(self, party: PartyId, enclosed: Option<&Digest>) -> Result<Self, StepRefused> {
        self.put_signature(party, PartyStep::ReceiveFile, enclosed)
    }

    /// The agreement after staff took in the signed file of `party`, which counts from now on.
    ///
    /// # Errors
    /// `NotAParty` or `WrongState`.
    pub fn confirm_file(self, party: PartyId) -> Result<Self, StepRefused> {
        self.step(party, PartyStep::ConfirmFile)
    }

    /// The agreement after `party` declined; it is shown as not a party.
    ///
    /// # Errors
    /// `NotAParty` or `WrongState`.
    pub fn decline(self, party: PartyId) -> Result<Self, StepRefused> {
        self.step(party, PartyStep::Decline)
    }

    /// The agreement after a party that declined is asked once more.
    ///
    /// # Errors
    /// `NotAParty` or `WrongState`.
    pub fn invite_again(self, party: PartyId) -> Result<Self, StepRefused> {
        self.step(party, PartyStep::InviteAgain)
    }

    /// The agreement after the invitation of `party`, which has not signed, was taken back.
    ///
    /// # Errors
    /// `NotAParty` or `WrongState`.
    pub fn remove(self, party: PartyId) -> Result<Self, StepRefused> {
        self.step(party, PartyStep::Remove)
    }

    /// Who signed the current version, and what is still missing.
    #[must_use]
    pub fn standing(&self) -> AgreementStanding {
        let count = |state| self.parties.iter().filter(|party| party.state == state).fold(0, |n, _| n + 1);
        let signed = |fits: &dyn Fn(PartyKind) -> bool| {
            self.parties.iter().any(|party| party.counts_for(self.version) && fits(party.kind))
        };
        let another = |kind| !matches!(kind, PartyKind::Proponent | PartyKind::DecisionBody);
        let needed = [
            (MissingSignature::Proponent, signed(&|kind| kind == PartyKind::Proponent)),
            (
                MissingSignature::DecisionBody,
                !self.decision_body_differs || signed(&|kind| kind == PartyKind::DecisionBody),
            ),
            (MissingSignature::AnotherParty, signed(&another)),
        ];
        AgreementStanding {
            signed: count(PartyState::Signed),
            files_received: count(PartyState::FileReceived),
            files_taken_in: count(PartyState::FileTakenIn),
            declined: count(PartyState::Declined),
            invited: count(PartyState::Invited),
            missing: needed.into_iter().filter(|(_, there)| !there).map(|(missing, _)| missing).collect(),
        }
    }

    fn put_signature(self, id: PartyId, step: PartyStep, text: Option<&Digest>) -> Result<Self, StepRefused> {
        if text.is_some_and(|text| *text != self.text) {
            return Err(Blocker::TextMismatch.into());
        }
        let version = self.version;
        let mut signed = self.step(id, step)?;
        for party in signed.parties.iter_mut().filter(|party| party.id == id) {
            party.signed_version = Some(version);
        }
        Ok(signed)
    }

    fn step(mut self, id: PartyId, step: PartyStep) -> Result<Self, StepRefused> {
        let party = self.parties.iter_mut().find(|party| party.id == id).ok_or(Blocker::NotAParty)?;
        party.state = party.state.after(step)?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests;
