//! What who runs the meeting does about registrations: places and an end, the list, checking in at the door.

use super::super::Handle;
use crate::store::{
    Tx, attendees,
    audit::Entry,
    meetings::{self, Meeting},
    registrations::{self, Registration, Tally},
};
use app::{
    contract::{
        Slice,
        registrations::{Counted, RegisteredFilter, RegisteredRow, RegistrationDesk},
    },
    error::{AppError, Outcome},
    i18n::Locale,
    letter,
};
use domain::{
    action::Action,
    calendar::day_in_rome,
    id::{AttendeeId, MeetingId},
    meeting::NewAttendee,
    registration::{CheckInCode, RegistrationWindow, may_check_in, may_open},
};

const PAGE: u64 = 50;

impl Handle {
    pub(super) async fn desk(&self, id: MeetingId, filter: RegisteredFilter) -> Outcome<RegistrationDesk> {
        let tx = self.read().await?;
        let (meeting, path) = self.meeting_to_run(&tx, id).await?;
        let words = filter.words.trim().chars().take(80).collect::<String>();
        let (found, tally) = registrations::page(&tx, &self.scope, id, &words, filter.after.as_deref(), PAGE).await?;
        let shown = |row: Registration| RegisteredRow {
            who: row.who,
            position: row.position,
            waits: row.seat.is_none(),
            code: row.code,
            checked_in: row.checked_in_at.is_some(),
        };
        let may_write = self.may_write_in(&path, Action::ManageMeetings);
        let closed = self.list_closed(&tx, id, &path).await?;
        Ok(RegistrationDesk {
            version: meeting.version,
            window: meeting.registration,
            may_open: may_write && may_open(meeting.of, meeting.state).is_ok(),
            may_check_in: self.is_door_open(&meeting).is_ok() && closed.is_none(),
            counted: tally.map(|Tally { seated, waiting, present }| Counted { seated, waiting, present }),
            rows: Slice { rows: found.rows.into_iter().map(shown).collect(), next: found.next },
            row: super::super::meetings::row(meeting, &path),
        })
    }

    pub(super) async fn set_window(&self, id: MeetingId, version: i32, typed: (&str, &str, &str)) -> Outcome<()> {
        let tx = self.begin().await?;
        registrations::in_turn(&tx, &self.scope, id).await?;
        let (before, path) = self.meeting_to_run(&tx, id).await?;
        self.writes_in(&path, Action::ManageMeetings)?;
        may_open(before.of, before.state)?;
        let (taken, _) = registrations::places(&tx, &self.scope, id).await?;
        let taken = u32::try_from(taken.len()).unwrap_or(u32::MAX);
        let window = RegistrationWindow::parse(typed.0, typed.1, typed.2, before.starts_at, taken)?;
        let after = Meeting { registration: Some(window), version, ..before.clone() };
        meetings::update(&tx, &self.scope, &after).await?;
        self.record(&tx, Entry::changed("registration.open", "meeting", id.0, &before, &after)).await?;
        self.move_up(&tx, &after).await?;
        self.commit(tx).await
    }

    pub(super) async fn note_presence(&self, id: MeetingId, code: CheckInCode) -> Outcome<()> {
        let (tx, before) = self.at_the_door(id, &code).await?;
        if before.checked_in_at.is_some() {
            return Ok(());
        }
        let after = Registration { checked_in_at: Some(self.now()), ..before.clone() };
        registrations::update(&tx, &self.scope, &after).await?;
        attendees::insert(&tx, &self.scope, id, line_of(&after), &attendee(&after)).await?;
        let entry = self.sealed_change("registration.check_in", "meeting", id.0, &before, &after);
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    pub(super) async fn take_presence_back(&self, id: MeetingId, code: CheckInCode) -> Outcome<()> {
        let (tx, before) = self.at_the_door(id, &code).await?;
        if before.checked_in_at.is_none() {
            return Ok(());
        }
        let after = Registration { checked_in_at: None, ..before.clone() };
        registrations::update(&tx, &self.scope, &after).await?;
        attendees::remove(&tx, &self.scope, id, line_of(&after)).await?;
        let entry = self.sealed_change("registration.check_out", "meeting", id.0, &before, &after);
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    /// The registration with this code, on the day of the meeting or later.
    async fn at_the_door(&self, id: MeetingId, code: &CheckInCode) -> Outcome<(Tx, Registration)> {
        let tx = self.begin().await?;
        registrations::in_turn(&tx, &self.scope, id).await?;
        let (meeting, path) = self.meeting_to_run(&tx, id).await?;
        self.is_door_open(&meeting)?;
        self.list_is_open(&tx, id, &path).await?;
        let found = registrations::by_code(&tx, &self.scope, id, code).await?;
        Ok((tx, found.ok_or_else(|| AppError::invalid("code", CheckInCode::UNKNOWN))?))
    }

    fn is_door_open(&self, meeting: &Meeting) -> Outcome<()> {
        Ok(may_check_in(meeting.state, day_in_rome(meeting.starts_at), day_in_rome(self.now()))?)
    }
}

/// The line of the list of who attended that a registration becomes: one, however often the code is shown.
fn line_of(row: &Registration) -> AttendeeId {
    AttendeeId(row.id.0)
}

/// The list of who attended is in the reference language, as what staff write there.
fn attendee(row: &Registration) -> NewAttendee {
    let who = row.who.clone();
    let (on_own_behalf, category) = letter::registration::on_the_list(Locale::it, who.kind);
    NewAttendee {
        organisation: who.organisation.unwrap_or(on_own_behalf),
        category,
        name: who.name,
        gender: who.gender,
    }
}
