//! The proposal document: corrected, refused, decided upon, handed out as it was frozen.

mod at_once;
mod begun;
mod decided;
pub mod delivery;
mod files;
mod followers;
mod privacy;
mod refused;
mod table;
mod versions;
mod votes;
mod withdrawn;

use crate::app::{Answer, TestApp, Visitor};
use chrono::NaiveDate;
use domain::{
    contribution::{ContributionChannel, ModerationState},
    evaluation::{Assessment, Evaluation},
    id::{ContributionId, ProcessId, TableId},
    origin::Origin,
    sheet::ProjectSheet,
    stage::Stage,
};
use server::store::{
    OrUnavailable,
    contributions::{self, Contribution},
    processes,
    proposal_documents::{self, Kept},
    thematic_tables::{self, ThematicTable},
};

pub const EDITOR: &str = "/lavoro/percorsi/percorso/documento";

/// A process of `alfa` in its closing phase.
pub async fn process(app: &TestApp) -> ProcessId {
    let seed = app.seed("alfa").await;
    let id = ProcessId::fresh();
    let now = app.app.clock.now();
    let new = processes::Process {
        id,
        slug: "percorso".into(),
        title: "Welfare digitale".into(),
        summary: "Un percorso di prova.".into(),
        pack_key: "er-lr15-2018".into(),
        pack_version: 1,
        stage: Stage::Closing,
        interrupted: None,
        sheet: ProjectSheet::default(),
        duration: None,
        planned_start: None,
        started_on: NaiveDate::from_ymd_opt(2022, 2, 1),
        start_action: None,
        start_link: None,
        start_signed: true,
        start_limit: None,
        original_end: NaiveDate::from_ymd_opt(2022, 12, 31),
        authorised_end: NaiveDate::from_ymd_opt(2022, 12, 31),
        contributions_close: None,
        concluded_on: None,
        fictional_note: String::new(),
        created_at: now,
        version: 0,
    };
    let tx = seed.begin().await.unwrap();
    assert!(processes::insert(&tx, seed.scope(), &new).await.unwrap());
    tx.commit().await.or_unavailable().unwrap();
    id
}

pub async fn kept(app: &TestApp, process: ProcessId) -> Kept {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    proposal_documents::of(&tx, seed.scope(), process).await.unwrap()
}

pub async fn version(app: &TestApp, process: ProcessId) -> String {
    kept(app, process).await.version.to_string()
}

/// Fills every section, `object` with these words.
pub async fn write_sections(app: &TestApp, who: &Visitor<'_>, process: ProcessId, object: &str) -> Answer {
    let seen = version(app, process).await;
    let filled = ["title", "owner", "decision_body", "drafting", "sent", "path"];
    let names: Vec<String> = filled.iter().map(|key| format!("sections[{key}]")).collect();
    let mut fields = vec![("slug", "percorso"), ("version", seen.as_str()), ("sections[object]", object)];
    fields.extend(names.iter().map(|name| (name.as_str(), "Compilata")));
    who.post_from(EDITOR, "proposal-document/sections", &fields).await
}

pub async fn write_proposal(app: &TestApp, who: &Visitor<'_>, process: ProcessId, origins: &[String]) -> Answer {
    let seen = version(app, process).await;
    let mut fields = vec![
        ("slug", "percorso"),
        ("version", seen.as_str()),
        ("number", ""),
        ("title", "Punti di aiuto"),
        ("text", "Una persona e un'ora certa"),
        ("competence", "Unione"),
        ("feasibility", ""),
        ("cost", "15.000,00"),
    ];
    fields.extend(origins.iter().map(|origin| ("origins[]", origin.as_str())));
    who.post_from("/lavoro/percorsi/percorso/documento/proposte/nuova", "proposal-document/proposal", &fields).await
}

pub async fn step(app: &TestApp, who: &Visitor<'_>, process: ProcessId, step: &str) -> Answer {
    let seen = version(app, process).await;
    who.post_from(EDITOR, "proposal-document/move", &[("slug", "percorso"), ("version", &seen), ("step", step)]).await
}

pub async fn submit(app: &TestApp, who: &Visitor<'_>, process: ProcessId) -> Answer {
    let seen = version(app, process).await;
    who.post_from(EDITOR, "proposal-document/submit", &[("slug", "percorso"), ("version", &seen)]).await
}

/// A contribution of the process that everybody can read.
pub async fn an_origin(app: &TestApp, process: ProcessId) -> Vec<String> {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let now = app.app.clock.now();
    let table = ThematicTable {
        id: TableId::fresh(),
        process,
        position: 1,
        name: "Scuole".into(),
        focus: "Competenze".into(),
        audience: "Docenti".into(),
        facilitator: None,
        version: 1,
    };
    thematic_tables::insert(&tx, seed.scope(), &table, now).await.unwrap();
    let said = Contribution {
        id: ContributionId::fresh(),
        process,
        table: table.id,
        author: None,
        channel: ContributionChannel::Online,
        title: "Un aiuto in biblioteca".into(),
        body: "Una persona che spiega".into(),
        place: None,
        document: None,
        moderation: ModerationState::Published,
        assessment: Assessment { evaluation: Evaluation::Unassessed, answered: false },
        answer: String::new(),
        answered_at: None,
        answered_as: None,
        supports: 0,
        comments: 0,
        created_at: now,
        changed_at: now,
    };
    contributions::insert(&tx, seed.scope(), &said).await.unwrap();
    tx.commit().await.or_unavailable().unwrap();
    vec![Origin::Contribution(said.id).to_string()]
}

pub async fn say(who: &Visitor<'_>, page: &str, fields: &[(&'static str, String)]) -> Answer {
    say_to(who, page, "guarantor/answer", fields).await
}

pub async fn say_to(who: &Visitor<'_>, page: &str, to: &str, fields: &[(&'static str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    who.post_from(page, to, &fields).await
}
