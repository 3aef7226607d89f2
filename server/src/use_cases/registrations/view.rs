//! How registration stands, as the person who asks sees it.

use super::{super::Handle, qr::picture};
use crate::store::{
    Tx,
    meetings::Meeting,
    registrations::{self, Mine, Registration},
};
use app::{
    contract::registrations::{MyMeeting, MyRegistration, RegistrationView, Standing},
    error::Outcome,
    letter::registration::Told,
    paths,
};
use domain::{
    calendar::{day_in_rome, start_of},
    meeting::MeetingState,
    refusal::Blocker,
    registration::{may_leave, may_register},
};

/// Meetings on the page of a person.
const SHOWN: u64 = 50;

impl Handle {
    /// How registration to the meeting stands; nothing where nobody is asked.
    pub(in crate::use_cases) async fn registration_view(
        &self,
        tx: &Tx,
        meeting: &Meeting,
    ) -> Outcome<Option<RegistrationView>> {
        let called = matches!(meeting.state, MeetingState::Planned | MeetingState::Convened | MeetingState::Held);
        let Some(window) = meeting.registration.filter(|_| called) else { return Ok(None) };
        let tally = registrations::tally(tx, &self.scope, meeting.id).await?;
        let me = self.scope.signed_in().map(|actor| actor.person.clone());
        let mine = match &me {
            Some(me) => registrations::of_person(tx, &self.scope, meeting.id, me.id).await?,
            None => None,
        };
        let open = may_register(meeting.state, meeting.registration, meeting.starts_at, self.now());
        let standing = match (mine, open) {
            (Some(mine), _) => Standing::Registered(Box::new(self.my_registration(tx, meeting, mine).await?)),
            (None, Ok(())) => Standing::Open,
            (None, Err(refused)) if refused.blockers.contains(&Blocker::RegistrationNotOpen) => {
                // What was held is over.
                if meeting.state == MeetingState::Planned { Standing::NotYet } else { Standing::Closed }
            }
            (None, Err(_)) => Standing::Closed,
        };
        Ok(Some(RegistrationView {
            places: window.places,
            free: u64::from(window.places).saturating_sub(tally.seated),
            waiting: tally.waiting,
            closes_at: window.end(meeting.starts_at),
            standing,
            name: me.map(|me| me.name).unwrap_or_default(),
        }))
    }

    async fn my_registration(&self, tx: &Tx, meeting: &Meeting, mine: Registration) -> Outcome<MyRegistration> {
        let ahead = match mine.seat {
            Some(_) => None,
            None => Some(registrations::ahead(tx, &self.scope, meeting.id, mine.position).await?),
        };
        let door = self.address(&paths::check_in(meeting.id, mine.code.as_str()));
        let checked_in = mine.checked_in_at.is_some();
        Ok(MyRegistration {
            ahead,
            picture: picture(&door),
            may_leave: !checked_in && may_leave(meeting.state, meeting.starts_at, self.now()).is_ok(),
            checked_in,
            code: mine.code,
            who: mine.who,
        })
    }

    /// The meetings to come for which the person who asks registered, today's among them.
    pub(super) async fn meetings_of_mine(&self) -> Outcome<Vec<MyMeeting>> {
        let (me, today) = (self.scope.person()?, start_of(day_in_rome(self.now())));
        let tx = self.read().await?;
        let found = registrations::of_person_upcoming(&tx, &self.scope, me, today, SHOWN).await?;
        let shown = |Mine { meeting, title, starts_at, place, state, waits }| MyMeeting {
            meeting,
            title,
            starts_at,
            place,
            state,
            waits,
        };
        Ok(found.into_iter().map(shown).collect())
    }

    /// What mails say of the meeting.
    pub(super) fn told(&self, meeting: &Meeting) -> Told {
        let place = super::super::meetings::where_to_go(meeting);
        Told { title: meeting.title.clone(), starts_at: meeting.starts_at, place }
    }
}
