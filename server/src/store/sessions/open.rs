//! The sessions that a person has open.

use super::{OrUnavailable, Tx, scoped, scoped_delete, session};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::id::PersonId;
use sea_orm::{DeleteMany, QueryFilter, QueryOrder, QuerySelect};

/// Most sessions that a page lists.
const MOST: u64 = 100;

/// A session that has not expired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    pub key_hash: String,
    pub since: DateTime<Utc>,
    pub until: DateTime<Utc>,
}

/// The sessions of `person` that are open, the latest first.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, person: PersonId, now: DateTime<Utc>) -> Outcome<Vec<Open>> {
    let rows = scoped::<session::Entity>(scope)
        .filter(session::COLUMN.person_id.eq(person.0))
        .filter(session::COLUMN.expires_at.gt(now))
        .order_by_desc(session::Column::CreatedAt)
        .order_by_asc(session::Column::KeyHash)
        .limit(MOST)
        .all(tx)
        .await
        .or_unavailable()?;
    let open = |row: session::Model| Open { key_hash: row.key_hash, since: row.created_at, until: row.expires_at };
    Ok(rows.into_iter().map(open).collect())
}

/// Ends one session of `person`.
///
/// # Errors
/// `Unavailable`.
pub async fn end(tx: &Tx, scope: &TenantScope, person: PersonId, key_hash: &str) -> Outcome<()> {
    let one = of_person(scope, person).filter(session::COLUMN.key_hash.eq(key_hash));
    one.exec(tx).await.or_unavailable()?;
    Ok(())
}

/// Ends every session of `person`; gives the hashes of the keys of those that were open, however many.
///
/// # Errors
/// `Unavailable`.
pub async fn end_all(tx: &Tx, scope: &TenantScope, person: PersonId, now: DateTime<Utc>) -> Outcome<Vec<String>> {
    let open = scoped::<session::Entity>(scope)
        .filter(session::COLUMN.person_id.eq(person.0))
        .filter(session::COLUMN.expires_at.gt(now))
        .select_only()
        .column(session::Column::KeyHash)
        .order_by_asc(session::Column::KeyHash)
        .into_tuple();
    let open = open.all(tx).await.or_unavailable()?;
    of_person(scope, person).exec(tx).await.or_unavailable()?;
    Ok(open)
}

fn of_person(scope: &TenantScope, person: PersonId) -> DeleteMany<session::Entity> {
    scoped_delete::<session::Entity>(scope).filter(session::COLUMN.person_id.eq(person.0))
}
