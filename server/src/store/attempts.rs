//! How often something was tried, by address and by network.

use super::{
    AT_ONCE, OrUnavailable, Tx,
    database::take_turn,
    entities::attempt,
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// How many attempts of this kind `subject` made since `since`; who counts the same waits until this transaction ends,
/// so that attempts made at once are counted one by one.
///
/// # Errors
/// `Unavailable`.
pub async fn count(tx: &Tx, scope: &TenantScope, kind: &str, subject: &str, since: DateTime<Utc>) -> Outcome<u64> {
    take_turn(tx, &format!("{} {kind} {subject}", scope.tenant())).await?;
    scoped::<attempt::Entity>(scope)
        .filter(attempt::COLUMN.kind.eq(kind))
        .filter(attempt::COLUMN.subject.eq(subject))
        .filter(attempt::COLUMN.at.gt(since))
        .count(tx)
        .await
        .or_unavailable()
}

/// Notes one attempt.
///
/// # Errors
/// `Unavailable`.
pub async fn note(tx: &Tx, scope: &TenantScope, kind: &str, subject: &str, at: DateTime<Utc>) -> Outcome<()> {
    let row = attempt::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        kind: Set(kind.into()),
        subject: Set(subject.into()),
        at: Set(at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Notes `count` attempts at once.
///
/// # Errors
/// `Unavailable`.
pub async fn note_all(
    tx: &Tx,
    scope: &TenantScope,
    kind: &str,
    subject: &str,
    at: DateTime<Utc>,
    count: usize,
) -> Outcome<()> {
    let row = || attempt::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        kind: Set(kind.into()),
        subject: Set(subject.into()),
        at: Set(at),
    };
    let rows: Vec<_> = std::iter::repeat_with(row).take(count).collect();
    for some in rows.chunks(AT_ONCE) {
        attempt::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// Takes back the latest attempt of this kind: it was none.
///
/// # Errors
/// `Unavailable`.
pub async fn take_back(tx: &Tx, scope: &TenantScope, kind: &str, subject: &str) -> Outcome<()> {
    let latest = scoped::<attempt::Entity>(scope)
        .filter(attempt::COLUMN.kind.eq(kind))
        .filter(attempt::COLUMN.subject.eq(subject))
        .order_by_desc(attempt::Column::Id)
        .one(tx)
        .await
        .or_unavailable()?;
    let Some(latest) = latest else { return Ok(()) };
    scoped_delete::<attempt::Entity>(scope).filter(attempt::COLUMN.id.eq(latest.id)).exec(tx).await.or_unavailable()?;
    Ok(())
}

/// Forgets the attempts of `subject`.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, subject: &str) -> Outcome<()> {
    scoped_delete::<attempt::Entity>(scope)
        .filter(attempt::COLUMN.subject.eq(subject))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Forgets attempts before `before`: no limit counts them any longer, and tells how many.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_before(tx: &Tx, scope: &TenantScope, before: DateTime<Utc>) -> Outcome<u64> {
    let old = attempt::COLUMN.at.lt(before);
    Ok(scoped_delete::<attempt::Entity>(scope).filter(old).exec(tx).await.or_unavailable()?.rows_affected)
}
