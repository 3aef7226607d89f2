//! People of a tenant and the roles they hold.

use super::{
    OrUnavailable, Tx,
    entities::{person, role_grant},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::{
    error::{AppError, Outcome},
    i18n::Locale,
};
use chrono::{DateTime, Utc};
use domain::{
    id::{PersonId, ProcessId},
    role::Role,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait},
};
use serde::Serialize;

/// What stands before the identifier, in place of the address of an account that was erased.
const ERASED: &str = "erased:";

/// A person as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    pub id: PersonId,
    pub email: String,
    pub name: String,
    /// `it` or `en`.
    pub language: String,
    pub created_at: DateTime<Utc>,
    /// The age that the person declared to have reached, where it was asked.
    pub age_reached: Option<u8>,
}

impl Person {
    /// Whether the account was erased: nobody enters with it.
    #[must_use]
    pub fn is_erased(&self) -> bool {
        self.email.starts_with(ERASED)
    }

    /// The language in which this person reads mail and pages.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.language.parse().unwrap_or(Locale::it)
    }
}

impl From<person::Model> for Person {
    fn from(row: person::Model) -> Self {
        Self {
            id: PersonId(row.id),
            email: row.email,
            name: row.name,
            language: row.language,
            created_at: row.created_at,
            age_reached: row.age_reached.and_then(|age| u8::try_from(age).ok()),
        }
    }
}

/// A role, in the whole tenant or in one process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Grant {
    pub role: Role,
    pub process: Option<ProcessId>,
}

/// The person with this address.
///
/// # Errors
/// `Unavailable`.
pub async fn by_email(tx: &Tx, scope: &TenantScope, email: &str) -> Outcome<Option<Person>> {
    let row = scoped::<person::Entity>(scope).filter(person::COLUMN.email.eq(email)).one(tx).await.or_unavailable()?;
    Ok(row.map(Person::from))
}

/// The person with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: PersonId) -> Outcome<Person> {
    let row = scoped::<person::Entity>(scope).filter(person::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.map(Person::from).ok_or(AppError::NotFound)
}

/// The first people, in the order of their first visit.
///
/// # Errors
/// `Unavailable`.
pub async fn first(tx: &Tx, scope: &TenantScope, limit: u64) -> Outcome<Vec<Person>> {
    let select = scoped::<person::Entity>(scope).order_by_asc(person::Column::Id).limit(limit);
    Ok(select.all(tx).await.or_unavailable()?.into_iter().map(Person::from).collect())
}

/// Adds a person.
///
/// # Errors
/// `Unavailable`, also where the address is taken.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Person) -> Outcome<()> {
    let row = person::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        email: Set(new.email.clone()),
        name: Set(new.name.clone()),
        language: Set(new.language.clone()),
        created_at: Set(new.created_at),
        age_reached: Set(new.age_reached.map(i32::from)),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Keeps that the person declared to have reached `age`; the date of birth is not kept.
///
/// # Errors
/// `Unavailable`.
pub async fn note_age(tx: &Tx, scope: &TenantScope, id: PersonId, age: u8) -> Outcome<()> {
    scoped_update::<person::Entity>(scope)
        .col_expr(person::Column::AgeReached, Expr::value(i32::from(age)))
        .filter(person::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// The roles of a person.
///
/// # Errors
/// `Unavailable`.
pub async fn grants_of(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<Vec<Grant>> {
    let rows = scoped::<role_grant::Entity>(scope)
        .filter(role_grant::COLUMN.person_id.eq(person.0))
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().filter_map(grant).collect())
}

/// The roles of everybody.
///
/// # Errors
/// `Unavailable`.
pub async fn all_grants(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<(PersonId, Grant)>> {
    let rows = scoped::<role_grant::Entity>(scope).all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().filter_map(|row| Some((PersonId(row.person_id), grant(row)?))).collect())
}

fn grant(row: role_grant::Model) -> Option<Grant> {
    Some(Grant { role: row.role.parse().ok()?, process: row.process_id.map(ProcessId) })
}

/// The people with these ids, in no order.
///
/// # Errors
/// `Unavailable`.
pub async fn by_ids(tx: &Tx, scope: &TenantScope, ids: &[PersonId]) -> Outcome<Vec<Person>> {
    let ids = ids.iter().map(|id| id.0);
    let rows = scoped::<person::Entity>(scope).filter(person::COLUMN.id.is_in(ids)).all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// The people with these addresses, in no order.
///
/// # Errors
/// `Unavailable`.
pub async fn by_emails(tx: &Tx, scope: &TenantScope, emails: &[&str]) -> Outcome<Vec<Person>> {
    let emails = emails.iter().copied();
    let rows =
        scoped::<person::Entity>(scope).filter(person::COLUMN.email.is_in(emails)).all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// The people who hold one of `roles` in a process, or in the whole tenant; each once.
///
/// # Errors
/// `Unavailable`.
pub async fn holders(tx: &Tx, scope: &TenantScope, roles: &[Role], process: ProcessId) -> Outcome<Vec<Person>> {
    let grants = scoped::<role_grant::Entity>(scope)
        .filter(role_grant::COLUMN.role.is_in(roles.iter().map(|role| role.code())))
        .filter(role_grant::COLUMN.process_id.eq(process.0).or(role_grant::COLUMN.process_id.is_null()));
    granted(tx, scope, grants).await
}

/// The people who hold `role` anywhere in the tenant.
///
/// # Errors
/// `Unavailable`.
pub async fn holders_anywhere(tx: &Tx, scope: &TenantScope, role: Role) -> Outcome<Vec<Person>> {
    let grants = scoped::<role_grant::Entity>(scope).filter(role_grant::COLUMN.role.eq(role.code()));
    granted(tx, scope, grants).await
}

/// The people of these grants, each once.
async fn granted(tx: &Tx, scope: &TenantScope, grants: Select<role_grant::Entity>) -> Outcome<Vec<Person>> {
    let holders = grants.select_only().column(role_grant::Column::PersonId).into_query();
    let rows = scoped::<person::Entity>(scope)
        .filter(person::COLUMN.id.in_subquery(holders))
        .order_by_asc(person::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// Changes the name that is shown and the language of mail.
///
/// # Errors
/// `Unavailable`.
pub async fn rename(tx: &Tx, scope: &TenantScope, id: PersonId, name: &str, language: &str) -> Outcome<()> {
    scoped_update::<person::Entity>(scope)
        .col_expr(person::Column::Name, Expr::value(name))
        .col_expr(person::Column::Language, Expr::value(language))
        .filter(person::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Removes name and address; the row stays, for what refers to it, and says nothing of who it was.
///
/// # Errors
/// `Unavailable`.
pub async fn erase(tx: &Tx, scope: &TenantScope, id: PersonId) -> Outcome<()> {
    scoped_update::<person::Entity>(scope)
        .col_expr(person::Column::Name, Expr::value(""))
        .col_expr(person::Column::Email, Expr::value(format!("{ERASED}{id}")))
        .col_expr(person::Column::AgeReached, Expr::value(None::<i32>))
        .filter(person::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
