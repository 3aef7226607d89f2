//! What became of contributions: taken up in a synthesis, answered.

use super::{
    list::{Row, rows},
    search::Search,
};
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::contribution,
        scoped::{scoped, scoped_update},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    evaluation::{Answer, Evaluation},
    id::{ContributionId, ProcessId, TableId},
};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

/// Which contributions of a process to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Awaiting {
    pub answered: bool,
    pub table: Option<TableId>,
    pub words: Search,
    /// Instant and id of the last one of the page before.
    pub after: Option<(DateTime<Utc>, uuid::Uuid)>,
    pub limit: u64,
}

/// The public contributions of the process that are wanted, the oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn awaiting(tx: &Tx, scope: &TenantScope, process: ProcessId, wanted: &Awaiting) -> Outcome<Vec<Row>> {
    use contribution::Column as C;
    let mut select = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.process_id.eq(process.0))
        .filter(contribution::COLUMN.answered.eq(wanted.answered))
        .filter(contribution::COLUMN.visible.eq(true));
    if let Some(table) = wanted.table {
        select = select.filter(contribution::COLUMN.table_id.eq(table.0));
    }
    if !wanted.words.is_empty() {
        select = wanted.words.narrow(scope, select);
    }
    if let Some((at, id)) = wanted.after {
        let here = Expr::tuple([Expr::col(C::CreatedAt), Expr::col(C::Id)]);
        select =
            select.filter(sea_orm::sea_query::ExprTrait::gt(here, Expr::tuple([Expr::value(at), Expr::value(id)])));
    }
    rows(tx, select.order_by_asc(C::CreatedAt).order_by_asc(C::Id).limit(wanted.limit)).await
}

/// Gives contributions their answer.
///
/// # Errors
/// `Conflict` when one of them had an answer already.
pub async fn answer(
    tx: &Tx,
    scope: &TenantScope,
    ids: &[ContributionId],
    answer: &Answer,
    at: DateTime<Utc>,
) -> Outcome<()> {
    use contribution::Column as C;
    let done = scoped_update::<contribution::Entity>(scope)
        .col_expr(C::Evaluation, Expr::value(answer.evaluation.code()))
        .col_expr(C::Answered, Expr::value(true))
        .col_expr(C::Answer, Expr::value(answer.reason.clone()))
        .col_expr(C::AnsweredAt, Expr::value(Some(at)))
        .col_expr(C::AnsweredAs, Expr::value(answer.evaluation.code()))
        .col_expr(C::ChangedAt, Expr::value(at))
        .filter(contribution::COLUMN.id.is_in(ids.iter().map(|id| id.0)))
        .filter(contribution::COLUMN.answered.eq(false))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == ids.len() as u64 { Ok(()) } else { Err(AppError::Conflict) }
}

/// Lets contributions that were answered before stand as the body decided.
///
/// # Errors
/// `Unavailable`.
pub async fn decided(
    tx: &Tx,
    scope: &TenantScope,
    ids: &[ContributionId],
    evaluation: Evaluation,
    at: DateTime<Utc>,
) -> Outcome<()> {
    use contribution::Column as C;
    scoped_update::<contribution::Entity>(scope)
        .col_expr(C::Evaluation, Expr::value(evaluation.code()))
        .col_expr(C::ChangedAt, Expr::value(at))
        .filter(contribution::COLUMN.id.is_in(ids.iter().map(|id| id.0)))
        .filter(contribution::COLUMN.answered.eq(true))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Notes that a synthesis takes these contributions up; one that has its answer keeps its result.
///
/// # Errors
/// `Unavailable`.
pub async fn synthesised(tx: &Tx, scope: &TenantScope, ids: &[ContributionId], at: DateTime<Utc>) -> Outcome<()> {
    use contribution::Column as C;
    scoped_update::<contribution::Entity>(scope)
        .col_expr(C::Evaluation, Expr::value(Evaluation::InSynthesis.code()))
        .col_expr(C::ChangedAt, Expr::value(at))
        .filter(contribution::COLUMN.id.is_in(ids.iter().map(|id| id.0)))
        .filter(contribution::COLUMN.answered.eq(false))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
