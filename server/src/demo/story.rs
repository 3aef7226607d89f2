//! Phases, acts, extensions and the history of a process up to the clock.

use super::{
    Fault, Load,
    data::{ActData, ExtensionData, ProcessFile},
    noon,
};
use crate::store::{
    acts, audit, deadlines,
    extensions::{self, Extension},
    history::{self, Event},
    phases::{self, Phase},
    processes::Process,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    act::{ActKind, NewAct},
    document::DocumentKind,
    extension::{ExtensionState, NewExtension},
    history::HistoryKind,
    id::{DocumentId, ExtensionId},
    role::Role,
    stage::{Stage, Step},
};
use std::collections::HashMap;

/// Writes what happened to the process.
pub(super) async fn load(load: &Load<'_>, process: &Process, file: &ProcessFile) -> Result<(), Fault> {
    let mut granted = HashMap::new();
    for data in &file.extension {
        let extension = extension(load, process, data);
        extensions::insert(&load.tx, &load.scope, &extension).await?;
        granted.insert(data.key.as_str(), extension.id);
    }
    for data in &file.phase {
        let moved_by = data.moved_by.as_ref().map(|key| {
            let unknown = || Fault::data("processes", format!("no extension {key:?}"));
            granted.get(key.as_str()).copied().ok_or_else(unknown)
        });
        let phase = Phase {
            key: data.key.clone(),
            planned_from: Some(data.planned_from),
            planned_to: Some(data.planned_to),
            first_planned_to: data.first_planned_to,
            actual_from: data.actual_from,
            actual_to: data.actual_to,
            activities: data.activities.clone(),
            outputs: data.outputs.clone(),
            moved_by: moved_by.transpose()?,
        };
        phases::put(&load.tx, &load.scope, process.id, &phase).await?;
    }
    for data in &file.act {
        let paper = load.documents.iter().find(|(_, act, _)| act.as_deref() == Some(data.key.as_str()));
        let act = act(data);
        let document = paper.map(|(_, _, id)| *id);
        acts::insert(&load.tx, &load.scope, process.id, &act, document, noon(data.date)).await?;
    }
    let mut stage = Stage::Designed;
    for event in events(load, process, file)? {
        history::add(&load.tx, &load.scope, &event).await?;
        let entry = audit::Entry::changed("process.step", "process", process.id.0, &stage, &event);
        audit::record(&load.tx, &load.scope, entry, event.at).await?;
        stage = event.stage;
    }
    Ok(deadlines::refresh(&load.tx, &load.scope, process, super::clock()).await?)
}

fn act(data: &ActData) -> NewAct {
    NewAct {
        kind: data.kind.parse().unwrap_or(ActKind::Other),
        body: data.body.clone(),
        number: data.number.clone(),
        date: data.date,
        subject: data.subject.clone(),
        link: None,
    }
}

fn extension(load: &Load<'_>, process: &Process, data: &ExtensionData) -> Extension {
    Extension {
        id: ExtensionId::fresh(),
        process: process.id,
        state: data.state,
        text: NewExtension {
            reasons: data.reasons.clone(),
            progress: data.progress.clone(),
            until: data.end_asked,
            timetable: data.timetable.clone(),
        },
        end_before: process.original_end.unwrap_or(data.end_asked),
        days_asked: data.days_asked,
        requested_on: data.requested_on,
        request_document: load.document(DocumentKind::ExtensionRequest),
        decided_on: data.decided_on,
        decided_as: data.decided_on.map(|_| Role::FundingOfficer),
        granted_days: data.days_granted.unwrap_or(0),
        end_after: data.end_granted,
        note: data.decision_note.clone().unwrap_or_default(),
        act: String::new(),
        decision_document: data.decided_on.and_then(|_| load.document(DocumentKind::ExtensionGrant)),
        created_at: noon(data.drafted_on),
        version: 1,
        paused: false,
        process_title: process.title.clone(),
        rules: process.rules(),
    }
}

