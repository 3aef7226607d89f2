//! Scenarios 1 (its first half) and 3: a process is made, described, readied, started; what is missing is told.

mod cycles;
pub mod ground;
mod long;
mod many;
mod papers;
pub mod pauses;
mod seen;

use crate::app::on_each_database;
use domain::{role::Role, stage::Stage};
pub use ground::{designed, notice, started, step, stored, suspended};
use server::store::{history, organs, phases};

#[test]
fn a_process_starts_and_its_end_follows() {
    on_each_database(|app| async move {
        let process = started(&app).await;
        assert_eq!(process.stage, Stage::Sharing);
        assert_eq!(process.started_on, "2022-02-01".parse().ok());
        assert_eq!(process.authorised_end, "2022-11-01".parse().ok());
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let kinds: Vec<_> = history::of_process(&tx, seed.scope(), process.id, false, None)
            .await
            .unwrap()
            .0
            .into_iter()
            .map(|event| event.kind.code())
            .collect();
        assert_eq!(kinds, ["start", "make_ready", "act_registered", "created"]);
        let kept = phases::of_process(&tx, seed.scope(), process.id).await.unwrap();
        let sharing = kept.iter().find(|phase| phase.key == "sharing").unwrap();
        assert_eq!(sharing.actual_from, process.started_on);
        assert!(organs::of_process(&tx, seed.scope(), process.id).await.unwrap().is_empty());
        drop(tx);

        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        let page = page
            .says("Avvio formale dal 01/02/2022")
            .says("01/11/2022")
            .hides("Ufficio di Piano\n")
            .hides("Percorso creato");
        page.says("id=\"storia\"").says("id=\"atti\"").says("Ogni operazione di chi conduce il percorso è registrata");
        app.visitor("alfa").get("/percorsi").await.is(200).says("Welfare e agenda digitale locale");
        // Opening waits for the table, its meeting, its minutes and the map: all of it is told.
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        step(&anna, "open")
            .await
            .is(422)
            .says("Il Tavolo di negoziazione costituito")
            .says("La mappa dei portatori di interesse condivisa");
        assert_eq!(stored(&app).await.stage, Stage::Sharing);
        anna.get("/lavoro").await.is(200).says("Apri la raccolta delle proposte").says("Conclusione del percorso");
    });
}

#[test]
fn a_start_is_refused_until_nothing_is_missing() {
    on_each_database(|app| async move {
        app.at("2024-03-31T09:00:00Z");
        designed(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        // No suspension act.
        let refused = step(&anna, "make_ready").await.is(422).text();
        // Said once, where it leads to its place.
        let (_, said) = refused.split_once("id=\"errori\"").expect("a refusal is summed up");
        assert!(
            said.contains("<a href=\"/lavoro/percorsi/welfare/atti\">L’atto di sospensione delle decisioni"),
            "{said}"
        );
        assert_eq!(refused.matches("L’atto di sospensione delle decisioni").count(), 1);
        suspended(&anna).await;
        let version = stored(&app).await.version.to_string();
        let times = [
            ("process", "welfare"),
            ("version", version.as_str()),
            ("duration", "9"),
            ("start_limit", "2024-03-30"),
            ("contributions_close", ""),
        ];
        anna.post("process/times", &times).await.is(303);
        step(&anna, "make_ready").await.is(303);
        // It tells of what happened: not of tomorrow, and what was typed stays.
        let version = stored(&app).await.version.to_string();
        let ahead =
            [("process", "welfare"), ("version", version.as_str()), ("action", "Incontro in piazza"), ("link", "")];
        let ahead = [ahead.as_slice(), &[("date", "2024-04-01"), ("signed", "si")]].concat();
        let page = giulia.post_from("/lavoro/percorsi/welfare/avvio", "process/start-notice", &ahead).await.is(422);
        page.says("href=\"#date\"").says("questa data è nel futuro").says("Incontro in piazza").says("2024-04-01");
        anna.post("process/start-notice", &ahead).await.is(403);
        assert_eq!(stored(&app).await.started_on, None);
        // The web link is missing, then the signature, then the date comes after the call's limit.
        notice(&app, "", "2024-03-30", true).await.is(303);
        step(&giulia, "start").await.is(422).says("L’indirizzo web indicato nella dichiarazione di avvio");
        notice(&app, "https://alfa.example/percorso", "2024-03-30", false).await.is(303);
        step(&giulia, "start").await.is(422).says("La firma del legale rappresentante");
        notice(&app, "https://alfa.example/percorso", "2024-03-31", true).await.is(303);
        step(&giulia, "start")
            .await
            .is(422)
            .says("Avvio entro il giorno 30/03/2024 (indicato: 31/03/2024; regole ER-2021 v1)");
        assert_eq!(stored(&app).await.stage, Stage::Ready);
        notice(&app, "https://alfa.example/percorso", "2024-03-30", true).await.is(303);
        step(&giulia, "start").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Sharing);
    });
}

