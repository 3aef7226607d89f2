//! The frozen document as a file: exactly the bytes that its fingerprint covers.

use super::Handle;
use crate::{
    auth::PlatformScope,
    store::validation_rounds::{self, Round},
};
use app::error::{AppError, Outcome};
use domain::{
    digest::Digest,
    id::{ProcessId, TenantId},
    policy::Action,
    proposal_document::{DocumentContent, ProposalDocumentState as S},
};

/// A document that changes no more, to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Frozen {
    pub(crate) name: String,
    pub(crate) sha256: Digest,
    pub(crate) bytes: Vec<u8>,
}

impl Frozen {
    fn of(name: String, content: &DocumentContent, sha256: &Digest) -> Outcome<Self> {
        let bytes = content.canonical_bytes();
        // What does not match its fingerprint is not what was submitted.
        if Digest::of(&bytes) == *sha256 {
            Ok(Self { name, sha256: sha256.clone(), bytes })
        } else {
            Err(AppError::NotFound)
        }
    }

    fn of_round(rounds: Vec<Round>, number: Option<u32>) -> Outcome<Self> {
        let chosen = |round: &Round| number.is_none_or(|number| round.number == number);
        let round = rounds.into_iter().find(chosen).ok_or(AppError::NotFound)?;
        Self::of(format!("documento-{}.txt", round.number), &round.content, &round.sha256)
    }
}

impl Handle {
    /// What was submitted as `number`, by default the newest, for those who prepare the document.
    pub(crate) async fn submitted_file(&self, slug: &str, number: Option<u32>) -> Outcome<Frozen> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, slug).await?;
        self.may_prepare(&opened)?;
        Frozen::of_round(validation_rounds::of(&tx, &self.scope, opened.process.id).await?, number)
    }

    /// The document that was sent to the body, for everybody.
    pub(crate) async fn public_file(&self, slug: &str) -> Outcome<Frozen> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, slug).await?;
        let document = &opened.kept.document;
        if !matches!(document.state, S::Sent | S::Published) {
            return Err(AppError::NotFound);
        }
        let sha256 = document.submitted.clone().ok_or(AppError::NotFound)?;
        Frozen::of(format!("documento-{slug}.txt"), &opened.content, &sha256)
    }

    /// What a process submitted as `number`, by default the newest, for the guarantor.
    pub(crate) async fn case_file(&self, tenant: TenantId, process: ProcessId, number: Option<u32>) -> Outcome<Frozen> {
        let scope = PlatformScope::for_action(&self.scope, Action::ReadSubmitted)?;
        let tx = self.app.db.read(scope.wall()).await?;
        Frozen::of_round(validation_rounds::case(&tx, &scope, tenant, process).await?, number)
    }
}
