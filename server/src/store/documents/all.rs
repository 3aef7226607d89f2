//! Every document of a tenant, for its export.

use super::{
    super::{OrUnavailable, Tx, entities::document, scoped::scoped},
    Document,
};
use crate::auth::TenantScope;
use app::error::Outcome;
use domain::id::DocumentId;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};

/// Documents read at a time.
const BATCH: u64 = 500;

/// Every document in the order of its key, some at a time: those after `after`, and the last one's key where there may
/// be more.
///
/// # Errors
/// `Unavailable`.
pub async fn in_order(
    tx: &Tx,
    scope: &TenantScope,
    after: Option<DocumentId>,
) -> Outcome<(Vec<Document>, Option<DocumentId>)> {
    let mut query = scoped::<document::Entity>(scope).order_by_asc(document::Column::Id).limit(BATCH);
    if let Some(after) = after {
        query = query.filter(document::COLUMN.id.gt(after.0));
    }
    let rows = query.all(tx).await.or_unavailable()?;
    let full = rows.len() as u64 == BATCH;
    let documents: Vec<_> = rows.into_iter().map(Document::try_from).collect::<Outcome<_>>()?;
    let next = documents.last().filter(|_| full).map(|last| last.id);
    Ok((documents, next))
}
