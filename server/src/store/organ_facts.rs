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
    id::MeetingId,
    meeting::{MeetingOf, MeetingState},
    minutes::MinutesState,
    organ::{MemberState, OrganKind, is_constituted},
};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::HashMap;
use uuid::Uuid;

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
    /// Meetings of a day gone by, neither held nor cancelled.
    pub past_meetings: u32,
    /// The minutes that members may comment, by their meeting, with the last day.
    pub minutes_comment_ends: Vec<(MeetingId, NaiveDate)>,
    /// The next meeting that is planned or convened.
    pub next_meeting: Option<Meeting>,
}

/// The facts of several processes, in four queries; a process without organs and meetings is left out.
///
/// # Errors
/// `Unavailable`.
pub async fn of_processes(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[Uuid],
    now: DateTime<Utc>,
) -> Outcome<HashMap<Uuid, OrganFacts>> {
    let mut facts: HashMap<Uuid, OrganFacts> = HashMap::new();
    let tables = scoped::<organ::Entity>(scope)
        .filter(organ::Column::ProcessId.is_in(processes.iter().copied()))
        .filter(organ::COLUMN.kind.eq(OrganKind::NegotiationTable.code()))
        .all(tx)
        .await
        .or_unavailable()?;
    let seats: Vec<(Uuid, i64)> = scoped::<organ_member::Entity>(scope)
        .select_only()
        .column(organ_member::Column::OrganId)
        .column_as(organ_member::Column::Id.count(), "seats")
        .filter(organ_member::Column::OrganId.is_in(tables.iter().map(|table| table.id)))
        .filter(organ_member::COLUMN.state.eq(MemberState::Active.code()))
        .group_by(organ_member::Column::OrganId)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    let meetings = scoped::<meeting::Entity>(scope)
        .filter(meeting::Column::ProcessId.is_in(processes.iter().copied()))
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(meeting::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    let processes_of: HashMap<Uuid, Uuid> = meetings.iter().map(|row| (row.id, row.process_id)).collect();
    for row in meetings {
        let entry = facts.entry(row.process_id).or_default();
        let table = tables.iter().find(|table| table.process_id == row.process_id).map(|table| table.id);
        entry.add(Meeting::try_from(row)?, table, now);
    }
    for table in &tables {
        let seats = seats.iter().find(|(organ, _)| *organ == table.id).map_or(0, |(_, seats)| *seats);
        let entry = facts.entry(table.process_id).or_default();
        entry.table_members = u64::try_from(seats).unwrap_or(0);
        entry.table_constituted = is_constituted(entry.table_members);
    }
    for (meeting, last) in comment_ends(tx, scope, processes, now).await? {
        if let Some(process) = processes_of.get(&meeting) {
            facts.entry(*process).or_default().minutes_comment_ends.push((MeetingId(meeting), last));
        }
    }
    Ok(facts)
}

impl OrganFacts {
    /// Takes account of one more meeting, in the order of their dates; `table` is the negotiation table.
    fn add(&mut self, meeting: Meeting, table: Option<Uuid>, now: DateTime<Utc>) {
        let of_table = matches!(meeting.of, MeetingOf::Organ(organ) if Some(organ.0) == table);
        if of_table && meeting.state == MeetingState::Held && !self.first_table_meeting_held {
            self.first_table_meeting_held = true;
            self.first_table_minutes_published = meeting.minutes_published_on.is_some();
        }
        if matches!(meeting.state, MeetingState::Planned | MeetingState::Convened) {
            self.open_meetings += u32::from(meeting.of == MeetingOf::Public);
            self.past_meetings += u32::from(day_in_rome(meeting.starts_at) < day_in_rome(now));
            if meeting.starts_at >= now && self.next_meeting.is_none() {
                self.next_meeting = Some(meeting);
            }
        }
    }
}

/// The meetings whose comment windows are open at `now`, and the last days of those.
async fn comment_ends(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[Uuid],
    now: DateTime<Utc>,
) -> Outcome<Vec<(Uuid, NaiveDate)>> {
    let meetings = scoped::<meeting::Entity>(scope)
        .filter(meeting::Column::ProcessId.is_in(processes.iter().copied()))
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
    Ok(rows.into_iter().filter_map(|row| Some((row.meeting_id, last_day(row.comments_until?)))).collect())
}
