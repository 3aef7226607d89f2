//! Paths whose rules know no proposal document: the body answers by adopting the updated agenda.

use super::ground::{act, designed_under, sheet};
use super::{step, stored};
use crate::app::{TestApp, Visitor, on_each_database};
use domain::{role::Role, stage::Stage};

const PATH: &str = "/percorsi/welfare";
const WORK: &str = "/lavoro/percorsi/welfare";

/// Adds a table to `welfare`.
async fn table(by: &Visitor<'_>, name: &str) -> crate::app::Answer {
    let new =
        [("process", "welfare"), ("name", name), ("focus", "Bisogni"), ("audience", "Tutti"), ("facilitator", "")];
    by.post_from("/lavoro/percorsi/welfare/tavoli", "tables/add", &new).await
}

/// Proposes on the first axis that is offered, and gives the identifier.
async fn proposed(citizen: &Visitor<'_>) -> String {
    let page = citizen.get("/proposte/nuova").await.is(200).text();
    let mut offered = page.split("<option value=\"").filter_map(|rest| rest.get(..36)).map(str::to_owned);
    let table = offered.find(|id| id.parse::<domain::id::TableId>().is_ok()).expect("a table takes proposals");
    let fields = [("title", "Corsi serali"), ("body", "In ogni frazione."), ("table", &*table), ("place", "")];
    let to = citizen.post("contributions/propose", &fields).await.is(303).location.unwrap();
    to.trim_start_matches("/proposte/").split('?').next().unwrap().to_owned()
}

/// From the sheet to the archive under the rules of `pack`; the agreement's page answers `agreement`.
async fn lives(app: TestApp, pack: &str, agreement: u16) {
    app.at("2022-02-01T09:00:00Z");
    let designed = designed_under(&app, pack).await;
    let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
    let rosa = app.person("alfa", "Rosa Sassi", &[Role::BodySecretary]).await;
    let carlo = app.person("alfa", "Carlo", &[]).await;
    anna.get("/lavoro/percorsi/welfare/accordo").await.is(agreement);
    app.visitor("alfa").get("/percorsi/welfare/accordo").await.is(404);
    let text = [("slug", "welfare"), ("edition", "0"), ("text", "Ci accordiamo.")];
    anna.post("agreements/write", &text).await.is(if agreement == 404 { 404 } else { 303 });

    // These rules know no table of negotiation and no committee.
    anna.get("/lavoro/percorsi/welfare").await.is(200).hides("/lavoro/percorsi/welfare/organi");
    constitutes_nothing(&anna).await;
    table(&anna, "Competenze").await.is(303);
    step(&anna, "make_ready").await.is(303);
    step(&anna, "start").await.is(422).says("La data di avvio");
    let version = stored(&app).await.version.to_string();
    let notice = [("process", "welfare"), ("version", &*version), ("action", ""), ("link", ""), ("date", "2022-02-01")];
    anna.post_from("/lavoro/percorsi/welfare/avvio", "process/start-notice", &notice).await.is(303);
    step(&anna, "start").await.is(303);
    step(&anna, "open").await.is(303);
    app.visitor("alfa").get(PATH).await.is(200).says("Spetta a: Responsabile del percorso");
    let idea = proposed(&carlo).await;
    step(&anna, "close").await.is(303);
    app.visitor("alfa").get(PATH).await.is(200).says("manca 1 cosa").says("senza risposta: 1").hides("/lavoro/");
    step(&anna, "conclude").await.is(422);
    let no = [("id", &*idea), ("evaluation", "rejected"), ("reason", "I corsi ci sono.")];
    anna.post("contributions/answer", &no).await.is(303);
    step(&anna, "conclude").await.is(303);

    // An older act approved something else: only one that follows the conclusion adopts what came of it.
    act(&rosa, "approval", "2022-01-31").await.is(303);
    step(&rosa, "record_impact").await.is(422).says("approva l’agenda aggiornata");
    rosa.get(WORK).await.is(200).says("/lavoro/percorsi/welfare/atti");
    act(&rosa, "approval", "2022-02-01").await.is(303);
    step(&rosa, "record_impact").await.is(303);
    step(&rosa, "monitor").await.is(303);
    step(&rosa, "archive").await.is(303);
    let archived = stored(&app).await;
    assert_eq!((archived.id, archived.stage), (designed.id, Stage::Archived));
    closed_for_good(&anna, agreement).await;
}

