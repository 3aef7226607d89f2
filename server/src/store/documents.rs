//! Documents: what is known of a file, apart from its bytes.

pub mod all;
mod cited;
mod registered;

pub use cited::{cited, delete};
pub use registered::{register, unregister};

use super::{
    OrUnavailable, Tx,
    entities::{document, process},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    digest::Digest,
    document::{DocumentKind, DocumentState, FileKind, ProtocolRegistration, Visibility},
    id::{DocumentId, ProcessId},
    signatures::Signatures,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use serde::Serialize;

/// Most documents of one process that a page shows.
const OF_PROCESS_MAX: u64 = 500;

/// A document as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    pub id: DocumentId,
    pub process: Option<ProcessId>,
    pub kind: DocumentKind,
    pub title: String,
    /// The name under which the file came.
    pub file_name: String,
    pub media_type: String,
    pub size: u64,
    pub sha256: Digest,
    pub visibility: Visibility,
    pub state: DocumentState,
    pub signatures: Signatures,
    pub protocol: Option<ProtocolRegistration>,
    /// The date that the document bears.
    pub dated: NaiveDate,
    pub created_at: DateTime<Utc>,
    /// Grows with every change.
    pub version: i32,
}

impl Document {
    /// The kind of file, as the ending of its name tells.
    #[must_use]
    pub fn file_kind(&self) -> Option<FileKind> {
        FileKind::of_name(&self.file_name)
    }

    /// Refuses where the person saw another version.
    ///
    /// # Errors
    /// `Conflict`.
    pub fn is_version(&self, seen: i32) -> Outcome<()> {
        if seen == self.version { Ok(()) } else { Err(AppError::Conflict) }
    }

    fn row(&self, scope: &TenantScope) -> document::ActiveModel {
        let protocol = self.protocol.as_ref();
        document::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            process_id: Set(self.process.map(|process| process.0)),
            kind: Set(self.kind.code().into()),
            title: Set(self.title.clone()),
            file_name: Set(self.file_name.clone()),
            media_type: Set(self.media_type.clone()),
            size: Set(i64::try_from(self.size).unwrap_or(i64::MAX)),
            sha256: Set(self.sha256.as_str().into()),
            visibility: Set(self.visibility.code().into()),
            state: Set(self.state.code().into()),
            protocol: Set(protocol.map(|given| serde_json::to_string(given).expect("plain data serialises"))),
            dated: Set(self.dated),
            created_at: Set(self.created_at),
            version: Set(self.version),
            signatures_given: Set(i32::try_from(self.signatures.given).unwrap_or(i32::MAX)),
            signatures_awaited: Set(i32::try_from(self.signatures.awaited).unwrap_or(i32::MAX)),
            registered: Set(protocol.map(ProtocolRegistration::key)),
        }
    }
}

impl TryFrom<document::Model> for Document {
    type Error = AppError;

    fn try_from(row: document::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        let protocol = row.protocol.map(|given| serde_json::from_str(&given).map_err(|_| AppError::Unavailable));
        Ok(Self {
            id: DocumentId(row.id),
            process: row.process_id.map(ProcessId),
            kind: row.kind.parse().map_err(unreadable)?,
            title: row.title,
            file_name: row.file_name,
            media_type: row.media_type,
            size: u64::try_from(row.size).unwrap_or(0),
            sha256: row.sha256.parse().map_err(|_| AppError::Unavailable)?,
            visibility: row.visibility.parse().map_err(unreadable)?,
            state: row.state.parse().map_err(unreadable)?,
            protocol: protocol.transpose()?,
            dated: row.dated,
            created_at: row.created_at,
            version: row.version,
            signatures: Signatures {
                given: u32::try_from(row.signatures_given).unwrap_or(0),
                awaited: u32::try_from(row.signatures_awaited).unwrap_or(0),
            },
        })
    }
}

/// The document with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: DocumentId) -> Outcome<Document> {
    let row = scoped::<document::Entity>(scope).filter(document::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// Makes others who write the document, or are about to act on it, wait until this transaction ends.
///
/// # Errors
/// `Unavailable`.
pub async fn lock(tx: &Tx, scope: &TenantScope, id: DocumentId) -> Outcome<()> {
    let query = scoped::<document::Entity>(scope).filter(document::COLUMN.id.eq(id.0)).lock_exclusive();
    query.one(tx).await.or_unavailable()?;
    Ok(())
}

/// The documents with these ids, in no order; unknown ids are left out.
///
/// # Errors
/// `Unavailable`.
pub async fn by_ids(tx: &Tx, scope: &TenantScope, ids: &[DocumentId]) -> Outcome<Vec<Document>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scoped::<document::Entity>(scope)
        .filter(document::COLUMN.id.is_in(ids.iter().map(|id| id.0)))
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Document::try_from).collect()
}

/// The documents of a process, newest date first, at most 500; not what citizens attached.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Document>> {
    let rows = scoped::<document::Entity>(scope)
        .filter(document::COLUMN.process_id.eq(process.0))
        .filter(document::COLUMN.kind.ne(DocumentKind::ContributionAttachment.code()))
        .order_by_desc(document::Column::Dated)
        .order_by_desc(document::Column::Id)
        .limit(OF_PROCESS_MAX)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Document::try_from).collect()
}

/// Public documents out of draft, newest date first, `limit` of them after the position `after`;
/// those of processes that are not public are left out.
///
/// # Errors
/// `Unavailable`.
pub async fn public(
    tx: &Tx,
    scope: &TenantScope,
    after: Option<(NaiveDate, DocumentId)>,
    limit: u64,
) -> Outcome<Vec<Document>> {
    let unlisted = DocumentKind::ALL.iter().filter(|kind| !kind.may_be_public() || !kind.is_filed());
    let mut query = scoped::<document::Entity>(scope)
        .filter(document::COLUMN.visibility.eq(Visibility::Public.code()))
        .filter(document::COLUMN.state.ne(DocumentState::Draft.code()))
        .filter(document::COLUMN.kind.is_not_in(unlisted.map(|kind| kind.code())));
    let hidden = scoped::<process::Entity>(scope)
        .filter(super::processes::unpublished())
        .select_only()
        .column(process::Column::Id)
        .into_query();
    let elsewhere = Condition::any()
        .add(document::COLUMN.process_id.is_null())
        .add(ColumnTrait::not_in_subquery(&document::Column::ProcessId, hidden));
    query = query.filter(elsewhere);
    if let Some((dated, id)) = after {
        let same_day = Condition::all().add(document::COLUMN.dated.eq(dated)).add(document::COLUMN.id.lt(id.0));
        query = query.filter(Condition::any().add(document::COLUMN.dated.lt(dated)).add(same_day));
    }
    let rows = query
        .order_by_desc(document::Column::Dated)
        .order_by_desc(document::Column::Id)
        .limit(limit)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Document::try_from).collect()
}

/// Adds a document whose bytes are kept already.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Document) -> Outcome<()> {
    new.row(scope).insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Stores the document as changed from version `changed.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Document) -> Outcome<()> {
    let mut row = changed.row(scope).into_active_model();
    row.version = Set(changed.version + 1);
    // A registration that was cancelled leaves its number free, whatever happens to the document.
    row.registered = NotSet;
    let done = scoped_update::<document::Entity>(scope)
        .set(row)
        .filter(document::COLUMN.id.eq(changed.id.0))
        .filter(document::COLUMN.version.eq(changed.version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
