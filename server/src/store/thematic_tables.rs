//! Thematic tables of a process; in a permanent process, its axes.

use super::{
    OrUnavailable, Tx,
    entities::{process, thematic_table},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{PersonId, ProcessId, TableId},
    stage::Stage,
    thematic_table::NewTable,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
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

/// A table with the process it belongs to, as far as lists and choices need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub id: TableId,
    pub name: String,
    pub process: ProcessId,
    pub slug: String,
    pub title: String,
    pub stage: Stage,
    pub contributions_close: Option<NaiveDate>,
    pub pack_key: String,
    pub pack_version: u32,
}

impl Choice {
    /// The age at which the rules of its process let people contribute.
    #[must_use]
    pub fn min_age(&self) -> Option<u8> {
        domain::pack::find(&self.pack_key, self.pack_version).map(|pack| pack.min_age.contribute)
    }
}

#[derive(FromQueryResult)]
struct ChoiceRow {
    id: uuid::Uuid,
    name: String,
    process_id: uuid::Uuid,
    slug: String,
    title: String,
    stage: String,
    contributions_close: Option<NaiveDate>,
    pack_key: String,
    pack_version: i32,
}

/// Every table of the tenant with its process, in order, at most 500.
///
/// # Errors
/// `Unavailable`.
pub async fn choices(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<Choice>> {
    use process::Column as P;
    use thematic_table::Column as T;
    let mut query = scoped::<thematic_table::Entity>(scope)
        .select_only()
        .columns([T::Id, T::Name, T::ProcessId])
        .columns([P::Slug, P::Title, P::Stage, P::ContributionsClose, P::PackKey, P::PackVersion]);
    let same = Condition::all()
        .add(Expr::col((process::Entity, P::TenantId)).equals((thematic_table::Entity, T::TenantId)))
        .add(Expr::col((process::Entity, P::Id)).equals((thematic_table::Entity, T::ProcessId)));
    QuerySelect::query(&mut query).inner_join(process::Entity, same);
    let rows: Vec<ChoiceRow> = query
        .order_by_desc(T::ProcessId)
        .order_by_asc(T::Position)
        .order_by_asc(T::Id)
        .limit(500)
        .into_model()
        .all(tx)
        .await
        .or_unavailable()?;
    let choice = |row: ChoiceRow| {
        Ok(Choice {
            id: TableId(row.id),
            name: row.name,
            process: ProcessId(row.process_id),
            slug: row.slug,
            title: row.title,
            stage: row.stage.parse().map_err(|_| AppError::Unavailable)?,
            contributions_close: row.contributions_close,
            pack_key: row.pack_key,
            pack_version: u32::try_from(row.pack_version).unwrap_or(0),
        })
    };
    rows.into_iter().map(choice).collect()
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
