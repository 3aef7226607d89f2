//! Administrative acts of a process.

use super::{
    OrUnavailable, Tx,
    entities::act,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    act::NewAct,
    id::{DocumentId, ProcessId},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// An act as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub content: NewAct,
    pub document: Option<DocumentId>,
}

/// The acts of a process, in the order of their dates.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Act>> {
    let rows = scoped::<act::Entity>(scope)
        .filter(act::COLUMN.process_id.eq(process.0))
        .order_by_asc(act::Column::Dated)
        .limit(200)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter()
        .map(|row| {
            Ok(Act {
                content: NewAct {
                    kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
                    body: row.body,
                    number: row.number,
                    date: row.dated,
                    subject: row.subject,
                    link: row.link,
                },
                document: row.document_id.map(DocumentId),
            })
        })
        .collect()
}

/// Adds an act, and gives its identifier.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    new: &NewAct,
    document: Option<DocumentId>,
    at: DateTime<Utc>,
) -> Outcome<Uuid> {
    let id = Uuid::now_v7();
    let row = act::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(id),
        process_id: Set(process.0),
        kind: Set(new.kind.code().into()),
        body: Set(new.body.clone()),
        number: Set(new.number.clone()),
        dated: Set(new.date),
        subject: Set(new.subject.clone()),
        link: Set(new.link.clone()),
        document_id: Set(document.map(|document| document.0)),
        created_at: Set(at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(id)
}