/// Every event up to the clock, in order.
fn events(load: &Load<'_>, process: &Process, file: &ProcessFile) -> Result<Vec<Event>, Fault> {
    let pack = process.pack()?;
    let event = |at: DateTime<Utc>, kind: HistoryKind, stage, role, note: String, document| Event {
        process: process.id,
        at,
        kind,
        stage,
        role,
        note,
        public: kind.is_public(),
        document,
    };
    let created =
        event(process.created_at, HistoryKind::Created, Stage::Designed, Role::ProcessOwner, String::new(), None);
    let mut events = vec![created];
    for data in &file.act {
        let words = format!("{} n. {}", data.body, data.number);
        let at = noon(data.date).max(process.created_at + TimeDelta::minutes(5));
        let stage = stage_on(file, data.date);
        events.push(event(at, HistoryKind::ActRegistered, stage, Role::BodySecretary, words, None));
    }
    // On the same day, what a step needs comes before it.
    for (kind, day, role, note) in results(file) {
        events.push(event(noon(day), kind, stage_on(file, day), role, note, None));
    }
    for (step, day, stage) in steps(file) {
        let note = match step {
            Step::Withdraw => file.process.withdrawal_reason.clone().unwrap_or_default(),
            _ => String::new(),
        };
        let document = match step {
            Step::Start => load.document(DocumentKind::StartNotice),
            Step::Conclude => load.document(DocumentKind::Validation),
            Step::RecordImpact => load.document(DocumentKind::MeritDecision),
            _ => None,
        };
        events.push(event(noon(day), HistoryKind::of(step), stage, step.who(pack), note, document));
    }
    for data in &file.extension {
        let stage = file.process.stage;
        if let Some(day) = data.requested_on {
            let paper = load.document(DocumentKind::ExtensionRequest);
            let role = Role::LegalRepresentative;
            events.push(event(noon(day), HistoryKind::ExtensionRequested, stage, role, String::new(), paper));
        }
        let decided = match data.state {
            ExtensionState::Granted => Some(HistoryKind::ExtensionGranted),
            ExtensionState::GrantedReduced => Some(HistoryKind::ExtensionReduced),
            ExtensionState::Refused => Some(HistoryKind::ExtensionRefused),
            _ => None,
        };
        if let (Some(kind), Some(day)) = (decided, data.decided_on) {
            let note = data.decision_note.clone().unwrap_or_default();
            let paper = load.document(DocumentKind::ExtensionGrant);
            events.push(event(noon(day), kind, stage, Role::FundingOfficer, note, paper));
        }
    }
    events.retain(|event| event.at <= super::clock());
    events.sort_by_key(|event| event.at);
    Ok(events)
}

/// What happened to the proposal document, and after it.
fn results(file: &ProcessFile) -> Vec<(HistoryKind, NaiveDate, Role, String)> {
    use HistoryKind as H;
    let mut told = Vec::new();
    let mut tell = |kind: HistoryKind, day: Option<NaiveDate>, role: Role, note: String| {
        told.extend(day.map(|day| (kind, day, role, note)));
    };
    if let Some(document) = &file.docpp {
        let owner = Role::ProcessOwner;
        if document.round.is_empty() {
            tell(H::DocumentSubmitted, document.submitted_on, owner, String::new());
            tell(H::DocumentValidated, document.validated_on, Role::Guarantor, String::new());
        }
        for round in &document.round {
            tell(H::DocumentSubmitted, Some(round.submitted_on), owner, String::new());
            if let Some(decision) = round.decision {
                tell(H::of_answer(decision), round.decided_on, Role::Guarantor, String::new());
            }
        }
        tell(H::DocumentSent, document.sent_on, owner, String::new());
    }
    if let Some(outcome) = &file.outcome {
        if let Some(act) = &outcome.acknowledgement {
            tell(H::Acknowledged, Some(act.date), Role::BodySecretary, format!("{} n. {}", act.body, act.number));
        }
        tell(H::DecisionsPublished, outcome.communicated_on, Role::BodySecretary, String::new());
    }
    if let Some(report) = &file.report {
        tell(H::ReportSubmitted, report.submitted_on, Role::ProcessOwner, String::new());
    }
    told
}

/// The steps that were taken, with the stage each led to.
fn steps(file: &ProcessFile) -> Vec<(Step, NaiveDate, Stage)> {
    let data = &file.process;
    let taken = file.outcome.as_ref();
    let decided = taken.and_then(|outcome| outcome.merit_act.as_ref()).map(|act| act.date);
    let closed = data.contributions_until.filter(|_| data.ended_on.is_some());
    let started = data.started_on;
    let ready = started.and_then(|day| day.pred_opt());
    let concluded = data.ended_on.filter(|_| data.withdrawn_on.is_none());
    let candidates = [
        (Step::MakeReady, ready, Stage::Ready),
        (Step::Start, started, Stage::Sharing),
        (Step::Open, data.contributions_from.filter(|_| started.is_some()), Stage::Opening),
        (Step::Close, closed.filter(|_| started.is_some()), Stage::Closing),
        (Step::Conclude, concluded, Stage::Concluded),
        (Step::RecordImpact, decided, Stage::Impact),
        (Step::Monitor, taken.and_then(|outcome| outcome.communicated_on), Stage::Monitored),
        (Step::Withdraw, data.withdrawn_on, Stage::Withdrawn),
    ];
    candidates.into_iter().filter_map(|(step, day, stage)| Some((step, day?, stage))).collect()
}

/// Where the process stood on a day.
fn stage_on(file: &ProcessFile, day: NaiveDate) -> Stage {
    let before = steps(file).into_iter().rfind(|(_, taken, _)| *taken <= day);
    before.map_or(Stage::Designed, |(_, _, stage)| stage)
}

impl Load<'_> {
    /// The first document of this kind.
    pub(super) fn document(&self, kind: DocumentKind) -> Option<DocumentId> {
        self.documents.iter().find(|(known, _, _)| *known == kind).map(|(_, _, id)| *id)
    }
}
