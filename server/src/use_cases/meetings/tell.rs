//! Mail to those who sit on the organ that meets.

use super::{
    super::{Handle, organs::language_of},
    Meeting, MeetingOf, Process, delegates,
};
use crate::store::{
    Tx, mails,
    people::{self, Person},
};
use app::{error::Outcome, i18n::Locale, letter, letter::Words, paths};
use domain::{id::PersonId, meeting::MeetingMode};

impl Handle {
    /// The call with the agenda.
    pub(super) async fn tell_convened(&self, tx: &Tx, meeting: &Meeting, _path: &Process) -> Outcome<()> {
        let link = self.address(&paths::meeting(meeting.id));
        let place = match meeting.mode {
            MeetingMode::Online => meeting.link.clone(),
            MeetingMode::InPerson => meeting.place.clone(),
            MeetingMode::Hybrid => {
                Some([meeting.place.clone(), meeting.link.clone()].into_iter().flatten().collect::<Vec<_>>().join(", "))
            }
        };
        let place = place.unwrap_or_default();
        self.tell_members(tx, meeting, |l| {
            letter::organ::convened(l, &meeting.title, meeting.starts_at, &place, &meeting.agenda, &link)
        })
        .await
    }

    /// That it will not take place.
    pub(super) async fn tell_cancelled(&self, tx: &Tx, meeting: &Meeting, reason: &str) -> Outcome<()> {
        self.tell_members(tx, meeting, |l| letter::organ::cancelled(l, &meeting.title, meeting.starts_at, reason)).await
    }

    /// Posts `words` to everybody who sits on the organ; nobody sits on tables and public meetings.
    pub(in crate::use_cases) async fn tell_members(
        &self,
        tx: &Tx,
        meeting: &Meeting,
        words: impl Fn(Locale) -> Words + Send,
    ) -> Outcome<()> {
        let MeetingOf::Organ(organ) = meeting.of else { return Ok(()) };
        let delegates = delegates::active(tx, &self.scope, organ).await?;
        let ids: Vec<PersonId> = delegates.iter().filter_map(|delegate| delegate.person).collect();
        let known: Vec<Person> = people::by_ids(tx, &self.scope, &ids).await?;
        let mut told: Vec<String> = Vec::new();
        for delegate in delegates {
            if told.contains(&delegate.email) {
                continue;
            }
            let person = known.iter().find(|person| Some(person.id) == delegate.person);
            told.push(delegate.email.clone());
            mails::post(tx, &self.scope, delegate.email, words(language_of(person)), self.now()).await?;
        }
        Ok(())
    }
}
