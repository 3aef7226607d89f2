//! What the clock does about registrations: it reminds before the meeting and forgets after it.

use super::super::Handle;
use crate::store::{
    audit::Entry,
    mails, people,
    registrations::{self, Registration},
};
use app::{error::Outcome, letter, paths};
use chrono::TimeDelta;
use domain::{
    calendar::{day_in_rome, start_of},
    id::{MeetingId, PersonId, RegistrationId},
    registration::remind_at,
};
use std::collections::BTreeMap;

/// The longest time between the reminder and the meeting.
const AHEAD: TimeDelta = TimeDelta::hours(41);
/// How long it stays known who registered, once the meeting is over: who came stands on the list of who attended.
const KEPT: TimeDelta = TimeDelta::days(30);

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

    /// Blanks what those who came needed, from the day after the meeting on, and takes registrations away a month
    /// later; the log says so, meeting by meeting.
    pub(crate) async fn forget_past_meetings(&self) -> Outcome<()> {
        let now = self.now();
        let today = start_of(day_in_rome(now));
        for (before, needing) in [(today, true), (today - KEPT, false)] {
            let tx = self.read().await?;
            let over = registrations::past(&tx, &self.scope, before, needing).await?;
            drop(tx);
            if over.is_empty() {
                continue;
            }
            let tx = self.begin().await?;
            let over = registrations::past(&tx, &self.scope, before, needing).await?;
            let which: Vec<RegistrationId> = over.iter().map(|row| row.id).collect();
            if needing {
                registrations::forget_needs(&tx, &self.scope, &which).await?;
            } else {
                registrations::forget(&tx, &self.scope, &which).await?;
            }
            let mut gone: BTreeMap<_, Vec<&Registration>> = BTreeMap::new();
            over.iter().for_each(|row| gone.entry(row.meeting).or_default().push(row));
            let what = if needing { "registration.forget_needs" } else { "registration.forget" };
            let entry = |(meeting, rows): (MeetingId, Vec<&Registration>)| {
                Entry::removed(what, "meeting", meeting.0, &self.sealed(&rows))
            };
            self.record_all(&tx, gone.into_iter().map(entry).collect()).await?;
            self.commit(tx).await?;
        }
        Ok(())
    }
}
