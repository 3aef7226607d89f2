//! Organs with their members, meetings with their minutes.

use super::{
    Fault, Load,
    data::{DecisionData, MeetingData, MemberData, OrganData, ProcessFile},
    noon, registrations,
};
use crate::store::{
    attendees,
    delegates::{self, Delegate},
    documents,
    meetings::{self, Meeting},
    members::{self, Member},
    minutes,
    minutes_approvals::{self, Approval},
    minutes_comments,
    organ_remarks::{self, Remark},
    organs::{self, Organ},
    papers, people,
};
use chrono::{NaiveTime, TimeDelta};
use domain::{
    calendar::{Deadline, start_of},
    id::{AttendeeId, MeetingId, MemberId, OrganId, ProcessId, RemarkId},
    meeting::{Attendance, MeetingMode, MeetingOf, MeetingState},
    minutes::{Decision, Dissent, Minutes, MinutesState},
    organ::{EntryWay, MemberState, OrganRules},
};
use std::collections::HashMap;

/// Writes the organs and the meetings of a process.
pub(super) async fn load(load: &mut Load<'_>, id: ProcessId, file: &ProcessFile) -> Result<(), Fault> {
    for data in &file.organ {
        organ(load, id, data).await?;
    }
    let mut held: HashMap<&str, u32> = HashMap::new();
    let mut in_order: Vec<&MeetingData> = file.meeting.iter().collect();
    in_order.sort_by(|a, b| (a.date, &a.time).cmp(&(b.date, &b.time)));
    for data in in_order {
        let count = held.entry(&data.of).or_default();
        *count = data.number.unwrap_or(*count + 1);
        meeting(load, id, *count, data).await?;
    }
    Ok(())
}

async fn organ(load: &mut Load<'_>, process: ProcessId, data: &OrganData) -> Result<(), Fault> {
    let since = data.member.iter().map(|member| member.since).min().unwrap_or_else(|| super::clock().date_naive());
    let organ = Organ {
        id: OrganId::fresh(),
        process,
        kind: data.kind,
        rules: OrganRules { text: data.rules.trim().to_owned(), ..OrganRules::default() },
        rules_version: 1,
        rules_since: since,
        version: 1,
        constituted_on: since,
        created_at: noon(since),
    };
    organs::insert(&load.tx, &load.scope, &organ).await?;
    load.organs.insert(data.key.clone(), organ.id);
    let mut members: Vec<&MemberData> = data.member.iter().collect();
    members.sort_by_key(|member| member.since);
    let mut seats: HashMap<&str, MemberId> = HashMap::new();
    for data in members {
        seats.insert(&data.organisation, member(load, process, organ.id, data).await?);
    }
    for own in &data.remark {
        let seat = seats.get(own.organisation.as_str()).copied();
        let remark = Remark {
            id: RemarkId::fresh(),
            process,
            member: seat.ok_or_else(|| Fault::data(&data.key, format!("no member {:?}", own.organisation)))?,
            kind: own.kind,
            title: own.title.clone(),
            text: own.text.trim().to_owned(),
            at: noon(own.on),
        };
        organ_remarks::insert(&load.tx, &load.scope, &remark).await?;
    }
    Ok(())
}

async fn member(load: &Load<'_>, process: ProcessId, organ: OrganId, data: &MemberData) -> Result<MemberId, Fault> {
    let way = if data.way == MemberState::SelfCandidate { EntryWay::SelfCandidate } else { EntryWay::Invited };
    let member = Member {
        id: MemberId::fresh(),
        process,
        organ,
        organisation: data.organisation.clone(),
        kind: data.kind,
        category: data.category.clone(),
        way,
        state: data.state,
        votes: true,
        since: data.state.is_member().then_some(data.since),
        why: None,
        reason: data.reason.clone(),
        created_at: noon(data.since),
        invited_at: (data.state == MemberState::Invited).then(|| super::clock() - TimeDelta::days(3)),
    };
    members::insert(&load.tx, &load.scope, &member).await?;
    if let Some(key) = &data.person {
        let person = people::by_id(&load.tx, &load.scope, load.person(key)?).await?;
        let delegate = Delegate { member: member.id, name: person.name, email: person.email, person: Some(person.id) };
        delegates::insert(&load.tx, &load.scope, &delegate).await?;
    }
    Ok(member.id)
}

