//! The private list of who attended: written by hand once the meeting was held, or by checking in at its door.

use super::super::Handle;
use crate::store::{Tx, attendees, audit::Entry, members, minutes, processes::Process, registrations};
use app::error::Outcome;
use domain::{
    id::{AttendeeId, MeetingId},
    meeting::{Attendance, MeetingOf, MeetingState, MeetingStep, NewAttendee, may_change_list},
    refusal::Blocker,
};

impl Handle {
    pub(super) async fn add_line(&self, id: MeetingId, new: NewAttendee) -> Outcome<()> {
        let tx = self.begin().await?;
        let (meeting, path) = self.meeting_to_run(&tx, id).await?;
        self.list_is_open(&tx, id, &path).await?;
        if meeting.state != MeetingState::Held {
            return Err(Blocker::WrongState.into());
        }
        let line = AttendeeId::fresh();
        attendees::insert(&tx, &self.scope, id, line, &new).await?;
        let entry = Entry::made("attendance.add", "meeting", id.0, &self.sealed(&new));
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    /// Takes a line away; who stood there after checking in is no longer taken to have come.
    pub(super) async fn remove_line(&self, id: MeetingId, attendee: AttendeeId) -> Outcome<()> {
        let tx = self.begin().await?;
        let (_, path) = self.meeting_to_run(&tx, id).await?;
        self.list_is_open(&tx, id, &path).await?;
        let gone = attendees::remove(&tx, &self.scope, id, attendee).await?;
        registrations::not_present(&tx, &self.scope, attendee).await?;
        self.record(&tx, Entry::removed("attendance.remove", "meeting", id.0, &self.sealed(&gone))).await?;
        self.commit(tx).await
    }

    /// Refuses to change a list whose numbers the minutes tell, or whose path is over; nobody approves meanwhile.
    pub(in crate::use_cases) async fn list_is_open(&self, tx: &Tx, id: MeetingId, path: &Process) -> Outcome<()> {
        let minutes = minutes::locked(tx, &self.scope, id).await?;
        Ok(may_change_list(minutes.map(|kept| kept.rules.state), path.stage)?)
    }

    /// Why the list of who attended stays as it is, where it does.
    pub(in crate::use_cases) async fn list_closed(
        &self,
        tx: &Tx,
        id: MeetingId,
        path: &Process,
    ) -> Outcome<Option<Blocker>> {
        let minutes = minutes::of_meeting(tx, &self.scope, id).await?;
        let refused = may_change_list(minutes.map(|kept| kept.rules.state), path.stage).err();
        Ok(refused.and_then(|refused| refused.blockers.into_iter().next()))
    }

    /// How many organisations sit on the organ whose meeting it is.
    pub(super) async fn seats_of(&self, tx: &Tx, of: MeetingOf) -> Outcome<Option<u64>> {
        let MeetingOf::Organ(organ) = of else { return Ok(None) };
        let members = members::of_organs(tx, &self.scope, &[organ]).await?;
        Ok(Some(members.iter().filter(|member| member.state.sits()).count() as u64))
    }

    /// How many stand on the list already, where the meeting may be recorded as held.
    pub(super) async fn counted(&self, tx: &Tx, id: MeetingId, steps: &[MeetingStep]) -> Outcome<Attendance> {
        if steps.contains(&MeetingStep::Hold) {
            attendees::counted(tx, &self.scope, id).await
        } else {
            Ok(Attendance::default())
        }
    }
}
