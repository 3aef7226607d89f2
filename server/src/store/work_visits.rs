//! When each person of the staff last looked at what is due.

use super::{
    OrUnavailable, Tx,
    entities::work_visit,
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::id::PersonId;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, sea_query::Expr};

/// When the person last said to have read what changed.
///
/// # Errors
/// `Unavailable`.
pub async fn last(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<Option<DateTime<Utc>>> {
    let row = scoped::<work_visit::Entity>(scope)
        .filter(work_visit::COLUMN.person_id.eq(person.0))
        .one(tx)
        .await
        .or_unavailable()?;
    Ok(row.map(|row| row.seen_at))
}

/// Keeps that the person has read everything up to `at`.
///
/// # Errors
/// `Unavailable`.
pub async fn note(tx: &Tx, scope: &TenantScope, person: PersonId, at: DateTime<Utc>) -> Outcome<()> {
    let changed = scoped_update::<work_visit::Entity>(scope)
        .col_expr(work_visit::Column::SeenAt, Expr::value(at))
        .filter(work_visit::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    if changed.rows_affected == 0 {
        let row = work_visit::ActiveModel { tenant_id: Set(tenant(scope)), person_id: Set(person.0), seen_at: Set(at) };
        row.insert(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// Forgets when the person looked.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    scoped_delete::<work_visit::Entity>(scope)
        .filter(work_visit::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
