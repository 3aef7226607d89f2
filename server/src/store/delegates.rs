//! Who sits on an organ for an organisation: names and addresses, never on a public page.

use super::{
    OrUnavailable, Tx,
    entities::{organ_delegate, organ_member},
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use domain::{
    id::{MemberId, OrganId, PersonId, ProcessId},
    organ::MemberState,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use serde::Serialize;

/// The delegate of one member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delegate {
    pub member: MemberId,
    pub name: String,
    pub email: String,
    /// Once the delegate signed in.
    pub person: Option<PersonId>,
}

impl From<organ_delegate::Model> for Delegate {
    fn from(row: organ_delegate::Model) -> Self {
        Self { member: MemberId(row.member_id), name: row.name, email: row.email, person: row.person_id.map(PersonId) }
    }
}

/// The members for which `person` speaks.
pub(super) fn spoken_for(scope: &TenantScope, person: PersonId) -> SelectStatement {
    scoped::<organ_delegate::Entity>(scope)
        .filter(organ_delegate::COLUMN.person_id.eq(person.0))
        .select_only()
        .column(organ_delegate::Column::MemberId)
        .into_query()
}

/// The delegate of a member, if it named one.
///
/// # Errors
/// `Unavailable`.
pub async fn of_member(tx: &Tx, scope: &TenantScope, member: MemberId) -> Outcome<Option<Delegate>> {
    let row = scoped::<organ_delegate::Entity>(scope)
        .filter(organ_delegate::COLUMN.member_id.eq(member.0))
        .one(tx)
        .await
        .or_unavailable()?;
    Ok(row.map(Delegate::from))
}

/// The delegates of every member of these organs, whatever its state.
///
/// # Errors
/// `Unavailable`.
pub async fn of_organs(tx: &Tx, scope: &TenantScope, organs: &[OrganId]) -> Outcome<Vec<Delegate>> {
    let members = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.organ_id.is_in(organs.iter().map(|organ| organ.0)));
    among(tx, scope, members).await
}

/// The delegates of every member of the organs of a process, whatever its state.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Delegate>> {
    among(tx, scope, scoped::<organ_member::Entity>(scope).filter(organ_member::COLUMN.process_id.eq(process.0))).await
}

/// The delegates who sit on the organ today.
///
/// # Errors
/// `Unavailable`.
pub async fn active(tx: &Tx, scope: &TenantScope, organ: OrganId) -> Outcome<Vec<Delegate>> {
    let members = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.organ_id.eq(organ.0))
        .filter(organ_member::COLUMN.state.eq(MemberState::Active.code()));
    among(tx, scope, members).await
}

async fn among(tx: &Tx, scope: &TenantScope, members: sea_orm::Select<organ_member::Entity>) -> Outcome<Vec<Delegate>> {
    let members = members.select_only().column(organ_member::Column::Id).into_query();
    let rows = scoped::<organ_delegate::Entity>(scope)
        .filter(organ_delegate::COLUMN.member_id.in_subquery(members))
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(Delegate::from).collect())
}

/// Names the delegate of a member.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Delegate) -> Outcome<()> {
    let row = organ_delegate::ActiveModel {
        tenant_id: Set(tenant(scope)),
        member_id: Set(new.member.0),
        name: Set(new.name.clone()),
        email: Set(new.email.clone()),
        person_id: Set(new.person.map(|person| person.0)),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Adds a delegate in the place of the one who was named before.
///
/// # Errors
/// `Unavailable`.
pub async fn replace(tx: &Tx, scope: &TenantScope, new: &Delegate) -> Outcome<()> {
    scoped_delete::<organ_delegate::Entity>(scope)
        .filter(organ_delegate::COLUMN.member_id.eq(new.member.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    insert(tx, scope, new).await
}

/// Notes that the delegate signed in.
///
/// # Errors
/// `Unavailable`.
pub async fn link(tx: &Tx, scope: &TenantScope, member: MemberId, person: PersonId) -> Outcome<()> {
    scoped_update::<organ_delegate::Entity>(scope)
        .col_expr(organ_delegate::Column::PersonId, Expr::value(person.0))
        .filter(organ_delegate::COLUMN.member_id.eq(member.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Forgets who was named under this person or this address: the seat stays, and says nothing of whose it was.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, person: PersonId, email: &str) -> Outcome<()> {
    scoped_delete::<organ_delegate::Entity>(scope)
        .filter(organ_delegate::COLUMN.person_id.eq(person.0).or(organ_delegate::COLUMN.email.eq(email)))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
