//! What the clock does about registrations, and housekeeping: one reminds before the meeting, the other forgets after it.

use super::super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    mails, meetings, people,
    registrations::{self, Registration},
};
use app::{error::Outcome, letter, paths};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    id::{MeetingId, PersonId, RegistrationId},
    meeting::MeetingState,
    registration::remind_at,
};
use std::collections::BTreeMap;

/// The longest time between the reminder and the meeting.
const AHEAD: TimeDelta = TimeDelta::hours(41);
/// How many people of a tenant are reminded at one time: what they get must also be sent.
const REMINDED: usize = 500;
/// How many of them while others wait for the turn of their meeting.
const IN_A_TURN: usize = 100;

impl Handle {
    /// Reminds of the meetings of tomorrow those who have a place there, once; who is too many for one time has their
    /// turn the next time.
    pub(crate) async fn remind_of_meetings(&self) -> Outcome<()> {
        let now = self.now();
        let tx = self.read().await?;
        let soon = registrations::to_remind_of(&tx, &self.scope, (now, now + AHEAD), REMINDED).await?;
        drop(tx);
        let mut left = REMINDED;
        for meeting in soon.iter().filter(|meeting| now >= remind_at(meeting.starts_at)) {
            while left > 0 {
                let told = self.remind_some(meeting.id, left.min(IN_A_TURN)).await?;
                left -= told;
                if told < IN_A_TURN {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Reminds at most `most` people of one meeting, while nobody changes who comes to it, and tells how many.
    async fn remind_some(&self, meeting: MeetingId, most: usize) -> Outcome<usize> {
        let now = self.now();
        let tx = self.begin().await?;
        registrations::in_turn(&tx, &self.scope, meeting).await?;
        // It may have been called off, or put off, meanwhile.
        let meeting = meetings::by_id(&tx, &self.scope, meeting).await?;
        if meeting.state != MeetingState::Convened || now < remind_at(meeting.starts_at) || meeting.starts_at <= now {
            return Ok(0);
        }
        let due = registrations::not_reminded(&tx, &self.scope, meeting.id, most).await?;
        if due.is_empty() {
            return Ok(0);
        }
        let ids: Vec<PersonId> = due.iter().map(|row| row.person).collect();
        let known = people::by_ids(&tx, &self.scope, &ids).await?;
        let (told, link) = (self.told(&meeting), self.address(&paths::meeting(meeting.id)));
        let letters = due.iter().filter_map(|row| {
            let person = known.iter().find(|person| person.id == row.person)?;
            let words = letter::registration::reminder(person.locale(), &told, &row.code, &link);
            Some((person.email.clone(), words))
        });
        mails::post_all(&tx, &self.scope, letters.collect(), now).await?;
        let which: Vec<RegistrationId> = due.iter().map(|row| row.id).collect();
        registrations::reminded(&tx, &self.scope, &which, now).await?;
        self.record(&tx, Entry::made("registration.remind", "meeting", meeting.id.0, &which)).await?;
        self.commit(tx).await?;
        Ok(due.len())
    }

    /// Blanks what was needed at meetings that began before `before`, or takes the registrations for them away, and
    /// tells how many; the log says so, meeting by meeting.
    pub(crate) async fn forget_past(&self, tx: &Tx, before: DateTime<Utc>, needs: bool) -> Outcome<u64> {
        let over = registrations::past(tx, &self.scope, before, needs).await?;
        let which: Vec<RegistrationId> = over.iter().map(|row| row.id).collect();
        if which.is_empty() {
            return Ok(0);
        }
        if needs {
            registrations::forget_needs(tx, &self.scope, &which).await?;
        } else {
            registrations::forget(tx, &self.scope, &which).await?;
        }
        let mut gone: BTreeMap<_, Vec<&Registration>> = BTreeMap::new();
        over.iter().for_each(|row| gone.entry(row.meeting).or_default().push(row));
        let what = if needs { "registration.forget_needs" } else { "registration.forget" };
        let entry = |(meeting, rows): (MeetingId, Vec<&Registration>)| {
            Entry::removed(what, "meeting", meeting.0, &self.sealed(&rows))
        };
        self.record_all(tx, gone.into_iter().map(entry).collect()).await?;
        Ok(which.len() as u64)
    }
}
