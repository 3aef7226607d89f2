//! A process that runs, with an organ that meets.

use crate::app::{TestApp, Visitor};
use chrono::{NaiveDate, Utc};
use domain::{id::ProcessId, sheet::ProjectSheet, stage::Stage};
use server::store::processes::{self, Process};

/// The process `welfare` of `alfa`, in its first phase.
pub async fn process(app: &TestApp) -> ProcessId {
    process_in(app, "alfa").await
}

/// The same in tenant `slug`.
pub async fn process_in(app: &TestApp, slug: &str) -> ProcessId {
    let seed = app.seed(slug).await;
    let tx = seed.begin().await.unwrap();
    let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
    let process = Process {
        id: ProcessId::fresh(),
        slug: "welfare".into(),
        title: "Welfare".into(),
        summary: "Un percorso.".into(),
        pack_key: "er-lr15-2018".into(),
        pack_version: 1,
        stage: Stage::Sharing,
        interrupted: None,
        sheet: ProjectSheet::default(),
        duration: Some(9),
        planned_start: None,
        started_on: day("2022-02-01"),
        start_action: None,
        start_link: None,
        start_signed: true,
        start_limit: None,
        original_end: day("2022-11-01"),
        authorised_end: day("2022-11-01"),
        contributions_close: None,
        concluded_on: None,
        fictional_note: String::new(),
        created_at: Utc::now(),
        version: 1,
    };
    assert!(processes::insert(&tx, seed.scope(), &process).await.unwrap());
    tx.commit().await.unwrap();
    process.id
}

/// The identifier that follows `mark` in the page.
pub fn id_after(page: &str, mark: &str) -> String {
    page.split(mark).nth(1).unwrap_or_else(|| panic!("{mark:?} is not in the page")).chars().take(36).collect()
}

/// Sets up the negotiation table, and gives its identifier.
pub async fn constitute(owner: &Visitor<'_>) -> String {
    let typed =
        [("slug", "welfare"), ("kind", "negotiation_table"), ("constituted_on", "2022-02-01"), ("rules", "Consenso")];
    owner.post("organs/constitute", &typed).await.is(303);
    let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
    id_after(&desk, "name=\"organ\" value=\"")
}

/// The organisation *Voci Migranti* proposes itself.
pub async fn apply(citizen: &Visitor<'_>, organ: &str) {
    let typed = [
        ("organ", organ),
        ("organisation", "Voci Migranti"),
        ("kind", "association"),
        ("category", "nuovi cittadini"),
        ("why", "Parliamo con chi arriva"),
    ];
    citizen.post("organs/apply", &typed).await.is(303);
}

/// Plans a meeting for the evening of 1 March 2022, and gives its identifier.
pub async fn planned(owner: &Visitor<'_>, of: &str) -> String {
    let typed = [
        ("slug", "welfare"),
        ("of", of),
        ("title", "Primo incontro"),
        ("date", "2022-03-01"),
        ("time", "17:30"),
        ("mode", "in_person"),
        ("place", "Sala della Rocca"),
        ("link", ""),
        ("agenda", "Regole"),
    ];
    let to = owner.post("meetings/plan", &typed).await.is(303).location.unwrap();
    id_after(&to, "/lavoro/incontri/")
}

/// Calls the meeting and records that it was held.
pub async fn held(owner: &Visitor<'_>, meeting: &str) {
    owner.post("meetings/convene", &[("meeting", meeting), ("version", "1")]).await.is(303);
    let typed = [("meeting", meeting), ("version", "2"), ("women", "6"), ("men", "5"), ("undeclared", "")];
    owner.post("meetings/hold", &typed).await.is(303);
}

/// `citizen` sits on the organ for *Voci Migranti*.
pub async fn seated(owner: &Visitor<'_>, citizen: &Visitor<'_>, organ: &str) {
    apply(citizen, organ).await;
    let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
    let member = id_after(&desk, "name=\"member\" value=\"");
    let accept = [("member", member.as_str()), ("step", "accept"), ("reason", ""), ("back", "work")];
    owner.post("organs/move", &accept).await.is(303);
}

/// The mails of `alfa` to `email`, newest first: subject and body.
pub async fn mails_to(app: &TestApp, email: &str) -> Vec<(String, String)> {
    let kept = app.visitor("alfa").get("/dev/mail.json").await.is(200).body;
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let word = |mail: &serde_json::Value, name: &str| mail[name].as_str().unwrap().to_owned();
    let to = kept.as_array().unwrap().iter().filter(|mail| mail["to"] == email);
    to.map(|mail| (word(mail, "subject"), word(mail, "body"))).collect()
}

/// Writes minutes of a meeting that was held, and moves them on by `steps`, from version 1.
pub async fn minutes(owner: &Visitor<'_>, meeting: &str, steps: &[&str]) {
    let write = [("meeting", meeting), ("version", "0"), ("text", "Si approva il regolamento")];
    owner.post("minutes/write", &write).await.is(303);
    for (version, step) in (1..).zip(steps) {
        let version = i32::to_string(&version);
        owner.post("minutes/move", &[("meeting", meeting), ("version", &version), ("step", step)]).await.is(303);
    }
}
