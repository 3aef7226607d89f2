//! The bytes of documents: kept under tenant, document and hash; handed out after a check each time.

use super::super::Handle;
use crate::{state::App, store::documents::Document};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    digest::Digest,
    document::{DocumentState, FileKind, NewDocument, NewUpload, download_name},
    id::{DocumentId, ProcessId, TenantId},
    signatures::Signatures,
};
use object_store::{GetResult, ObjectStore, path::Path};

/// How many first bytes tell the kind of a file.
const HEAD: usize = 4096;

/// A file whose bytes are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// The name under which it came, without folders.
    pub name: String,
    pub kind: FileKind,
    pub size: u64,
    pub sha256: Digest,
}

impl StoredFile {
    /// The document of this file.
    #[must_use]
    pub fn document(
        self,
        id: DocumentId,
        process: Option<ProcessId>,
        new: NewDocument,
        state: DocumentState,
        now: DateTime<Utc>,
    ) -> Document {
        Document {
            id,
            process,
            kind: new.kind,
            title: new.title,
            file_name: self.name,
            media_type: self.kind.media_type().into(),
            size: self.size,
            sha256: self.sha256,
            visibility: new.visibility,
            state,
            signatures: if state == DocumentState::Signed { Signatures::ONE } else { Signatures::default() },
            protocol: None,
            dated: new.dated,
            created_at: now,
            version: 1,
        }
    }

    /// The document `before` with this file instead, as seen in `version`.
    #[must_use]
    pub(super) fn in_place_of(self, before: &Document, version: i32) -> Document {
        Document {
            file_name: self.name,
            media_type: self.kind.media_type().into(),
            size: self.size,
            sha256: self.sha256,
            version,
            ..before.clone()
        }
    }
}

/// Checks name, size and first bytes, and keeps the bytes for the document `id` of `tenant`.
///
/// # Errors
/// `Invalid` for the field `file`, or `Unavailable`.
pub async fn keep_file(app: &App, tenant: TenantId, id: DocumentId, name: &str, bytes: Vec<u8>) -> Outcome<StoredFile> {
    let taken = NewUpload::parse(name, size_of(&bytes), head_of(&bytes))?;
    keep(app, tenant, id, taken, bytes).await
}

/// The same for a file beside a contribution.
pub(in crate::use_cases) async fn keep_attachment(
    app: &App,
    tenant: TenantId,
    id: DocumentId,
    name: &str,
    bytes: Vec<u8>,
) -> Outcome<StoredFile> {
    let taken = NewUpload::attachment(name, size_of(&bytes), head_of(&bytes))?;
    keep(app, tenant, id, taken, bytes).await
}

fn size_of(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

fn head_of(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(HEAD)]
}

async fn keep(app: &App, tenant: TenantId, id: DocumentId, taken: NewUpload, bytes: Vec<u8>) -> Outcome<StoredFile> {
    let sha256 = Digest::of(&bytes);
    app.files.put(&place(tenant, id, &sha256), bytes.into()).await.map_err(|cause| unavailable(&cause))?;
    Ok(StoredFile { name: taken.name, kind: taken.kind, size: taken.size, sha256 })
}

/// Forgets the bytes of a document that is no more; what cannot be removed is logged.
pub(super) async fn drop_file(app: &App, tenant: TenantId, document: &Document) {
    if let Err(cause) = app.files.delete(&place(tenant, document.id, &document.sha256)).await {
        tracing::warn!(%cause, document = %document.id, "the bytes of a removed document stay");
    }
}

/// A file to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileOut {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) sha256: Digest,
    pub(crate) bytes: Vec<u8>,
}

impl FileOut {
    /// A file that is made when somebody asks for it.
    pub(crate) fn made(name: String, media_type: &str, bytes: Vec<u8>) -> Self {
        Self { name, media_type: media_type.into(), sha256: Digest::of(&bytes), bytes }
    }
}

impl Handle {
    /// The file of a document, for who may read it now.
    pub(crate) async fn document_file(&self, id: DocumentId) -> Outcome<FileOut> {
        let tx = self.read().await?;
        let document: Document = self.readable(&tx, id).await?;
        drop(tx);
        self.bytes_of(document).await
    }

    /// The bytes of a document that this person may read.
    pub(in crate::use_cases) async fn bytes_of(&self, document: Document) -> Outcome<FileOut> {
        let place = place(self.scope.tenant(), document.id, &document.sha256);
        let found = self.app.files.get(&place).await.map_err(|cause| unavailable(&cause))?;
        let bytes = found.bytes().await.map_err(|cause| unavailable(&cause))?;
        let name = document.file_kind().map_or("documento".into(), |kind| download_name(&document.file_name, kind));
        Ok(FileOut { name, media_type: document.media_type, sha256: document.sha256, bytes: bytes.into() })
    }
}

impl Handle {
    /// The bytes of a document of this tenant as they are kept, piece by piece, for the export; none where they are gone.
    pub(in crate::use_cases) async fn kept_file(&self, id: DocumentId, sha256: &Digest) -> Outcome<Option<GetResult>> {
        kept(&self.app, &place(self.scope.tenant(), id, sha256)).await
    }
}

/// What the file store keeps at `place`, if anything.
pub(in crate::use_cases) async fn kept(app: &App, place: &Path) -> Outcome<Option<GetResult>> {
    match app.files.get(place).await {
        Ok(found) => Ok(Some(found)),
        Err(object_store::Error::NotFound { .. }) => Ok(None),
        Err(cause) => Err(unavailable(&cause)),
    }
}

fn place(tenant: TenantId, id: DocumentId, sha256: &Digest) -> Path {
    Path::from_iter([tenant.to_string(), id.to_string(), sha256.to_string()])
}

fn unavailable(cause: &object_store::Error) -> AppError {
    tracing::error!(%cause, "the file store refused");
    AppError::Unavailable
}
