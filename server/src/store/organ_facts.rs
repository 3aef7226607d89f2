//! What the rules of a process ask about its organs, meetings and minutes.

use super::{
    OrUnavailable, Tx,
    entities::{meeting, minutes, organ, organ_member},
    meetings::Meeting,
    scoped::scoped,
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    calendar::day_in_rome,
    id::ProcessId,
    meeting::{MeetingOf, MeetingState},
    minutes::MinutesState,
    organ::{MemberState, OrganKind, is_constituted},
};
use sea_orm::{PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// The facts, as plain data.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrganFacts {
    /// The negotiation table is set up and somebody sits on it.
    pub table_constituted: bool,
    /// Organisations that sit on the negotiation table today.
    pub table_members: u64,
    pub first_table_meeting_held: bool,
    pub first_table_minutes_published: bool,
    /// Public meetings neither held nor cancelled.
    pub open_meetings: u32,
    /// Last comment days of the minutes that members may comment.
    pub minutes_comment_ends: Vec<NaiveDate>,
    /// The next meeting that is planned or convened.
    pub next_meeting: Option<Meeting>,
}

/// The facts of one process, in four queries.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId, now: DateTime<Utc>) -> Outcome<OrganFacts> {
    let table = scoped::<organ::Entity>(scope)
        .filter(organ::COLUMN.process_id.eq(process.0))
        .filter(organ::COLUMN.kind.eq(OrganKind::NegotiationTable.code()))
        .one(tx)
        .await
        .or_unavailable()?;
    let table_members = match &table {
        Some(table) => scoped::<organ_member::Entity>(scope)
            .filter(organ_member::COLUMN.organ_id.eq(table.id))
            .filter(organ_member::COLUMN.state.eq(MemberState::Active.code()))
            .count(tx)
            .await
            .or_unavailable()?,
        None => 0,
    };
    let meetings = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.process_id.eq(process.0))
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(meeting::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    let meetings = meetings.into_iter().map(Meeting::try_from).collect::<Outcome<Vec<_>>>()?;
    let first = table.as_ref().and_then(|table| {
        let of_table = |meeting: &&Meeting| matches!(meeting.of, MeetingOf::Organ(organ) if organ.0 == table.id);
        meetings.iter().filter(of_table).find(|meeting| meeting.state == MeetingState::Held)
    });
    let open = |meeting: &&Meeting| matches!(meeting.state, MeetingState::Planned | MeetingState::Convened);
    let open_meetings = meetings.iter().filter(|meeting| meeting.of == MeetingOf::Public).filter(open).count();
    Ok(OrganFacts {
        table_constituted: is_constituted(table_members),
        table_members,
        first_table_meeting_held: first.is_some(),
        first_table_minutes_published: first.is_some_and(|meeting| meeting.minutes_published_on.is_some()),
        open_meetings: u32::try_from(open_meetings).unwrap_or(u32::MAX),
        minutes_comment_ends: comment_ends(tx, scope, process, now).await?,
        next_meeting: meetings.iter().filter(open).find(|meeting| meeting.starts_at >= now).cloned(),
    })
}

/// The last days of the comment windows that are open at `now`.
async fn comment_ends(tx: &Tx, scope: &TenantScope, process: ProcessId, now: DateTime<Utc>) -> Outcome<Vec<NaiveDate>> {
    let meetings = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.process_id.eq(process.0))
        .select_only()
        .column(meeting::Column::Id)
        .into_query();
    let rows = scoped::<minutes::Entity>(scope)
        .filter(minutes::COLUMN.meeting_id.in_subquery(meetings))
        .filter(minutes::COLUMN.state.eq(MinutesState::InComment.code()))
        .filter(minutes::COLUMN.comments_until.gt(now))
        .all(tx)
        .await
        .or_unavailable()?;
    // The window closes at 24:00: the instant before it belongs to the last day.
    let last_day = |until: DateTime<Utc>| day_in_rome(until - TimeDelta::microseconds(1));
    Ok(rows.into_iter().filter_map(|row| row.comments_until).map(last_day).collect())
}
