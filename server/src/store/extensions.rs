//! Requests for more time, with their answers.

mod waiting;

pub use waiting::{Place, open, open_in, waiting_everywhere};

use super::{
    OrUnavailable, Tx,
    entities::extension,
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    extension::{ExtensionState, NewExtension},
    id::{DocumentId, ExtensionId, ProcessId},
    role::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;

/// A request as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Extension {
    pub id: ExtensionId,
    pub process: ProcessId,
    pub state: ExtensionState,
    pub text: NewExtension,
    /// The end of the process when it was asked.
    pub end_before: NaiveDate,
    pub days_asked: u32,
    pub requested_on: Option<NaiveDate>,
    pub request_document: Option<DocumentId>,
    pub decided_on: Option<NaiveDate>,
    pub decided_as: Option<Role>,
    pub granted_days: u32,
    pub end_after: Option<NaiveDate>,
    /// Why it was refused, or what the granting body adds.
    pub note: String,
    /// The act that decides.
    pub act: String,
    pub decision_document: Option<DocumentId>,
    pub created_at: DateTime<Utc>,
    pub version: i32,
    /// Whether its process is suspended: nobody may answer meanwhile.
    pub paused: bool,
    /// The title of the process, for the guarantor's queue.
    pub process_title: String,
    /// The rules of the process as `key/version`, which say who decides.
    pub rules: String,
}

impl TryFrom<extension::Model> for Extension {
    type Error = AppError;

    fn try_from(row: extension::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            id: ExtensionId(row.id),
            process: ProcessId(row.process_id),
            state: row.state.parse().map_err(unreadable)?,
            text: NewExtension {
                reasons: row.reasons,
                progress: row.progress,
                until: row.until,
                timetable: row.timetable,
            },
            end_before: row.end_before,
            days_asked: u32::try_from(row.days_asked).unwrap_or(0),
            requested_on: row.requested_on,
            request_document: row.request_document_id.map(DocumentId),
            decided_on: row.decided_on,
            decided_as: row.decided_as.map(|role| role.parse().map_err(unreadable)).transpose()?,
            granted_days: u32::try_from(row.granted_days).unwrap_or(0),
            end_after: row.end_after,
            note: row.note,
            act: row.act,
            decision_document: row.decision_document_id.map(DocumentId),
            created_at: row.created_at,
            version: row.version,
            paused: row.paused,
            process_title: row.process_title,
            rules: row.rules,
        })
    }
}

impl Extension {
    /// Whether everybody knows of it: it was sent, or an authority gave it.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.requested_on.is_some() || !self.state.was_asked()
    }

    fn row(&self, scope: &TenantScope) -> extension::ActiveModel {
        extension::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            process_id: Set(self.process.0),
            state: Set(self.state.code().into()),
            reasons: Set(self.text.reasons.clone()),
            progress: Set(self.text.progress.clone()),
            timetable: Set(self.text.timetable.clone()),
            until: Set(self.text.until),
            end_before: Set(self.end_before),
            days_asked: Set(i32::try_from(self.days_asked).unwrap_or(i32::MAX)),
            requested_on: Set(self.requested_on),
            request_document_id: Set(self.request_document.map(|document| document.0)),
            decided_on: Set(self.decided_on),
            decided_as: Set(self.decided_as.map(|role| role.code().into())),
            granted_days: Set(i32::try_from(self.granted_days).unwrap_or(i32::MAX)),
            end_after: Set(self.end_after),
            note: Set(self.note.clone()),
            act: Set(self.act.clone()),
            decision_document_id: Set(self.decision_document.map(|document| document.0)),
            created_at: Set(self.created_at),
            version: Set(self.version),
            paused: Set(self.paused),
            process_title: Set(self.process_title.clone()),
            rules: Set(self.rules.clone()),
        }
    }
}

/// The requests of a process, oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Extension>> {
    let rows = scoped::<extension::Entity>(scope)
        .filter(extension::COLUMN.process_id.eq(process.0))
        .order_by_asc(extension::Column::Id)
        .limit(100)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Extension::try_from).collect()
}

/// The request with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: ExtensionId) -> Outcome<Extension> {
    let row =
        scoped::<extension::Entity>(scope).filter(extension::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// Adds a request.
///
/// # Errors
/// `Conflict` when another request of the process is open.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Extension) -> Outcome<()> {
    new.row(scope).insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict)
}

/// Stores the request as changed from version `changed.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since, or another request of the process waits for its answer.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Extension) -> Outcome<()> {
    let mut row = changed.row(scope);
    row.version = Set(changed.version + 1);
    let done = scoped_update::<extension::Entity>(scope)
        .set(row)
        .filter(extension::COLUMN.id.eq(changed.id.0))
        .filter(extension::COLUMN.version.eq(changed.version))
        .exec(tx)
        .await
        .unless_taken()?;
    if done.is_some_and(|done| done.rows_affected == 1) { Ok(()) } else { Err(AppError::Conflict) }
}

/// Takes a draft away, as it was read.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn delete(tx: &Tx, scope: &TenantScope, draft: &Extension) -> Outcome<()> {
    let done = scoped_delete::<extension::Entity>(scope)
        .filter(extension::COLUMN.id.eq(draft.id.0))
        .filter(extension::COLUMN.version.eq(draft.version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
