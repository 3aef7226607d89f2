//! A process made and brought to its start through the forms.

use crate::app::{TestApp, Visitor};
use domain::role::Role;
use server::store::processes::{self, Process};

/// The process `welfare` of `alfa`, as stored.
pub async fn stored(app: &TestApp) -> Process {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    processes::by_slug(&tx, seed.scope(), "welfare").await.unwrap()
}

/// Makes the process `welfare` in `alfa` under the rules of Emilia-Romagna, and its sheet; the owner is Anna.
pub async fn designed(app: &TestApp) -> Process {
    designed_under(app, "er-lr15-2018").await
}

/// The same under the rules of `pack`.
pub async fn designed_under(app: &TestApp, pack: &str) -> Process {
    let admin = app.person("alfa", "Ada Admin", &[Role::TenantAdmin]).await;
    let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
    let owner = anna.id.unwrap().to_string();
    let fields = [
        ("title", "Welfare e agenda digitale locale"),
        ("slug", "welfare"),
        ("summary", "Che cosa deve fare il digitale per le persone."),
        ("pack", pack),
        ("owner", owner.as_str()),
    ];
    let made = admin.post("process/create", &fields).await.is(303);
    assert_eq!(made.location.as_deref(), Some("/lavoro/percorsi/welfare?esito=process_created"));
    let version = stored(app).await.version.to_string();
    // A cycle ends when its sheet says so.
    let end = if pack == "permanent-municipal" { "2022-12-31" } else { "" };
    anna.post("process/sheet", &sheet(&version, end)).await.is(303);
    stored(app).await
}

/// A sheet that is ready, with `end` as its last day.
pub fn sheet<'a>(version: &'a str, end: &'a str) -> [(&'static str, &'a str); 10] {
    [
        ("process", "welfare"),
        ("form", "scheda"),
        ("version", version),
        ("summary", "Che cosa deve fare il digitale per le persone."),
        ("title", "Welfare e agenda digitale locale"),
        ("object", "Le priorità della transizione digitale"),
        ("decision_body", "Unione alfa"),
        ("phases", "Condivisione, apertura, chiusura"),
        ("staff", "Ufficio di Piano"),
        ("planned_end", end),
    ]
}

/// Sends the step `step` of `welfare`.
pub async fn step(by: &Visitor<'_>, step: &str) -> crate::app::Answer {
    let version = stored(by.app).await.version.to_string();
    let typed = [("form", step), ("process", "welfare"), ("version", version.as_str()), ("step", step), ("note", "")];
    by.post_from("/lavoro/percorsi/welfare", "process/step", &typed).await
}

/// Registers the suspension act of `welfare`.
pub async fn suspended(by: &Visitor<'_>) {
    act(by, "suspension_act", "2021-12-02").await.is(303);
}

/// Registers an act of `welfare`.
pub async fn act(by: &Visitor<'_>, kind: &str, date: &str) -> crate::app::Answer {
    let act = [
        ("process", "welfare"),
        ("kind", kind),
        ("body", "Giunta dell'Unione"),
        ("number", "112"),
        ("date", date),
        ("subject", "Agenda digitale"),
        ("link", ""),
        ("document", ""),
    ];
    by.post("process/act", &act).await
}

/// Writes the start notice of `welfare`, signed by Giulia.
pub async fn notice(app: &TestApp, link: &str, date: &str, signed: bool) -> crate::app::Answer {
    let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
    let version = stored(app).await.version.to_string();
    let mut fields = vec![
        ("process", "welfare"),
        ("version", version.as_str()),
        ("action", "Primo incontro del Tavolo di negoziazione"),
        ("link", link),
        ("date", date),
    ];
    if signed {
        fields.push(("signed", "si"));
    }
    giulia.post_from("/lavoro/percorsi/welfare/avvio", "process/start-notice", &fields).await
}

/// The process started on 1 February 2022 for nine months.
pub async fn started(app: &TestApp) -> Process {
    app.at("2022-02-01T09:00:00Z");
    let version = designed(app).await.version.to_string();
    let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
    let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
    let times = [
        ("process", "welfare"),
        ("version", version.as_str()),
        ("duration", "9"),
        ("start_limit", ""),
        ("contributions_close", "2022-10-23"),
    ];
    anna.post("process/times", &times).await.is(303);
    suspended(&anna).await;
    step(&anna, "make_ready").await.is(303);
    notice(app, "https://alfa.example/percorso", "2022-02-01", true).await.is(303);
    step(&giulia, "start").await.is(303);
    stored(app).await
}
