//! Correcting a document that is not protocolled.

use super::super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    documents::{self, Document},
    extensions,
};
use app::error::{AppError, Outcome};
use domain::{action::Action, document::DocumentChange, id::DocumentId, refusal::Blocker};

impl Handle {
    pub(super) async fn correct(&self, id: DocumentId, version: i32, typed: &[String; 3]) -> Outcome<()> {
        let [title, visibility, awaited] = typed;
        let tx = self.begin().await?;
        let before = self.readable(&tx, id).await?;
        self.scope.authorise(Action::UploadDocument, before.process)?;
        before.state.may_edit()?;
        self.stays_as_it_is(&tx, id).await?;
        let DocumentChange { title, visibility } = DocumentChange::parse(title, visibility, before.kind)?;
        let signatures = before.signatures.corrected(awaited).map_err(|fault| AppError::invalid("awaited", fault))?;
        let after = Document { title, visibility, signatures, version, ..before.clone() };
        documents::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::changed("document.edit", "document", id.0, &before, &after)).await?;
        self.commit(tx).await
    }

    /// Refuses to touch a document on which a request for more time, or its answer, stands.
    pub(super) async fn stays_as_it_is(&self, tx: &Tx, id: DocumentId) -> Outcome<()> {
        if extensions::stands_on(tx, &self.scope, id).await? { Err(Blocker::DocumentInUse.into()) } else { Ok(()) }
    }
}
