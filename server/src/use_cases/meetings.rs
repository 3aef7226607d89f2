//! Meetings: planned, called, held or cancelled; the calendar; who attended; papers.

mod attendance;
mod plan;
mod tell;
mod view;

pub(super) use tell::where_to_go;
pub(super) use view::{row, row_in};

use super::{
    Handle,
    documents::{choice, choices, path_name},
    minutes::comment_after,
};
use crate::store::{
    attendees,
    audit::Entry,
    documents,
    meetings::{self, Meeting},
    minutes, organs, papers,
    processes::{self, Process},
    registrations, thematic_tables,
};
use app::{
    contract::{
        documents::DocumentChoice,
        meetings::{
            AttendanceList, BodyName, Calendar, CalendarFilter, MeetingDesk, MeetingView, MeetingWork, Meetings,
        },
    },
    error::{AppError, Outcome},
};
use async_trait::async_trait;
use domain::{
    action::Action,
    calendar::{day_in_rome, start_of},
    id::{AttendeeId, DocumentId, MeetingId},
    invalid::Fault,
    meeting::{Attendance, MeetingOf, MeetingState, MeetingStep, NewAttendee, NewMeeting},
    minutes::MinutesState,
    reason::Reason,
    registration::may_open,
};

const PAGE: u64 = 20;

/// A meeting and the path it belongs to.
pub(super) type MeetingPart = (Meeting, Process);

#[async_trait]
impl Meetings for Handle {
    async fn calendar(&self, filter: CalendarFilter) -> Outcome<Calendar> {
        let tx = self.read().await?;
        let open = processes::public(&tx, &self.scope).await?;
        let chosen = match filter.path.as_str() {
            "" => None,
            slug => Some(match open.iter().find(|path| path.slug == slug) {
                Some(path) => path.clone(),
                None => self.process_in_view(&tx, slug).await?,
            }),
        };
        let choices = open.iter().map(path_name).collect();
        let paths = chosen.as_ref().map_or(open, |path| vec![path.clone()]);
        let (upcoming, past) = self.halves(&tx, &paths, &filter).await?;
        Ok(Calendar {
            upcoming: view::slice(upcoming, &paths),
            past: view::slice(past, &paths),
            paths: choices,
            may_manage: chosen.as_ref().is_some_and(|path| self.scope.may(Action::ManageMeetings, Some(path.id))),
            path: chosen.as_ref().map(path_name),
        })
    }

    async fn meeting(&self, id: MeetingId, after: Option<String>) -> Outcome<MeetingView> {
        let after = comment_after(after)?;
        let tx = self.read().await?;
        let (meeting, path) = self.meeting_in_view(&tx, id).await?;
        let inside = self.scope.may(Action::ReadOrganPapers, Some(path.id));
        let link_is_open = !matches!(meeting.of, MeetingOf::Organ(_)) || inside;
        let kept = minutes::of_meeting(&tx, &self.scope, id).await?;
        let published = kept.as_ref().is_some_and(|kept| kept.rules.state == MinutesState::Published);
        let begun = kept.as_ref().is_some_and(|kept| kept.rules.state != MinutesState::Draft);
        let minutes = match kept {
            Some(kept) if published => Some(self.public_minutes(&tx, &meeting, kept, after).await?),
            _ => None,
        };
        let may_manage = self.scope.may(Action::ManageMeetings, Some(path.id)) && self.runs(&tx, meeting.of).await?;
        Ok(MeetingView {
            body: self.body_name(&tx, meeting.of).await?,
            categories: attendees::by_category(&tx, &self.scope, id).await?,
            papers: self.papers_of(&tx, &meeting).await?,
            minutes,
            may_read_draft: !published && ((inside && begun) || (may_manage && meeting.state == MeetingState::Held)),
            may_manage,
            agenda: meeting.agenda.clone(),
            link: meeting.link.clone().filter(|_| link_is_open),
            reason: meeting.reason.clone(),
            attendance: meeting.attendance,
            registration: self.registration_view(&tx, &meeting).await?,
            row: view::row(meeting, &path),
        })
    }

    async fn meeting_desk(&self, slug: String, filter: CalendarFilter) -> Outcome<MeetingDesk> {
        let tx = self.read().await?;
        let path = self.process_in_view(&tx, &slug).await?;
        self.scope.authorise(Action::ManageMeetings, Some(path.id))?;
        let organs = organs::of_process(&tx, &self.scope, path.id).await?;
        let mut tables = thematic_tables::of_process(&tx, &self.scope, path.id).await?;
        tables.retain(|table| self.works_at(table));
        let mut bodies = vec![("public".to_owned(), BodyName::Public)];
        bodies.extend(organs.into_iter().map(|organ| (format!("organ:{}", organ.id), BodyName::Organ(organ.kind))));
        bodies.extend(tables.into_iter().map(|table| (format!("table:{}", table.id), BodyName::Table(table.name))));
        let paths = [path];
        let (upcoming, past) = self.halves(&tx, &paths, &filter).await?;
        Ok(MeetingDesk {
            may_plan: self.may_write_in(&paths[0], Action::ManageMeetings),
            upcoming: view::slice(upcoming, &paths),
            past: view::slice(past, &paths),
            bodies,
            path: path_name(&paths[0]),
        })
    }

