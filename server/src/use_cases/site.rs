//! The home page, and what visitors report about the site.

use super::Handle;
use crate::store::{
    attempts,
    audit::Entry,
    feedback, home,
    meetings::{self, Half, Meeting},
    processes::{self, Process},
    tenant_list,
};
use app::{
    contract::{
        Slice,
        site::{AxisCard, Decided, DecisionRow, FeedbackRow, HomeView, NextDate, NextMeeting, OpenNow, PathCard, Site},
    },
    error::{AppError, Outcome},
    format,
};
use async_trait::async_trait;
use chrono::{NaiveDate, TimeDelta};
use domain::{
    action::Action, calendar::Deadline, feedback::NewFeedback, id::ProcessId, meeting::MeetingState,
    process::is_overdue, tenant::Template,
};

const MEETINGS: u64 = 6;
const SHOWN: usize = 3;
const ROWS: u64 = 20;
const WINDOW: TimeDelta = TimeDelta::hours(1);
const PER_NETWORK: u64 = 5;

#[async_trait]
impl Site for Handle {
    async fn home(&self) -> Outcome<HomeView> {
        let tx = self.read().await?;
        let today = format::rome_day(self.now());
        let all = processes::public(&tx, &self.scope).await?;
        let ids: Vec<ProcessId> = all.iter().map(|process| process.id).collect();
        let slug = |id: ProcessId| all.iter().find(|process| process.id == id).map(|process| process.slug.clone());
        let mut view = HomeView {
            open: self.open_now(&all, today)?,
            paths: Vec::new(),
            questionnaires: Vec::new(),
            axes: Vec::new(),
            decisions: Vec::new(),
            meetings: Vec::new(),
            union: None,
        };
        let place = self.scope.place();
        if all.is_empty() {
            let family = if place.parent.is_some() { tenant_list::family(&tx, place).await? } else { Vec::new() };
            let union = family.iter().find(|tenant| Some(tenant.id) == place.parent);
            view.union = union.map(|union| (union.name.clone(), self.app.origin_of(union)));
            return Ok(view);
        }
        view.questionnaires = self.open_questionnaires(&tx, &all).await?;
        let asks = |process: &Process| view.questionnaires.iter().any(|one| one.path.slug == process.slug);
        let mut cards = Vec::with_capacity(all.len());
        for process in &all {
            let open = asks(process) || self.taken_until(process)?.is_some();
            cards.push((process.stage.place_at_home(open), self.card(process)?));
        }
        cards.sort_by_key(|(place, _)| *place);
        view.paths = cards.into_iter().map(|(_, card)| card).collect();
        let upcoming = (Half::Upcoming, self.now());
        let running: Vec<ProcessId> =
            all.iter().filter(|process| process.stage.is_running()).map(|process| process.id).collect();
        let meetings = meetings::page(&tx, &self.scope, &running, upcoming, None, MEETINGS).await?;
        let happens = |meeting: &Meeting| meeting.state != MeetingState::Cancelled;
        view.meetings = meetings.rows.into_iter().filter(happens).take(SHOWN).map(next_meeting).collect();
        if place.template == Template::PermanentAgenda {
            let tables = home::counted_tables(&tx, &self.scope, &ids).await?;
            let axis = |table: home::Counted| {
                let slug = slug(table.process)?;
                Some(AxisCard { slug, id: table.id, name: table.name, contributions: table.contributions })
            };
            view.axes = tables.into_iter().filter_map(axis).collect();
        } else {
            let (decided, acts) = home::latest(&tx, &self.scope, &ids, SHOWN as u64).await?;
            let row = |one: home::LatestDecision| {
                let what = Decided::Proposal { number: one.number, decision: one.decision };
                let date = format::rome_day(one.at);
                Some(DecisionRow { slug: slug(one.process)?, date, subject: one.title, what })
            };
            view.decisions = decided.into_iter().filter_map(row).collect();
            if view.decisions.is_empty() {
                let row = |act: home::LatestAct| {
                    let what = Decided::Act { body: act.body, number: act.number, document: act.document };
                    Some(DecisionRow { slug: slug(act.process)?, date: act.date, subject: act.subject, what })
                };
                view.decisions = acts.into_iter().filter_map(row).collect();
            }
        }
        Ok(view)
    }

    async fn send_feedback(&self, new: NewFeedback) -> Outcome<()> {
        let tx = self.begin().await?;
        let now = self.now();
        let network = self.caller();
        if attempts::count(&tx, &self.scope, "feedback", &network, now - WINDOW).await? >= PER_NETWORK {
            return Err(AppError::TooMany);
        }
        attempts::note(&tx, &self.scope, "feedback", &network, now).await?;
        let said = self.sealed(&new);
        let id = feedback::insert(&tx, &self.scope, new, now).await?;
        self.record(&tx, Entry::made("feedback.send", "feedback", id, &said)).await?;
        self.commit(tx).await
    }

    async fn feedback(&self, after: Option<String>) -> Outcome<Slice<FeedbackRow>> {
        self.scope.authorise(Action::ReadFeedback, None)?;
        let tx = self.read().await?;
        feedback::page(&tx, &self.scope, after.as_deref(), ROWS).await
    }
}

impl Handle {
    /// The process that takes contributions and closes first.
    fn open_now(&self, all: &[Process], today: NaiveDate) -> Outcome<Option<OpenNow>> {
        let mut first: Option<(NaiveDate, &Process)> = None;
        for process in all {
            let until = self.taken_until(process)?;
            if let Some(until) = until.filter(|until| first.is_none_or(|(first, _)| *until < first)) {
                first = Some((until, process));
            }
        }
        Ok(first.map(|(until, process)| OpenNow {
            slug: process.slug.clone(),
            title: process.title.clone(),
            until,
            days_left: Deadline(until).days_left(today),
        }))
    }

    /// The last day of contributions, where they are taken now.
    fn taken_until(&self, process: &Process) -> Outcome<Option<NaiveDate>> {
        let slot = self.slot(process)?;
        Ok(slot.until.filter(|_| slot.open))
    }

    fn card(&self, process: &Process) -> Outcome<PathCard> {
        let past = is_overdue(process.stage, process.authorised_end, self.today_in_rome());
        let end = process.authorised_end.filter(|_| process.stage.is_running());
        let end = end.map(|end| if past { NextDate::EndPast(end) } else { NextDate::End(end) });
        let next = self
            .taken_until(process)?
            .map(NextDate::ContributionsUntil)
            .or(end)
            .or(process.concluded_on.map(NextDate::Concluded));
        Ok(PathCard {
            slug: process.slug.clone(),
            title: process.title.clone(),
            summary: process.summary.clone(),
            stage: process.stage,
            interrupted: process.interrupted,
            pack: process.pack()?,
            next,
            fictional: !process.fictional_note.is_empty(),
        })
    }
}

fn next_meeting(meeting: Meeting) -> NextMeeting {
    NextMeeting { id: meeting.id, title: meeting.title, starts_at: meeting.starts_at, place: meeting.place }
}
