//! What a contribution said before, and what was added to it.

use super::{Contribution, search, searchable};
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{contribution, contribution_addition, contribution_version},
        scoped::{scoped, scoped_update, tenant},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{contribution::Revised, evaluation::Evaluation, id::ContributionId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use serde::Serialize;
use uuid::Uuid;

/// Most versions and most additions that are read, and kept, of one contribution.
pub(crate) const MOST: u64 = 50;

/// The words of a contribution at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wording {
    pub title: String,
    pub body: String,
    pub place: Option<String>,
}

/// Words that stand no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    pub wording: Wording,
    pub replaced_at: DateTime<Utc>,
}

/// What the author added later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Addition {
    pub contribution: ContributionId,
    /// Markdown.
    pub body: String,
    pub at: DateTime<Utc>,
}

/// The words of the contribution that stand no longer, the oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn versions(tx: &Tx, scope: &TenantScope, of: ContributionId) -> Outcome<Vec<Replaced>> {
    let rows = scoped::<contribution_version::Entity>(scope)
        .filter(contribution_version::COLUMN.contribution_id.eq(of.0))
        .order_by_asc(contribution_version::Column::Number)
        .limit(MOST)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: contribution_version::Model| Replaced {
        wording: Wording { title: row.title, body: row.body, place: row.place },
        replaced_at: row.replaced_at,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// What was added to the contribution, the oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn additions(tx: &Tx, scope: &TenantScope, to: ContributionId) -> Outcome<Vec<Addition>> {
    let rows = scoped::<contribution_addition::Entity>(scope)
        .filter(contribution_addition::COLUMN.contribution_id.eq(to.0))
        .order_by_asc(contribution_addition::Column::Id)
        .limit(MOST)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: contribution_addition::Model| Addition { contribution: to, body: row.body, at: row.added_at };
    Ok(rows.into_iter().map(read).collect())
}

/// What was added to these contributions, the oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn additions_of(tx: &Tx, scope: &TenantScope, to: &[ContributionId]) -> Outcome<Vec<Addition>> {
    let rows = scoped::<contribution_addition::Entity>(scope)
        .filter(contribution_addition::COLUMN.contribution_id.is_in(to.iter().map(|id| id.0)))
        .order_by_asc(contribution_addition::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: contribution_addition::Model| Addition {
        contribution: ContributionId(row.contribution_id),
        body: row.body,
        at: row.added_at,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// How often the words of these contributions were replaced, where they were.
///
/// # Errors
/// `Unavailable`.
pub async fn replaced_times(
    tx: &Tx,
    scope: &TenantScope,
    of: &[ContributionId],
) -> Outcome<Vec<(ContributionId, u64)>> {
    use contribution_version::Column as C;
    let rows: Vec<(Uuid, i64)> = scoped::<contribution_version::Entity>(scope)
        .filter(contribution_version::COLUMN.contribution_id.is_in(of.iter().map(|id| id.0)))
        .select_only()
        .column(C::ContributionId)
        .column_as(C::Number.count(), "times")
        .group_by(C::ContributionId)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|(id, times)| (ContributionId(id), u64::try_from(times).unwrap_or(0))).collect())
}

/// Keeps words that stand no longer as version `number`, counted from 1.
///
/// # Errors
/// `Conflict` when there is one with this number.
pub async fn keep_version(tx: &Tx, scope: &TenantScope, of: ContributionId, number: u32, old: Replaced) -> Outcome<()> {
    let kept = contribution_version::ActiveModel {
        tenant_id: Set(tenant(scope)),
        contribution_id: Set(of.0),
        number: Set(i32::try_from(number).map_err(|_| AppError::Conflict)?),
        title: Set(old.wording.title),
        body: Set(old.wording.body),
        place: Set(old.wording.place),
        replaced_at: Set(old.replaced_at),
    };
    kept.insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict)
}

/// Puts `new` in place of the words of `before`, which are kept as version `number`, counted from 1.
///
/// # Errors
/// `Conflict` when somebody changed, supported, reported, took up or answered it meanwhile.
pub async fn replace(
    tx: &Tx,
    scope: &TenantScope,
    before: &Contribution,
    number: u32,
    new: &Revised,
    at: DateTime<Utc>,
) -> Outcome<()> {
    use contribution::{COLUMN, Column as C};
    let wording = Wording { title: before.title.clone(), body: before.body.clone(), place: before.place.clone() };
    keep_version(tx, scope, before.id, number, Replaced { wording, replaced_at: at }).await?;
    let place = new.place.as_deref();
    let done = scoped_update::<contribution::Entity>(scope)
        .col_expr(C::Title, Expr::value(&new.title))
        .col_expr(C::Body, Expr::value(&new.body))
        .col_expr(C::Place, Expr::value(new.place.clone()))
        .col_expr(C::Search, Expr::value(searchable(&new.title, place, &new.body)))
        .col_expr(C::ChangedAt, Expr::value(at))
        .filter(COLUMN.id.eq(before.id.0))
        .filter(COLUMN.moderation.eq(before.moderation.code()))
        .filter(COLUMN.supports_count.eq(0))
        .filter(COLUMN.answered.eq(false))
        .filter(COLUMN.evaluation.eq(Evaluation::Unassessed.code()))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected != 1 {
        return Err(AppError::Conflict);
    }
    search::forget(tx, scope, before.id).await?;
    // What was added below still stands there.
    let added = additions(tx, scope, before.id).await?;
    let texts = [new.title.as_str(), place.unwrap_or_default(), new.body.as_str()];
    let texts: Vec<&str> = texts.into_iter().chain(added.iter().map(|one| one.body.as_str())).collect();
    search::index(tx, scope, before.id, &texts).await
}

/// Adds words to a contribution, below those that stand.
///
/// # Errors
/// `Unavailable`.
pub async fn add(tx: &Tx, scope: &TenantScope, new: &Addition) -> Outcome<()> {
    let row = contribution_addition::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        contribution_id: Set(new.contribution.0),
        body: Set(new.body.clone()),
        added_at: Set(new.at),
    };
    row.insert(tx).await.or_unavailable()?;
    super::touch(tx, scope, new.contribution, new.at).await?;
    search::index(tx, scope, new.contribution, &[&new.body]).await
}
