//! What the platform deleted by itself: how much of each kind on each day.

use super::{
    OrUnavailable, Tx,
    entities::deletion,
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, NaiveDate, Utc};
use domain::retention::{DELETIONS_KEPT, Passing};
use sea_orm::{
    ActiveValue::Set,
    EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, OnConflict},
};

/// What was deleted of one kind on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deleted {
    pub day: NaiveDate,
    pub kind: Passing,
    pub removed: u64,
    /// When the platform looked last on that day.
    pub at: DateTime<Utc>,
}

/// Notes that the platform looked at `kind` and deleted `removed` of it.
///
/// # Errors
/// `Unavailable`.
pub async fn note(tx: &Tx, scope: &TenantScope, kind: Passing, removed: u64, now: DateTime<Utc>) -> Outcome<()> {
    use deletion::Column as C;
    let row = deletion::ActiveModel {
        tenant_id: Set(tenant(scope)),
        day: Set(now.date_naive()),
        kind: Set(kind.code().into()),
        removed: Set(i64::try_from(removed).unwrap_or(i64::MAX)),
        at: Set(now),
    };
    let so_far = Expr::col((deletion::Entity, C::Removed));
    let again = OnConflict::columns([C::TenantId, C::Day, C::Kind])
        .update_column(C::At)
        .value(C::Removed, so_far.add(removed))
        .to_owned();
    deletion::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}

/// Forgets the days on which nothing was deleted, but for the last one, and those that nobody asks about any more.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_old(tx: &Tx, scope: &TenantScope, now: DateTime<Utc>) -> Outcome<()> {
    let today = now.date_naive();
    let empty = deletion::COLUMN.removed.eq(0).and(deletion::COLUMN.day.lt(today));
    let old = deletion::COLUMN.day.lt(today - DELETIONS_KEPT);
    scoped_delete::<deletion::Entity>(scope).filter(empty.or(old)).exec(tx).await.or_unavailable()?;
    Ok(())
}

/// What was deleted since `day`, the newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn since(tx: &Tx, scope: &TenantScope, day: NaiveDate) -> Outcome<Vec<Deleted>> {
    let rows = scoped::<deletion::Entity>(scope).filter(deletion::COLUMN.day.gte(day));
    let rows = rows.order_by_desc(deletion::Column::Day).order_by_asc(deletion::Column::Kind).all(tx).await;
    let read = |row: deletion::Model| {
        let kind = row.kind.parse().ok()?;
        Some(Deleted { day: row.day, kind, removed: u64::try_from(row.removed).unwrap_or(0), at: row.at })
    };
    Ok(rows.or_unavailable()?.into_iter().filter_map(read).collect())
}
