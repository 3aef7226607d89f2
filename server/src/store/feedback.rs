//! What visitors report about the site.

use super::{
    OrUnavailable, Tx,
    entities::feedback,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::{
    contract::{Slice, site::FeedbackRow},
    error::{AppError, Outcome},
};
use chrono::{DateTime, Utc};
use domain::feedback::NewFeedback;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

/// Adds a report.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: NewFeedback, at: DateTime<Utc>) -> Outcome<Uuid> {
    let id = Uuid::now_v7();
    let row = feedback::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(id),
        message: Set(new.message),
        page: Set(new.page),
        email: Set(new.email),
        at: Set(at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(id)
}

/// One page of the reports, newest first; `after` is the last page's `next`.
///
/// # Errors
/// `NotFound` where `after` is none of its values.
pub async fn page(tx: &Tx, scope: &TenantScope, after: Option<&str>, limit: u64) -> Outcome<Slice<FeedbackRow>> {
    let mut query = scoped::<feedback::Entity>(scope);
    if let Some(after) = after {
        let last: Uuid = after.parse().map_err(|_| AppError::NotFound)?;
        query = query.filter(feedback::COLUMN.id.lt(last));
    }
    let mut rows = query.order_by_desc(feedback::Column::Id).limit(limit + 1).all(tx).await.or_unavailable()?;
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|row| row.id.to_string());
    let shown =
        |row: feedback::Model| FeedbackRow { message: row.message, page: row.page, email: row.email, at: row.at };
    Ok(Slice { rows: rows.into_iter().map(shown).collect(), next })
}

/// Removes this address from every report.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, email: &str) -> Outcome<()> {
    without_address(tx, scope, feedback::COLUMN.email.eq(email)).await.map(drop)
}

/// Removes the addresses of reports made before `before`: nobody writes back after so long. Tells how many.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_before(tx: &Tx, scope: &TenantScope, before: DateTime<Utc>) -> Outcome<u64> {
    without_address(tx, scope, feedback::COLUMN.at.lt(before).and(feedback::COLUMN.email.is_not_null())).await
}

async fn without_address(tx: &Tx, scope: &TenantScope, of: Expr) -> Outcome<u64> {
    let done = scoped_update::<feedback::Entity>(scope)
        .col_expr(feedback::Column::Email, Expr::value(None::<String>))
        .filter(of)
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected)
}
