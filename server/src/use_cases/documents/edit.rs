//! Correcting a document that is not protocolled.

use super::super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    documents::{self, Document},
};
use app::error::{AppError, Outcome};
use domain::{
    action::Action,
    document::{DocumentChange, may_correct, may_read_after, may_replace_file},
    id::DocumentId,
};

impl Handle {
    pub(super) async fn correct(&self, id: DocumentId, version: i32, typed: &[String; 3]) -> Outcome<()> {
        let [title, visibility, awaited] = typed;
        let tx = self.begin().await?;
        let before = self.readable(&tx, id).await?;
        self.scope.authorise(Action::UploadDocument, before.process)?;
        before.state.may_edit()?;
        documents::lock(&tx, &self.scope, id).await?;
        let cited = documents::cited(&tx, &self.scope, id).await?;
        may_correct(&cited)?;
        let DocumentChange { title, visibility } = DocumentChange::parse(title, visibility, before.kind)?;
        may_read_after(&cited, before.visibility, visibility)?;
        let signatures = before.signatures.corrected(awaited).map_err(|fault| AppError::invalid("awaited", fault))?;
        let after = Document { title, visibility, signatures, version, ..before.clone() };
        documents::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::changed("document.edit", "document", id.0, &before, &after)).await?;
        self.commit(tx).await
    }

    /// Refuses another file, or a draft, where somebody acted on the document as it was read.
    pub(super) async fn keeps_its_file(&self, tx: &Tx, id: DocumentId) -> Outcome<()> {
        documents::lock(tx, &self.scope, id).await?;
        Ok(may_replace_file(&documents::cited(tx, &self.scope, id).await?)?)
    }
}
