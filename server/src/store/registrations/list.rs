//! Registrations counted and in lists: for who runs the meeting, and for who registered.

use super::Registration;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{meeting, registration},
        people::{self, Person},
        scoped::{scoped, tenant},
    },
};
use app::{
    contract::Slice,
    error::{AppError, Outcome},
};
use chrono::{DateTime, Utc};
use domain::{
    id::{MeetingId, PersonId},
    meeting::MeetingState,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QueryResult,
    QuerySelect, QueryTrait,
    sea_query::{Condition, Expr, ExprTrait},
};
use uuid::Uuid;

/// How many have a seat, how many wait, how many came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub seated: u64,
    pub waiting: u64,
    pub present: u64,
}

/// Counts the registrations of the meeting.
///
/// # Errors
/// `Unavailable`.
pub async fn tally(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Tally> {
    use registration::Column as C;
    let counted: Option<(i64, i64, i64)> = scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .select_only()
        .column_as(C::Id.count(), "registered")
        .column_as(C::Seat.count(), "seated")
        .column_as(C::CheckedInAt.count(), "present")
        .into_tuple()
        .one(tx)
        .await
        .or_unavailable()?;
    let (all, seated, present) = counted.unwrap_or_default();
    let n = |count: i64| u64::try_from(count).unwrap_or(0);
    Ok(Tally { seated: n(seated), waiting: n(all - seated), present: n(present) })
}

/// How many wait for a seat before the one at `position`.
///
/// # Errors
/// `Unavailable`.
pub async fn ahead(tx: &Tx, scope: &TenantScope, meeting: MeetingId, position: u32) -> Outcome<u64> {
    scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .filter(registration::COLUMN.seat.is_null())
        .filter(registration::COLUMN.position.lt(i32::try_from(position).unwrap_or(i32::MAX)))
        .count(tx)
        .await
        .or_unavailable()
}

/// One page of the registrations, in the order in which people came; `words` narrows it to names that hold them,
/// `after` is the last page's `next`. With the first page comes how many there are in all, in the same statement.
///
/// # Errors
/// `Unavailable`.
pub async fn page(
    tx: &Tx,
    scope: &TenantScope,
    meeting: MeetingId,
    words: &str,
    after: Option<&str>,
    limit: u64,
) -> Outcome<(Slice<Registration>, Option<Tally>)> {
    let after = after.and_then(|mark| mark.parse::<i32>().ok());
    let mut query = scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .expr_as(Expr::cust("COUNT(*) OVER ()"), "registered")
        .expr_as(Expr::cust("COUNT(seat) OVER ()"), "seated")
        .expr_as(Expr::cust("COUNT(checked_in_at) OVER ()"), "present")
        .order_by_asc(registration::Column::Position);
    if let Some(last) = after {
        query = query.filter(registration::COLUMN.position.gt(last));
    }
    if words.is_empty() {
        query = query.limit(limit + 1);
    }
    let found = tx.query_all(&query.into_query()).await.or_unavailable()?;
    let tally = found.first().map_or(Ok(Tally::default()), tally_of).or_unavailable()?;
    let rows = found.iter().map(|row| registration::Model::from_query_result(row, "")).collect::<Result<Vec<_>, _>>();
    let mut rows = rows.or_unavailable()?;
    // Looked through here, where the two databases read capitals alike.
    let wanted = words.to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&wanted);
    rows.retain(|row| holds(&row.name) || row.organisation.as_deref().is_some_and(holds));
    let more = rows.len() as u64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let rows = rows.into_iter().map(Registration::try_from).collect::<Outcome<Vec<_>>>()?;
    let next = rows.last().filter(|_| more).map(|last| last.position.to_string());
    Ok((Slice { rows, next }, after.is_none().then_some(tally)))
}

/// What each row of a page carries.
fn tally_of(row: &QueryResult) -> Result<Tally, DbErr> {
    let n = |name| row.try_get::<i64>("", name).map(|count| u64::try_from(count).unwrap_or(0));
    let seated = n("seated")?;
    Ok(Tally { seated, waiting: n("registered")?.saturating_sub(seated), present: n("present")? })
}

/// Everybody who registered, with a seat or without.
///
/// # Errors
/// `Unavailable`.
pub async fn people_of(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Vec<Person>> {
    let ids: Vec<Uuid> = scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .select_only()
        .column(registration::Column::PersonId)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    let ids: Vec<PersonId> = ids.into_iter().map(PersonId).collect();
    people::by_ids(tx, scope, &ids).await
}

/// A meeting for which somebody registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    pub meeting: MeetingId,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub place: Option<String>,
    pub state: MeetingState,
    /// Whether no seat is free yet.
    pub waits: bool,
}

#[derive(FromQueryResult)]
struct MineRow {
    id: Uuid,
    title: String,
    starts_at: DateTime<Utc>,
    place: Option<String>,
    state: String,
    seat: Option<i32>,
}

impl TryFrom<MineRow> for Mine {
    type Error = AppError;

    fn try_from(row: MineRow) -> Outcome<Self> {
        Ok(Self {
            meeting: MeetingId(row.id),
            title: row.title,
            starts_at: row.starts_at,
            place: row.place,
            state: row.state.parse().map_err(|_| AppError::Unavailable)?,
            waits: row.seat.is_none(),
        })
    }
}

/// The meetings from `since` on for which `person` registered, the nearest first, at most `limit`; in one statement.
///
/// # Errors
/// `Unavailable`.
pub async fn of_person_upcoming(
    tx: &Tx,
    scope: &TenantScope,
    person: PersonId,
    since: DateTime<Utc>,
    limit: u64,
) -> Outcome<Vec<Mine>> {
    use meeting::Column as M;
    let its_own = |column| Expr::col((registration::Entity, column));
    let own = Condition::all()
        .add(its_own(registration::Column::TenantId).eq(tenant(scope)))
        .add(its_own(registration::Column::PersonId).eq(person.0))
        .add(its_own(registration::Column::MeetingId).equals((meeting::Entity, M::Id)));
    let mut query = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.starts_at.gte(since))
        .select_only()
        .columns([M::Id, M::Title, M::StartsAt, M::Place, M::State])
        .column_as(its_own(registration::Column::Seat), "seat")
        .order_by_asc(M::StartsAt)
        .order_by_asc(M::Id)
        .limit(limit);
    QuerySelect::query(&mut query).inner_join(registration::Entity, own);
    let rows: Vec<MineRow> = query.into_model().all(tx).await.or_unavailable()?;
    rows.into_iter().map(Mine::try_from).collect()
}
