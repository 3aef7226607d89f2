//! Registration to meetings. Whoever changes who comes to a meeting waits for their turn (`registrations::in_turn`), and
//! the keys of the table hold one row for each person and one for each seat.

mod clock;
mod desk;
mod qr;
mod view;

use super::Handle;
use crate::{
    auth::secret::fresh_check_in_code,
    store::{
        Tx,
        audit::Entry,
        mails,
        meetings::{self, Meeting},
        people::{self, Person},
        registrations::{self, Registration},
    },
};
use app::{
    contract::registrations::{MyMeeting, RegisteredFilter, RegistrationDesk, Registrations},
    error::{AppError, Outcome},
    letter, paths,
};
use async_trait::async_trait;
use domain::{
    action::Action,
    id::{MeetingId, PersonId, RegistrationId},
    refusal::Blocker,
    registration::{CheckInCode, NewRegistration, free_seat, may_leave, may_register, remind_at},
};

/// How often a person registers, changes or gives back in an hour: each leaves a line in the log, or a mail.
const SIGNS_PER_HOUR: u64 = 30;

#[async_trait]
impl Registrations for Handle {
    async fn registration_desk(&self, id: MeetingId, filter: RegisteredFilter) -> Outcome<RegistrationDesk> {
        self.desk(id, filter).await
    }

    async fn my_meetings(&self) -> Outcome<Vec<MyMeeting>> {
        self.meetings_of_mine().await
    }

    async fn open_registration(
        &self,
        id: MeetingId,
        version: i32,
        places: &str,
        date: &str,
        time: &str,
    ) -> Outcome<()> {
        self.set_window(id, version, (places, date, time)).await
    }

    async fn register(&self, id: MeetingId, new: NewRegistration) -> Outcome<bool> {
        self.scope.authorise(Action::RegisterForMeeting, None)?;
        let me = self.scope.signed_in().ok_or(AppError::SignInRequired)?.person.clone();
        let tx = self.begin().await?;
        let meeting = self.meeting_in_turn(&tx, id).await?;
        if let Some(mine) = registrations::of_person(&tx, &self.scope, id, me.id).await? {
            return Ok(mine.seat.is_none());
        }
        let now = self.now();
        may_register(meeting.state, meeting.registration, meeting.starts_at, now)?;
        self.within_limit(&tx, "registration", me.id, SIGNS_PER_HOUR).await?;
        let (taken, last) = registrations::places(&tx, &self.scope, id).await?;
        let places = meeting.registration.map_or(0, |window| window.places);
        let made = Registration {
            id: RegistrationId::fresh(),
            meeting: id,
            person: me.id,
            position: last + 1,
            seat: free_seat(&taken, places),
            code: fresh_check_in_code(),
            who: new,
            checked_in_at: None,
            // Who registers on the last day is told now.
            reminded_at: (now >= remind_at(meeting.starts_at)).then_some(now),
            created_at: now,
        };
        registrations::insert(&tx, &self.scope, &made).await?;
        self.record(&tx, Entry::made("registration.make", "meeting", id.0, &self.sealed(&made))).await?;
        self.tell_registered(&tx, &meeting, &made, &me).await?;
        self.commit(tx).await?;
        Ok(made.seat.is_none())
    }

    async fn change_registration(&self, id: MeetingId, new: NewRegistration) -> Outcome<()> {
        let (tx, meeting, before) = self.mine_to_change(id).await?;
        self.within_limit(&tx, "registration", before.person, SIGNS_PER_HOUR).await?;
        let after = Registration { who: new, ..before.clone() };
        registrations::update(&tx, &self.scope, &after).await?;
        let entry = self.sealed_change("registration.change", "meeting", meeting.id.0, &before, &after);
        self.record(&tx, entry).await?;
        self.commit(tx).await
    }

    async fn cancel_registration(&self, id: MeetingId) -> Outcome<()> {
        let (tx, meeting, mine) = self.mine_to_change(id).await?;
        self.within_limit(&tx, "registration", mine.person, SIGNS_PER_HOUR).await?;
        self.give_back(&tx, &meeting, &mine).await?;
        self.commit(tx).await
    }

    async fn check_in(&self, id: MeetingId, code: CheckInCode) -> Outcome<()> {
        self.note_presence(id, code).await
    }

