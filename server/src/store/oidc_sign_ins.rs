//! Sign-ins that are under way at a provider, for ten minutes.

use super::{
    OrUnavailable, Tx,
    entities::oidc_sign_in as table,
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::{
    assurance::Assurance,
    id::{IdentityProviderId, PersonId},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter};

/// A sign-in that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    pub state_hash: String,
    pub provider: IdentityProviderId,
    pub nonce: String,
    /// Of PKCE.
    pub verifier: String,
    /// Of the key in the cookie of the browser that began it.
    pub browser_hash: String,
    /// Where the person goes afterwards.
    pub back: String,
    /// How surely the person must be recognised.
    pub least: Assurance,
    /// Who joins the identity to their account.
    pub joining: Option<PersonId>,
    pub expires_at: DateTime<Utc>,
}

/// Keeps a sign-in that begins.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: SignIn, now: DateTime<Utc>) -> Outcome<()> {
    let row = table::ActiveModel {
        tenant_id: Set(tenant(scope)),
        state_hash: Set(new.state_hash),
        provider_id: Set(new.provider.0),
        nonce: Set(new.nonce),
        verifier: Set(new.verifier),
        browser_hash: Set(new.browser_hash),
        back: Set(new.back),
        least: Set(new.least.code().into()),
        joining_id: Set(new.joining.map(|person| person.0)),
        created_at: Set(now),
        expires_at: Set(new.expires_at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// The sign-in with this state that has not expired, for the one who asks first: it is over then.
///
/// # Errors
/// `Unavailable`.
pub async fn take(tx: &Tx, scope: &TenantScope, state_hash: &str, now: DateTime<Utc>) -> Outcome<Option<SignIn>> {
    let found = scoped::<table::Entity>(scope).filter(table::COLUMN.state_hash.eq(state_hash));
    let Some(row) = found.one(tx).await.or_unavailable()? else { return Ok(None) };
    let gone = scoped_delete::<table::Entity>(scope).filter(table::COLUMN.state_hash.eq(state_hash));
    let first = gone.exec(tx).await.or_unavailable()?.rows_affected == 1;
    Ok((first && row.expires_at > now).then(|| SignIn {
        state_hash: row.state_hash,
        provider: IdentityProviderId(row.provider_id),
        nonce: row.nonce,
        verifier: row.verifier,
        browser_hash: row.browser_hash,
        back: row.back,
        least: row.least.parse().unwrap_or(Assurance::High),
        joining: row.joining_id.map(PersonId),
        expires_at: row.expires_at,
    }))
}

/// Forgets what a person was about to join.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    let of_person = table::COLUMN.joining_id.eq(person.0);
    scoped_delete::<table::Entity>(scope).filter(of_person).exec(tx).await.or_unavailable()?;
    Ok(())
}

/// Forgets the sign-ins that nobody finished, and tells how many.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_expired(tx: &Tx, scope: &TenantScope, now: DateTime<Utc>) -> Outcome<u64> {
    let over = table::COLUMN.expires_at.lte(now);
    Ok(scoped_delete::<table::Entity>(scope).filter(over).exec(tx).await.or_unavailable()?.rows_affected)
}
