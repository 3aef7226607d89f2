//! Words of providers that signed somebody out, each taken once.

use super::{
    OrUnavailable, Tx,
    entities::logout_token as table,
    scoped::{scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryFilter, sea_query::OnConflict};

/// Notes a word until it is too old to be taken; whether it came for the first time.
///
/// # Errors
/// `Unavailable`.
pub async fn note(tx: &Tx, scope: &TenantScope, token_hash: String, until: DateTime<Utc>) -> Outcome<bool> {
    let row = table::ActiveModel { tenant_id: Set(tenant(scope)), token_hash: Set(token_hash), expires_at: Set(until) };
    let again = OnConflict::columns([table::Column::TenantId, table::Column::TokenHash]).do_nothing().to_owned();
    let rows = table::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.or_unavailable()?;
    Ok(rows == 1)
}

/// Forgets the words that are too old to be taken, and tells how many.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_expired(tx: &Tx, scope: &TenantScope, now: DateTime<Utc>) -> Outcome<u64> {
    let over = table::COLUMN.expires_at.lte(now);
    Ok(scoped_delete::<table::Entity>(scope).filter(over).exec(tx).await.or_unavailable()?.rows_affected)
}
