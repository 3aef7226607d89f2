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
    ConnectionTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Condition, Expr, ExprTrait, Func, Order, Query, SelectStatement, UnionType},
};
use std::cmp::Reverse;

/// The contributions a person has to do with, in each list those with news first, then those to which something
/// happened last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// What the person wrote, hidden ones included.
    pub written: Vec<Row>,
    pub supported: Vec<Row>,
    pub followed: Vec<Row>,
}

/// What `person` has to do with, at most `limit` of each kind, in one statement.
///
/// # Errors
/// `Unavailable`.
pub async fn of_person(tx: &Tx, scope: &TenantScope, person: PersonId, limit: u64) -> Outcome<Own> {
    let written = scoped::<contribution::Entity>(scope).filter(contribution::COLUMN.author_id.eq(person.0));
    let supported = scoped::<support::Entity>(scope)
        .filter(support::COLUMN.person_id.eq(person.0))
        .select_only()
        .column(support::Column::ContributionId)
        .into_query();
    let followed = scoped::<follow::Entity>(scope)
        .filter(follow::COLUMN.person_id.eq(person.0))
        .select_only()
        .column(follow::Column::ContributionId)
        .into_query();
    let public = |ids: SelectStatement| {
        let all = scoped::<contribution::Entity>(scope).filter(contribution::COLUMN.visible.eq(true));
        all.filter(contribution::COLUMN.id.in_subquery(ids))
    };
    let part = |name: &'static str, rows| {
        let rows = newest_change(scope, person, rows, limit).expr_as(Expr::value(name), "list").into_query();
        Query::select().column(Asterisk).from_subquery(rows, name).to_owned()
    };
    let mut all = part("written", written);
    all.union(UnionType::All, part("supported", public(supported)));
    all.union(UnionType::All, part("followed", public(followed)));
    let mut own = Own::default();
    for row in tx.query_all(&all).await.or_unavailable()? {
        let listed = Listed::from_query_result(&row, "").or_unavailable()?;
        let list = match listed.list.as_str() {
            "written" => &mut own.written,
            "supported" => &mut own.supported,
            _ => &mut own.followed,
        };
        list.push(read_row(listed)?);
    }
    for list in [&mut own.written, &mut own.supported, &mut own.followed] {
        list.sort_by_key(|row| Reverse((row.news.is_some(), row.changed_at, row.id)));
    }
    Ok(own)
}

#[derive(FromQueryResult)]
struct Listed {
    #[sea_orm(nested)]
    row: Stored,
    seen_at: Option<DateTime<Utc>>,
    list: String,
}

fn newest_change(
    scope: &TenantScope,
    person: PersonId,
    select: Select<contribution::Entity>,
    limit: u64,
) -> Select<contribution::Entity> {
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
    select
}

fn read_row(listed: Listed) -> Outcome<Row> {
    let row = Row::try_from(listed.row)?;
    let news = (row.changed_at > listed.seen_at.unwrap_or(row.created_at)).then_some(row.changed_at);
    Ok(Row { news, ..row })
}
