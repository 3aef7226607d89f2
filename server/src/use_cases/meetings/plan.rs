//! Meetings as planned, and planned again.

use super::super::Handle;
use crate::store::{
    audit::Entry,
    meetings::{self, Meeting},
    registrations,
};
use app::error::{AppError, Outcome};
use domain::{
    action::Action,
    calendar::{day_in_rome, instant_in_rome},
    id::MeetingId,
    meeting::{MeetingOf, MeetingState, NewMeeting},
};

/// How often a number is asked for again when somebody else took it in the same moment.
const TRIES: usize = 20;

impl Handle {
    /// Plans a meeting under the next number of its body.
    pub(super) async fn plan(&self, slug: &str, of: MeetingOf, new: NewMeeting) -> Outcome<MeetingId> {
        for _ in 0..TRIES {
            match self.plan_once(slug, of, new.clone()).await {
                Err(AppError::Conflict) => {}
                done => return done,
            }
        }
        Err(AppError::Conflict)
    }

    async fn plan_once(&self, slug: &str, of: MeetingOf, new: NewMeeting) -> Outcome<MeetingId> {
        let tx = self.begin().await?;
        let path = self.process_in_view(&tx, slug).await?;
        self.writes_in(&path, Action::ManageMeetings)?;
        self.body_of(&tx, &path, of).await?;
        let meeting = Meeting {
            id: MeetingId::fresh(),
            process: path.id,
            of,
            number: meetings::next_number(&tx, &self.scope, path.id, of).await?,
            title: new.title,
            starts_at: instant_in_rome(new.date, new.time),
            mode: new.mode,
            place: new.place,
            link: new.link,
            agenda: new.agenda,
            state: MeetingState::Planned,
            convened_at: None,
            reason: None,
            attendance: None,
            minutes_published_on: None,
            registration: None,
            version: 1,
            created_at: self.now(),
        };
        meetings::insert(&tx, &self.scope, &meeting).await?;
        let entry = Entry::made("meeting.plan", "meeting", meeting.id.0, &meeting);
        self.record(&tx, entry).await?;
        self.commit(tx).await?;
        Ok(meeting.id)
    }

    /// Changes a meeting; who was called to it hears where day, hour, place or agenda are different.
    pub(super) async fn replan(&self, id: MeetingId, version: i32, new: NewMeeting) -> Outcome<()> {
        let tx = self.begin().await?;
        // Nobody is reminded of the day before while it changes.
        registrations::in_turn(&tx, &self.scope, id).await?;
        let (meeting, path) = self.meeting_to_run(&tx, id).await?;
        self.writes_in(&path, Action::ManageMeetings)?;
        meeting.state.may_edit()?;
        let changed = Meeting {
            title: new.title,
            starts_at: instant_in_rome(new.date, new.time),
            mode: new.mode,
            place: new.place,
            link: new.link,
            agenda: new.agenda,
            version,
            ..meeting.clone()
        };
        if day_in_rome(changed.starts_at) != day_in_rome(meeting.starts_at) {
            registrations::remind_again(&tx, &self.scope, id).await?;
        }
        if changed.state == MeetingState::Convened && called_to(&changed) != called_to(&meeting) {
            self.tell_changed(&tx, &meeting, &changed).await?;
        }
        self.keep(tx, "meeting.edit", meeting, changed).await
    }
}

/// What a call says that matters to who comes.
fn called_to(meeting: &Meeting) -> impl PartialEq + use<'_> {
    (meeting.starts_at, meeting.mode, &meeting.place, &meeting.link, &meeting.agenda)
}
