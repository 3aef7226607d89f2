//! Every version of a proposal document's content.

use super::{read_number, stored};
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::proposal_document_version,
        scoped::{scoped, tenant},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    digest::Digest,
    id::{PersonId, ProcessId},
    proposal_document::DocumentContent,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// One version of the content, its text apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionHead {
    pub number: u32,
    pub sha256: String,
    pub author: Option<PersonId>,
    pub at: DateTime<Utc>,
}

/// Adds a version of the content.
///
/// # Errors
/// `Conflict` when somebody added this number first.
pub async fn add_version(
    tx: &Tx,
    scope: &TenantScope,
    (process, number): (ProcessId, u32),
    content: &DocumentContent,
    now: DateTime<Utc>,
) -> Outcome<()> {
    let row = proposal_document_version::ActiveModel {
        tenant_id: Set(tenant(scope)),
        process_id: Set(process.0),
        number: Set(stored(number)),
        content: Set(serde_json::to_string(content).expect("plain data serialises")),
        sha256: Set(content.sha256().to_string()),
        author_id: Set(scope.actor().map(|person| person.0)),
        created_at: Set(now),
    };
    row.insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict)
}

/// The content of one version.
///
/// # Errors
/// `NotFound`.
pub async fn version(tx: &Tx, scope: &TenantScope, process: ProcessId, number: u32) -> Outcome<DocumentContent> {
    let row = scoped::<proposal_document_version::Entity>(scope)
        .filter(proposal_document_version::COLUMN.process_id.eq(process.0))
        .filter(proposal_document_version::COLUMN.number.eq(stored(number)))
        .one(tx)
        .await
        .or_unavailable()?
        .ok_or(AppError::NotFound)?;
    serde_json::from_str(&row.content).map_err(|_| AppError::Unavailable)
}

/// The content with this digest, whatever was written since.
///
/// # Errors
/// `NotFound`.
pub async fn submitted(tx: &Tx, scope: &TenantScope, process: ProcessId, sha256: &Digest) -> Outcome<DocumentContent> {
    let row = scoped::<proposal_document_version::Entity>(scope)
        .filter(proposal_document_version::COLUMN.process_id.eq(process.0))
        .filter(proposal_document_version::COLUMN.sha256.eq(sha256.to_string()))
        .order_by_desc(proposal_document_version::Column::Number)
        .one(tx)
        .await
        .or_unavailable()?
        .ok_or(AppError::NotFound)?;
    serde_json::from_str(&row.content).map_err(|_| AppError::Unavailable)
}

/// Every version, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn versions(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<VersionHead>> {
    let rows: Vec<(i32, String, Option<Uuid>, DateTime<Utc>)> = scoped::<proposal_document_version::Entity>(scope)
        .filter(proposal_document_version::COLUMN.process_id.eq(process.0))
        .order_by_desc(proposal_document_version::Column::Number)
        .select_only()
        .columns([
            proposal_document_version::Column::Number,
            proposal_document_version::Column::Sha256,
            proposal_document_version::Column::AuthorId,
            proposal_document_version::Column::CreatedAt,
        ])
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    let head = |(number, sha256, author, at): (i32, String, Option<Uuid>, DateTime<Utc>)| VersionHead {
        number: read_number(number),
        sha256,
        author: author.map(PersonId),
        at,
    };
    Ok(rows.into_iter().map(head).collect())
}
