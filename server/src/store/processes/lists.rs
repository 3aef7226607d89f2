//! Lists of processes, newest first.

use super::{Process, scoped};
use crate::{
    auth::TenantScope,
    store::{OrUnavailable, Tx, entities::process},
};
use app::{contract::Slice, error::Outcome};
use domain::{id::ProcessId, stage::Stage};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Most processes that a list of all of them reads.
const MOST: u64 = 500;

/// The unpublished processes that somebody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unpublished {
    All,
    Of(Vec<ProcessId>),
}

/// A page of the processes that everybody may see, and of these unpublished ones, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn page(
    tx: &Tx,
    scope: &TenantScope,
    unpublished: &Unpublished,
    after: Option<ProcessId>,
    limit: u64,
) -> Outcome<Slice<Process>> {
    let mut query = scoped::<process::Entity>(scope);
    if let Unpublished::Of(own) = unpublished {
        let seen =
            Condition::any().add(published()).add(ColumnTrait::is_in(&process::Column::Id, own.iter().map(|id| id.0)));
        query = query.filter(seen);
    }
    if let Some(after) = after {
        query = query.filter(process::COLUMN.id.lt(after.0));
    }
    let rows = query.order_by_desc(process::Column::Id).limit(limit + 1).all(tx).await.or_unavailable()?;
    let mut rows = rows.into_iter().map(Process::try_from).collect::<Outcome<Vec<_>>>()?;
    let shown = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > shown;
    rows.truncate(shown);
    let next = rows.last().filter(|_| more).map(|last| last.id.to_string());
    Ok(Slice { rows, next })
}

/// The processes that everybody may see, newest first, at most 500.
///
/// # Errors
/// `Unavailable`.
pub async fn public(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<Process>> {
    let rows = scoped::<process::Entity>(scope)
        .filter(published())
        .order_by_desc(process::Column::Id)
        .limit(MOST)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Process::try_from).collect()
}

/// What everybody may see.
fn published() -> Condition {
    use process::Column as P;
    let not_given_up = Condition::any()
        .add(process::COLUMN.stage.ne(Stage::Withdrawn.code()))
        .add(P::InterruptedStage.is_null())
        .add(ColumnTrait::is_not_in(&P::InterruptedStage, given_up()));
    Condition::all().add(ColumnTrait::is_not_in(&P::Stage, drafts())).add(not_given_up)
}

/// What everybody may not see: the drafts, given up or not.
pub(in crate::store) fn unpublished() -> Condition {
    use process::Column as P;
    let unseen = Condition::all()
        .add(process::COLUMN.stage.eq(Stage::Withdrawn.code()))
        .add(ColumnTrait::is_in(&P::InterruptedStage, given_up()));
    Condition::any().add(ColumnTrait::is_in(&P::Stage, drafts())).add(unseen)
}

/// The stages from which a process that is withdrawn stays unseen.
fn given_up() -> impl Iterator<Item = &'static str> {
    Stage::ALL.iter().filter(|stage| !Stage::Withdrawn.is_public(Some(**stage))).map(|stage| stage.code())
}

fn drafts() -> impl Iterator<Item = &'static str> {
    Stage::ALL.iter().filter(|stage| !stage.is_public(None)).map(|stage| stage.code())
}

/// The processes of the tenant, newest first, at most 500.
///
/// # Errors
/// `Unavailable`.
pub async fn all(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<Process>> {
    let rows = scoped::<process::Entity>(scope)
        .order_by_desc(process::Column::Id)
        .limit(MOST)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Process::try_from).collect()
}

/// The processes that are not over, oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn live(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<Process>> {
    let live = Stage::ALL.iter().filter(|stage| !stage.is_over()).map(|stage| stage.code());
    let rows = scoped::<process::Entity>(scope)
        .filter(ColumnTrait::is_in(&process::Column::Stage, live))
        .order_by_asc(process::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Process::try_from).collect()
}

/// Name in addresses and title of these processes.
///
/// # Errors
/// `Unavailable`.
pub async fn names(tx: &Tx, scope: &TenantScope, ids: &[ProcessId]) -> Outcome<HashMap<ProcessId, (String, String)>> {
    let rows: Vec<(Uuid, String, String)> = scoped::<process::Entity>(scope)
        .filter(ColumnTrait::is_in(&process::Column::Id, ids.iter().map(|id| id.0)))
        .select_only()
        .columns([process::Column::Id, process::Column::Slug, process::Column::Title])
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|(id, slug, title)| (ProcessId(id), (slug, title))).collect())
}
