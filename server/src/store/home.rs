//! What the home page counts and lists over all processes of a tenant.

use super::{
    OrUnavailable, Tx,
    entities::{act, contribution, outcome, proposal_decision, proposal_origin, thematic_table},
    scoped::scoped,
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{ProcessId, TableId},
    outcome::MeritDecision,
};
use sea_orm::{
    FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
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

/// What became of a proposal, once everybody was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestDecision {
    pub process: ProcessId,
    pub number: u32,
    pub title: String,
    pub decision: MeritDecision,
    pub at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct DecisionRow {
    process_id: Uuid,
    number: i32,
    decision: String,
    decided_at: DateTime<Utc>,
    title: Option<String>,
}

/// The latest published decisions on proposals of these processes, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn latest_decisions(
    tx: &Tx,
    scope: &TenantScope,
    of: &[ProcessId],
    limit: u64,
) -> Outcome<Vec<LatestDecision>> {
    let told = scoped::<outcome::Entity>(scope)
        .filter(outcome::COLUMN.process_id.is_in(of.iter().map(|process| process.0)))
        .filter(outcome::COLUMN.communicated_on.is_not_null())
        .select_only()
        .column(outcome::Column::ProcessId)
        .into_query();
    use proposal_decision::Column as D;
    use proposal_origin::Column as O;
    let same = |mine: O, its: D| Expr::col((proposal_origin::Entity, mine)).equals((proposal_decision::Entity, its));
    let title = scoped::<proposal_origin::Entity>(scope)
        .filter(same(O::ProcessId, D::ProcessId))
        .filter(same(O::Number, D::Number))
        .select_only()
        .expr(Expr::col((proposal_origin::Entity, O::Title)).min())
        .into_query();
    let rows: Vec<DecisionRow> = scoped::<proposal_decision::Entity>(scope)
        .select_only()
        .columns([D::ProcessId, D::Number, D::Decision, D::DecidedAt])
        .expr_as(Expr::SubQuery(None, Box::new(title.into())), "title")
        .filter(proposal_decision::COLUMN.process_id.in_subquery(told))
        .order_by_desc(D::DecidedAt)
        .order_by_asc(D::ProcessId)
        .order_by_asc(D::Number)
        .limit(limit)
        .into_model()
        .all(tx)
        .await
        .or_unavailable()?;
    let latest = |row: DecisionRow| {
        Some(LatestDecision {
            process: ProcessId(row.process_id),
            number: u32::try_from(row.number).ok()?,
            title: row.title?,
            decision: row.decision.parse().ok()?,
            at: row.decided_at,
        })
    };
    Ok(rows.into_iter().filter_map(latest).collect())
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
