//! Roles that people hold, one by one: to show them, to take them back.

use super::{
    OrUnavailable, Tx,
    entities::{person, role_grant},
    people::{Grant, Person},
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::{
    id::{GrantId, PersonId, ProcessId},
    role::Role,
    text::alphabetical,
};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::OnConflict};
use std::collections::{BTreeMap, BTreeSet};

/// A role that somebody holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub id: GrantId,
    pub person: PersonId,
    pub grant: Grant,
}

fn read(row: role_grant::Model) -> Option<Held> {
    let grant = Grant { role: row.role.parse().ok()?, process: row.process_id.map(ProcessId) };
    Some(Held { id: GrantId(row.id), person: PersonId(row.person_id), grant })
}

/// Every role that somebody holds, oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn all(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<Held>> {
    let rows =
        scoped::<role_grant::Entity>(scope).order_by_asc(role_grant::Column::Id).all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().filter_map(read).collect())
}

/// The people who hold a role, by name.
///
/// # Errors
/// `Unavailable`.
pub async fn holders(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<Person>> {
    let holding = scoped::<role_grant::Entity>(scope).select_only().column(role_grant::Column::PersonId).into_query();
    let rows = scoped::<person::Entity>(scope)
        .filter(person::COLUMN.id.in_subquery(holding))
        .all(tx)
        .await
        .or_unavailable()?;
    let mut people: Vec<Person> = rows.into_iter().map(Person::from).collect();
    people.sort_by_cached_key(|person| (alphabetical(&person.name), person.id.0));
    Ok(people)
}

/// The grant with this id.
///
/// # Errors
/// `Unavailable`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: GrantId) -> Outcome<Option<Held>> {
    let found = scoped::<role_grant::Entity>(scope).filter(role_grant::COLUMN.id.eq(id.0));
    Ok(found.one(tx).await.or_unavailable()?.and_then(read))
}

/// In which role each of `people` works on `process`: the first in the order of roles; others are left out.
///
/// # Errors
/// `Unavailable`.
pub async fn working_on(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    people: &BTreeSet<PersonId>,
) -> Outcome<BTreeMap<PersonId, Role>> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = scoped::<role_grant::Entity>(scope)
        .filter(role_grant::COLUMN.person_id.is_in(people.iter().map(|person| person.0)))
        .all(tx)
        .await
        .or_unavailable()?;
    let mut held: Vec<Held> = rows.into_iter().filter_map(read).collect();
    held.retain(|held| held.grant.role.is_staff() && held.grant.process.is_none_or(|of| of == process));
    held.sort_by_key(|held| Role::ALL.iter().position(|role| *role == held.grant.role));
    // The first of a person is set last.
    Ok(held.into_iter().rev().map(|held| (held.person, held.grant.role)).collect())
}

/// How many people are administrators; until the transaction ends nobody else changes that.
///
/// # Errors
/// `Unavailable`.
pub async fn administrators(tx: &Tx, scope: &TenantScope) -> Outcome<usize> {
    let rows = scoped::<role_grant::Entity>(scope)
        .filter(role_grant::COLUMN.role.eq(Role::TenantAdmin.code()))
        .lock_exclusive()
        .all(tx)
        .await
        .or_unavailable()?;
    let people: BTreeSet<_> = rows.into_iter().map(|row| row.person_id).collect();
    Ok(people.len())
}

/// Takes a role back.
///
/// # Errors
/// `Unavailable`.
pub async fn remove(tx: &Tx, scope: &TenantScope, id: GrantId) -> Outcome<()> {
    scoped_delete::<role_grant::Entity>(scope)
        .filter(role_grant::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Takes a role in one process away.
///
/// # Errors
/// `Unavailable`.
pub async fn take_back(tx: &Tx, scope: &TenantScope, from: PersonId, role: Role, process: ProcessId) -> Outcome<()> {
    scoped_delete::<role_grant::Entity>(scope)
        .filter(role_grant::COLUMN.person_id.eq(from.0))
        .filter(role_grant::COLUMN.role.eq(role.code()))
        .filter(role_grant::COLUMN.process_id.eq(process.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Grants a role; one that is held already stays as it is.
///
/// # Errors
/// `Unavailable`.
pub async fn add(tx: &Tx, scope: &TenantScope, to: PersonId, grant: Grant, at: DateTime<Utc>) -> Outcome<()> {
    let row = role_grant::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(GrantId::fresh().0),
        person_id: Set(to.0),
        role: Set(grant.role.code().into()),
        process_id: Set(grant.process.map(|process| process.0)),
        granted_at: Set(at),
    };
    let held_already = OnConflict::new().do_nothing().to_owned();
    role_grant::Entity::insert(row).on_conflict(held_already).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}
