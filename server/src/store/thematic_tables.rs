//! Thematic tables of a process; in a permanent process, its axes.

mod choice;

pub use choice::{Choice, choices};

use super::{
    OrUnavailable, Tx,
    database::take_turn,
    entities::thematic_table,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{PersonId, ProcessId, TableId},
    thematic_table::NewTable,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, sea_query::Expr};
use serde::Serialize;

/// A thematic table as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThematicTable {
    pub id: TableId,
    pub process: ProcessId,
    pub position: i32,
    pub name: String,
    pub focus: String,
    pub audience: String,
    pub facilitator: Option<PersonId>,
    /// Grows with every change.
    pub version: i32,
}

impl From<thematic_table::Model> for ThematicTable {
    fn from(row: thematic_table::Model) -> Self {
        Self {
            id: TableId(row.id),
            process: ProcessId(row.process_id),
            position: row.position,
            name: row.name,
            focus: row.focus,
            audience: row.audience,
            facilitator: row.facilitator_id.map(PersonId),
            version: row.version,
        }
    }
}

/// The tables of a process, in order.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<ThematicTable>> {
    let rows = scoped::<thematic_table::Entity>(scope)
        .filter(thematic_table::COLUMN.process_id.eq(process.0))
        .order_by_asc(thematic_table::Column::Position)
        .order_by_asc(thematic_table::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(ThematicTable::from).collect())
}

/// The tables of a process, in order, to be put into another: who does the same waits until this transaction ends.
///
/// # Errors
/// `Unavailable`.
pub async fn to_order(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<ThematicTable>> {
    take_turn(tx, &format!("{} tables {process}", scope.tenant())).await?;
    of_process(tx, scope, process).await
}

/// The table with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: TableId) -> Outcome<ThematicTable> {
    let row = scoped::<thematic_table::Entity>(scope)
        .filter(thematic_table::COLUMN.id.eq(id.0))
        .one(tx)
        .await
        .or_unavailable()?;
    row.map(ThematicTable::from).ok_or(AppError::NotFound)
}

/// Adds a table.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &ThematicTable, now: DateTime<Utc>) -> Outcome<()> {
    let row = thematic_table::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        process_id: Set(new.process.0),
        position: Set(new.position),
        name: Set(new.name.clone()),
        focus: Set(new.focus.clone()),
        audience: Set(new.audience.clone()),
        facilitator_id: Set(new.facilitator.map(|person| person.0)),
        version: Set(new.version),
        created_at: Set(now),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Changes the words of a table that is still at `version`.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn update(tx: &Tx, scope: &TenantScope, id: TableId, new: &NewTable, version: i32) -> Outcome<()> {
    use thematic_table::Column as C;
    let done = scoped_update::<thematic_table::Entity>(scope)
        .col_expr(C::Name, Expr::value(new.name.clone()))
        .col_expr(C::Focus, Expr::value(new.focus.clone()))
        .col_expr(C::Audience, Expr::value(new.audience.clone()))
        .col_expr(C::FacilitatorId, Expr::value(new.facilitator.map(|person| person.0)))
        .col_expr(C::Version, Expr::value(version + 1))
        .filter(thematic_table::COLUMN.id.eq(id.0))
        .filter(thematic_table::COLUMN.version.eq(version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

/// Puts a table at `position` among those of its process.
///
/// # Errors
/// `Unavailable`.
pub async fn place(tx: &Tx, scope: &TenantScope, id: TableId, position: i32) -> Outcome<()> {
    scoped_update::<thematic_table::Entity>(scope)
        .col_expr(thematic_table::Column::Position, Expr::value(position))
        .filter(thematic_table::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
