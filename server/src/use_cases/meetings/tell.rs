//! Mail to those who sit on the organ, or take part in the table, that meets: one to each person for each change.

use super::{super::Handle, Meeting, MeetingOf};
use crate::store::{
    Tx, delegates, mails, meeting_audience,
    people::{self, Person},
    registrations,
};
use app::{error::Outcome, i18n::Locale, letter, letter::Words, paths};
use domain::{id::PersonId, meeting::MeetingMode};
use std::collections::HashSet;

impl Handle {
    /// The call with the agenda.
    pub(super) async fn tell_convened(&self, tx: &Tx, meeting: &Meeting) -> Outcome<()> {
        let (link, place) = (self.address(&paths::meeting(meeting.id)), where_to_go(meeting));
        self.tell_members(tx, meeting, |l| {
            letter::organ::convened(l, &meeting.title, meeting.starts_at, &place, &meeting.agenda, &link)
        })
        .await
    }

    /// What is different from the call.
    pub(super) async fn tell_changed(&self, tx: &Tx, before: &Meeting, after: &Meeting) -> Outcome<()> {
        let (link, place) = (self.address(&paths::meeting(after.id)), where_to_go(after));
        let times = (before.starts_at, after.starts_at);
        self.tell_who_comes(tx, after, |l| letter::organ::changed(l, &after.title, times, &place, &after.agenda, &link))
            .await
    }

    /// That it will not take place.
    pub(super) async fn tell_cancelled(&self, tx: &Tx, meeting: &Meeting, reason: &str) -> Outcome<()> {
        self.tell_who_comes(tx, meeting, |l| letter::organ::cancelled(l, &meeting.title, meeting.starts_at, reason))
            .await
    }

    /// Posts `words` to everybody who sits on the organ or takes part in the table; public meetings are announced on
    /// the calendar alone.
    pub(in crate::use_cases) async fn tell_members(
        &self,
        tx: &Tx,
        meeting: &Meeting,
        words: impl Fn(Locale) -> Words + Send,
    ) -> Outcome<()> {
        let readers = self.members(tx, meeting.of).await?;
        self.post_once(tx, readers, words).await
    }

    /// The same, and to everybody who registered.
    async fn tell_who_comes(&self, tx: &Tx, meeting: &Meeting, words: impl Fn(Locale) -> Words + Send) -> Outcome<()> {
        let mut readers = self.members(tx, meeting.of).await?;
        if meeting.registration.is_some() {
            let registered = registrations::people_of(tx, &self.scope, meeting.id).await?;
            readers.extend(registered.into_iter().map(reader));
        }
        self.post_once(tx, readers, words).await
    }

    async fn post_once(
        &self,
        tx: &Tx,
        readers: Vec<(String, Locale)>,
        words: impl Fn(Locale) -> Words + Send,
    ) -> Outcome<()> {
        let mut told: HashSet<String> = HashSet::new();
        let once = readers.into_iter().filter(|(email, _)| told.insert(email.clone()));
        let letters = once.map(|(email, l)| (email, words(l))).collect();
        mails::post_all(tx, &self.scope, letters, self.now()).await
    }

    /// Who sits on the organ or takes part in the table, as address and language.
    async fn members(&self, tx: &Tx, of: MeetingOf) -> Outcome<Vec<(String, Locale)>> {
        Ok(match of {
            MeetingOf::Organ(organ) => {
                let delegates = delegates::active(tx, &self.scope, organ).await?;
                let ids: Vec<PersonId> = delegates.iter().filter_map(|delegate| delegate.person).collect();
                let known: Vec<Person> = people::by_ids(tx, &self.scope, &ids).await?;
                let reader = |delegate: delegates::Delegate| {
                    let person = known.iter().find(|person| Some(person.id) == delegate.person);
                    (delegate.email, person.map_or(Locale::it, Person::locale))
                };
                delegates.into_iter().map(reader).collect()
            }
            MeetingOf::Table(table) => {
                meeting_audience::of_table(tx, &self.scope, table).await?.into_iter().map(reader).collect()
            }
            MeetingOf::Public => Vec::new(),
        })
    }
}

fn reader(person: Person) -> (String, Locale) {
    let l = person.locale();
    (person.email, l)
}

/// The place, the link, or both.
pub(in crate::use_cases) fn where_to_go(meeting: &Meeting) -> String {
    let (place, link) = (meeting.place.clone(), meeting.link.clone());
    match meeting.mode {
        MeetingMode::Online => link.unwrap_or_default(),
        MeetingMode::InPerson => place.unwrap_or_default(),
        MeetingMode::Hybrid => [place, link].into_iter().flatten().collect::<Vec<_>>().join(", "),
    }
}
