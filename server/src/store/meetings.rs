//! Meetings of organs, of thematic tables and of the public.

mod calendar;

pub use calendar::{Half, both_halves, page};

use super::{
    OrUnavailable, Tx,
    entities::meeting,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{MeetingId, OrganId, ProcessId, TableId},
    meeting::{Attendance, MeetingMode, MeetingOf, MeetingState},
    registration::RegistrationWindow,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

/// A meeting as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meeting {
    pub id: MeetingId,
    pub process: ProcessId,
    pub of: MeetingOf,
    /// Counts the meetings of the same body.
    pub number: u32,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub mode: MeetingMode,
    pub place: Option<String>,
    pub link: Option<String>,
    pub agenda: String,
    pub state: MeetingState,
    pub convened_at: Option<DateTime<Utc>>,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// How many attended, once it was held.
    pub attendance: Option<Attendance>,
    pub minutes_published_on: Option<NaiveDate>,
    /// Where people are asked to register.
    pub registration: Option<RegistrationWindow>,
    /// Grows with every change.
    pub version: i32,
    pub created_at: DateTime<Utc>,
}

impl TryFrom<meeting::Model> for Meeting {
    type Error = AppError;

    fn try_from(row: meeting::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        let count = |kept: Option<i32>| kept.and_then(|kept| u32::try_from(kept).ok());
        let of = match row.body_kind.as_str() {
            "organ" => MeetingOf::Organ(OrganId(row.body_id)),
            "table" => MeetingOf::Table(TableId(row.body_id)),
            _ => MeetingOf::Public,
        };
        let attendance = match (count(row.women), count(row.men), count(row.undeclared)) {
            (Some(women), Some(men), Some(undeclared)) => Some(Attendance { women, men, undeclared }),
            _ => None,
        };
        Ok(Self {
            id: MeetingId(row.id),
            process: ProcessId(row.process_id),
            of,
            number: u32::try_from(row.number).unwrap_or(0),
            title: row.title,
            starts_at: row.starts_at,
            mode: row.mode.parse().map_err(unreadable)?,
            place: row.place,
            link: row.link,
            agenda: row.agenda,
            state: row.state.parse().map_err(unreadable)?,
            convened_at: row.convened_at,
            reason: row.reason,
            attendance,
            minutes_published_on: row.minutes_published_on,
            registration: count(row.places)
                .zip(row.registration_closes_at)
                .map(|(places, closes_at)| RegistrationWindow { places, closes_at }),
            version: row.version,
            created_at: row.created_at,
        })
    }
}

/// The key under which a body's meetings are counted and found.
fn body(process: ProcessId, of: MeetingOf) -> Uuid {
    match of {
        MeetingOf::Organ(organ) => organ.0,
        MeetingOf::Table(table) => table.0,
        MeetingOf::Public => process.0,
    }
}

impl Meeting {
    fn row(&self, scope: &TenantScope) -> meeting::ActiveModel {
        let (organ, table) = match self.of {
            MeetingOf::Organ(organ) => (Some(organ.0), None),
            MeetingOf::Table(table) => (None, Some(table.0)),
            MeetingOf::Public => (None, None),
        };
        let count = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        meeting::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            process_id: Set(self.process.0),
            body_kind: Set(self.of.code().into()),
            body_id: Set(body(self.process, self.of)),
            organ_id: Set(organ),
            table_id: Set(table),
            number: Set(count(self.number)),
            title: Set(self.title.clone()),
            starts_at: Set(self.starts_at),
            mode: Set(self.mode.code().into()),
            place: Set(self.place.clone()),
            link: Set(self.link.clone()),
            agenda: Set(self.agenda.clone()),
            state: Set(self.state.code().into()),
            convened_at: Set(self.convened_at),
            reason: Set(self.reason.clone()),
            women: Set(self.attendance.map(|counted| count(counted.women))),
            men: Set(self.attendance.map(|counted| count(counted.men))),
            undeclared: Set(self.attendance.map(|counted| count(counted.undeclared))),
            minutes_published_on: Set(self.minutes_published_on),
            places: Set(self.registration.map(|window| count(window.places))),
            registration_closes_at: Set(self.registration.map(|window| window.closes_at)),
            version: Set(self.version),
            created_at: Set(self.created_at),
        }
    }
}

/// The meeting with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: MeetingId) -> Outcome<Meeting> {
    let row = scoped::<meeting::Entity>(scope).filter(meeting::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// The meetings of one body, the latest first, at most 100.
///
/// # Errors
/// `Unavailable`.
pub async fn of_body(tx: &Tx, scope: &TenantScope, process: ProcessId, of: MeetingOf) -> Outcome<Vec<Meeting>> {
    let rows = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.body_id.eq(body(process, of)))
        .order_by_desc(meeting::Column::StartsAt)
        .order_by_desc(meeting::Column::Id)
        .limit(100)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Meeting::try_from).collect()
}

/// The number of the next meeting of the body.
///
/// # Errors
/// `Unavailable`.
pub async fn next_number(tx: &Tx, scope: &TenantScope, process: ProcessId, of: MeetingOf) -> Outcome<u32> {
    let last: Option<i32> = scoped::<meeting::Entity>(scope)
        .select_only()
        .column(meeting::Column::Number)
        .filter(meeting::COLUMN.body_id.eq(body(process, of)))
        .order_by_desc(meeting::Column::Number)
        .into_tuple()
        .one(tx)
        .await
        .or_unavailable()?;
    Ok(last.and_then(|last| u32::try_from(last).ok()).unwrap_or(0).saturating_add(1))
}

/// Adds a meeting.
///
/// # Errors
/// `Conflict` when its number was taken in the meantime.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Meeting) -> Outcome<()> {
    new.row(scope).insert(tx).await.unless_taken()?.map(drop).ok_or(AppError::Conflict)
}

/// Stores the meeting as changed from version `changed.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Meeting) -> Outcome<()> {
    let mut row = changed.row(scope);
    row.version = Set(changed.version + 1);
    let done = scoped_update::<meeting::Entity>(scope)
        .set(row)
        .filter(meeting::COLUMN.id.eq(changed.id.0))
        .filter(meeting::COLUMN.version.eq(changed.version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
