//! Registrations that the clock looks at: before the meeting, to remind; after it, to forget.

use super::Registration;
use crate::{
    auth::TenantScope,
    store::{
        AT_ONCE, OrUnavailable, Tx,
        entities::{meeting, registration},
        meetings::Meeting,
        scoped::{scoped, scoped_delete, scoped_update},
    },
};
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::{
    id::{MeetingId, RegistrationId},
    meeting::MeetingState,
};
use sea_orm::{QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::Expr};

/// Those who have a seat, and were not reminded of their meeting.
fn unaware(scope: &TenantScope) -> Select<registration::Entity> {
    scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.seat.is_not_null())
        .filter(registration::COLUMN.reminded_at.is_null())
}

/// The meetings that were called, start between `from` and `until`, and of which somebody with a seat was not reminded;
/// the next ones first, at most `limit`.
///
/// # Errors
/// `Unavailable`.
pub async fn to_remind_of(
    tx: &Tx,
    scope: &TenantScope,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
    limit: usize,
) -> Outcome<Vec<Meeting>> {
    let theirs = unaware(scope).select_only().column(registration::Column::MeetingId).into_query();
    let rows = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.starts_at.gt(from))
        .filter(meeting::COLUMN.starts_at.lte(until))
        .filter(meeting::COLUMN.state.eq(MeetingState::Convened.code()))
        .filter(meeting::COLUMN.places.is_not_null())
        .filter(meeting::COLUMN.id.in_subquery(theirs))
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(meeting::Column::Id)
        .limit(limit as u64)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Meeting::try_from).collect()
}

/// At most `limit` of those who have a seat at this meeting and were not reminded of it.
///
/// # Errors
/// `Unavailable`.
pub async fn not_reminded(
    tx: &Tx,
    scope: &TenantScope,
    meeting: MeetingId,
    limit: usize,
) -> Outcome<Vec<Registration>> {
    let theirs = unaware(scope).filter(registration::COLUMN.meeting_id.eq(meeting.0));
    let rows = theirs.order_by_asc(registration::Column::Id).limit(limit as u64).all(tx).await.or_unavailable()?;
    rows.into_iter().map(Registration::try_from).collect()
}

/// Notes that these were reminded.
///
/// # Errors
/// `Unavailable`.
pub async fn reminded(tx: &Tx, scope: &TenantScope, which: &[RegistrationId], at: DateTime<Utc>) -> Outcome<()> {
    scoped_update::<registration::Entity>(scope)
        .col_expr(registration::Column::RemindedAt, Expr::value(at))
        .filter(registration::COLUMN.id.is_in(which.iter().map(|id| id.0)))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// The meeting takes place on another day: everybody is reminded of that one.
///
/// # Errors
/// `Unavailable`.
pub async fn remind_again(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<()> {
    scoped_update::<registration::Entity>(scope)
        .col_expr(registration::Column::RemindedAt, Expr::value(None::<DateTime<Utc>>))
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// The registrations for meetings that started before `before`, those alone that say what somebody needs where
/// `needing`; as many as are read at once.
///
/// # Errors
/// `Unavailable`.
pub async fn past(tx: &Tx, scope: &TenantScope, before: DateTime<Utc>, needing: bool) -> Outcome<Vec<Registration>> {
    let meetings = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.starts_at.lt(before))
        .select_only()
        .column(meeting::Column::Id)
        .into_query();
    let mut query = scoped::<registration::Entity>(scope).filter(registration::COLUMN.meeting_id.in_subquery(meetings));
    if needing {
        query = query.filter(registration::COLUMN.needs.ne(""));
    }
    let query = query.order_by_asc(registration::Column::MeetingId).order_by_asc(registration::Column::Id);
    let rows = query.limit(AT_ONCE as u64).all(tx).await.or_unavailable()?;
    rows.into_iter().map(Registration::try_from).collect()
}

/// Blanks what these people need.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_needs(tx: &Tx, scope: &TenantScope, which: &[RegistrationId]) -> Outcome<()> {
    scoped_update::<registration::Entity>(scope)
        .col_expr(registration::Column::Needs, Expr::value(""))
        .filter(registration::COLUMN.id.is_in(which.iter().map(|id| id.0)))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Takes these registrations away.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, which: &[RegistrationId]) -> Outcome<()> {
    scoped_delete::<registration::Entity>(scope)
        .filter(registration::COLUMN.id.is_in(which.iter().map(|id| id.0)))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
