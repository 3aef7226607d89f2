//! Identities by which providers vouch for people, known by keyed hashes alone.

use super::{
    OrUnavailable, Tx,
    database::take_turn,
    entities::{person, person_identity as table},
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::{
    assurance::Assurance,
    id::{IdentityProviderId, PersonId},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use serde::Serialize;
use uuid::Uuid;

/// An identity as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Identity {
    pub id: Uuid,
    pub person: PersonId,
    pub provider: IdentityProviderId,
    /// Of issuer and subject.
    pub subject_hash: String,
    /// Of the fiscal code; on one identity of a person alone.
    pub fiscal_hash: Option<String>,
    /// How surely the person was last recognised by it.
    pub level: Assurance,
    pub seen_at: DateTime<Utc>,
}

impl From<table::Model> for Identity {
    fn from(row: table::Model) -> Self {
        Self {
            id: row.id,
            person: PersonId(row.person_id),
            provider: IdentityProviderId(row.provider_id),
            subject_hash: row.subject_hash,
            fiscal_hash: row.fiscal_hash,
            level: row.level.parse().unwrap_or(Assurance::Address),
            seen_at: row.seen_at,
        }
    }
}

/// The identity with this subject; who asks for the same one waits until this transaction ends.
///
/// # Errors
/// `Unavailable`.
pub async fn by_subject(tx: &Tx, scope: &TenantScope, subject_hash: &str) -> Outcome<Option<Identity>> {
    take_turn(tx, &format!("{} identity {subject_hash}", scope.tenant())).await?;
    let found = scoped::<table::Entity>(scope).filter(table::COLUMN.subject_hash.eq(subject_hash));
    Ok(found.one(tx).await.or_unavailable()?.map(Identity::from))
}

/// The identity with this fiscal code; who asks for the same one waits until this transaction ends.
///
/// # Errors
/// `Unavailable`.
pub async fn by_code(tx: &Tx, scope: &TenantScope, fiscal_hash: &str) -> Outcome<Option<Identity>> {
    take_turn(tx, &format!("{} fiscal code {fiscal_hash}", scope.tenant())).await?;
    let found = scoped::<table::Entity>(scope).filter(table::COLUMN.fiscal_hash.eq(fiscal_hash));
    Ok(found.one(tx).await.or_unavailable()?.map(Identity::from))
}

/// The identities of a person, the oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn of_person(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<Vec<Identity>> {
    let found = scoped::<table::Entity>(scope).filter(table::COLUMN.person_id.eq(person.0));
    let rows = found.order_by_asc(table::Column::Id).all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().map(Identity::from).collect())
}

/// How many people were recognised at each level or above when they last came in by an identity, the lowest first;
/// who never did counts as known by the address.
///
/// # Errors
/// `Unavailable`.
pub async fn known(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<(Assurance, u64)>> {
    let living = scoped::<person::Entity>(scope).filter(person::COLUMN.email.not_like("erased:%"));
    let mut known = vec![(Assurance::Address, living.count(tx).await.or_unavailable()?)];
    for (place, &level) in Assurance::ALL.iter().enumerate().skip(1) {
        let enough = Assurance::ALL[place..].iter().map(|level| level.code());
        let people = scoped::<table::Entity>(scope)
            .filter(table::COLUMN.level.is_in(enough))
            .select_only()
            .column(table::Column::PersonId)
            .distinct();
        known.push((level, people.count(tx).await.or_unavailable()?));
    }
    Ok(known)
}

/// Keeps a new identity.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: Identity) -> Outcome<()> {
    let row = table::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id),
        person_id: Set(new.person.0),
        provider_id: Set(new.provider.0),
        subject_hash: Set(new.subject_hash),
        fiscal_hash: Set(new.fiscal_hash),
        level: Set(new.level.code().into()),
        created_at: Set(new.seen_at),
        seen_at: Set(new.seen_at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Keeps how and when the identity was seen, and the fiscal code that it came with.
///
/// # Errors
/// `Unavailable`.
pub async fn update(tx: &Tx, scope: &TenantScope, seen: &Identity) -> Outcome<()> {
    scoped_update::<table::Entity>(scope)
        .col_expr(table::Column::FiscalHash, Expr::value(seen.fiscal_hash.clone()))
        .col_expr(table::Column::Level, Expr::value(seen.level.code()))
        .col_expr(table::Column::SeenAt, Expr::value(seen.seen_at))
        .filter(table::COLUMN.id.eq(seen.id))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Forgets every identity of a person.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    scoped_delete::<table::Entity>(scope)
        .filter(table::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
