//! What was said of documents after they were protocolled; never changed.

use super::{
    OrUnavailable, Tx,
    entities::document_annotation,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    document::{AnnotationKind, NewAnnotation},
    id::DocumentId,
    role::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder};
use serde::Serialize;
use uuid::Uuid;

/// An annotation as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Annotation {
    pub document: DocumentId,
    pub kind: AnnotationKind,
    pub reason: String,
    /// The role of who wrote it.
    pub role: Role,
    pub at: DateTime<Utc>,
}

/// The annotations of these documents, oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn of_documents(tx: &Tx, scope: &TenantScope, documents: &[DocumentId]) -> Outcome<Vec<Annotation>> {
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scoped::<document_annotation::Entity>(scope)
        .filter(document_annotation::COLUMN.document_id.is_in(documents.iter().map(|id| id.0)))
        .order_by_asc(document_annotation::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: document_annotation::Model| {
        Ok(Annotation {
            document: DocumentId(row.document_id),
            kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
            reason: row.reason,
            role: row.role.parse().map_err(|_| AppError::Unavailable)?,
            at: row.at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Adds an annotation, written by somebody acting as `role`.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(
    tx: &Tx,
    scope: &TenantScope,
    document: DocumentId,
    new: &NewAnnotation,
    role: Role,
    at: DateTime<Utc>,
) -> Outcome<()> {
    let row = document_annotation::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        document_id: Set(document.0),
        kind: Set(new.kind.code().into()),
        reason: Set(new.reason.as_str().into()),
        role: Set(role.code().into()),
        at: Set(at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}
