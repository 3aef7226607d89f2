//! Syntheses of a table, each with the contributions it came from.

use super::{
    OrUnavailable, Tx,
    entities::{contribution, synthesis, synthesis_source},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{ContributionId, ProcessId, SynthesisId, TableId},
    thematic_table::{SynthesisKind, SynthesisWords},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use serde::Serialize;
use std::collections::HashMap;

/// A synthesis as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Synthesis {
    pub id: SynthesisId,
    pub process: ProcessId,
    pub table: TableId,
    pub kind: SynthesisKind,
    pub title: String,
    pub text: String,
    pub created_at: DateTime<Utc>,
    /// Grows with every change.
    pub version: i32,
}

/// A public contribution that a synthesis came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub synthesis: SynthesisId,
    pub id: ContributionId,
    pub title: String,
}

impl TryFrom<synthesis::Model> for Synthesis {
    type Error = AppError;

    fn try_from(row: synthesis::Model) -> Outcome<Self> {
        Ok(Self {
            id: SynthesisId(row.id),
            process: ProcessId(row.process_id),
            table: TableId(row.table_id),
            kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
            title: row.title,
            text: row.text,
            created_at: row.created_at,
            version: row.version,
        })
    }
}

/// Adds a synthesis with its sources.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Synthesis, sources: &[ContributionId]) -> Outcome<()> {
    let row = synthesis::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        process_id: Set(new.process.0),
        table_id: Set(new.table.0),
        kind: Set(new.kind.code().into()),
        title: Set(new.title.clone()),
        text: Set(new.text.clone()),
        created_at: Set(new.created_at),
        version: Set(new.version),
    };
    row.insert(tx).await.or_unavailable()?;
    let links = sources.iter().map(|source| synthesis_source::ActiveModel {
        tenant_id: Set(tenant(scope)),
        synthesis_id: Set(new.id.0),
        contribution_id: Set(source.0),
    });
    synthesis_source::Entity::insert_many(links).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}

/// The synthesis with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: SynthesisId) -> Outcome<Synthesis> {
    let row =
        scoped::<synthesis::Entity>(scope).filter(synthesis::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// Changes the words of a synthesis that is still at `version`.
///
/// # Errors
/// `Conflict` when somebody changed it since.
pub async fn update(
    tx: &Tx,
    scope: &TenantScope,
    id: SynthesisId,
    words: &SynthesisWords,
    version: i32,
) -> Outcome<()> {
    use synthesis::Column as C;
    let done = scoped_update::<synthesis::Entity>(scope)
        .col_expr(C::Kind, Expr::value(words.kind.code()))
        .col_expr(C::Title, Expr::value(words.title.as_str()))
        .col_expr(C::Text, Expr::value(words.text.as_str()))
        .col_expr(C::Version, Expr::value(version.saturating_add(1)))
        .filter(synthesis::COLUMN.id.eq(id.0))
        .filter(synthesis::COLUMN.version.eq(version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

/// The newest 200 syntheses of a table, oldest first: somebody writes each by hand, so a table has few.
///
/// # Errors
/// `Unavailable`.
pub async fn of_table(tx: &Tx, scope: &TenantScope, table: TableId) -> Outcome<Vec<Synthesis>> {
    let rows = scoped::<synthesis::Entity>(scope)
        .filter(synthesis::COLUMN.table_id.eq(table.0))
        .order_by_desc(synthesis::Column::Id)
        .limit(200)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().rev().map(Synthesis::try_from).collect()
}

/// The syntheses with these ids, in no order; unknown ids are left out.
///
/// # Errors
/// `Unavailable`.
pub async fn by_ids(tx: &Tx, scope: &TenantScope, ids: &[SynthesisId]) -> Outcome<Vec<Synthesis>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scoped::<synthesis::Entity>(scope)
        .filter(synthesis::COLUMN.id.is_in(ids.iter().map(|id| id.0)))
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Synthesis::try_from).collect()
}

/// How many syntheses the tables of a process have.
///
/// # Errors
/// `Unavailable`.
pub async fn count_by_table(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<HashMap<TableId, u64>> {
    let rows: Vec<(uuid::Uuid, i64)> = scoped::<synthesis::Entity>(scope)
        .filter(synthesis::COLUMN.process_id.eq(process.0))
        .select_only()
        .column(synthesis::Column::TableId)
        .column_as(Expr::col(synthesis::Column::Id).count(), "counted")
        .group_by(synthesis::Column::TableId)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|(table, count)| (TableId(table), u64::try_from(count).unwrap_or(0))).collect())
}

/// The newest 500 syntheses of a process, oldest first: somebody writes each by hand, so a process has few.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Synthesis>> {
    let rows = scoped::<synthesis::Entity>(scope)
        .filter(synthesis::COLUMN.process_id.eq(process.0))
        .order_by_desc(synthesis::Column::Id)
        .limit(500)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().rev().map(Synthesis::try_from).collect()
}

/// The syntheses that took any of these contributions up, oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn of_contributions(tx: &Tx, scope: &TenantScope, sources: &[ContributionId]) -> Outcome<Vec<Synthesis>> {
    let ids = scoped::<synthesis_source::Entity>(scope)
        .filter(synthesis_source::COLUMN.contribution_id.is_in(sources.iter().map(|one| one.0)))
        .select_only()
        .column(synthesis_source::Column::SynthesisId)
        .into_query();
    let rows = scoped::<synthesis::Entity>(scope)
        .filter(synthesis::COLUMN.id.in_subquery(ids))
        .order_by_asc(synthesis::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Synthesis::try_from).collect()
}

/// The public contributions behind these syntheses.
///
/// # Errors
/// `Unavailable`.
pub async fn sources(tx: &Tx, scope: &TenantScope, of: &[SynthesisId]) -> Outcome<Vec<Source>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let links = scoped::<synthesis_source::Entity>(scope)
        .filter(synthesis_source::COLUMN.synthesis_id.is_in(of.iter().map(|id| id.0)))
        .all(tx)
        .await
        .or_unavailable()?;
    let titles = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.id.is_in(links.iter().map(|link| link.contribution_id)))
        .filter(contribution::COLUMN.visible.eq(true))
        .select_only()
        .columns([contribution::Column::Id, contribution::Column::Title])
        .into_tuple::<(uuid::Uuid, String)>()
        .all(tx)
        .await
        .or_unavailable()?;
    let title = |id| titles.iter().find(|(one, _)| *one == id).map(|(_, title)| title.clone());
    let source = |link: synthesis_source::Model| {
        Some(Source {
            synthesis: SynthesisId(link.synthesis_id),
            title: title(link.contribution_id)?,
            id: ContributionId(link.contribution_id),
        })
    };
    Ok(links.into_iter().filter_map(source).collect())
}
