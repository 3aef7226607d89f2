//! Documents of a tenant and of its paths: reading, filing, protocol data, annotations.

use super::Slice;
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    digest::Digest,
    document::{
        AnnotationKind, Citation, DocumentKind, DocumentState, DocumentStep, FileKind, NewAnnotation, NewDocument,
        ProtocolRegistration, Visibility,
    },
    id::DocumentId,
    role::Role,
    signatures::Signatures,
};

/// A file as it came with a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SentFile {
    /// The name of the form's field.
    pub field: String,
    /// The name that the sender's machine gave it.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The path that a page speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathName {
    pub slug: String,
    pub title: String,
}

/// A document in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    pub id: DocumentId,
    pub title: String,
    pub kind: DocumentKind,
    /// None for a kind that is taken no more.
    pub file_kind: Option<FileKind>,
    pub dated: NaiveDate,
    /// In bytes.
    pub size: u64,
    pub sha256: Digest,
    /// The stamp of its registration.
    pub stamp: Option<String>,
    pub state: DocumentState,
    pub signatures: Signatures,
    pub visibility: Visibility,
    pub annotations: Vec<AnnotationView>,
}

impl DocumentRow {
    /// Whether its registration was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.annotations.iter().any(|annotation| annotation.kind == AnnotationKind::Cancelled)
    }
}

/// What was said of a document after it was protocolled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotationView {
    pub kind: AnnotationKind,
    pub reason: String,
    pub role: Role,
    pub at: DateTime<Utc>,
}

/// The documents of one path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathDocuments {
    pub path: PathName,
    pub rows: Vec<DocumentRow>,
    /// Whether the person may file documents of this path.
    pub may_upload: bool,
    /// What a new document's date is unless another is typed.
    pub today: NaiveDate,
}

/// One document with what may be done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentView {
    pub row: DocumentRow,
    pub path: Option<PathName>,
    pub file_name: String,
    pub version: i32,
    pub protocol: Option<ProtocolRegistration>,
    /// Open steps, the registration left out.
    pub steps: Vec<DocumentStep>,
    pub may_protocol: bool,
    pub may_annotate: bool,
    pub may_replace: bool,
    pub may_edit: bool,
    pub may_delete: bool,
    /// What refers to it, where that keeps something from being changed.
    pub cited: Vec<Citation>,
    /// Whether its signature came with the file, and nobody has checked it.
    pub signature_unchecked: bool,
}

/// A document that a form offers to attach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentChoice {
    pub id: DocumentId,
    pub title: String,
    pub dated: NaiveDate,
    /// Whether only who works on the path may read it.
    pub private: bool,
}

#[async_trait]
pub trait Documents {
    /// The public documents of the tenant, newest first, a page of 20 from `after` on.
    async fn documents(&self, after: Option<String>) -> Outcome<Slice<DocumentRow>>;

    /// The public documents of the path `slug`.
    async fn documents_of(&self, slug: String) -> Outcome<PathDocuments>;

    /// All documents of the path `slug` that the person may read; for who works on it.
    async fn document_desk(&self, slug: String) -> Outcome<PathDocuments>;

    /// One document, for who works on it.
    async fn document(&self, id: DocumentId) -> Outcome<DocumentView>;

    /// Files a new document of the path `slug`, as a draft when `draft`.
    async fn upload_document(&self, slug: String, new: NewDocument, draft: bool, file: SentFile)
    -> Outcome<DocumentId>;

    /// Puts another file in the place of a document's file, before anybody signed it.
    async fn replace_file(&self, id: DocumentId, version: i32, file: SentFile) -> Outcome<()>;

    /// Corrects title, readers and awaited signatures of a document that is not protocolled, as seen in `version`;
    /// parsed once the document is known.
    async fn edit_document(&self, id: DocumentId, version: i32, typed: [String; 3]) -> Outcome<()>;

    /// Records what the tenant's own register gave to the document.
    async fn protocol_document(&self, id: DocumentId, version: i32, given: ProtocolRegistration) -> Outcome<()>;

    /// Moves the document one step; `Protocol` has its own way, and the first `Sign` says how many are `awaited`.
    async fn step_document(&self, id: DocumentId, seen: i32, step: DocumentStep, awaited: u32) -> Outcome<()>;

    /// Annotates a protocolled document.
    async fn annotate_document(&self, id: DocumentId, new: NewAnnotation) -> Outcome<()>;

    /// Removes a document that was never protocolled; gives the path it belonged to.
    async fn delete_document(&self, id: DocumentId, seen: i32) -> Outcome<Option<PathName>>;
}
