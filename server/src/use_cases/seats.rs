//! What waits for who sits on an organ: minutes to comment and approve, meetings convened.

use super::{Handle, meetings::row_in};
use crate::store::{
    Tx,
    meetings::Meeting,
    seats::{self, Asked, Held},
};
use app::{
    contract::{
        documents::PathName,
        space::{Seat, SeatMinutes},
    },
    error::Outcome,
};
use chrono::{DateTime, Utc};
use domain::{
    action::Action,
    calendar::{day_in_rome, start_of},
    id::ProcessId,
    meeting::{MeetingOf, MeetingState},
    policy,
    proposal_document::ProposalDocumentState,
};

impl Handle {
    /// The seats of the person who asks, in the order of their paths; two statements, however many.
    pub(super) async fn seats(&self, tx: &Tx) -> Outcome<Vec<Seat>> {
        let Some(actor) = self.scope.signed_in() else { return Ok(Vec::new()) };
        let mut paths: Vec<ProcessId> = Vec::new();
        for grant in actor.grants.iter().filter(|grant| policy::permits(grant.role, Action::CommentMinutes)) {
            paths.extend(grant.process.filter(|process| !paths.contains(process)));
        }
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let mut held = seats::of_person(tx, &self.scope, &paths, actor.person.id).await?;
        held.sort_by_key(|seat| paths.iter().position(|path| *path == seat.process));
        let paths: Vec<ProcessId> = held.iter().map(|seat| seat.process).collect();
        let today = start_of(day_in_rome(self.now()));
        let meetings = seats::meetings(tx, &self.scope, &paths, actor.person.id, today).await?;
        let now = self.now();
        Ok(held.into_iter().map(|seat| shown(seat, &meetings, today, now)).collect())
    }
}

/// A seat with what concerns it: meetings of its organ, and minutes of whatever has no organ of its own.
fn shown(seat: Held, meetings: &[Asked], today: DateTime<Utc>, now: DateTime<Utc>) -> Seat {
    let path = PathName { slug: seat.slug, title: seat.title };
    let here = || meetings.iter().filter(|asked| asked.meeting.process == seat.process);
    let own = |meeting: &Meeting| meeting.of == MeetingOf::Organ(seat.organ);
    let open = |meeting: &Meeting| own(meeting) || !matches!(meeting.of, MeetingOf::Organ(_));
    let called = |meeting: &Meeting| own(meeting) && meeting.state == MeetingState::Convened;
    let minutes = here().filter(|asked| open(&asked.meeting)).filter_map(|asked| {
        let (approved, until) = (asked.approved.contains(&seat.member), asked.minutes_until?);
        let meeting = row_in(asked.meeting.clone(), path.clone());
        let closed = until <= now;
        // Once the days for comments are over, what is left to do is to approve.
        (!closed || !approved).then_some(SeatMinutes { meeting, until, closed, approved })
    });
    let coming = here().map(|asked| &asked.meeting).filter(|meeting| called(meeting) && meeting.starts_at >= today);
    Seat {
        minutes: minutes.collect(),
        meetings: coming.map(|one| row_in(one.clone(), path.clone())).collect(),
        to_vote: seat.to_vote,
        document: seat.document.is_some_and(ProposalDocumentState::is_at_table),
        path,
        organ: seat.kind,
        organisation: seat.organisation,
    }
}
