//! Identity providers of a tenant.

mod kept;

use super::{
    OrUnavailable, Tx,
    entities::identity_provider,
    scoped::{scoped, scoped_delete, scoped_update},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::IdentityProviderId,
    refusal::{Blocker, StepRefused},
};
use kept::row;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, SqlErr};

pub use kept::{KeptProvider, Sealed, Trial};

/// All of them, in the order in which they came.
///
/// # Errors
/// `Unavailable`.
pub async fn all(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<KeptProvider>> {
    let rows = scoped::<identity_provider::Entity>(scope).order_by_asc(identity_provider::Column::Id).all(tx).await;
    rows.or_unavailable()?.into_iter().map(KeptProvider::try_from).collect()
}

/// Those that are offered on the sign-in page.
///
/// # Errors
/// `Unavailable`.
pub async fn open(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<KeptProvider>> {
    let mut all = all(tx, scope).await?;
    all.retain(|provider| provider.on);
    Ok(all)
}

/// One of them.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: IdentityProviderId) -> Outcome<KeptProvider> {
    let row = scoped::<identity_provider::Entity>(scope).filter(identity_provider::COLUMN.id.eq(id.0)).one(tx).await;
    row.or_unavailable()?.ok_or(AppError::NotFound)?.try_into()
}

/// Adds a provider; false where another has its name.
///
/// # Errors
/// `Unavailable`.
pub async fn add(tx: &Tx, scope: &TenantScope, new: &KeptProvider, now: DateTime<Utc>) -> Outcome<bool> {
    let row = identity_provider::ActiveModel { created_at: Set(now), ..row(scope, new, 1) };
    Ok(row.insert(tx).await.unless_taken()?.is_some())
}

/// Stores what was changed from version `changed.version`, which grows by one; false where another has its name.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn store(tx: &Tx, scope: &TenantScope, changed: &KeptProvider) -> Outcome<bool> {
    let done = scoped_update::<identity_provider::Entity>(scope)
        .set(row(scope, changed, changed.version + 1))
        .filter(identity_provider::COLUMN.id.eq(changed.id.0))
        .filter(identity_provider::COLUMN.version.eq(stored(changed.version)))
        .exec(tx)
        .await
        .unless_taken()?;
    match done {
        None => Ok(false),
        Some(done) if done.rows_affected == 1 => Ok(true),
        Some(_) => Err(AppError::Conflict),
    }
}

/// Keeps what came of trying a provider, which may have been changed or removed since.
///
/// # Errors
/// `Unavailable`.
pub async fn keep_trial(tx: &Tx, scope: &TenantScope, id: IdentityProviderId, trial: &Trial) -> Outcome<()> {
    let row = identity_provider::ActiveModel {
        tried: Set(Some(trial.settings.to_string())),
        tried_at: Set(Some(trial.at)),
        tried_fault: Set(trial.fault.clone()),
        ..Default::default()
    };
    scoped_update::<identity_provider::Entity>(scope)
        .set(row)
        .filter(identity_provider::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Removes a provider that nobody is known by: what refers to it keeps it.
///
/// # Errors
/// `ProviderKnowsPeople`, or `Conflict` when it is not that version any more.
pub async fn remove(tx: &Tx, scope: &TenantScope, gone: &KeptProvider) -> Outcome<()> {
    let done = scoped_delete::<identity_provider::Entity>(scope)
        .filter(identity_provider::COLUMN.id.eq(gone.id.0))
        .filter(identity_provider::COLUMN.version.eq(stored(gone.version)))
        .exec(tx)
        .await;
    match done {
        Err(cause) if matches!(cause.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))) => {
            Err(StepRefused::from(Blocker::ProviderKnowsPeople).into())
        }
        done => match done.or_unavailable()?.rows_affected {
            1 => Ok(()),
            _ => Err(AppError::Conflict),
        },
    }
}

fn stored(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
