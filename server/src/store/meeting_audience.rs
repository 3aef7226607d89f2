//! Who takes part in a thematic table, and so hears of its sessions.

use super::{
    OrUnavailable, Tx,
    entities::{contribution, follow, person, thematic_table},
    people::Person,
    scoped::scoped,
};
use crate::auth::TenantScope;
use app::error::Outcome;
use domain::id::TableId;
use sea_orm::{Condition, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// Its facilitator, and whoever made or follows a public contribution to the table.
///
/// # Errors
/// `Unavailable`.
pub async fn of_table(tx: &Tx, scope: &TenantScope, table: TableId) -> Outcome<Vec<Person>> {
    let facilitator = scoped::<thematic_table::Entity>(scope)
        .filter(thematic_table::COLUMN.id.eq(table.0))
        .filter(thematic_table::COLUMN.facilitator_id.is_not_null())
        .select_only()
        .column(thematic_table::Column::FacilitatorId)
        .into_query();
    let gathered = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.table_id.eq(table.0))
        .filter(contribution::COLUMN.visible.eq(true))
        .select_only()
        .column(contribution::Column::Id)
        .into_query();
    let followers = scoped::<follow::Entity>(scope)
        .filter(follow::COLUMN.contribution_id.in_subquery(gathered))
        .select_only()
        .column(follow::Column::PersonId)
        .into_query();
    let authors = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.table_id.eq(table.0))
        .filter(contribution::COLUMN.visible.eq(true))
        .filter(contribution::COLUMN.author_id.is_not_null())
        .select_only()
        .column(contribution::Column::AuthorId)
        .into_query();
    let any = Condition::any()
        .add(person::COLUMN.id.in_subquery(facilitator))
        .add(person::COLUMN.id.in_subquery(authors))
        .add(person::COLUMN.id.in_subquery(followers));
    let rows =
        scoped::<person::Entity>(scope).filter(any).order_by_asc(person::Column::Id).all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().map(Person::from).collect())
}
