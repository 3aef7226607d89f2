//! Sessions for which a provider vouched: signing out there too, and at its word.

use super::{super::scoped::scoped, LEAVING, OrUnavailable, Tx, scoped_delete, scoped_update, session};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::{
    assurance::Assurance,
    id::{IdentityProviderId, PersonId},
};
use sea_orm::{
    QueryFilter,
    sea_query::{Expr, ExprTrait},
};

/// By whom a person was recognised, and how surely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vouched {
    pub level: Assurance,
    pub provider: IdentityProviderId,
    pub subject_hash: String,
    /// Of the provider's name for its own session.
    pub sid_hash: Option<String>,
    /// Sealed.
    pub id_token: String,
}

/// One who signed out here and may sign out at the provider too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    pub provider: IdentityProviderId,
    /// Sealed.
    pub id_token: Option<String>,
}

/// Ends the session and keeps it for a while under another key, which opens nothing, where a provider vouched for it;
/// whether one did.
///
/// # Errors
/// `Unavailable`.
pub async fn leave(
    tx: &Tx,
    scope: &TenantScope,
    key_hash: &str,
    leaving_hash: &str,
    now: DateTime<Utc>,
) -> Outcome<bool> {
    let done = scoped_update::<session::Entity>(scope)
        .col_expr(session::Column::KeyHash, Expr::value(leaving_hash))
        .col_expr(session::Column::ExpiresAt, Expr::value(now))
        .filter(session::COLUMN.key_hash.eq(key_hash))
        .filter(session::COLUMN.provider_id.is_not_null())
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected == 1)
}

/// The session that was left under this key a moment ago, for the one who asks first.
///
/// # Errors
/// `Unavailable`.
pub async fn take_leave(
    tx: &Tx,
    scope: &TenantScope,
    leaving_hash: &str,
    now: DateTime<Utc>,
) -> Outcome<Option<Leaving>> {
    let left = scoped::<session::Entity>(scope)
        .filter(session::COLUMN.key_hash.eq(leaving_hash))
        .filter(session::COLUMN.expires_at.lte(now));
    let Some(row) = left.one(tx).await.or_unavailable()? else { return Ok(None) };
    let gone = scoped_delete::<session::Entity>(scope).filter(session::COLUMN.key_hash.eq(leaving_hash));
    gone.exec(tx).await.or_unavailable()?;
    let soon = row.expires_at > now - LEAVING;
    let leaving = |provider| Leaving { provider: IdentityProviderId(provider), id_token: row.id_token };
    Ok(row.provider_id.filter(|_| soon).map(leaving))
}

/// Ends the sessions that a provider says are over: those of its own session `sid_hash`, else all of the subject; whose
/// they were, each once for a session.
///
/// # Errors
/// `Unavailable`.
pub async fn end_at_word(
    tx: &Tx,
    scope: &TenantScope,
    provider: IdentityProviderId,
    subject_hash: Option<&str>,
    sid_hash: Option<&str>,
) -> Outcome<Vec<(PersonId, String)>> {
    let mut named = session::COLUMN.provider_id.eq(provider.0);
    if let Some(subject) = subject_hash {
        named = named.and(session::COLUMN.subject_hash.eq(subject));
    }
    if let Some(sid) = sid_hash {
        named = named.and(session::COLUMN.sid_hash.eq(sid));
    }
    let rows = scoped::<session::Entity>(scope).filter(named.clone()).all(tx).await.or_unavailable()?;
    scoped_delete::<session::Entity>(scope).filter(named).exec(tx).await.or_unavailable()?;
    Ok(rows.into_iter().map(|row| (PersonId(row.person_id), row.key_hash)).collect())
}
