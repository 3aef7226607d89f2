//! When each person last read a contribution they have to do with.

use super::{
    OrUnavailable, Tx,
    entities::contribution_read,
    scoped::{scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::id::{ContributionId, PersonId};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryFilter, sea_query::OnConflict};

/// Keeps that the person has read the contribution as it was at `at`.
///
/// # Errors
/// `Unavailable`.
pub async fn note(
    tx: &Tx,
    scope: &TenantScope,
    person: PersonId,
    of: ContributionId,
    at: DateTime<Utc>,
) -> Outcome<()> {
    use contribution_read::Column as C;
    let row = contribution_read::ActiveModel {
        tenant_id: Set(tenant(scope)),
        person_id: Set(person.0),
        contribution_id: Set(of.0),
        seen_at: Set(at),
    };
    let again = OnConflict::columns([C::TenantId, C::PersonId, C::ContributionId]).update_column(C::SeenAt).to_owned();
    contribution_read::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}

/// Forgets what the person has read.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    scoped_delete::<contribution_read::Entity>(scope)
        .filter(contribution_read::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
