//! The calendar: the meetings of paths before and after an instant, page by page.

use super::Meeting;
use crate::{
    auth::TenantScope,
    store::{OrUnavailable, Tx, entities::meeting, scoped::scoped},
};
use app::{contract::Slice, error::Outcome};
use chrono::{DateTime, Utc};
use domain::id::ProcessId;
use sea_orm::{
    Condition, ConnectionTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Query, UnionType},
};
use std::cmp::Reverse;
use uuid::Uuid;

/// Which half of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// From an instant on, the nearest first.
    Upcoming,
    /// Before it, the latest first.
    Past,
}

/// One page of the meetings of `processes`, before or after `split`; `after` is the last page's `next`.
///
/// # Errors
/// `Unavailable`.
pub async fn page(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[ProcessId],
    (half, split): (Half, DateTime<Utc>),
    after: Option<&str>,
    limit: u64,
) -> Outcome<Slice<Meeting>> {
    let rows = rows_of(scope, processes, (half, split), after, limit).all(tx).await.or_unavailable()?;
    slice(rows, limit)
}

/// One page of each half, in one statement: the meetings from `split` on, and those before it; `marks` are the last
/// pages' `next`.
///
/// # Errors
/// `Unavailable`.
pub async fn both_halves(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[ProcessId],
    split: DateTime<Utc>,
    marks: (Option<&str>, Option<&str>),
    limit: u64,
) -> Outcome<(Slice<Meeting>, Slice<Meeting>)> {
    let half = |half, mark, name: &'static str| {
        let rows = rows_of(scope, processes, (half, split), mark, limit).into_query();
        Query::select().column(Asterisk).from_subquery(rows, name).to_owned()
    };
    let mut both = half(Half::Upcoming, marks.0, "upcoming");
    both.union(UnionType::All, half(Half::Past, marks.1, "past"));
    let rows = tx.query_all(&both).await.or_unavailable()?;
    let rows = rows.iter().map(|row| meeting::Model::from_query_result(row, "")).collect::<Result<Vec<_>, _>>();
    let (mut upcoming, mut past): (Vec<_>, Vec<_>) =
        rows.or_unavailable()?.into_iter().partition(|row| row.starts_at >= split);
    upcoming.sort_by_key(|row| (row.starts_at, row.id));
    past.sort_by_key(|row| Reverse((row.starts_at, row.id)));
    Ok((slice(upcoming, limit)?, slice(past, limit)?))
}

/// At most one row more than `limit`, in the order of the half.
fn rows_of(
    scope: &TenantScope,
    processes: &[ProcessId],
    (half, split): (Half, DateTime<Utc>),
    after: Option<&str>,
    limit: u64,
) -> Select<meeting::Entity> {
    use meeting::{COLUMN as C, Column};
    let mut query = scoped::<meeting::Entity>(scope).filter(C.process_id.is_in(processes.iter().map(|id| id.0)));
    let mark = after.and_then(mark);
    query = match half {
        Half::Upcoming => query.filter(C.starts_at.gte(split)).order_by_asc(Column::StartsAt).order_by_asc(Column::Id),
        Half::Past => query.filter(C.starts_at.lt(split)).order_by_desc(Column::StartsAt).order_by_desc(Column::Id),
    };
    if let Some((at, id)) = mark {
        let (beyond, same) = match half {
            Half::Upcoming => (C.starts_at.gt(at), C.id.gt(id)),
            Half::Past => (C.starts_at.lt(at), C.id.lt(id)),
        };
        query = query.filter(Condition::any().add(beyond).add(Condition::all().add(C.starts_at.eq(at)).add(same)));
    }
    query.limit(limit + 1)
}

fn slice(rows: Vec<meeting::Model>, limit: u64) -> Outcome<Slice<Meeting>> {
    let mut rows = rows.into_iter().map(Meeting::try_from).collect::<Outcome<Vec<_>>>()?;
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let last = rows.last().filter(|_| more);
    let next = last.map(|last| format!("{}_{}", last.starts_at.timestamp_micros(), last.id));
    Ok(Slice { rows, next })
}

/// Where a page starts: the last row before it.
fn mark(text: &str) -> Option<(DateTime<Utc>, Uuid)> {
    let (micros, id) = text.split_once('_')?;
    Some((DateTime::from_timestamp_micros(micros.parse().ok()?)?, id.parse().ok()?))
}
