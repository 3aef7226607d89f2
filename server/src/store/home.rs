//! What the home page counts and lists over all processes of a tenant.

use super::{
    OrUnavailable, Tx,
    entities::{act, contribution, thematic_table},
    scoped::scoped,
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::NaiveDate;
use domain::id::{ProcessId, TableId};
use sea_orm::{
    FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
use uuid::Uuid;

/// A table with the number of its public contributions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub id: TableId,
    pub process: ProcessId,
    pub name: String,
    pub contributions: u64,
}

#[derive(FromQueryResult)]
struct CountedRow {
    id: Uuid,
    process_id: Uuid,
    name: String,
    counted: i64,
}

/// The tables of these processes with their public contributions counted, in order.
///
/// # Errors
/// `Unavailable`.
pub async fn counted_tables(tx: &Tx, scope: &TenantScope, processes: &[ProcessId]) -> Outcome<Vec<Counted>> {
    use contribution::Column as C;
    use thematic_table::Column as T;
    let mut query = scoped::<thematic_table::Entity>(scope)
        .select_only()
        .columns([T::Id, T::ProcessId, T::Name])
        .expr_as(Expr::col((contribution::Entity, C::Id)).count(), "counted");
    let gathered = Condition::all()
        .add(Expr::col((contribution::Entity, C::TenantId)).equals((thematic_table::Entity, T::TenantId)))
        .add(Expr::col((contribution::Entity, C::TableId)).equals((thematic_table::Entity, T::Id)))
        .add(Expr::col((contribution::Entity, C::Visible)).eq(true));
    QuerySelect::query(&mut query).left_join(contribution::Entity, gathered);
    let rows: Vec<CountedRow> = query
        .filter(thematic_table::COLUMN.process_id.is_in(processes.iter().map(|process| process.0)))
        .group_by(T::Id)
        .group_by(T::ProcessId)
        .group_by(T::Name)
        .group_by(T::Position)
        .order_by_asc(T::Position)
        .order_by_asc(T::Id)
        .limit(50)
        .into_model()
        .all(tx)
        .await
        .or_unavailable()?;
    let counted = |row: CountedRow| Counted {
        id: TableId(row.id),
        process: ProcessId(row.process_id),
        name: row.name,
        contributions: u64::try_from(row.counted).unwrap_or(0),
    };
    Ok(rows.into_iter().map(counted).collect())
}

/// An act of a process, as far as a list names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestAct {
    pub process: ProcessId,
    pub date: NaiveDate,
    pub body: String,
    pub number: String,
    pub subject: String,
}

/// The latest acts of these processes, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn latest_acts(tx: &Tx, scope: &TenantScope, of: &[ProcessId], limit: u64) -> Outcome<Vec<LatestAct>> {
    let rows = scoped::<act::Entity>(scope)
        .filter(act::COLUMN.process_id.is_in(of.iter().map(|process| process.0)))
        .order_by_desc(act::Column::Dated)
        .order_by_desc(act::Column::Id)
        .limit(limit)
        .all(tx)
        .await
        .or_unavailable()?;
    let latest = |row: act::Model| LatestAct {
        process: ProcessId(row.process_id),
        date: row.dated,
        body: row.body,
        number: row.number,
        subject: row.subject,
    };
    Ok(rows.into_iter().map(latest).collect())
}
