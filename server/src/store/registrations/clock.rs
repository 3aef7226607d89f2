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

/// The meetings that were called and start between `from` and `until`.
fn called(scope: &TenantScope, from: DateTime<Utc>, until: DateTime<Utc>) -> Select<meeting::Entity> {
    scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.starts_at.gt(from))
        .filter(meeting::COLUMN.starts_at.lte(until))
        .filter(meeting::COLUMN.state.eq(MeetingState::Convened.code()))
        .filter(meeting::COLUMN.places.is_not_null())
}

/// Those who have a seat at a meeting that starts between `from` and `until`, and were not reminded of it, as many as
/// are written to at once; each with the meeting.
///
/// # Errors
/// `Unavailable`.
pub async fn not_reminded(
    tx: &Tx,
    scope: &TenantScope,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Outcome<Vec<(Registration, Meeting)>> {
    let meetings = called(scope, from, until).all(tx).await.or_unavailable()?;
    let meetings = meetings.into_iter().map(Meeting::try_from).collect::<Outcome<Vec<_>>>()?;
    if meetings.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.meeting_id.is_in(meetings.iter().map(|meeting| meeting.id.0)))
        .filter(registration::COLUMN.seat.is_not_null())
        .filter(registration::COLUMN.reminded_at.is_null())
        .order_by_asc(registration::Column::Id)
        .limit(AT_ONCE as u64)
        .all(tx)
        .await
        .or_unavailable()?;
    let rows = rows.into_iter().map(Registration::try_from).collect::<Outcome<Vec<_>>>()?;
    let with = |row: Registration| {
        let meeting = meetings.iter().find(|meeting| meeting.id == row.meeting)?.clone();
        Some((row, meeting))
    };
    Ok(rows.into_iter().filter_map(with).collect())
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
