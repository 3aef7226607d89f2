//! The papers of a meeting: documents of its path.

use super::{
    OrUnavailable, Tx,
    entities::{meeting, meeting_paper},
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use domain::id::{DocumentId, MeetingId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// The documents put among the papers of a meeting.
///
/// # Errors
/// `Unavailable`.
pub async fn of_meeting(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Vec<DocumentId>> {
    let rows = scoped::<meeting_paper::Entity>(scope)
        .filter(meeting_paper::COLUMN.meeting_id.eq(meeting.0))
        .order_by_asc(meeting_paper::Column::DocumentId)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|row| DocumentId(row.document_id)).collect())
}

/// Whether the document is among the papers of a meeting of an organ.
///
/// # Errors
/// `Unavailable`.
pub async fn is_of_an_organ(tx: &Tx, scope: &TenantScope, document: DocumentId) -> Outcome<bool> {
    let meetings = scoped::<meeting_paper::Entity>(scope)
        .filter(meeting_paper::COLUMN.document_id.eq(document.0))
        .select_only()
        .column(meeting_paper::Column::MeetingId)
        .into_query();
    let found = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.id.in_subquery(meetings))
        .filter(meeting::COLUMN.organ_id.is_not_null())
        .count(tx)
        .await
        .or_unavailable()?;
    Ok(found > 0)
}

/// Puts a document among the papers; false when it is there already.
///
/// # Errors
/// `Conflict` when somebody puts it there in the same moment.
pub async fn attach(tx: &Tx, scope: &TenantScope, meeting: MeetingId, document: DocumentId) -> Outcome<bool> {
    if of_meeting(tx, scope, meeting).await?.contains(&document) {
        return Ok(false);
    }
    let row = meeting_paper::ActiveModel {
        tenant_id: Set(tenant(scope)),
        meeting_id: Set(meeting.0),
        document_id: Set(document.0),
    };
    row.insert(tx).await.unless_taken()?.map(|_| true).ok_or(AppError::Conflict)
}

/// Takes a document from the papers.
///
/// # Errors
/// `NotFound` when it is not among them.
pub async fn detach(tx: &Tx, scope: &TenantScope, meeting: MeetingId, document: DocumentId) -> Outcome<()> {
    let done = scoped_delete::<meeting_paper::Entity>(scope)
        .filter(meeting_paper::COLUMN.meeting_id.eq(meeting.0))
        .filter(meeting_paper::COLUMN.document_id.eq(document.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::NotFound) }
}
