//! How much each table gathered.

use crate::{
    auth::TenantScope,
    store::{OrUnavailable, Tx, entities::contribution, scoped::scoped},
};
use app::error::Outcome;
use domain::id::TableId;
use sea_orm::{
    QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How many public contributions each of these tables has.
///
/// # Errors
/// `Unavailable`.
pub async fn count_by_table(tx: &Tx, scope: &TenantScope, tables: &[TableId]) -> Outcome<BTreeMap<TableId, u64>> {
    use contribution::Column as C;
    let rows: Vec<(Uuid, i64)> = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.table_id.is_in(tables.iter().map(|table| table.0)))
        .filter(contribution::COLUMN.visible.eq(true))
        .select_only()
        .column(C::TableId)
        .column_as(Expr::col(C::Id).count(), "counted")
        .group_by(C::TableId)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|(table, counted)| (TableId(table), u64::try_from(counted).unwrap_or(0))).collect())
}
