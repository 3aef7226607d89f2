//! Documents as pages show them.

use crate::{
    auth::TenantScope,
    store::{
        Tx,
        document_annotations::{self, Annotation},
        documents::{self, Document},
    },
    use_cases::Handle,
};
use app::{
    contract::documents::{AnnotationView, DocumentChoice, DocumentRow},
    error::{AppError, Outcome},
};
use chrono::NaiveDate;
use domain::{
    document::{DocumentState, ProtocolRegistration, Visibility},
    id::{DocumentId, ProcessId},
    invalid::Fault,
};

/// The documents with their annotations, in one query for all.
pub(super) async fn rows(tx: &Tx, scope: &TenantScope, documents: Vec<Document>) -> Outcome<Vec<DocumentRow>> {
    let ids: Vec<_> = documents.iter().filter(|row| row.state.is_immutable()).map(|row| row.id).collect();
    let annotations = document_annotations::of_documents(tx, scope, &ids).await?;
    Ok(documents.into_iter().map(|document| row(document, &annotations)).collect())
}

fn row(document: Document, annotations: &[Annotation]) -> DocumentRow {
    let mine = annotations.iter().filter(|annotation| annotation.document == document.id);
    let annotations = mine
        .map(|said| AnnotationView { kind: said.kind, reason: said.reason.clone(), role: said.role, at: said.at })
        .collect();
    DocumentRow {
        id: document.id,
        file_kind: document.file_kind(),
        title: document.title,
        kind: document.kind,
        dated: document.dated,
        size: document.size,
        sha256: document.sha256,
        stamp: document.protocol.as_ref().map(ProtocolRegistration::stamp),
        state: document.state,
        signatures: document.signatures,
        visibility: document.visibility,
        annotations,
    }
}

/// The documents of a process that a form of who works on it offers to attach.
///
/// # Errors
/// `Unavailable`.
pub async fn choices(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<DocumentChoice>> {
    let rows = documents::of_process(tx, scope, process).await?;
    Ok(rows.into_iter().filter(is_offered).map(choice).collect())
}

/// A document as forms and lists of papers name it.
pub fn choice(row: Document) -> DocumentChoice {
    DocumentChoice { id: row.id, title: row.title, dated: row.dated, private: row.visibility == Visibility::Private }
}

/// Whether a form of who works on a path offers the document, and takes it.
fn is_offered(document: &Document) -> bool {
    document.state != DocumentState::Draft && document.kind.is_filed() && document.kind.may_be_public()
}

impl Handle {
    /// Refuses a document that no form of `process` offers.
    pub(in crate::use_cases) async fn take_offered(
        &self,
        tx: &Tx,
        process: ProcessId,
        document: Option<DocumentId>,
    ) -> Outcome<()> {
        let Some(document) = document else { return Ok(()) };
        // Nobody puts another file in its place meanwhile.
        documents::lock(tx, &self.scope, document).await?;
        let found = documents::by_ids(tx, &self.scope, &[document]).await?;
        let offered = found.iter().any(|found| found.process == Some(process) && is_offered(found));
        if offered { Ok(()) } else { Err(AppError::invalid("document", Fault::Choice)) }
    }
}

/// A position in the public list, as written in addresses: `2022-12-23_<id>`.
pub(super) fn position(text: &str) -> Option<(NaiveDate, DocumentId)> {
    let (dated, id) = text.split_once('_')?;
    Some((dated.parse().ok()?, id.parse().ok()?))
}

/// Cuts `rows` to `page`, and tells where the next page starts.
pub(super) fn next_position(rows: &mut Vec<Document>, page: u64) -> Option<String> {
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    let more = rows.len() > page;
    rows.truncate(page);
    rows.last().filter(|_| more).map(|last| format!("{}_{}", last.dated, last.id))
}
