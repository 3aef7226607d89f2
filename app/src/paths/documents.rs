//! Addresses of documents and of the formal agreement.

use super::encode;
use domain::id::DocumentId;

/// The tenant's public documents.
pub const DOCUMENTS: &str = "/documenti";

/// The public documents of a path.
#[must_use]
pub fn path_documents(slug: &str) -> String {
    format!("/percorsi/{slug}/documenti")
}

/// Where the documents of a path are filed.
#[must_use]
pub fn path_documents_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/documenti")
}

/// The formal agreement of a path.
#[must_use]
pub fn path_agreement(slug: &str) -> String {
    format!("/percorsi/{slug}/accordo")
}

/// Where the agreement of a path is written and its parties are invited.
#[must_use]
pub fn path_agreement_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/accordo")
}

/// The text of a path's agreement as a file.
#[must_use]
pub fn agreement_text(slug: &str, version: u32) -> String {
    format!("/percorsi/{slug}/accordo/testo.txt?versione={version}")
}

/// Where a party answers, by the key that was mailed to it.
#[must_use]
pub fn signing(key: &str) -> String {
    format!("/accordo/{}", encode(key))
}

/// Where one document is worked on.
#[must_use]
pub fn document_work(id: DocumentId) -> String {
    format!("/lavoro/documenti/{id}")
}

/// The file of a document.
#[must_use]
pub fn document_file(id: DocumentId) -> String {
    format!("/documenti/{id}/file")
}
