//! What the clock does about registrations, and housekeeping: one reminds before the meeting, the other forgets after it.

use super::super::Handle;
use crate::store::{
    Tx,
    audit::Entry,
    mails, people,
    registrations::{self, Registration},
};
use app::{error::Outcome, letter, paths};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    id::{MeetingId, PersonId, RegistrationId},
    registration::remind_at,
};
use std::collections::BTreeMap;

/// The longest time between the reminder and the meeting.
const AHEAD: TimeDelta = TimeDelta::hours(41);

impl Handle {
    /// Reminds of the meetings of tomorrow those who have a place there; once.
    pub(crate) async fn remind_of_meetings(&self) -> Outcome<()> {
        let now = self.now();
        let tx = self.read().await?;
        let waiting = registrations::not_reminded(&tx, &self.scope, now, now + AHEAD).await?;
        drop(tx);
        if !waiting.iter().any(|(_, meeting)| now >= remind_at(meeting.starts_at)) {
            return Ok(());
        }
        let tx = self.begin().await?;
        let mut due = registrations::not_reminded(&tx, &self.scope, now, now + AHEAD).await?;
        due.retain(|(_, meeting)| now >= remind_at(meeting.starts_at));
        let ids: Vec<PersonId> = due.iter().map(|(row, _)| row.person).collect();
        let known = people::by_ids(&tx, &self.scope, &ids).await?;
        let letters = due.iter().filter_map(|(row, meeting)| {
            let person = known.iter().find(|person| person.id == row.person)?;
            let link = self.address(&paths::meeting(meeting.id));
            let words = letter::registration::reminder(person.locale(), &self.told(meeting), &row.code, &link);
            Some((person.email.clone(), words))
        });
        mails::post_all(&tx, &self.scope, letters.collect(), now).await?;
        let which: Vec<RegistrationId> = due.iter().map(|(row, _)| row.id).collect();
        registrations::reminded(&tx, &self.scope, &which, now).await?;
        self.commit(tx).await
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
