//! Sessions and one-time codes: only their hashes are kept.

pub mod open;
mod vouched;

pub use vouched::{Leaving, Vouched, end_at_word, leave, take_leave};

use super::{
    OrUnavailable, Tx,
    entities::{person, role_grant, session, sign_in_code},
    people::{Grant, Person},
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    assurance::Assurance,
    id::{PersonId, ProcessId},
};
use sea_orm::{
    ActiveValue::Set,
    EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

/// How long one who signed out may still sign out at the provider too.
const LEAVING: TimeDelta = TimeDelta::minutes(5);

/// The person of a session that has not expired, with the roles of this moment and how surely they were recognised, in
/// one statement.
///
/// # Errors
/// `Unavailable`.
pub async fn holder(
    tx: &Tx,
    scope: &TenantScope,
    key_hash: &str,
    now: DateTime<Utc>,
) -> Outcome<Option<(Person, Vec<Grant>, Assurance)>> {
    let of_session = |column| Expr::col((session::Entity, column));
    let open = Condition::all()
        .add(of_session(session::Column::TenantId).eq(tenant(scope)))
        .add(of_session(session::Column::PersonId).equals((person::Entity, person::Column::Id)))
        .add(of_session(session::Column::KeyHash).eq(key_hash))
        .add(of_session(session::Column::ExpiresAt).gt(now));
    let held =
        Condition::all().add(Expr::col((role_grant::Entity, role_grant::Column::TenantId)).eq(tenant(scope))).add(
            Expr::col((role_grant::Entity, role_grant::Column::PersonId)).equals((person::Entity, person::Column::Id)),
        );
    let mut query = scoped::<person::Entity>(scope)
        .column_as(of_session(session::Column::Level), "level")
        .column_as(Expr::col((role_grant::Entity, role_grant::Column::Role)), "role")
        .column_as(Expr::col((role_grant::Entity, role_grant::Column::ProcessId)), "process_id")
        .order_by_asc(Expr::col((role_grant::Entity, role_grant::Column::Id)));
    QuerySelect::query(&mut query).inner_join(session::Entity, open).left_join(role_grant::Entity, held);
    let rows: Vec<Holder> = query.into_model().all(tx).await.or_unavailable()?;
    let grant = |row: &Holder| {
        let role = row.role.as_deref()?.parse().ok()?;
        Some(Grant { role, process: row.process_id.map(ProcessId) })
    };
    let grants = rows.iter().filter_map(grant).collect();
    let held = |row: Holder| (Person::from(row.person), grants, row.level.parse().unwrap_or(Assurance::Address));
    Ok(rows.into_iter().next().map(held))
}

/// A person with one role of theirs, if they hold any.
#[derive(FromQueryResult)]
struct Holder {
    #[sea_orm(nested)]
    person: person::Model,
    level: String,
    role: Option<String>,
    process_id: Option<Uuid>,
}

/// Opens a session; `vouched` says by whom the person was recognised, where it was not by a code.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(
    tx: &Tx,
    scope: &TenantScope,
    key_hash: String,
    person: PersonId,
    vouched: Option<Vouched>,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Outcome<()> {
    let level = vouched.as_ref().map_or(Assurance::Address, |vouched| vouched.level);
    let row = session::ActiveModel {
        tenant_id: Set(tenant(scope)),
        key_hash: Set(key_hash),
        person_id: Set(person.0),
        created_at: Set(now),
        expires_at: Set(until),
        level: Set(level.code().into()),
        provider_id: Set(vouched.as_ref().map(|vouched| vouched.provider.0)),
        subject_hash: Set(vouched.as_ref().map(|vouched| vouched.subject_hash.clone())),
        sid_hash: Set(vouched.as_ref().and_then(|vouched| vouched.sid_hash.clone())),
        id_token: Set(vouched.map(|vouched| vouched.id_token)),
    };
    session::Entity::insert(row).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}

/// Ends a session, and forgets those that expired a while ago.
///
/// # Errors
/// `Unavailable`.
pub async fn remove(tx: &Tx, scope: &TenantScope, key_hash: &str, now: DateTime<Utc>) -> Outcome<()> {
    let gone = session::COLUMN.key_hash.eq(key_hash).or(session::COLUMN.expires_at.lte(now - LEAVING));
    scoped_delete::<session::Entity>(scope).filter(gone).exec(tx).await.or_unavailable()?;
    Ok(())
}

/// A one-time code that waits to be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingCode {
    pub code_hash: String,
    pub tries: u32,
    pub expires_at: DateTime<Utc>,
}

/// The code that waits for this address.
///
/// # Errors
/// `Unavailable`.
pub async fn code_of(tx: &Tx, scope: &TenantScope, email: &str) -> Outcome<Option<WaitingCode>> {
    let row = scoped::<sign_in_code::Entity>(scope)
        .filter(sign_in_code::COLUMN.email.eq(email))
        .one(tx)
        .await
        .or_unavailable()?;
    Ok(row.map(|row| WaitingCode {
        code_hash: row.code_hash,
        tries: u32::try_from(row.tries).unwrap_or(u32::MAX),
        expires_at: row.expires_at,
    }))
}

/// Replaces the code that waits for this address.
///
/// # Errors
/// `Unavailable`.
pub async fn keep_code(
    tx: &Tx,
    scope: &TenantScope,
    email: &str,
    code_hash: String,
    expires_at: DateTime<Utc>,
) -> Outcome<()> {
    let row = sign_in_code::ActiveModel {
        tenant_id: Set(tenant(scope)),
        email: Set(email.to_owned()),
        code_hash: Set(code_hash),
        tries: Set(0),
        expires_at: Set(expires_at),
    };
    use sign_in_code::Column as C;
    let replace =
        OnConflict::columns([C::TenantId, C::Email]).update_columns([C::CodeHash, C::Tries, C::ExpiresAt]).to_owned();
    sign_in_code::Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}

/// Counts one more try.
///
/// # Errors
/// `Unavailable`.
pub async fn count_try(tx: &Tx, scope: &TenantScope, email: &str) -> Outcome<()> {
    scoped_update::<sign_in_code::Entity>(scope)
        .col_expr(sign_in_code::Column::Tries, Expr::col(sign_in_code::Column::Tries).add(1))
        .filter(sign_in_code::COLUMN.email.eq(email))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Forgets the code of this address.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_code(tx: &Tx, scope: &TenantScope, email: &str) -> Outcome<()> {
    scoped_delete::<sign_in_code::Entity>(scope)
        .filter(sign_in_code::COLUMN.email.eq(email))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Ends every session of a person, and forgets the code that waits for the address.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, person: PersonId, email: &str, now: DateTime<Utc>) -> Outcome<()> {
    open::end_all(tx, scope, person, now).await?;
    forget_code(tx, scope, email).await
}

/// Forgets the codes that expired, and the sessions that did so a while ago, and tells how many: who just signed out
/// may still sign out at the provider.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_expired(tx: &Tx, scope: &TenantScope, now: DateTime<Utc>) -> Outcome<u64> {
    let sessions = scoped_delete::<session::Entity>(scope)
        .filter(session::COLUMN.expires_at.lte(now - LEAVING))
        .exec(tx)
        .await
        .or_unavailable()?;
    let codes = scoped_delete::<sign_in_code::Entity>(scope)
        .filter(sign_in_code::COLUMN.expires_at.lte(now))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(sessions.rows_affected + codes.rows_affected)
}