#[test]
fn bad_input_and_wrong_roles_change_nothing() {
    on_each_database(|app| async move {
        app.at("2022-02-01T09:00:00Z");
        let before = designed(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let moderator = app.person("alfa", "Mario Mod", &[Role::Moderator]).await;
        let citizen = app.person("alfa", "Carlo Rossi", &[]).await;

        // Only the administrator creates; a taken name is refused with what was typed.
        let again = [
            ("title", "Altro percorso"),
            ("slug", "welfare"),
            ("summary", ""),
            ("pack", "er-lr15-2018"),
            ("owner", ""),
        ];
        anna.post("process/create", &again).await.is(403);
        app.visitor("alfa").post("process/create", &again).await.is(401);
        let admin = app.person("alfa", "Ada Admin", &[Role::TenantAdmin]).await;
        let refused = admin.post_from("/lavoro/percorsi/nuovo", "process/create", &again).await.is(422);
        refused.says("è già in uso").says("Altro percorso");

        // A sheet with faults shows them all and keeps what was typed.
        let version = before.version.to_string();
        let sheet = [
            ("process", "welfare"),
            ("version", version.as_str()),
            ("form", "scheda"),
            ("summary", ""),
            ("title", ""),
            ("planned_start", "2022-02-01"),
            ("planned_end", "2022-01-01"),
            ("web_url", "javascript:alert(1)"),
            ("object", "</textarea><script>alert(1)</script>"),
        ];
        let page = anna.post_from("/lavoro/percorsi/welfare/scheda", "process/sheet", &sheet).await.is(422);
        page.says("campo obbligatorio").says("https://").hides("<script>alert(1)");
        // More than the call grants to one project.
        let mut rich = sheet[..4].to_vec();
        rich.extend([("title", "Welfare"), ("grant_cents", "15.000,01")]);
        let page = anna.post_from("/lavoro/percorsi/welfare/scheda", "process/sheet", &rich).await.is(422);
        page.says("al massimo 15.000 euro").says("15.000,01");
        // Somebody changed it meanwhile.
        let stale = [("process", "welfare"), ("version", "1"), ("summary", ""), ("title", "Nuovo titolo")];
        assert!(before.version > 1);
        anna.post("process/sheet", &stale).await.is(409);
        giulia.post("process/sheet", &stale).await.is(403);
        step(&giulia, "make_ready").await.is(403);
        step(&anna, "fly").await.is(422);
        // Leaving the path asks for a reason.
        giulia
            .post("process/step", &[("process", "welfare"), ("version", "1"), ("step", "withdraw"), ("note", " ")])
            .await
            .is(422);
        assert_eq!(stored(&app).await, before);

        // A process in preparation is nobody's business but its staff's.
        for nobody in [&moderator, &citizen, &app.visitor("alfa")] {
            nobody.get("/percorsi/welfare").await.is(404);
            nobody.get("/percorsi").await.is(200).hides("Welfare e agenda");
        }
        citizen.get("/lavoro/percorsi/welfare").await.is(404);
        app.visitor("alfa").get("/lavoro/percorsi/welfare").await.is(303);
        citizen.get("/lavoro").await.is(403);
        // Nor another tenant's, whatever the role.
        let other = app.person("beta", "Bruno Beta", &[Role::TenantAdmin, Role::ProcessOwner]).await;
        other.get("/lavoro/percorsi/welfare").await.is(404);
        step(&other, "make_ready").await.is(404);
        assert_eq!(stored(&app).await, before);
    });
}

#[test]
fn a_permanent_process_knows_no_guarantor_and_no_extension() {
    on_each_database(|app| async move {
        app.at("2022-05-16T09:00:00Z");
        let admin = app.person("alfa", "Ada Admin", &[Role::TenantAdmin]).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let fields = [
            ("title", "Agenda digitale"),
            ("slug", ""),
            ("summary", ""),
            ("pack", "permanent-municipal"),
            ("owner", ""),
        ];
        admin.post("process/create", &fields).await.is(303);
        let page = anna.get("/lavoro/percorsi/agenda-digitale").await.is(200);
        page.hides("Proroghe").hides("Documento di proposta").hides("Relazione finale");
        anna.get("/lavoro/percorsi/agenda-digitale/proroghe").await.is(404);
        anna.get("/percorsi/agenda-digitale").await.is(200).hides("Garante").hides("Documento di proposta");
    });
}

#[test]
fn the_coordinator_sees_the_deadlines_of_all_tenants() {
    on_each_database(|app| async move {
        started(&app).await;
        let carla = app.person("platform", "Carla Coord", &[Role::Coordinator]).await;
        let page = carla.get("/scadenze").await.is(200);
        page.says("Unione alfa").says("Conclusione del percorso").says("Welfare e agenda digitale locale");
        app.at("2022-11-03T09:00:00Z");
        carla.get("/scadenze").await.is(200).says("scaduto il giorno 01/11/2022 (2 giorni fa)");
        for narrowed in ["ente=alfa&dal=2022-11-01&al=2022-11-30", "dal=ieri"] {
            carla.get(&format!("/scadenze?{narrowed}")).await.is(200).says("scaduto il giorno 01/11/2022");
        }
        for other in ["ente=beta", "ente=boh", "dal=2022-11-02", "al=2022-10-31"] {
            let page = carla.get(&format!("/scadenze?{other}")).await.is(200);
            page.hides("scaduto il giorno 01/11/2022").says("Togli i filtri");
        }
        carla.get("/enti/alfa").await.is(200).says("/scadenze?ente=alfa");
        carla.get("/scadenze?dopo=x").await.is(404);
        app.visitor("platform").get("/scadenze").await.is(303);
        let guarantor = app.person("platform", "Gina Garante", &[Role::Guarantor]).await;
        guarantor.get("/scadenze").await.is(403);
        app.visitor("alfa").get("/scadenze").await.is(404);
    });
}
