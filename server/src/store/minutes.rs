//! Minutes of meetings, and what was added after approval.

use super::{
    OrUnavailable, Tx,
    entities::{meeting, minutes, minutes_addendum},
    meetings::Meeting,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{MeetingId, ProcessId},
    minutes::{Decision, Minutes as Rules},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

/// Most meetings with published minutes that are offered at once.
const PUBLISHED_MAX: u64 = 200;

/// The minutes of one meeting as they are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Minutes {
    pub meeting: MeetingId,
    /// In Markdown.
    pub text: String,
    pub decisions: Vec<Decision>,
    pub rules: Rules,
    pub approved_on: Option<NaiveDate>,
    pub published_on: Option<NaiveDate>,
    /// The day on which approvals of an earlier text fell with it, the last time.
    pub approvals_fell_on: Option<NaiveDate>,
    /// Grows with every change.
    pub version: i32,
}

impl TryFrom<minutes::Model> for Minutes {
    type Error = AppError;

    fn try_from(row: minutes::Model) -> Outcome<Self> {
        let state = row.state.parse().map_err(|_| AppError::Unavailable)?;
        Ok(Self {
            meeting: MeetingId(row.meeting_id),
            text: row.text,
            decisions: serde_json::from_str(&row.decisions).map_err(|_| AppError::Unavailable)?,
            rules: Rules { state, comments_until: row.comments_until },
            approved_on: row.approved_on,
            published_on: row.published_on,
            approvals_fell_on: row.approvals_fell_on,
            version: row.version,
        })
    }
}

impl Minutes {
    fn row(&self, scope: &TenantScope) -> minutes::ActiveModel {
        minutes::ActiveModel {
            tenant_id: Set(tenant(scope)),
            meeting_id: Set(self.meeting.0),
            text: Set(self.text.clone()),
            decisions: Set(serde_json::to_string(&self.decisions).expect("plain data serialises")),
            state: Set(self.rules.state.code().into()),
            comments_until: Set(self.rules.comments_until),
            approved_on: Set(self.approved_on),
            published_on: Set(self.published_on),
            approvals_fell_on: Set(self.approvals_fell_on),
            version: Set(self.version),
        }
    }
}

/// The minutes of a meeting, if somebody began them.
///
/// # Errors
/// `Unavailable`.
pub async fn of_meeting(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Option<Minutes>> {
    let row = scoped::<minutes::Entity>(scope)
        .filter(minutes::COLUMN.meeting_id.eq(meeting.0))
        .one(tx)
        .await
        .or_unavailable()?;
    row.map(Minutes::try_from).transpose()
}

/// The same, and nobody else changes them until the transaction ends.
///
/// # Errors
/// `Unavailable`.
pub async fn locked(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Option<Minutes>> {
    let row = scoped::<minutes::Entity>(scope).filter(minutes::COLUMN.meeting_id.eq(meeting.0));
    row.lock_exclusive().one(tx).await.or_unavailable()?.map(Minutes::try_from).transpose()
}

/// The meetings of a process whose minutes are published, oldest first; where there are more, the newest 200.
///
/// # Errors
/// `Unavailable`.
pub async fn published(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Meeting>> {
    let rows = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.process_id.eq(process.0))
        .filter(meeting::COLUMN.minutes_published_on.is_not_null())
        .order_by_desc(meeting::Column::StartsAt)
        .order_by_desc(meeting::Column::Id)
        .limit(PUBLISHED_MAX)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().rev().map(Meeting::try_from).collect()
}

/// Those of the meetings `ids` of a process whose minutes are published.
///
/// # Errors
/// `Unavailable`.
pub async fn published_of(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    ids: &[MeetingId],
) -> Outcome<Vec<Meeting>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.process_id.eq(process.0))
        .filter(meeting::COLUMN.id.is_in(ids.iter().map(|id| id.0)))
        .filter(meeting::COLUMN.minutes_published_on.is_not_null())
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Meeting::try_from).collect()
}

/// The minutes of these meetings, in no order.
///
/// # Errors
/// `Unavailable`.
pub async fn of_meetings(tx: &Tx, scope: &TenantScope, meetings: &[MeetingId]) -> Outcome<Vec<Minutes>> {
    let rows = scoped::<minutes::Entity>(scope)
        .filter(minutes::COLUMN.meeting_id.is_in(meetings.iter().map(|meeting| meeting.0)))
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Minutes::try_from).collect()
}

/// Begins the minutes of a meeting.
///
/// # Errors
/// `Conflict` when somebody else began them.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Minutes) -> Outcome<()> {
    new.row(scope).insert(tx).await.unless_taken()?.map(drop).ok_or(AppError::Conflict)
}

/// Stores the minutes as changed from version `changed.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Minutes) -> Outcome<()> {
    let mut row = changed.row(scope);
    row.version = Set(changed.version + 1);
    let done = scoped_update::<minutes::Entity>(scope)
        .set(row)
        .filter(minutes::COLUMN.meeting_id.eq(changed.meeting.0))
        .filter(minutes::COLUMN.version.eq(changed.version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

/// What was added to a meeting's minutes and when, oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn addenda(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Vec<(DateTime<Utc>, String)>> {
    let rows = scoped::<minutes_addendum::Entity>(scope)
        .filter(minutes_addendum::COLUMN.meeting_id.eq(meeting.0))
        .order_by_asc(minutes_addendum::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|row| (row.at, row.text)).collect())
}

/// Adds to a meeting's minutes.
///
/// # Errors
/// `Unavailable`.
pub async fn add_addendum(
    tx: &Tx,
    scope: &TenantScope,
    meeting: MeetingId,
    text: String,
    at: DateTime<Utc>,
) -> Outcome<()> {
    let row = minutes_addendum::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        meeting_id: Set(meeting.0),
        text: Set(text),
        at: Set(at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}