async fn constitutes_nothing(anna: &Visitor<'_>) {
    let organ = [
        ("slug", "welfare"),
        ("kind", "negotiation_table"),
        ("constituted_on", "2022-02-01"),
        ("rules", "Si decide insieme."),
        ("quorum", ""),
        ("comment_days", "10"),
        ("admission", ""),
    ];
    anna.post("organs/constitute", &organ).await.is(422);
    anna.get("/lavoro/percorsi/welfare/organi").await.is(200).hides("organs/constitute");
}

/// What was written about a path that is over stays as it is.
async fn closed_for_good(anna: &Visitor<'_>, agreement: u16) {
    table(anna, "Un altro asse").await.is(422);
    anna.get("/lavoro/percorsi/welfare/tavoli").await.is(200).hides("tables/add");
    constitutes_nothing(anna).await;
    let meeting = [
        ("slug", "welfare"),
        ("of", "public"),
        ("title", "Restituzione"),
        ("date", "2022-03-01"),
        ("time", "18:00"),
        ("mode", "in_person"),
        ("place", "Sala"),
        ("link", ""),
        ("agenda", "Che cosa è cambiato"),
    ];
    anna.post("meetings/plan", &meeting).await.is(422);
    let text = [("slug", "welfare"), ("edition", "1"), ("text", "Ci ripensiamo.")];
    anna.post("agreements/write", &text).await.is(if agreement == 404 { 404 } else { 422 });
}

#[test]
fn a_permanent_process_is_followed_to_its_archive() {
    on_each_database(|app| lives(app, "permanent-municipal", 404));
}

#[test]
fn a_social_and_digital_agenda_is_followed_to_its_archive() {
    on_each_database(|app| lives(app, "agio", 200));
}

#[test]
fn the_tenant_moves_the_end_of_its_cycle() {
    on_each_database(|app| async move {
        app.at("2022-02-01T09:00:00Z");
        designed_under(&app, "permanent-municipal").await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let save = async |end: &str| {
            let version = stored(&app).await.version.to_string();
            anna.post_from("/lavoro/percorsi/welfare/scheda", "process/sheet", &sheet(&version, end)).await
        };
        step(&anna, "make_ready").await.is(303);
        let version = stored(&app).await.version.to_string();
        let notice =
            [("process", "welfare"), ("version", &*version), ("action", ""), ("link", ""), ("date", "2022-02-02")];
        anna.post_from("/lavoro/percorsi/welfare/avvio", "process/start-notice", &notice).await.is(303);
        save("").await.is(303);
        let refused = step(&anna, "start").await.is(422);
        refused.says("già avvenuto (indicato: 02/02/2022)").says("Il giorno in cui finisce il ciclo");
        save("2022-12-31").await.is(303);
        app.at("2022-02-02T09:00:00Z");
        step(&anna, "start").await.is(303);
        assert_eq!(stored(&app).await.authorised_end, "2022-12-31".parse().ok());

        save("2022-02-01").await.is(422).says("già passata").says("2022-02-01");
        save("").await.is(422).says("campo obbligatorio");
        assert_eq!(stored(&app).await.authorised_end, "2022-12-31".parse().ok());
        save("2022-11-30").await.is(303);
        super::pauses::because(&anna, "suspend", "Elezioni").await.is(303);
        save("2022-12-15").await.is(303);
        assert_eq!(stored(&app).await.authorised_end, "2022-12-15".parse().ok(), "also while it rests");
        super::pauses::because(&anna, "resume", "Si riparte").await.is(303);
        save("2022-11-30").await.is(303);
        let moved = stored(&app).await;
        assert_eq!(moved.authorised_end, "2022-11-30".parse().ok());
        assert_eq!(moved.original_end, "2022-12-31".parse().ok());
        app.visitor("alfa").get(PATH).await.is(200).says("Fine del ciclo spostata").says("15/12/2022 → 30/11/2022");
    });
}