    async fn undo_check_in(&self, id: MeetingId, code: CheckInCode) -> Outcome<()> {
        self.take_presence_back(id, code).await
    }
}

impl Handle {
    /// The meeting, if the person may read about it, while nobody else changes who comes.
    async fn meeting_in_turn(&self, tx: &Tx, id: MeetingId) -> Outcome<Meeting> {
        registrations::in_turn(tx, &self.scope, id).await?;
        Ok(self.meeting_in_view(tx, id).await?.0)
    }

    /// The registration of the person who asks, which may still be changed.
    async fn mine_to_change(&self, id: MeetingId) -> Outcome<(Tx, Meeting, Registration)> {
        self.scope.authorise(Action::RegisterForMeeting, None)?;
        let me = self.scope.person()?;
        let tx = self.begin().await?;
        let meeting = self.meeting_in_turn(&tx, id).await?;
        let mine = registrations::of_person(&tx, &self.scope, id, me).await?.ok_or(AppError::NotFound)?;
        may_leave(meeting.state, meeting.starts_at, self.now())?;
        if mine.checked_in_at.is_some() {
            return Err(Blocker::WrongState.into());
        }
        Ok((tx, meeting, mine))
    }

    /// Takes the registration away, and gives its seat to the first who waits.
    async fn give_back(&self, tx: &Tx, meeting: &Meeting, gone: &Registration) -> Outcome<()> {
        registrations::remove(tx, &self.scope, gone.id).await?;
        self.record(tx, Entry::removed("registration.cancel", "meeting", meeting.id.0, &self.sealed(gone))).await?;
        if gone.seat.is_some() && may_leave(meeting.state, meeting.starts_at, self.now()).is_ok() {
            self.move_up(tx, meeting).await?;
        }
        Ok(())
    }

    /// Gives the free seats to those who wait, in the order in which they came, and tells them.
    async fn move_up(&self, tx: &Tx, meeting: &Meeting) -> Outcome<()> {
        let Some(window) = meeting.registration else { return Ok(()) };
        let (mut taken, _) = registrations::places(tx, &self.scope, meeting.id).await?;
        while let Some(seat) = free_seat(&taken, window.places) {
            let Some(before) = registrations::first_waiting(tx, &self.scope, meeting.id).await? else { return Ok(()) };
            let now = self.now();
            let reminded_at = (now >= remind_at(meeting.starts_at)).then_some(now);
            let after = Registration { seat: Some(seat), reminded_at, ..before.clone() };
            registrations::update(tx, &self.scope, &after).await?;
            let entry = self.sealed_change("registration.move_up", "meeting", meeting.id.0, &before, &after);
            self.record(tx, entry).await?;
            let person = people::by_id(tx, &self.scope, after.person).await?;
            let link = self.address(&paths::meeting(meeting.id));
            let words = letter::registration::moved_up(person.locale(), &self.told(meeting), &after.code, &link);
            mails::post(tx, &self.scope, person.email, words, now).await?;
            taken.push(seat);
        }
        Ok(())
    }

    /// Gives back every seat of a person whose account is erased: in the turns of those meetings, which come in the order
    /// of their identifiers for everybody, what they hold is read anew.
    pub(super) async fn forget_registrations(&self, tx: &Tx, person: PersonId) -> Outcome<()> {
        loop {
            let theirs = registrations::meetings_of(tx, &self.scope, person).await?;
            if theirs.is_empty() {
                return Ok(());
            }
            for meeting in &theirs {
                registrations::in_turn(tx, &self.scope, *meeting).await?;
            }
            for meeting in theirs {
                let Some(own) = registrations::of_person(tx, &self.scope, meeting, person).await? else { continue };
                let meeting = meetings::by_id(tx, &self.scope, meeting).await?;
                self.give_back(tx, &meeting, &own).await?;
            }
        }
    }

    async fn tell_registered(&self, tx: &Tx, meeting: &Meeting, made: &Registration, me: &Person) -> Outcome<()> {
        let link = self.address(&paths::meeting(meeting.id));
        let (l, told) = (me.locale(), self.told(meeting));
        let words = match made.seat {
            Some(_) => letter::registration::made(l, &told, &made.code, &link),
            None => letter::registration::waits(l, &told, &link),
        };
        mails::post(tx, &self.scope, me.email.clone(), words, self.now()).await
    }
}
