//! The formal agreement of a path: its text, its parties, and how each of them answers.

use super::documents::{PathName, SentFile};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    agreement::AgreementStanding,
    digest::Digest,
    id::{DocumentId, PartyId},
    party::{NewParty, PartyKind, PartyState, Signatory},
    reason::Reason,
    refusal::Blocker,
};

/// One version of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementText {
    pub version: u32,
    pub text: String,
    pub sha256: Digest,
    /// When it was first signed; from then on it does not change.
    pub frozen_at: Option<DateTime<Utc>>,
}

/// A party as everybody sees it: the organisation, never a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyRow {
    pub organisation: String,
    pub kind: PartyKind,
    pub state: PartyState,
    /// The last version it put a signature to.
    pub signed_version: Option<u32>,
    pub answered_on: Option<NaiveDate>,
    /// The day on which staff took in its signed file, which verified nothing.
    pub taken_in_on: Option<NaiveDate>,
}

/// What an organisation did with an earlier version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierSignature {
    pub organisation: String,
    /// Signed, or sent a file whose signature nobody verified, taken in by staff or not.
    pub state: PartyState,
    pub on: NaiveDate,
}

/// A version that was signed and then changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierText {
    pub text: AgreementText,
    pub signatures: Vec<EarlierSignature>,
}

/// The agreement as everybody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementPage {
    pub path: PathName,
    /// None before the first party is invited.
    pub current: Option<AgreementText>,
    pub parties: Vec<PartyRow>,
    pub standing: Option<AgreementStanding>,
    /// Versions that were signed and then changed, newest first.
    pub earlier: Vec<EarlierText>,
    pub may_write: bool,
}

/// A party as who works on the path sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyAtWork {
    pub id: PartyId,
    pub row: PartyRow,
    pub email: String,
    pub capacity: String,
    pub signer: Option<String>,
    pub document: Option<DocumentId>,
    /// Who took its signed file in.
    pub taken_in_by: Option<String>,
    pub link_sent_on: NaiveDate,
    /// Why its link works no more.
    pub link_fault: Option<Blocker>,
    pub may_confirm: bool,
    /// Whether a new link may be sent; to who declined, it asks once more.
    pub may_send: bool,
    /// Whether its invitation may be taken back.
    pub may_remove: bool,
    /// Why its invitation was taken back.
    pub removal_reason: Option<String>,
}

/// The agreement as who works on the path sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementDesk {
    pub path: PathName,
    /// None before the text is written.
    pub current: Option<AgreementText>,
    pub decision_body_differs: bool,
    pub edition: i32,
    pub parties: Vec<PartyAtWork>,
    pub standing: Option<AgreementStanding>,
    pub may_write: bool,
    pub may_invite: bool,
}

/// What a party sees by its link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningPage {
    pub path: PathName,
    /// Whether the path has its public page already.
    pub path_public: bool,
    pub row: PartyRow,
    pub capacity: String,
    pub current: AgreementText,
    /// Why the link works no more.
    pub link_fault: Option<Blocker>,
}

#[async_trait]
pub trait Agreements {
    /// The agreement of the path `slug`.
    async fn agreement_of(&self, slug: String) -> Outcome<AgreementPage>;

    /// The agreement of the path `slug`, for who works on it.
    async fn agreement_desk(&self, slug: String) -> Outcome<AgreementDesk>;

    /// What the party with the link `key` is asked to sign.
    async fn signing(&self, key: String) -> Outcome<SigningPage>;

    /// Stores the text, seen in `edition`; tells whether a signed text changed, so that all sign again.
    async fn write_agreement(
        &self,
        slug: String,
        edition: i32,
        text: String,
        decision_body_differs: bool,
    ) -> Outcome<bool>;

    /// Adds a party and mails it its link.
    async fn invite_party(&self, slug: String, new: NewParty) -> Outcome<()>;

    /// Mails a new link to a party, at this address; gives the path.
    async fn send_link(&self, party: PartyId, email: String) -> Outcome<PathName>;

    /// Takes back the invitation of a party that has not signed; gives the path.
    async fn remove_party(&self, party: PartyId, reason: Reason) -> Outcome<PathName>;

    /// Notes that the signed file of a party was checked by other means; gives the path.
    async fn confirm_file(&self, party: PartyId) -> Outcome<PathName>;

    /// Signs on the platform, by the link `key`, the text with the digest `seen`.
    async fn sign_agreement(&self, key: String, who: Signatory, seen: Digest) -> Outcome<()>;

    /// Takes a signed file, by the link `key`, for the text with the digest `seen`.
    async fn send_signed_file(&self, key: String, who: Signatory, seen: Digest, file: SentFile) -> Outcome<()>;

    /// Declines, by the link `key`.
    async fn decline_agreement(&self, key: String) -> Outcome<()>;
}
