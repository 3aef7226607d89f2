//! Who may read a document.

use super::super::Handle;
use crate::store::{
    Tx,
    documents::{self, Document},
    papers, processes,
};
use app::error::{AppError, Outcome};
use domain::{action::Action, document::may_read, id::DocumentId, meeting::may_read_paper};

impl Handle {
    /// Whether this person may read a document for its own sake.
    pub(super) fn may_read_document(&self, document: &Document) -> bool {
        let roles = self.scope.roles_in(document.process);
        may_read(document.kind, document.visibility, document.state, &roles)
    }

    /// Whether the document is a paper of a meeting, and this person sits on an organ of the path.
    async fn is_own_paper(&self, tx: &Tx, document: &Document) -> Outcome<bool> {
        let roles = self.scope.roles_in(document.process);
        if document.process.is_none() || !may_read_paper(document.kind, document.state, &roles) {
            return Ok(false);
        }
        papers::is_of_an_organ(tx, &self.scope, document.id).await
    }

    /// The document, where this person may read it.
    pub(super) async fn readable(&self, tx: &Tx, id: DocumentId) -> Outcome<Document> {
        let document = documents::by_id(tx, &self.scope, id).await?;
        let hidden = match document.process {
            Some(process) => !processes::by_id(tx, &self.scope, process).await?.is_public(),
            None => false,
        };
        let works = self.scope.may(Action::ReadDrafts, document.process)
            || self.scope.may(Action::UploadDocument, document.process);
        // What a citizen attached is read with its contribution alone.
        let may = document.kind.is_filed() && self.may_read_document(&document) && (works || !hidden);
        if may || self.is_own_paper(tx, &document).await? { Ok(document) } else { Err(AppError::NotFound) }
    }
}