    async fn meeting_work(&self, id: MeetingId) -> Outcome<MeetingWork> {
        let tx = self.read().await?;
        let (meeting, path) = self.meeting_to_run(&tx, id).await?;
        let papers = self.papers_of(&tx, &meeting).await?;
        let mut offered = choices(&tx, &self.scope, path.id).await?;
        offered.retain(|document| papers.iter().all(|paper| paper.id != document.id));
        let minutes = minutes::of_meeting(&tx, &self.scope, id).await?;
        let (day, today) = (day_in_rome(meeting.starts_at), day_in_rome(self.now()));
        let seats = self.seats_of(&tx, meeting.of).await?;
        let held = meeting.state.hold(day, today, seats);
        let open = |step: &MeetingStep| match step {
            MeetingStep::Hold => held.is_ok(),
            step => meeting.state.after(*step).is_ok(),
        };
        let steps: Vec<_> = MeetingStep::ALL.iter().copied().filter(open).collect();
        Ok(MeetingWork {
            present: self.counted(&tx, id, &steps).await?,
            asks_registration: may_open(meeting.of, meeting.state).is_ok() || meeting.registration.is_some(),
            body: self.body_name(&tx, meeting.of).await?,
            agenda: meeting.agenda.clone(),
            link: meeting.link.clone(),
            reason: meeting.reason.clone(),
            attendance: meeting.attendance,
            version: meeting.version,
            hindrances: match &held {
                Err(refused) if meeting.state == MeetingState::Convened => refused.blockers.clone(),
                _ => Vec::new(),
            },
            steps,
            may_edit: meeting.state.may_edit().is_ok(),
            papers,
            offered,
            minutes: minutes.map(|minutes| minutes.rules.state),
            row: view::row(meeting, &path),
        })
    }

    async fn attendance_list(&self, id: MeetingId) -> Outcome<AttendanceList> {
        let tx = self.read().await?;
        let (meeting, path) = self.meeting_in_view(&tx, id).await?;
        self.scope.authorise(Action::ReadAttendance, Some(path.id))?;
        let lines = attendees::of_meeting(&tx, &self.scope, id).await?;
        let runs = self.scope.may(Action::ManageMeetings, Some(path.id)) && self.runs(&tx, meeting.of).await?;
        let closed = self.list_closed(&tx, id, &path).await?;
        Ok(AttendanceList {
            row: view::row(meeting, &path),
            lines: lines.into_iter().map(|line| (line.id, line.who)).collect(),
            may_write: runs && closed.is_none(),
            closed,
        })
    }

    async fn plan_meeting(&self, slug: String, of: MeetingOf, new: NewMeeting) -> Outcome<MeetingId> {
        self.plan(&slug, of, new).await
    }

    async fn edit_meeting(&self, id: MeetingId, version: i32, new: NewMeeting) -> Outcome<()> {
        self.replan(id, version, new).await
    }

    async fn convene_meeting(&self, id: MeetingId, version: i32) -> Outcome<bool> {
        let tx = self.begin().await?;
        let (meeting, path) = self.meeting_to_run(&tx, id).await?;
        self.writes_in(&path, Action::ManageMeetings)?;
        let state = meeting.state.after(MeetingStep::Convene)?;
        let changed = Meeting { state, convened_at: Some(self.now()), version, ..meeting.clone() };
        // One that was held before it was entered here calls nobody.
        let ahead = meeting.starts_at > self.now();
        if ahead {
            self.tell_convened(&tx, &changed).await?;
        }
        self.keep(tx, "meeting.convene", meeting, changed).await?;
        Ok(ahead)
    }

    async fn hold_meeting(&self, id: MeetingId, version: i32, attendance: Attendance) -> Outcome<()> {
        let tx = self.begin().await?;
        let (meeting, _) = self.meeting_to_run(&tx, id).await?;
        let seats = self.seats_of(&tx, meeting.of).await?;
        let state = meeting.state.hold(day_in_rome(meeting.starts_at), day_in_rome(self.now()), seats)?;
        let changed = Meeting { state, attendance: Some(attendance), version, ..meeting.clone() };
        self.keep(tx, "meeting.hold", meeting, changed).await
    }

    async fn cancel_meeting(&self, id: MeetingId, version: i32, reason: Reason) -> Outcome<()> {
        let tx = self.begin().await?;
        // Nobody is reminded of what is being called off.
        registrations::in_turn(&tx, &self.scope, id).await?;
        let (meeting, _) = self.meeting_to_run(&tx, id).await?;
        let state = meeting.state.after(MeetingStep::Cancel)?;
        let changed = Meeting { state, reason: Some(reason.to_string()), version, ..meeting.clone() };
        if meeting.state == MeetingState::Convened {
            self.tell_cancelled(&tx, &changed, reason.as_str()).await?;
        }
        self.keep(tx, "meeting.cancel", meeting, changed).await
    }

    async fn add_attendee(&self, id: MeetingId, new: NewAttendee) -> Outcome<()> {
        self.add_line(id, new).await
    }

    async fn remove_attendee(&self, id: MeetingId, attendee: AttendeeId) -> Outcome<()> {
        self.remove_line(id, attendee).await
    }

    async fn attach_paper(&self, id: MeetingId, document: DocumentId) -> Outcome<()> {
        let tx = self.begin().await?;
        let (_, path) = self.meeting_to_run(&tx, id).await?;
        self.take_offered(&tx, path.id, Some(document)).await?;
        if papers::attach(&tx, &self.scope, id, document).await? {
            self.record(&tx, Entry::made("paper.attach", "meeting", id.0, &document)).await?;
        }
        self.commit(tx).await
    }

    async fn detach_paper(&self, id: MeetingId, document: DocumentId) -> Outcome<()> {
        let tx = self.begin().await?;
        let (meeting, _) = self.meeting_to_run(&tx, id).await?;
        meeting.state.may_edit()?;
        papers::detach(&tx, &self.scope, id, document).await?;
        self.record(&tx, Entry::removed("paper.detach", "meeting", id.0, &document)).await?;
        self.commit(tx).await
    }
}
