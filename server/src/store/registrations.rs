//! Who registered for a meeting: who has a seat, who waits, who came.

mod clock;
mod list;

pub use clock::{forget, forget_needs, not_reminded, past, remind_again, reminded, to_remind_of};
pub use list::{Mine, Tally, ahead, of_person_upcoming, page, people_of, tally};

use super::{
    OrUnavailable, Tx,
    database::take_turn,
    entities::registration,
    scoped::{scoped, scoped_delete, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{AttendeeId, MeetingId, PersonId, RegistrationId},
    registration::{CheckInCode, NewRegistration},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use serde::Serialize;
use uuid::Uuid;

/// A registration as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Registration {
    pub id: RegistrationId,
    pub meeting: MeetingId,
    pub person: PersonId,
    /// Counts those of the same meeting, in the order in which people came.
    pub position: u32,
    /// None for who waits.
    pub seat: Option<u32>,
    pub code: CheckInCode,
    pub who: NewRegistration,
    pub checked_in_at: Option<DateTime<Utc>>,
    pub reminded_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

impl TryFrom<registration::Model> for Registration {
    type Error = AppError;

    fn try_from(row: registration::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        let who = NewRegistration {
            name: row.name,
            kind: row.kind.parse().map_err(unreadable)?,
            organisation: row.organisation,
            gender: row.gender.parse().map_err(unreadable)?,
            needs: row.needs,
        };
        Ok(Self {
            id: RegistrationId(row.id),
            meeting: MeetingId(row.meeting_id),
            person: PersonId(row.person_id),
            position: u32::try_from(row.position).unwrap_or(0),
            seat: row.seat.and_then(|seat| u32::try_from(seat).ok()),
            code: CheckInCode::parse(&row.code).map_err(|_| AppError::Unavailable)?,
            who,
            checked_in_at: row.checked_in_at,
            reminded_at: row.reminded_at,
            created_at: row.created_at,
        })
    }
}

impl Registration {
    fn row(&self, scope: &TenantScope) -> registration::ActiveModel {
        let count = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        registration::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            meeting_id: Set(self.meeting.0),
            person_id: Set(self.person.0),
            position: Set(count(self.position)),
            seat: Set(self.seat.map(count)),
            code: Set(self.code.as_str().into()),
            name: Set(self.who.name.clone()),
            kind: Set(self.who.kind.code().into()),
            organisation: Set(self.who.organisation.clone()),
            gender: Set(self.who.gender.code().into()),
            needs: Set(self.who.needs.clone()),
            checked_in_at: Set(self.checked_in_at),
            reminded_at: Set(self.reminded_at),
            created_at: Set(self.created_at),
        }
    }
}

/// Waits until nobody else changes who comes to the meeting, and keeps others waiting to the end of the transaction.
///
/// # Errors
/// `Unavailable`.
pub async fn in_turn(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<()> {
    take_turn(tx, &format!("{} registrations {meeting}", scope.tenant())).await
}

/// The registration of `person`.
///
/// # Errors
/// `Unavailable`.
pub async fn of_person(
    tx: &Tx,
    scope: &TenantScope,
    meeting: MeetingId,
    person: PersonId,
) -> Outcome<Option<Registration>> {
    let select = scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .filter(registration::COLUMN.person_id.eq(person.0));
    select.one(tx).await.or_unavailable()?.map(Registration::try_from).transpose()
}

/// The registration with this code.
///
/// # Errors
/// `Unavailable`.
pub async fn by_code(
    tx: &Tx,
    scope: &TenantScope,
    meeting: MeetingId,
    code: &CheckInCode,
) -> Outcome<Option<Registration>> {
    let select = scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .filter(registration::COLUMN.code.eq(code.as_str()));
    select.one(tx).await.or_unavailable()?.map(Registration::try_from).transpose()
}

/// The meetings for which `person` registered, in the order of their identifiers.
///
/// # Errors
/// `Unavailable`.
pub async fn meetings_of(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<Vec<MeetingId>> {
    let ids: Vec<Uuid> = scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.person_id.eq(person.0))
        .order_by_asc(registration::Column::MeetingId)
        .select_only()
        .column(registration::Column::MeetingId)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(ids.into_iter().map(MeetingId).collect())
}

/// The seats that are taken, and the last position that was given.
///
/// # Errors
/// `Unavailable`.
pub async fn places(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<(Vec<u32>, u32)> {
    let rows: Vec<(Option<i32>, i32)> = scoped::<registration::Entity>(scope)
        .select_only()
        .columns([registration::Column::Seat, registration::Column::Position])
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    let last = rows.iter().map(|(_, position)| *position).max().unwrap_or(0);
    let seats = rows.iter().filter_map(|(seat, _)| seat.and_then(|seat| u32::try_from(seat).ok()));
    Ok((seats.collect(), u32::try_from(last).unwrap_or(0)))
}

/// The first of those who wait.
///
/// # Errors
/// `Unavailable`.
pub async fn first_waiting(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Option<Registration>> {
    let select = scoped::<registration::Entity>(scope)
        .filter(registration::COLUMN.meeting_id.eq(meeting.0))
        .filter(registration::COLUMN.seat.is_null())
        .order_by_asc(registration::Column::Position);
    select.one(tx).await.or_unavailable()?.map(Registration::try_from).transpose()
}

/// Adds a registration.
///
/// # Errors
/// `Conflict` where the person has one, or somebody has that seat.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Registration) -> Outcome<()> {
    new.row(scope).insert(tx).await.unless_taken()?.map(drop).ok_or(AppError::Conflict)
}

/// Stores the registration as changed.
///
/// # Errors
/// `NotFound` where it is gone.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Registration) -> Outcome<()> {
    let done = scoped_update::<registration::Entity>(scope)
        .set(changed.row(scope))
        .filter(registration::COLUMN.id.eq(changed.id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::NotFound) }
}

/// Notes that who stood on the list of who attended under this line does so no more.
///
/// # Errors
/// `Unavailable`.
pub async fn not_present(tx: &Tx, scope: &TenantScope, line: AttendeeId) -> Outcome<()> {
    scoped_update::<registration::Entity>(scope)
        .col_expr(registration::Column::CheckedInAt, Expr::value(None::<DateTime<Utc>>))
        .filter(registration::COLUMN.id.eq(line.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Takes the registration away.
///
/// # Errors
/// `NotFound` where it is gone.
pub async fn remove(tx: &Tx, scope: &TenantScope, id: RegistrationId) -> Outcome<()> {
    let done = scoped_delete::<registration::Entity>(scope)
        .filter(registration::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::NotFound) }
}
