//! What the home page counts and lists over all processes of a tenant.

use super::{
    OrUnavailable, Tx,
    entities::{act, contribution, document, outcome, proposal_decision, proposal_origin, thematic_table},
    scoped::scoped,
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    document::{DocumentState, Visibility},
    id::{DocumentId, ProcessId, TableId},
    outcome::MeritDecision,
};
use sea_orm::{
    ConnectionTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Condition, Expr, ExprTrait, Query, UnionType},
};
use std::cmp::Reverse;
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

impl DecisionRow {
    fn read(self) -> Option<LatestDecision> {
        Some(LatestDecision {
            process: ProcessId(self.process_id),
            number: u32::try_from(self.number).ok()?,
            title: self.title?,
            decision: self.decision.parse().ok()?,
            at: self.decided_at,
        })
    }
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
    let rows: Vec<DecisionRow> = decided(scope, of, limit).into_model().all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().filter_map(DecisionRow::read).collect())
}

/// The decisions that everybody was told, each with the title of its proposal.
fn decided(scope: &TenantScope, of: &[ProcessId], limit: u64) -> Select<proposal_decision::Entity> {
    use proposal_decision::Column as D;
    use proposal_origin::Column as O;
    let told = scoped::<outcome::Entity>(scope)
        .filter(outcome::COLUMN.process_id.is_in(of.iter().map(|process| process.0)))
        .filter(outcome::COLUMN.communicated_on.is_not_null())
        .select_only()
        .column(outcome::Column::ProcessId)
        .into_query();
    let same = |mine: O, its: D| Expr::col((proposal_origin::Entity, mine)).equals((proposal_decision::Entity, its));
    let title = scoped::<proposal_origin::Entity>(scope)
        .filter(same(O::ProcessId, D::ProcessId))
        .filter(same(O::Number, D::Number))
        .select_only()
        .expr(Expr::col((proposal_origin::Entity, O::Title)).min())
        .into_query();
    scoped::<proposal_decision::Entity>(scope)
        .select_only()
        .columns([D::ProcessId, D::Number, D::Decision, D::DecidedAt])
        .expr_as(Expr::SubQuery(None, Box::new(title.into())), "title")
        .filter(proposal_decision::COLUMN.process_id.in_subquery(told))
        .order_by_desc(D::DecidedAt)
        .order_by_asc(D::ProcessId)
        .order_by_asc(D::Number)
        .limit(limit)
}

/// An act of a process, as far as a list names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestAct {
    pub process: ProcessId,
    pub date: NaiveDate,
    pub body: String,
    pub number: String,
    pub subject: String,
    /// The document of the act, where everybody may read it.
    pub document: Option<DocumentId>,
}

/// What a place last did: decisions that were told, and acts.
#[derive(FromQueryResult)]
struct DoneRow {
    process_id: Uuid,
    number: String,
    words: Option<String>,
    said: String,
    /// Of a decision.
    at: Option<DateTime<Utc>>,
    /// Of an act.
    dated: Option<NaiveDate>,
    paper: Option<Uuid>,
}

/// The latest published decisions and the latest acts of these processes, each newest first; one query.
///
/// # Errors
/// `Unavailable`.
pub async fn latest(
    tx: &Tx,
    scope: &TenantScope,
    of: &[ProcessId],
    limit: u64,
) -> Outcome<(Vec<LatestDecision>, Vec<LatestAct>)> {
    use act::Column as A;
    use document::Column as P;
    let same = |mine: P, its: A| Expr::col((document::Entity, mine)).equals((act::Entity, its));
    let paper = scoped::<document::Entity>(scope)
        .filter(same(P::Id, A::DocumentId))
        .filter(document::COLUMN.visibility.eq(Visibility::Public.code()))
        .filter(document::COLUMN.state.ne(DocumentState::Draft.code()))
        .select_only()
        .column(P::Id)
        .into_query();
    let acts = scoped::<act::Entity>(scope)
        .select_only()
        .columns([A::ProcessId, A::Number, A::Subject, A::Body, A::Dated])
        .expr_as(Expr::SubQuery(None, Box::new(paper.into())), "paper")
        .filter(act::COLUMN.process_id.is_in(of.iter().map(|process| process.0)))
        .order_by_desc(act::Column::Dated)
        .order_by_desc(act::Column::Id)
        .limit(limit)
        .into_query();
    let acts = Query::select()
        .column("process_id")
        .column("number")
        .expr_as(Expr::col("subject"), "words")
        .expr_as(Expr::col("body"), "said")
        .expr_as(Expr::cust("NULL"), "at")
        .columns(["dated", "paper"])
        .from_subquery(acts, "acts_of")
        .to_owned();
    let all = Query::select()
        .column("process_id")
        .expr_as(Expr::col("number").cast_as("text"), "number")
        .expr_as(Expr::col("title"), "words")
        .expr_as(Expr::col("decision"), "said")
        .expr_as(Expr::col("decided_at"), "at")
        .expr_as(Expr::cust("NULL"), "dated")
        .expr_as(Expr::cust("NULL"), "paper")
        .from_subquery(decided(scope, of, limit).into_query(), "decided")
        .union(UnionType::All, acts)
        .to_owned();
    let rows = tx.query_all(&all).await.or_unavailable()?;
    let rows = rows.iter().map(|row| DoneRow::from_query_result(row, "")).collect::<Result<Vec<_>, _>>();
    let (mut decisions, mut acts) = (Vec::new(), Vec::new());
    for DoneRow { process_id, number, words, said, at, dated, paper } in rows.or_unavailable()? {
        let (process, title) = (ProcessId(process_id), words.unwrap_or_default());
        match (at, dated) {
            (Some(at), _) => {
                let Some((number, decision)) = number.parse().ok().zip(said.parse().ok()) else { continue };
                decisions.push(LatestDecision { process, number, title, decision, at });
            }
            (None, Some(date)) => {
                let document = paper.map(DocumentId);
                acts.push(LatestAct { process, date, body: said, number, subject: title, document });
            }
            (None, None) => {}
        }
    }
    decisions.sort_by_key(|one| Reverse(one.at));
    acts.sort_by_key(|one| Reverse(one.date));
    Ok((decisions, acts))
}
