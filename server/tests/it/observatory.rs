//! Scenario 10: the record of the regional observatory goes out, comes back, and changes nothing in silence.

mod files;

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    process::{started, stored},
};
use domain::{role::Role, sheet::ProjectSheet, stage::Stage};
use server::{
    demo,
    store::{observatory_records, processes},
};

const PAGE: &str = "/lavoro/percorsi/welfare/osservatorio";
const FILE: &str = "/lavoro/percorsi/welfare/osservatorio.csv";

/// The cell under `heading` of a file of one row.
fn cell(file: &str, heading: &str) -> String {
    let mut lines = file.trim_start_matches('\u{feff}').split("\r\n");
    let mut cells = || lines.next().unwrap().split(';').map(|cell| cell.trim_matches('"')).collect::<Vec<_>>();
    let (headings, row) = (cells(), cells());
    row[headings.iter().position(|one| *one == heading).unwrap_or_else(|| panic!("no {heading:?}"))].to_owned()
}

async fn kept(app: &TestApp) -> observatory_records::Kept {
    let process = stored(app).await.id;
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    observatory_records::of(&tx, seed.scope(), process).await.unwrap()
}

/// The process `welfare` of `alfa` as concluded, with these sums.
async fn concluded(app: &TestApp, cost: i64, grant: i64) -> Visitor<'_> {
    let before = started(app).await;
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let sheet = ProjectSheet {
        budget_cents: Some(cost),
        grant_cents: Some(grant),
        observatory_id: Some(2_162),
        certification_year: Some(2_021),
        ..before.sheet.clone()
    };
    let concluded_on = "2022-12-23".parse().ok();
    let after = processes::Process { stage: Stage::Concluded, concluded_on, sheet, ..before };
    processes::update(&tx, seed.scope(), &after).await.unwrap();
    tx.commit().await.unwrap();
    app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await
}

async fn check(by: &Visitor<'_>, name: &str, file: &[u8]) -> Answer {
    by.send_file(PAGE, "observatory/check", &[("slug", "welfare")], (name, file)).await
}

async fn act(app: &TestApp, by: &Visitor<'_>, what: &str) -> Answer {
    let version = kept(app).await.version.to_string();
    by.post_from(PAGE, &format!("observatory/{what}"), &[("slug", "welfare"), ("version", &version)]).await
}

#[test]
fn record_2162_goes_out_and_comes_back_without_a_change() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let owner = app.person("val-denza", "Olga", &[Role::ProcessOwner]).await;
        let (page, draft) =
            ("/lavoro/percorsi/welfare-digitale/osservatorio", "/lavoro/percorsi/welfare-digitale/osservatorio.csv");
        let public = "/percorsi/welfare-digitale/osservatorio.csv";
        // While the path runs its end is missing, and nobody else takes the file.
        owner.get(page).await.is(200).says("Arriva con la conclusione del percorso");
        app.visitor("val-denza").get(public).await.is(404);
        app.visitor("val-denza").get("/percorsi/welfare-digitale").await.is(200).hides(public);
        let seed = app.seed("val-denza").await;
        let tx = seed.begin().await.unwrap();
        let before = processes::by_slug(&tx, seed.scope(), "welfare-digitale").await.unwrap();
        let concluded_on = "2022-12-23".parse().ok();
        let after = processes::Process { stage: Stage::Concluded, concluded_on, ..before };
        processes::update(&tx, seed.scope(), &after).await.unwrap();
        tx.commit().await.unwrap();

        let first = owner.get(draft).await.is(200);
        assert_eq!(first.headers["content-type"], "text/csv; charset=utf-8");
        for (heading, said) in [
            ("Numero della scheda", "2162"),
            ("Titolo", "Welfare e agenda digitale locale"),
            ("Stato di avanzamento", "Concluso"),
            ("Anno finanziamento", "2021"),
            ("Importo finanziato dal bando", "15.000,00 €"),
            ("Cofinanziamento altri soggetti", "Non prevista come premialità nel bando di riferimento"),
            ("Costo complessivo", "15.000,00 €"),
            ("Data inizio", "01/02/2022"),
            ("Data fine", "23/12/2022"),
            ("Durata (mesi)", "10"),
            ("Logo", "Non indicato o dato non disponibile nelle fonti consultate"),
        ] {
            assert_eq!(cell(&first.body, heading), said, "{heading}");
        }
        let owner_name = after.sheet.owner_name.as_str();
        first.hides(owner_name);
        let first = owner.get(draft).await.is(200).body;
        assert_eq!(app.visitor("val-denza").get(public).await.is(200).body, first);
        app.visitor("val-denza").get("/percorsi/welfare-digitale").await.is(200).says(public);

        let fields = [("slug", "welfare-digitale")];
        owner.send_file(page, "observatory/check", &fields, ("scheda.csv", first.as_bytes())).await.is(303);
        let read = owner.get(page).await.is(200);
        read.says("Nessuna modifica").hides("/api/observatory/accept");
        assert_eq!(owner.get(draft).await.is(200).body, first);
    });
}

