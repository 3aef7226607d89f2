//! What a person did here: those of which there is news come first.

use super::list::{COLUMNS, Row, Stored};
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{contribution, contribution_read, follow, support},
        scoped::scoped,
    },
};
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::id::PersonId;
use sea_orm::{
    FromQueryResult, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Condition, Expr, ExprTrait, Func, Order},
};

/// What `person` contributed, hidden ones included: those with news come first, then those to which something happened last.
///
/// # Errors
/// `Unavailable`.
pub async fn of_author(tx: &Tx, scope: &TenantScope, person: PersonId, limit: u64) -> Outcome<Vec<Row>> {
    let mine = scoped::<contribution::Entity>(scope).filter(contribution::COLUMN.author_id.eq(person.0));
    newest_change(tx, scope, person, mine, limit).await
}

/// The public contributions that `person` supports.
///
/// # Errors
/// `Unavailable`.
pub async fn supported_by(tx: &Tx, scope: &TenantScope, person: PersonId, limit: u64) -> Outcome<Vec<Row>> {
    let ids = scoped::<support::Entity>(scope)
        .filter(support::COLUMN.person_id.eq(person.0))
        .select_only()
        .column(support::Column::ContributionId)
        .into_query();
    newest_change(tx, scope, person, public(scope).filter(contribution::COLUMN.id.in_subquery(ids)), limit).await
}

/// The public contributions that `person` follows.
///
/// # Errors
/// `Unavailable`.
pub async fn followed_by(tx: &Tx, scope: &TenantScope, person: PersonId, limit: u64) -> Outcome<Vec<Row>> {
    let ids = scoped::<follow::Entity>(scope)
        .filter(follow::COLUMN.person_id.eq(person.0))
        .select_only()
        .column(follow::Column::ContributionId)
        .into_query();
    newest_change(tx, scope, person, public(scope).filter(contribution::COLUMN.id.in_subquery(ids)), limit).await
}

fn public(scope: &TenantScope) -> Select<contribution::Entity> {
    scoped::<contribution::Entity>(scope).filter(contribution::COLUMN.visible.eq(true))
}

#[derive(FromQueryResult)]
struct Own {
    #[sea_orm(nested)]
    row: Stored,
    seen_at: Option<DateTime<Utc>>,
}

async fn newest_change(
    tx: &Tx,
    scope: &TenantScope,
    person: PersonId,
    select: Select<contribution::Entity>,
    limit: u64,
) -> Outcome<Vec<Row>> {
    use contribution::Column as C;
    use contribution_read::Column as R;
    let of = |column| Expr::col((contribution::Entity, column));
    let read = |column| Expr::col((contribution_read::Entity, column));
    let mine = Condition::all()
        .add(read(R::TenantId).eq(scope.tenant().0))
        .add(read(R::PersonId).eq(person.0))
        .add(read(R::ContributionId).equals((contribution::Entity, C::Id)));
    let mut select = select.select_only().columns(COLUMNS).column_as(read(R::SeenAt), "seen_at").limit(limit);
    let seen = Func::coalesce([read(R::SeenAt), of(C::CreatedAt)]);
    let unread = Expr::case(of(C::ChangedAt).gt(seen), 1).finally(0);
    QuerySelect::query(&mut select)
        .left_join(contribution_read::Entity, mine)
        .order_by_expr(unread.into(), Order::Desc)
        .order_by((contribution::Entity, C::ChangedAt), Order::Desc)
        .order_by((contribution::Entity, C::Id), Order::Desc);
    let rows: Vec<Own> = select.into_model().all(tx).await.or_unavailable()?;
    rows.into_iter().map(read_row).collect()
}

fn read_row(own: Own) -> Outcome<Row> {
    let row = Row::try_from(own.row)?;
    let news = (row.changed_at > own.seen_at.unwrap_or(row.created_at)).then_some(row.changed_at);
    Ok(Row { news, ..row })
}
