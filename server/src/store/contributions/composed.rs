//! Contributions that were composed from others, until they are taken back.

use super::Contribution;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{contribution, contribution_read, contribution_word, follow},
        scoped::{scoped, scoped_delete, scoped_update},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{evaluation::Evaluation, id::ContributionId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

/// The contributions among `ids`; until the transaction ends nobody supports them, comments on them or takes them up.
///
/// # Errors
/// `Unavailable`.
pub async fn held(tx: &Tx, scope: &TenantScope, ids: &[ContributionId]) -> Outcome<Vec<Contribution>> {
    let rows = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(contribution::Column::Id)
        .lock_exclusive()
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Contribution::try_from).collect()
}

/// Takes the answer `given` back from a contribution, which stands as it `was` before.
///
/// # Errors
/// `Conflict` when it was decided upon since.
pub async fn reopen(
    tx: &Tx,
    scope: &TenantScope,
    id: ContributionId,
    (given, was): (Evaluation, Evaluation),
    at: DateTime<Utc>,
) -> Outcome<()> {
    use contribution::Column as C;
    let done = scoped_update::<contribution::Entity>(scope)
        .col_expr(C::Evaluation, Expr::value(was.code()))
        .col_expr(C::Answered, Expr::value(false))
        .col_expr(C::Answer, Expr::value(""))
        .col_expr(C::AnsweredAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(C::AnsweredAs, Expr::value(None::<String>))
        .col_expr(C::ChangedAt, Expr::value(at))
        .filter(contribution::COLUMN.id.eq(id.0))
        .filter(contribution::COLUMN.answered.eq(true))
        .filter(contribution::COLUMN.evaluation.eq(given.code()))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

/// Removes contributions that nobody stands behind, with who follows and who read them.
///
/// # Errors
/// `Unavailable`.
pub async fn remove(tx: &Tx, scope: &TenantScope, all: &[ContributionId]) -> Outcome<()> {
    let ids = || all.iter().map(|id| id.0);
    scoped_delete::<follow::Entity>(scope)
        .filter(follow::Column::ContributionId.is_in(ids()))
        .exec(tx)
        .await
        .or_unavailable()?;
    scoped_delete::<contribution_read::Entity>(scope)
        .filter(contribution_read::Column::ContributionId.is_in(ids()))
        .exec(tx)
        .await
        .or_unavailable()?;
    scoped_delete::<contribution_word::Entity>(scope)
        .filter(contribution_word::Column::ContributionId.is_in(ids()))
        .exec(tx)
        .await
        .or_unavailable()?;
    scoped_delete::<contribution::Entity>(scope)
        .filter(contribution::Column::Id.is_in(ids()))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