async fn meeting(load: &mut Load<'_>, process: ProcessId, number: u32, data: &MeetingData) -> Result<(), Fault> {
    let time = NaiveTime::parse_from_str(&data.time, "%H:%M").map_err(|cause| Fault::data(&data.key, cause))?;
    let starts_at = start_of(data.date) + time.signed_duration_since(NaiveTime::MIN);
    let convened = matches!(data.state, MeetingState::Convened | MeetingState::Held);
    let attendance =
        |counted: super::data::AttendanceData| Attendance { women: counted.women, men: counted.men, undeclared: 0 };
    let meeting = Meeting {
        id: MeetingId::fresh(),
        process,
        of: load.body(&data.of)?,
        number,
        title: data.title.clone(),
        starts_at,
        mode: data.mode,
        place: Some(data.place.clone()),
        link: (data.mode != MeetingMode::InPerson)
            .then(|| format!("https://{}.example/incontri/{}", load.scope.place().slug, data.key)),
        agenda: data.agenda.iter().map(|item| format!("- {item}")).collect::<Vec<_>>().join("\n"),
        state: data.state,
        convened_at: convened.then(|| (starts_at - TimeDelta::days(10)).min(super::clock())),
        reason: data.reason.clone(),
        attendance: data.attendance.map(attendance),
        minutes_published_on: data.published_on,
        registration: registrations::window(data, starts_at),
        version: 1,
        created_at: (starts_at - TimeDelta::days(20)).min(super::clock()),
    };
    meetings::insert(&load.tx, &load.scope, &meeting).await?;
    load.meetings.insert(data.key.clone(), meeting.id);
    for new in &data.attendee {
        attendees::insert(&load.tx, &load.scope, meeting.id, AttendeeId::fresh(), new).await?;
    }
    registrations::load(load, &meeting, data).await?;
    attach_papers(load, &meeting, data).await?;
    write_minutes(load, meeting.id, data).await?;
    approve_minutes(load, &meeting, data).await
}

async fn attach_papers(load: &Load<'_>, meeting: &Meeting, data: &MeetingData) -> Result<(), Fault> {
    if data.papers.is_empty() {
        return Ok(());
    }
    let documents = documents::of_process(&load.tx, &load.scope, meeting.process).await?;
    for title in &data.papers {
        let found = documents.iter().find(|document| document.title == *title);
        let paper = found.ok_or_else(|| Fault::data(&data.key, format!("no document {title:?}")))?;
        papers::attach(&load.tx, &load.scope, meeting.id, paper.id).await?;
    }
    Ok(())
}

async fn write_minutes(load: &Load<'_>, meeting: MeetingId, data: &MeetingData) -> Result<(), Fault> {
    let Some(text) = &data.minutes else { return Ok(()) };
    let state = data.minutes_state.unwrap_or(MinutesState::Draft);
    let comments_until = data.comment_until.map(|day| Deadline(day).instant());
    let kept = minutes::Minutes {
        meeting,
        text: text.trim().to_owned(),
        decisions: data.decision.iter().zip(1..).map(decision).collect(),
        rules: Minutes { state, comments_until: comments_until.or_else(|| data.published_on.map(start_of)) },
        approved_on: data.published_on,
        published_on: data.published_on,
        approvals_fell_on: None,
        version: 1,
    };
    minutes::insert(&load.tx, &load.scope, &kept).await?;
    for said in &data.comment {
        let comment = minutes_comments::Comment {
            person: None,
            organisation: said.organisation.clone(),
            text: said.text.clone(),
            objection: false,
            at: noon(said.on),
        };
        minutes_comments::insert(&load.tx, &load.scope, meeting, &comment).await?;
    }
    for addendum in &data.addendum {
        minutes::add_addendum(&load.tx, &load.scope, meeting, addendum.text.clone(), noon(addendum.on)).await?;
    }
    Ok(())
}

async fn approve_minutes(load: &Load<'_>, meeting: &Meeting, data: &MeetingData) -> Result<(), Fault> {
    let seats = minutes_approvals::of_body(&load.tx, &load.scope, meeting, None).await?;
    for own in &data.approval {
        let seat = seats.iter().find(|seat| seat.voice.organisation == own.organisation);
        let seat = seat.ok_or_else(|| Fault::data(&data.key, format!("no member {:?}", own.organisation)))?;
        let approval = Approval { meeting: meeting.id, member: seat.member, at: noon(own.on) };
        minutes_approvals::insert(&load.tx, &load.scope, &approval).await?;
    }
    Ok(())
}

/// `2/3` is the third of the second meeting; a dissent is written `Organisation: its words`.
fn decision((data, position): (&DecisionData, u32)) -> Decision {
    let number = data.number.rsplit('/').next().and_then(|number| number.parse().ok()).unwrap_or(position);
    let dissent = |words: &String| {
        let (organisation, text) = words.split_once(": ").unwrap_or(("", words));
        Dissent { organisation: organisation.to_owned(), text: text.to_owned() }
    };
    Decision { number, text: data.text.clone(), dissents: data.dissent.iter().map(dissent).collect() }
}

impl Load<'_> {
    /// Whose meeting `organ:<key>`, `table:<key>` or `public` is.
    fn body(&self, of: &str) -> Result<MeetingOf, Fault> {
        match of.split_once(':') {
            Some(("organ", key)) => self.organs.get(key).copied().map(MeetingOf::Organ),
            Some(("table", key)) => self.tables.get(key).copied().map(MeetingOf::Table),
            _ => Some(MeetingOf::Public),
        }
        .ok_or_else(|| Fault::data("processes", format!("no body {of:?}")))
    }
}
