//! Who supports and who follows a contribution: one row for each, which the key holds.

use super::{
    AT_ONCE, OrUnavailable, Tx,
    contributions::{Tally, tally},
    entities::{contribution, follow, support},
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::id::{ContributionId, PersonId};
use sea_orm::{
    ActiveValue::Set,
    EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};

/// Notes the support of `by` and counts it; false when it was there already.
///
/// # Errors
/// `Unavailable`.
pub async fn add(tx: &Tx, scope: &TenantScope, to: ContributionId, by: PersonId, at: DateTime<Utc>) -> Outcome<bool> {
    use support::Column as C;
    let row = support::ActiveModel {
        tenant_id: Set(tenant(scope)),
        contribution_id: Set(to.0),
        person_id: Set(by.0),
        created_at: Set(at),
    };
    let once = OnConflict::columns([C::TenantId, C::ContributionId, C::PersonId]).do_nothing().to_owned();
    let rows = support::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await.or_unavailable()?;
    if rows == 1 {
        tally(tx, scope, to, Tally::Supports, 1).await?;
    }
    Ok(rows == 1)
}

/// Takes the support of `by` back; false when there was none.
///
/// # Errors
/// `Unavailable`.
pub async fn withdraw(tx: &Tx, scope: &TenantScope, from: ContributionId, by: PersonId) -> Outcome<bool> {
    let done = scoped_delete::<support::Entity>(scope)
        .filter(support::COLUMN.contribution_id.eq(from.0))
        .filter(support::COLUMN.person_id.eq(by.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 {
        tally(tx, scope, from, Tally::Supports, -1).await?;
    }
    Ok(done.rows_affected == 1)
}

/// Notes that `person` wants to hear of the contribution; false when it was noted already.
///
/// # Errors
/// `Unavailable`.
pub async fn follow(
    tx: &Tx,
    scope: &TenantScope,
    one: ContributionId,
    person: PersonId,
    at: DateTime<Utc>,
) -> Outcome<bool> {
    use follow::Column as C;
    let row = follow::ActiveModel {
        tenant_id: Set(tenant(scope)),
        contribution_id: Set(one.0),
        person_id: Set(person.0),
        created_at: Set(at),
    };
    let once = OnConflict::columns([C::TenantId, C::ContributionId, C::PersonId]).do_nothing().to_owned();
    let rows = follow::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await.or_unavailable()?;
    Ok(rows == 1)
}

/// Notes that `person` no longer wants to hear of the contribution; false when it was not noted.
///
/// # Errors
/// `Unavailable`.
pub async fn unfollow(tx: &Tx, scope: &TenantScope, one: ContributionId, person: PersonId) -> Outcome<bool> {
    let done = scoped_delete::<follow::Entity>(scope)
        .filter(follow::COLUMN.contribution_id.eq(one.0))
        .filter(follow::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected == 1)
}

/// Who wants to hear of which of the contributions.
///
/// # Errors
/// `Unavailable`.
pub async fn followers(
    tx: &Tx,
    scope: &TenantScope,
    of: &[ContributionId],
) -> Outcome<Vec<(ContributionId, PersonId)>> {
    let rows = scoped::<follow::Entity>(scope)
        .filter(follow::COLUMN.contribution_id.is_in(of.iter().map(|one| one.0)))
        .order_by_asc(follow::Column::CreatedAt)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|row| (ContributionId(row.contribution_id), PersonId(row.person_id))).collect())
}

/// Lets each of `people` hear of each of the contributions; who did already goes on.
///
/// # Errors
/// `Unavailable`.
pub async fn follow_all(
    tx: &Tx,
    scope: &TenantScope,
    all: &[ContributionId],
    people: &[PersonId],
    at: DateTime<Utc>,
) -> Outcome<()> {
    use follow::Column as C;
    let row = |one: ContributionId, person: PersonId| follow::ActiveModel {
        tenant_id: Set(tenant(scope)),
        contribution_id: Set(one.0),
        person_id: Set(person.0),
        created_at: Set(at),
    };
    let rows: Vec<_> = all.iter().flat_map(|one| people.iter().map(|person| row(*one, *person))).collect();
    for some in rows.chunks(AT_ONCE) {
        let once = OnConflict::columns([C::TenantId, C::ContributionId, C::PersonId]).do_nothing().to_owned();
        let added = follow::Entity::insert_many(some.to_vec()).on_conflict(once);
        added.exec_without_returning(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// Who supports which of the contributions.
///
/// # Errors
/// `Unavailable`.
pub async fn supporters(
    tx: &Tx,
    scope: &TenantScope,
    of: &[ContributionId],
) -> Outcome<Vec<(ContributionId, PersonId)>> {
    let rows = scoped::<support::Entity>(scope)
        .filter(support::COLUMN.contribution_id.is_in(of.iter().map(|one| one.0)))
        .order_by_asc(support::Column::CreatedAt)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|row| (ContributionId(row.contribution_id), PersonId(row.person_id))).collect())
}

/// Removes every support and follow of `person`, and counts the supports no more.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    use contribution::Column as C;
    let supported = scoped::<support::Entity>(scope)
        .filter(support::COLUMN.person_id.eq(person.0))
        .select_only()
        .column(support::Column::ContributionId)
        .into_query();
    scoped_update::<contribution::Entity>(scope)
        .col_expr(C::SupportsCount, Expr::col(C::SupportsCount).sub(1))
        .filter(contribution::COLUMN.id.in_subquery(supported))
        .exec(tx)
        .await
        .or_unavailable()?;
    scoped_delete::<support::Entity>(scope)
        .filter(support::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    scoped_delete::<follow::Entity>(scope)
        .filter(follow::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
