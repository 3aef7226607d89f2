//! Invitations to take a role: the key goes by mail, only its hash is kept.

use super::{
    OrUnavailable, Tx, database,
    entities::invitation,
    people::Grant,
    scoped::{over_tenants, scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::{PlatformScope, TenantScope};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{InvitationId, ProcessId, TenantId},
    role::Role,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use serde::Serialize;

/// An invitation as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Invitation {
    pub id: InvitationId,
    pub email: String,
    pub grant: Grant,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

/// Waits until whoever invites `email` at the same moment is done.
///
/// # Errors
/// `Unavailable`.
pub async fn take_turn(tx: &Tx, scope: &TenantScope, email: &str) -> Outcome<()> {
    database::take_turn(tx, &format!("{} invitation {email}", scope.tenant())).await
}

fn read(row: invitation::Model) -> Option<Invitation> {
    Some(Invitation {
        id: InvitationId(row.id),
        email: row.email,
        grant: Grant { role: row.role.parse().ok()?, process: row.process_id.map(ProcessId) },
        expires_at: row.expires_at,
        used_at: row.used_at,
    })
}

/// Keeps a new invitation under the hash of its key.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Invitation, key_hash: String) -> Outcome<()> {
    let row = invitation::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        key_hash: Set(key_hash),
        email: Set(new.email.clone()),
        role: Set(new.grant.role.code().into()),
        process_id: Set(new.grant.process.map(|process| process.0)),
        expires_at: Set(new.expires_at),
        used_at: Set(new.used_at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// The invitation with this key.
///
/// # Errors
/// `Unavailable`.
pub async fn by_key(tx: &Tx, scope: &TenantScope, key_hash: &str) -> Outcome<Option<Invitation>> {
    let found = scoped::<invitation::Entity>(scope).filter(invitation::COLUMN.key_hash.eq(key_hash));
    Ok(found.one(tx).await.or_unavailable()?.and_then(read))
}

/// The invitations that can still be accepted, newest first, at most 200.
///
/// # Errors
/// `Unavailable`.
pub async fn pending(tx: &Tx, scope: &TenantScope, now: DateTime<Utc>) -> Outcome<Vec<Invitation>> {
    let rows = scoped::<invitation::Entity>(scope)
        .filter(invitation::COLUMN.used_at.is_null())
        .filter(invitation::COLUMN.expires_at.gt(now))
        .order_by_desc(invitation::Column::Id)
        .limit(200)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Marks the invitation as used; false when somebody was quicker.
///
/// # Errors
/// `Unavailable`.
pub async fn use_up(tx: &Tx, scope: &TenantScope, id: InvitationId, now: DateTime<Utc>) -> Outcome<bool> {
    let used = scoped_update::<invitation::Entity>(scope)
        .col_expr(invitation::Column::UsedAt, Expr::value(now))
        .filter(invitation::COLUMN.id.eq(id.0))
        .filter(invitation::COLUMN.used_at.is_null())
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(used.rows_affected == 1)
}

/// Takes an unused invitation back, and gives what it said.
///
/// # Errors
/// `NotFound` when there is none.
pub async fn withdraw(tx: &Tx, scope: &TenantScope, id: InvitationId) -> Outcome<Invitation> {
    let row = scoped::<invitation::Entity>(scope).filter(invitation::COLUMN.id.eq(id.0)).one(tx).await;
    let sent = row.or_unavailable()?.and_then(read).ok_or(AppError::NotFound)?;
    let gone = scoped_delete::<invitation::Entity>(scope)
        .filter(invitation::COLUMN.id.eq(id.0))
        .filter(invitation::COLUMN.used_at.is_null())
        .exec(tx)
        .await
        .or_unavailable()?;
    if gone.rows_affected == 1 { Ok(sent) } else { Err(AppError::NotFound) }
}

/// The invitations of administrators of `of`, newest first, at most 20: what the coordinator sent.
///
/// # Errors
/// `Unavailable`.
pub async fn of_administrators(tx: &Tx, scope: &PlatformScope, of: TenantId) -> Outcome<Vec<Invitation>> {
    let rows = over_tenants::<invitation::Entity>(scope)
        .filter(invitation::COLUMN.tenant_id.eq(of.0))
        .filter(invitation::COLUMN.role.eq(Role::TenantAdmin.code()))
        .order_by_desc(invitation::Column::Id)
        .limit(20)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Forgets every invitation to this address.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, email: &str) -> Outcome<()> {
    scoped_delete::<invitation::Entity>(scope)
        .filter(invitation::COLUMN.email.eq(email))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Forgets the invitations that nobody accepted and that expired before `before`, and tells how many.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_expired(tx: &Tx, scope: &TenantScope, before: DateTime<Utc>) -> Outcome<u64> {
    let done = scoped_delete::<invitation::Entity>(scope)
        .filter(invitation::COLUMN.used_at.is_null())
        .filter(invitation::COLUMN.expires_at.lt(before))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected)
}
