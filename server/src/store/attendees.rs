//! Who attended a meeting, by name: the private list. Counts alone are public.

use super::{
    OrUnavailable, Tx,
    entities::meeting_attendee,
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use domain::{
    id::{AttendeeId, MeetingId},
    meeting::{Attendance, Gender, NewAttendee},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    pub id: AttendeeId,
    pub who: NewAttendee,
}

/// The list of one meeting, in the order in which it was written.
///
/// # Errors
/// `Unavailable`.
pub async fn of_meeting(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Vec<Attendee>> {
    let rows = scoped::<meeting_attendee::Entity>(scope)
        .filter(meeting_attendee::COLUMN.meeting_id.eq(meeting.0))
        .order_by_asc(meeting_attendee::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: meeting_attendee::Model| {
        let gender = row.gender.parse().map_err(|_| AppError::Unavailable)?;
        let who = NewAttendee { organisation: row.organisation, category: row.category, name: row.name, gender };
        Ok(Attendee { id: AttendeeId(row.id), who })
    };
    rows.into_iter().map(read).collect()
}

/// How many attended for each category, the largest first: no names are read.
///
/// # Errors
/// `Unavailable`.
pub async fn by_category(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Vec<(String, u64)>> {
    let mut counts = scoped::<meeting_attendee::Entity>(scope)
        .filter(meeting_attendee::COLUMN.meeting_id.eq(meeting.0))
        .select_only()
        .column(meeting_attendee::Column::Category)
        .column_as(meeting_attendee::Column::Id.count(), "n")
        .group_by(meeting_attendee::Column::Category)
        .into_tuple::<(String, i64)>()
        .all(tx)
        .await
        .or_unavailable()?;
    counts.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    Ok(counts.into_iter().map(|(category, n)| (category, u64::try_from(n).unwrap_or(0))).collect())
}

/// How many stand on the list, by the gender that they declared.
///
/// # Errors
/// `Unavailable`.
pub async fn counted(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Attendance> {
    let counts = scoped::<meeting_attendee::Entity>(scope)
        .filter(meeting_attendee::COLUMN.meeting_id.eq(meeting.0))
        .select_only()
        .column(meeting_attendee::Column::Gender)
        .column_as(meeting_attendee::Column::Id.count(), "n")
        .group_by(meeting_attendee::Column::Gender)
        .into_tuple::<(String, i64)>()
        .all(tx)
        .await
        .or_unavailable()?;
    let of = |gender: Gender| {
        let found = counts.iter().find(|(code, _)| code == gender.code());
        found.and_then(|(_, n)| u32::try_from(*n).ok()).unwrap_or(0)
    };
    Ok(Attendance { women: of(Gender::Woman), men: of(Gender::Man), undeclared: of(Gender::Undeclared) })
}

/// Adds a line.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(
    tx: &Tx,
    scope: &TenantScope,
    meeting: MeetingId,
    id: AttendeeId,
    new: &NewAttendee,
) -> Outcome<()> {
    let row = meeting_attendee::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(id.0),
        meeting_id: Set(meeting.0),
        organisation: Set(new.organisation.clone()),
        category: Set(new.category.clone()),
        name: Set(new.name.clone()),
        gender: Set(new.gender.code().into()),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Takes a line away, and gives what it said.
///
/// # Errors
/// `NotFound` when the meeting's list has no such line.
pub async fn remove(tx: &Tx, scope: &TenantScope, meeting: MeetingId, id: AttendeeId) -> Outcome<NewAttendee> {
    let lines = of_meeting(tx, scope, meeting).await?;
    let line = lines.into_iter().find(|line| line.id == id).ok_or(AppError::NotFound)?;
    let done = scoped_delete::<meeting_attendee::Entity>(scope)
        .filter(meeting_attendee::COLUMN.meeting_id.eq(meeting.0))
        .filter(meeting_attendee::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(line.who) } else { Err(AppError::NotFound) }
}