#[test]
fn a_share_has_two_decimals_and_a_comma() {
    on_each_database(|app| async move {
        let anna = concluded(&app, 2_100_000, 1_500_000).await;
        let file = anna.get(FILE).await.is(200).body;
        assert_eq!(cell(&file, "Percentuale cofinanziamento"), "28,57");
        assert_eq!(cell(&file, "Costo complessivo"), "21.000,00 €");
    });
}

#[test]
fn what_is_missing_is_named_and_supplied() {
    on_each_database(|app| async move {
        let anna = concluded(&app, 1_500_000, 1_500_000).await;
        let page = anna.get(PAGE).await.is(200);
        let page = page.says("Cofinanziamento altri soggetti").says("/lavoro/percorsi/welfare/scheda#scheda-address");
        page.says("href=\"/lavoro/percorsi/welfare/organi\"").says("href=\"#voci-fields[logo]\"");
        let save = |year: &'static str, tasks: &'static str| {
            [
                ("slug", "welfare"),
                ("version", "0"),
                ("form", "voci"),
                ("fields[funding_year]", year),
                ("fields[committee_tasks]", tasks),
                ("fields[cofinancing]", "No"),
                // What the process says is written there.
                ("fields[title]", "Un altro titolo"),
            ]
        };
        let refused = anna.post_from(PAGE, "observatory/save", &save("ventuno", "Vigilanza")).await.is(422);
        refused.says("ventuno").says("Vigilanza").says("id=\"voci-fields[funding_year]-errore\"");
        assert_eq!(kept(&app).await.version, 0);
        anna.post_from(PAGE, "observatory/save", &save("2021", "monitoraggio degli esiti")).await.is(303);
        let file = anna.get(FILE).await.is(200).body;
        assert_eq!(cell(&file, "Anno finanziamento"), "2021");
        assert_eq!(cell(&file, "Funzioni del Comitato di garanzia locale"), "Monitoraggio degli esiti");
        assert_eq!(cell(&file, "Titolo"), "Welfare e agenda digitale locale");
        let said = kept(&app).await.record.fields;
        assert!(said.len() == 3 && said.values().all(Option::is_some), "what says nothing is not kept: {said:?}");
        anna.get(PAGE).await.is(200).hides("href=\"#voci-fields[cofinancing]\"");
        // Who saw an earlier version does not write over it.
        anna.post_from(PAGE, "observatory/save", &save("2020", "")).await.is(409).says("2020");
    });
}

#[test]
fn only_who_prepares_the_record_enters_and_only_where_the_rules_ask_for_one() {
    on_each_database(|app| async move {
        let anna = concluded(&app, 1_500_000, 1_500_000).await;
        let citizen = app.person("alfa", "Carlo", &[]).await;
        let secretary = app.person("alfa", "Sara", &[Role::BodySecretary]).await;
        for (who, status) in [(&app.visitor("alfa"), 303), (&citizen, 404)] {
            who.get(PAGE).await.is(status);
            who.get(FILE).await.is(404).hides("Numero della scheda");
        }
        secretary.get(PAGE).await.is(200).hides("/api/observatory/");
        check(&secretary, "scheda.csv", b"Titolo\nAltro\n").await.is(403);
        anna.get("/lavoro/percorsi/welfare").await.is(200).says(PAGE);
        app.visitor("beta").get("/percorsi/welfare/osservatorio.csv").await.is(404);

        // A permanent process has no observatory.
        let (seed, before) = (app.seed("alfa").await, stored(&app).await);
        let tx = seed.begin().await.unwrap();
        let after = processes::Process { pack_key: "permanent-municipal".into(), ..before };
        processes::update(&tx, seed.scope(), &after).await.unwrap();
        tx.commit().await.unwrap();
        anna.get(PAGE).await.is(404);
        anna.get(FILE).await.is(404);
        app.visitor("alfa").get("/percorsi/welfare/osservatorio.csv").await.is(404);
        anna.get("/lavoro/percorsi/welfare").await.is(200).hides(PAGE);
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).hides("osservatorio.csv");
    });
}
