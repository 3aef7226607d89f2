//! Scenario 2: more time is asked within limits and dates, granted, granted for less, or refused.

mod guarantor;
mod lapse;

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    process::{started, stored},
};
use domain::{extension::ExtensionState, role::Role};
use server::store::extensions::{self, Extension};

pub async fn kept(app: &TestApp) -> Vec<Extension> {
    let process = stored(app).await;
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    extensions::of_process(&tx, seed.scope(), process.id).await.unwrap()
}

pub async fn draft(by: &Visitor<'_>, until: &str, reasons: &str) -> Answer {
    let fields = [
        ("process", "welfare"),
        ("id", ""),
        ("version", ""),
        ("reasons", reasons),
        ("progress", "Tre incontri su cinque"),
        ("until", until),
        ("timetable", "Laboratorio il 3 dicembre"),
        ("document", ""),
    ];
    by.post_from("/lavoro/percorsi/welfare/proroghe", "extension/draft", &fields).await
}

pub async fn request(by: &Visitor<'_>, id: &str) -> Answer {
    by.post_from(
        "/lavoro/percorsi/welfare/proroghe",
        "extension/request",
        &[("process", "welfare"), ("id", id), ("form", &format!("invia-{id}"))],
    )
    .await
}

pub async fn decide(by: &Visitor<'_>, id: &str, outcome: &str, days: &str, reason: &str) -> Answer {
    let fields = [
        ("process", "welfare"),
        ("id", id),
        ("form", &format!("decidi-{id}")),
        ("outcome", outcome),
        ("days", days),
        ("reason", reason),
        ("act", "Determina n. 88 del 18/10/2022"),
        ("document", ""),
    ];
    by.post_from("/lavoro/percorsi/welfare/proroghe", "extension/decide", &fields).await
}

#[test]
fn sixty_days_are_asked_and_granted() {
    on_each_database(|app| async move {
        let start = started(&app).await.started_on;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        app.at("2022-10-10T09:00:00Z");

        draft(&anna, "2022-12-31", " ").await.is(422).says("campo obbligatorio");
        draft(&anna, "2022-12-31", "Le scuole hanno appena riaperto").await.is(303);
        let id = kept(&app).await[0].id.to_string();
        request(&anna, &id).await.is(403);
        request(&giulia, &id).await.is(303);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);
        assert_eq!(kept(&app).await[0].days_asked, 60);

        // The owner does not grant, and the attempt leaves a trace.
        let entries = app.count("audit_entries").await;
        decide(&anna, &id, "grant", "", "").await.is(403);
        assert_eq!(app.count("audit_entries").await, entries + 1);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);

        let mails = app.count("mails").await;
        decide(&ilaria, &id, "refuse", "", "").await.is(422).says("campo obbligatorio");
        decide(&ilaria, &id, "grant_reduced", "61", "").await.is(422).says("ne sono stati chiesti 60");
        decide(&ilaria, &id, "grant", "", "").await.is(303);
        assert_eq!(app.count("mails").await, mails + 2, "owner and legal representative are told");
        let process = stored(&app).await;
        assert_eq!(process.authorised_end, "2022-12-31".parse().ok());
        assert_eq!(process.original_end, "2022-11-01".parse().ok());
        assert_eq!(process.contributions_close, "2022-12-22".parse().ok());
        assert_eq!(process.started_on, start);
        decide(&ilaria, &id, "grant", "", "").await.is(422);

        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        page.says("Proroga concessa").says("31/12/2022").says("Determina n. 88").says("old-date");

        // What was granted counts: nothing is left.
        draft(&anna, "2023-01-10", "Ancora").await.is(303);
        let second = kept(&app).await[1].id.to_string();
        request(&giulia, &second).await.is(422).says("il massimo è 60 in tutto (regole ER-2021 v1)");
        assert_eq!(stored(&app).await.authorised_end, "2022-12-31".parse().ok());
    });
}

#[test]
fn a_request_beyond_the_limits_is_refused() {
    on_each_database(|app| async move {
        started(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&giulia, "2022-10-20", "Prima della fine").await.is(422).says("01/11/2022");
        draft(&giulia, "2023-01-01", "Un giorno di troppo").await.is(303);
        let id = kept(&app).await[0].id.to_string();
        request(&giulia, &id).await.is(422).says("Chiesti 61 giorni").says("ER-2021 v1");
        assert_eq!(kept(&app).await[0].state, ExtensionState::Draft);
        // The end is past: too late.
        app.at("2022-11-02T09:00:00Z");
        request(&giulia, &id).await.is(422).says("Il termine era già scaduto il 01/11/2022");
        assert_eq!(kept(&app).await[0].state, ExtensionState::Draft);
        // Others' requests are not there.
        let other = app.person("beta", "Bruno Beta", &[Role::LegalRepresentative, Role::FundingOfficer]).await;
        request(&other, &id).await.is(404);
        decide(&other, &id, "grant", "", "").await.is(404);
        let citizen = app.person("alfa", "Carlo Rossi", &[]).await;
        citizen.get("/lavoro/percorsi/welfare/proroghe").await.is(404);
        draft(&citizen, "2022-12-31", "Perché no").await.is(404);
    });
}

#[test]
fn less_is_granted_or_nothing() {
    on_each_database(|app| async move {
        started(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&giulia, "2022-12-01", "Servono trenta giorni").await.is(303);
        let id = kept(&app).await[0].id.to_string();
        request(&giulia, &id).await.is(303);
        decide(&ilaria, &id, "refuse", "", "Il calendario non regge").await.is(303);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Refused);
        assert_eq!(stored(&app).await.authorised_end, "2022-11-01".parse().ok());
        draft(&giulia, "2022-12-01", "Con un calendario nuovo").await.is(303);
        let id = kept(&app).await[1].id.to_string();
        request(&giulia, &id).await.is(303);
        decide(&ilaria, &id, "grant_reduced", "10", "Bastano dieci giorni").await.is(303);
        assert_eq!(stored(&app).await.authorised_end, "2022-11-11".parse().ok());
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        page.says("Proroga rifiutata").says("Il calendario non regge").says("Proroga concessa in parte");
    });
}
