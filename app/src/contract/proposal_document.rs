//! The participated proposal document of a process: written, read by the table, submitted, sent.

mod public;

pub use public::{PublicDocument, PublicOrigin, PublicProposal};

use super::{Slice, table_votes::Voting};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    difference::Piece,
    digest::Digest,
    id::{ProcessId, TableId},
    origin::Origin,
    proposal_document::{
        ContentPlace, DocumentContent, PersonalDataAnswer, PlacedFinding, ProposalDocumentState, ProposalDocumentStep,
        ProposalText, TableOpinion, ValidationVerdict,
    },
    reason::Reason,
    refusal::Blocker,
    validation::RoundDecision,
};
use std::collections::BTreeMap;

/// The process that a page is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfProcess {
    pub id: ProcessId,
    pub slug: String,
    pub title: String,
    pub fictional_note: String,
    /// Whether the reader works on it, and may enter its workspace.
    pub works: bool,
}

/// A submission and what the guarantor answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundLine {
    pub number: u32,
    pub submitted_at: DateTime<Utc>,
    pub sha256: Digest,
    pub answer: Option<(RoundDecision, String, DateTime<Utc>)>,
}

/// What the person may do with the document now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DocumentRights {
    pub may_write: bool,
    pub may_record_opinion: bool,
    pub may_override: bool,
    /// Whether they may ask the privacy officer about what was found.
    pub may_ask: bool,
    pub may_submit: bool,
}

/// The document as those who prepare it see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentView {
    pub process: OfProcess,
    pub state: ProposalDocumentState,
    pub version: u32,
    pub content: DocumentContent,
    pub sha256: Digest,
    /// Keys of the sections that must be filled.
    pub mandatory: Vec<String>,
    pub findings: Vec<PlacedFinding>,
    /// What blocks the next step now, and what is worth a warning.
    pub blockers: Vec<Blocker>,
    pub warnings: Vec<Blocker>,
    /// What this person may try next.
    pub steps: Vec<ProposalDocumentStep>,
    pub opinion: Option<TableOpinion>,
    pub voting: Voting,
    /// Why the privacy officer cleared exactly this content.
    pub cleared: Option<Reason>,
    /// When the privacy officer was asked about exactly this content.
    pub asked_on: Option<NaiveDate>,
    /// Why the privacy officer wants what was found in this content taken out.
    pub take_out: Option<Reason>,
    pub submitted: Option<Digest>,
    pub verdict: Option<ValidationVerdict>,
    pub sent_on: Option<NaiveDate>,
    pub rounds: Vec<RoundLine>,
    /// Whether the rules ask for the guarantor's validation.
    pub validated_by_guarantor: bool,
    pub rights: DocumentRights,
}

/// Something from which a proposal can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub origin: Origin,
    pub title: String,
    pub text: String,
    /// The beginning of the text, without marks.
    pub excerpt: String,
    /// The thematic table; the day of a meeting.
    pub table: String,
    /// Address of its page.
    pub href: String,
    /// How many people support it, where they can.
    pub supports: Option<u32>,
}

/// Which contributions are looked for beside a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    pub table: Option<TableId>,
    pub words: String,
    /// Where the page starts, as given with the page before.
    pub after: Option<String>,
}

/// What a proposal can be made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// The tables of the process.
    pub tables: Vec<(TableId, String)>,
    /// Those looked for, the most supported first.
    pub contributions: Slice<Source>,
    pub syntheses: Vec<Source>,
    pub minutes: Vec<Source>,
}

/// A proposal being written, with what it may be made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    pub process: OfProcess,
    pub version: u32,
    /// None for a new one.
    pub proposal: Option<ProposalText>,
    /// What it comes from, or begins with.
    pub origins: Vec<PublicOrigin>,
    pub sources: Sources,
    /// What a new one begins with.
    pub begun: Option<Source>,
}

/// One version of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionLine {
    pub number: u32,
    pub sha256: String,
    /// Name of who saved it, for staff.
    pub author: String,
    pub at: DateTime<Utc>,
}

/// A part of the document that differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedPart {
    pub place: ContentPlace,
    pub title: String,
    pub pieces: Vec<Piece>,
}

/// All versions, and the difference between two of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionsView {
    pub process: OfProcess,
    pub versions: Vec<VersionLine>,
    pub from: u32,
    pub to: u32,
    pub changed: Vec<ChangedPart>,
}

/// The fields of a proposal as they come from its form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedFields {
    pub title: String,
    pub text: String,
    pub competence: String,
    pub feasibility: String,
    pub cost: String,
    pub origins: Vec<String>,
}

#[async_trait]
pub trait ProposalDocuments {
    /// The document of the process at `slug`, for those who prepare it.
    async fn proposal_document(&self, slug: String) -> Outcome<DocumentView>;

    /// The proposal with this number, or a new one that may begin with a source, beside those that are looked for.
    async fn proposal_to_write(
        &self,
        slug: String,
        number: Option<u32>,
        begin: Option<Origin>,
        look: Look,
    ) -> Outcome<ProposalView>;

    /// The titles and pages of `origins`, for those who write the document.
    async fn origins_named(&self, slug: String, origins: Vec<Origin>) -> Outcome<Vec<PublicOrigin>>;

    /// Saves the texts of the sections as a new version; `Conflict` unless `seen` is the newest version.
    async fn save_sections(&self, slug: String, seen: u32, texts: BTreeMap<String, String>) -> Outcome<()>;

    /// Saves a proposal as a new version, and tells its number.
    async fn save_proposal(&self, slug: String, seen: u32, number: Option<u32>, typed: TypedFields) -> Outcome<u32>;

    /// Takes a proposal away; those after it move up.
    async fn remove_proposal(&self, slug: String, seen: u32, number: u32) -> Outcome<()>;

    /// All versions with the difference between `from` and `to`; by default the newest two.
    async fn document_versions(&self, slug: String, from: Option<u32>, to: Option<u32>) -> Outcome<VersionsView>;

    /// Gives the document to the table, takes it back, or publishes what was sent.
    async fn move_document(&self, slug: String, seen: u32, step: ProposalDocumentStep) -> Outcome<()>;

    /// Records what the negotiation table thinks of exactly the version `seen`; none when it gave no opinion.
    async fn record_table_opinion(&self, slug: String, seen: u32, opinion: Option<TableOpinion>) -> Outcome<()>;

    /// Says whether what was found in exactly the content `content` may be published or is to be taken out. Privacy
    /// officer only.
    async fn assess_personal_data(
        &self,
        slug: String,
        content: Digest,
        answer: PersonalDataAnswer,
        reason: Reason,
    ) -> Outcome<()>;

    /// Asks the privacy officer about what was found in exactly the content `content`.
    async fn ask_privacy_officer(&self, slug: String, content: Digest) -> Outcome<()>;

    /// Freezes the newest version and submits it to the guarantor.
    async fn submit_document(&self, slug: String, seen: u32) -> Outcome<()>;

    /// Sends exactly the file `file` to the decision body.
    async fn send_document(&self, slug: String, file: Digest) -> Outcome<()>;

    /// The document as everybody reads it; `NotFound` before it was sent.
    async fn public_document(&self, slug: String) -> Outcome<PublicDocument>;
}
