//! Correcting a document that is not protocolled.

use super::super::Handle;
use crate::store::{
    audit::Entry,
    documents::{self, Document},
};
use app::error::Outcome;
use domain::{action::Action, document::DocumentChange, id::DocumentId};

impl Handle {
    pub(super) async fn correct(&self, id: DocumentId, version: i32, title: &str, visibility: &str) -> Outcome<()> {
        let tx = self.begin().await?;
        let before = self.readable(&tx, id).await?;
        self.scope.authorise(Action::UploadDocument, before.process)?;
        before.state.may_edit()?;
        let DocumentChange { title, visibility } = DocumentChange::parse(title, visibility, before.kind)?;
        let after = Document { title, visibility, version, ..before.clone() };
        documents::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::change("document.edit", "document", id.0, Some(&before), Some(&after))).await?;
        self.commit(tx).await
    }
}
