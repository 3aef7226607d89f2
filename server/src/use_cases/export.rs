//! The export of a tenant: its rows as JSON, its files as they are.

use super::Handle;
use crate::store::{Tx, audit::Entry, documents, export};
use app::error::Outcome;
use domain::{action::Action, digest::Digest, document::FileKind, id::DocumentId, logo::Logo};
use object_store::GetResult;

pub(crate) use export::{Mark, exported_tables};

/// A file that an export holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExportedFile {
    Document { id: DocumentId, sha256: Digest, kind: Option<FileKind> },
    Logo(Logo),
}

impl ExportedFile {
    /// Its name in the export: files are found by the hash that the rows tell.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Document { sha256, kind: Some(kind), .. } => format!("files/{sha256}.{kind}"),
            Self::Document { sha256, kind: None, .. } => format!("files/{sha256}"),
            Self::Logo(logo) => format!("files/{logo}"),
        }
    }
}

impl Handle {
    /// Notes that the tenant is exported, and tells what the export is, and as of when.
    pub(crate) async fn begin_export(&self) -> Outcome<String> {
        self.scope.authorise(Action::ExportTenant, None)?;
        let tx = self.begin().await?;
        let place = self.scope.place();
        self.record(&tx, Entry::reading("tenant.export", "tenant", place.id.0)).await?;
        self.commit(tx).await?;
        let head = serde_json::json!({
            "tenant": place.slug,
            "kind": place.kind.code(),
            "name": place.name,
            "description": place.description,
            "istat_code": place.istat_code,
            "ipa_code": place.ipa_code,
            "pack": place.pack,
            "logo": place.logo.clone().map(|logo| ExportedFile::Logo(logo).name()),
            "exported_at": self.now().to_rfc3339(),
        });
        Ok(format!("{head}\n"))
    }

    /// The tenant as it is at this moment, for as long as the export reads.
    pub(crate) async fn snapshot(&self) -> Outcome<Tx> {
        self.app.db.snapshot(self.scope.wall()).await
    }

    /// The next rows of `table` as lines of JSON, and where to go on, if there are more.
    pub(crate) async fn exported_lines(
        &self,
        tx: &Tx,
        table: &str,
        after: Option<Mark>,
    ) -> Outcome<(Vec<String>, Option<Mark>)> {
        export::lines(tx, &self.scope, table, after).await
    }

    /// The tenant's logo, if there is one.
    pub(crate) fn exported_logo(&self) -> Option<ExportedFile> {
        self.scope.place().logo.clone().map(ExportedFile::Logo)
    }

    /// The next files of documents and attachments, and the last one's document, if there may be more.
    pub(crate) async fn exported_files(
        &self,
        tx: &Tx,
        after: Option<DocumentId>,
    ) -> Outcome<(Vec<ExportedFile>, Option<DocumentId>)> {
        let (documents, next) = documents::all::in_order(tx, &self.scope, after).await?;
        let file = |document: documents::Document| ExportedFile::Document {
            id: document.id,
            kind: document.file_kind(),
            sha256: document.sha256,
        };
        Ok((documents.into_iter().map(file).collect(), next))
    }

    /// The bytes of `file` as they are kept; none where they are gone.
    pub(crate) async fn exported_bytes(&self, file: &ExportedFile) -> Outcome<Option<GetResult>> {
        match file {
            ExportedFile::Document { id, sha256, .. } => self.kept_file(*id, sha256).await,
            ExportedFile::Logo(logo) => self.kept_logo(logo).await,
        }
    }
}
