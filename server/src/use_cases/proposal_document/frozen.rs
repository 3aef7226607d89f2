//! The frozen document as a file: exactly the bytes that its fingerprint covers.

use super::super::{FileOut, Handle};
use crate::{
    auth::PlatformScope,
    store::validation_rounds::{self, Round},
};
use app::error::{AppError, Outcome};
use domain::{
    digest::Digest,
    document::FileKind,
    id::{ProcessId, TenantId},
    policy::Action,
    proposal_document::{DocumentContent, ProposalDocumentState as S},
};

fn file(name: String, content: &DocumentContent, sha256: &Digest) -> Outcome<FileOut> {
    let file = FileOut::made(name, FileKind::Txt.media_type(), content.canonical_bytes());
    // What does not match its fingerprint is not what was submitted.
    if file.sha256 == *sha256 { Ok(file) } else { Err(AppError::NotFound) }
}

fn file_of_round(rounds: Vec<Round>, number: Option<u32>) -> Outcome<FileOut> {
    let chosen = |round: &Round| number.is_none_or(|number| round.number == number);
    let round = rounds.into_iter().find(chosen).ok_or(AppError::NotFound)?;
    file(format!("documento-{}.txt", round.number), &round.content, &round.sha256)
}

impl Handle {
    /// What was submitted as `number`, by default the newest, for those who prepare the document.
    pub(crate) async fn submitted_file(&self, slug: &str, number: Option<u32>) -> Outcome<FileOut> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, slug).await?;
        self.may_prepare(&opened)?;
        file_of_round(validation_rounds::of(&tx, &self.scope, opened.process.id).await?, number)
    }

    /// The document that was sent to the body, for everybody.
    pub(crate) async fn public_file(&self, slug: &str) -> Outcome<FileOut> {
        let tx = self.read().await?;
        let opened = self.open_document(&tx, slug).await?;
        let document = &opened.kept.document;
        if !matches!(document.state, S::Sent | S::Published) {
            return Err(AppError::NotFound);
        }
        let sha256 = document.submitted.clone().ok_or(AppError::NotFound)?;
        file(format!("documento-{slug}.txt"), &opened.content, &sha256)
    }

    /// What a process submitted as `number`, by default the newest, for the guarantor.
    pub(crate) async fn case_file(
        &self,
        tenant: TenantId,
        process: ProcessId,
        number: Option<u32>,
    ) -> Outcome<FileOut> {
        let scope = PlatformScope::for_action(&self.scope, Action::ReadSubmitted)?;
        let tx = self.app.db.read(scope.wall()).await?;
        file_of_round(validation_rounds::case(&tx, &scope, tenant, process).await?, number)
    }
}
