//! A document with everything that its rules ask.

use super::Handle;
use crate::{
    auth::TenantScope,
    store::{
        Tx,
        audit::Entry,
        processes::Process,
        proposal_documents::{self, Kept},
    },
};
use app::{
    contract::proposal_document::OfProcess,
    error::{AppError, Outcome},
};
use domain::{
    digest::Digest,
    pack::{RulePack, SectionRule},
    proposal_document::{
        DocumentContent, PersonalDataOverride, PersonalDataQuestion, PlacedFinding, ProposalDocumentState,
        SubmissionCheck, SubmissionFacts, TableOpinion, blockers_for_submission,
    },
    refusal::Blocker,
};

/// A document, its newest content, and the rules it stands under.
pub(in crate::use_cases) struct Opened {
    pub process: Process,
    pub pack: &'static RulePack,
    pub kept: Kept,
    pub content: DocumentContent,
    /// The sections that must be filled.
    pub mandatory: Vec<&'static SectionRule>,
    /// Whether the person works on the process.
    pub works: bool,
}

impl Handle {
    /// The document of the process at `slug`; `NotFound` where the rules know none.
    pub(in crate::use_cases) async fn open_document(&self, tx: &Tx, slug: &str) -> Outcome<Opened> {
        let process = self.process_in_view(tx, slug).await?;
        let pack = process.pack()?;
        if !pack.proposal_document {
            return Err(AppError::NotFound);
        }
        let kept = proposal_documents::of(tx, &self.scope, process.id).await?;
        let content = content(tx, &self.scope, &kept, &process).await?;
        let works = self.works_on(&process);
        Ok(Opened { process, pack, kept, content, mandatory: pack.mandatory_sections().collect(), works })
    }

    /// The document for who changes something of it: until the transaction ends nobody else does.
    pub(super) async fn open_to_change(&self, tx: &Tx, slug: &str) -> Outcome<Opened> {
        proposal_documents::lock(tx, &self.scope, self.process_in_view(tx, slug).await?.id).await?;
        self.open_document(tx, slug).await
    }

    /// Where the text holds personal data: asked for only where it may be submitted.
    pub(super) async fn findings(&self, tx: &Tx, opened: &Opened) -> Outcome<Vec<PlacedFinding>> {
        let names = self.names_of_members(tx, opened.process.id).await?;
        Ok(opened.content.personal_data(&names.iter().map(String::as_str).collect::<Vec<_>>()))
    }
}

impl Opened {
    /// Refuses unless the newest version is the one that the person saw.
    pub fn is_version(&self, seen: u32) -> Outcome<()> {
        if self.kept.version == seen { Ok(()) } else { Err(AppError::Conflict) }
    }

    pub fn check(&self, findings: &[PlacedFinding]) -> SubmissionCheck {
        blockers_for_submission(&self.content, self.facts(findings))
    }

    pub fn facts<'a>(&'a self, findings: &'a [PlacedFinding]) -> SubmissionFacts<'a> {
        let document = &self.kept.document;
        let waits = document.state == ProposalDocumentState::IntegrationRequested;
        SubmissionFacts {
            mandatory_sections: &self.mandatory,
            findings,
            overridden: self.kept.overridden.as_ref(),
            question: self.kept.question.as_ref(),
            opinion: self.kept.opinion.as_ref(),
            opinion_content: self.kept.opinion_content.as_ref(),
            opinion_level: self.pack.table_opinion,
            sent_back: document.submitted.as_ref().filter(|_| waits),
            stage: self.process.stage,
        }
    }

    /// The privacy officer's word, where it is about exactly this content.
    pub fn cleared(&self) -> Option<&PersonalDataOverride> {
        self.kept.overridden.as_ref().filter(|word| word.content == self.content.sha256())
    }

    /// What the privacy officer was asked about exactly this content.
    pub fn question(&self) -> Option<&PersonalDataQuestion> {
        self.kept.question.as_ref().filter(|question| question.content == self.content.sha256())
    }

    /// The table's opinion, where it is about exactly this content.
    pub fn opinion(&self) -> Option<&TableOpinion> {
        let read: Option<&Digest> = self.kept.opinion_content.as_ref();
        self.kept.opinion.as_ref().filter(|_| read == Some(&self.content.sha256()))
    }

    /// The table's opinion, where it is about a text that changed since.
    pub fn earlier_opinion(&self) -> Option<&TableOpinion> {
        self.kept.opinion.as_ref().filter(|_| self.opinion().is_none())
    }

    /// Whether the text may change now.
    pub fn is_open(&self) -> bool {
        self.kept.document.state.may_change(self.process.stage)
    }

    /// Refuses what the body does while the process waits or is over.
    pub fn goes_on(&self) -> Outcome<()> {
        if self.process.stage.rests() { Err(Blocker::WrongState.into()) } else { Ok(()) }
    }

    pub fn of_process(&self) -> OfProcess {
        of_process(&self.process, self.works)
    }
}

/// The process as pages name it, to somebody who works on it or not.
pub(in crate::use_cases) fn of_process(process: &Process, works: bool) -> OfProcess {
    OfProcess {
        id: process.id,
        slug: process.slug.clone(),
        title: process.title.clone(),
        fictional_note: process.fictional_note.clone(),
        works,
    }
}

/// What was submitted, by its digest, while nobody may change it; else the newest content, or before the first
/// save the pack's sections with what the sheet says.
pub(in crate::use_cases) async fn content(
    tx: &Tx,
    scope: &TenantScope,
    kept: &Kept,
    process: &Process,
) -> Outcome<DocumentContent> {
    if let Some(submitted) = kept.document.frozen() {
        return proposal_documents::submitted(tx, scope, kept.process, submitted).await;
    }
    match kept.version {
        0 => Ok(DocumentContent::of_pack(process.pack()?, &process.sheet)),
        number => proposal_documents::version(tx, scope, kept.process, number).await,
    }
}

impl Opened {
    /// The audit entry of a change of the document.
    pub(super) fn change(&self, action: &'static str, after: &Kept) -> Entry {
        Entry::changed(action, "proposal_document", self.process.id.0, &self.kept, after)
    }
}
