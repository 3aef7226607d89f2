//! Scenario 1: Val d'Enza from its project sheet to the acknowledgement of its proposals.

use super::paper::Paper;
use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    documents::PDF,
    extension,
    process::{started, step, stored},
};
use domain::{
    calendar::{Holidays, add_days},
    document::Visibility,
    pack::{self, Rolling},
    role::Role,
    stage::Stage,
};

const TABLES: [&str; 6] = ["Scuole", "Associazioni", "Imprese", "Operatori digitali", "Servizi sociali", "Sistemi"];

fn id_after(page: &str, mark: &str) -> String {
    page.split(mark).nth(1).unwrap_or_else(|| panic!("{mark:?} is not there: {page}")).chars().take(36).collect()
}

/// Files a document of `welfare` and gives its identifier.
async fn filed(by: &Visitor<'_>, (title, kind, visibility): (&str, &str, &str)) -> String {
    let fields =
        [("slug", "welfare"), ("title", title), ("kind", kind), ("visibility", visibility), ("dated", "2022-02-01")];
    let desk = "/lavoro/percorsi/welfare/documenti";
    let to = by.send_file(desk, "documents/upload", &fields, ("documento.pdf", PDF)).await.is(303).location.unwrap();
    id_after(&to, "/lavoro/documenti/")
}

/// Plans, calls and holds a meeting, and gives its identifier.
async fn meeting(owner: &Visitor<'_>, of: &str, title: &str, date: &str) -> String {
    let typed = [
        ("slug", "welfare"),
        ("of", of),
        ("title", title),
        ("date", date),
        ("time", "10:00"),
        ("mode", "in_person"),
        ("place", "Multiplo, Cavriago"),
        ("link", ""),
        ("agenda", "Regole e programma"),
    ];
    let to = owner.post("meetings/plan", &typed).await.is(303).location.unwrap();
    id_after(&to, "/lavoro/incontri/")
}

async fn held(app: &TestApp, owner: &Visitor<'_>, meeting: &str, at: &str) {
    owner.post("meetings/convene", &[("meeting", meeting), ("version", "1")]).await.is(303);
    app.at(at);
    let typed = [("meeting", meeting), ("version", "2"), ("women", "6"), ("men", "5"), ("undeclared", "")];
    owner.post("meetings/hold", &typed).await.is(303);
}

async fn minutes(owner: &Visitor<'_>, meeting: &str, version: &str, step: &str) -> Answer {
    owner.post("minutes/move", &[("meeting", meeting), ("version", version), ("step", step)]).await
}

/// The negotiation table meets and its minutes are published: the path may open.
async fn table_meets(app: &TestApp, owner: &Visitor<'_>, delegate: &Visitor<'_>) -> String {
    let organ = [
        ("slug", "welfare"),
        ("kind", "negotiation_table"),
        ("constituted_on", "2022-02-01"),
        ("rules", "Consenso, con le obiezioni a verbale"),
    ];
    owner.post("organs/constitute", &organ).await.is(303);
    let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
    let organ = id_after(&desk, "name=\"organ\" value=\"");
    let apply = [
        ("organ", organ.as_str()),
        ("organisation", "Voci Migranti"),
        ("kind", "association"),
        ("category", "nuovi cittadini"),
        ("why", "Parliamo con chi arriva"),
    ];
    delegate.post("organs/apply", &apply).await.is(303);
    let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
    let member = id_after(&desk, "name=\"member\" value=\"");
    let accept = [("member", member.as_str()), ("step", "accept"), ("reason", ""), ("back", "work")];
    owner.post("organs/move", &accept).await.is(303);
    let first = meeting(owner, &format!("organ:{organ}"), "Primo incontro del Tavolo", "2022-02-20").await;
    held(app, owner, &first, "2022-02-20T12:00:00Z").await;
    let write = [("meeting", first.as_str()), ("version", "0"), ("text", "Si approvano le regole.")];
    owner.post("minutes/write", &write).await.is(303);
    minutes(owner, &first, "1", "open_comments").await.is(303);
    app.at("2022-03-01T09:00:00Z");
    minutes(owner, &first, "2", "approve").await.is(303);
    minutes(owner, &first, "3", "publish").await.is(303);
    first
}

async fn extended(app: &TestApp, owner: &Visitor<'_>, giulia: &Visitor<'_>) {
    app.at("2022-10-10T09:00:00Z");
    extension::draft(app, owner, "2022-12-31", "Le scuole hanno appena riaperto").await.is(303);
    extension::request(giulia, &extension::kept(app).await[0]).await.is(303);
    let act = extension::paper(app, Visibility::Public).await;
    let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
    extension::decide(&ilaria, &extension::kept(app).await[0], ("grant", "", ""), &act).await.is(303);
}

/// Proposes for the first table, and gives the identifier.
async fn proposed(citizen: &Visitor<'_>) -> String {
    let page = citizen.get("/proposte/nuova").await.is(200).text();
    let mut offered = page.split("<option value=\"").filter_map(|rest| rest.get(..36)).map(str::to_owned);
    let table = offered.find(|id| id.parse::<domain::id::TableId>().is_ok()).expect("a table takes proposals");
    let fields = [("title", "Aiuto digitale"), ("body", "Un punto in ogni comune."), ("table", &*table), ("place", "")];
    let to = citizen.post("contributions/propose", &fields).await.is(303).location.unwrap();
    id_after(&to, "/proposte/")
}

#[test]
fn a_path_lives_from_its_sheet_to_the_decisions() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let process = started(&app).await;
        assert_eq!(process.authorised_end, "2022-11-01".parse().ok());
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let carlo = app.person("alfa", "Carlo", &[]).await;
        for name in TABLES {
            let table = [
                ("process", "welfare"),
                ("name", name),
                ("focus", "Bisogni"),
                ("audience", "Tutti"),
                ("facilitator", ""),
            ];
            anna.post("tables/add", &table).await.is(303);
        }
        let delegate = app.person("alfa", "Delia Delegata", &[]).await;
        let first = table_meets(&app, &anna, &delegate).await;
        step(&anna, "open").await.is(422).says("La mappa dei portatori di interesse condivisa");
        filed(&anna, ("Mappa dei portatori di interesse", "stakeholder_map", "public")).await;
        step(&anna, "open").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Opening);

        // Contributions, the extension, the laboratory that only the extension allows.
        let said = proposed(&carlo).await;
        extended(&app, &anna, &giulia).await;
        let lab = meeting(&anna, "public", "Laboratorio civico", "2022-12-03").await;
        step(&anna, "close").await.is(422).says("incontri");
        held(&app, &anna, &lab, "2022-12-03T12:00:00Z").await;
        app.at("2022-12-15T09:00:00Z");
        step(&anna, "close").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Closing);
        carlo
            .post("contributions/propose", &[("title", "Tardi"), ("body", "x"), ("table", ""), ("place", "")])
            .await
            .is(422);

        // The document, with the table's minutes among its sources, is validated and sent: that concludes.
        let paper = Paper { app: &app, owner: anna.clone(), process: process.id, slug: "welfare" };
        step(&anna, "conclude").await.is(422);
        let waits = anna.get("/lavoro/percorsi/welfare").await.is(200);
        waits.says("Dopo la conclusione restano in sospeso").says("1 proposta senza risposta");
        paper.write("Bisogni").await.is(303);
        let sources = anna.get("/lavoro/percorsi/welfare/documento/proposte/nuova").await.is(200);
        sources.says("Primo incontro del Tavolo").says("Si approvano le regole.").says(&format!("meeting:{first}"));
        paper.propose("Punti di aiuto", &[&said]).await.is(303);
        app.at("2022-12-23T09:00:00Z");
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).hides("href=\"/percorsi/welfare/documento\"");
        paper.validated_and_sent(&tea).await;
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).says("href=\"/percorsi/welfare/documento\"");
        step(&anna, "conclude").await.is(303);
        let process = stored(&app).await;
        assert_eq!((process.stage, process.concluded_on), (Stage::Concluded, "2022-12-23".parse().ok()));
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200).text();
        let shown = page.split("Durata (mesi)").nth(1).expect("the duration is shown");
        assert_eq!(shown.split("<dd").nth(1).unwrap().split('>').nth(1).unwrap().split('<').next(), Some("10"));

        // Both are due on Sunday 22 January: rolled to Monday, or not where the rules do not roll.
        let sara = app.person("alfa", "Sara", &[Role::BodySecretary]).await;
        sara.get("/lavoro/percorsi/welfare/esito").await.is(200).says("23/01/2023").hides("22/01/2023");
        anna.get("/lavoro/percorsi/welfare/relazione").await.is(200).says("23/01/2023").hides("22/01/2023");
        anna.get("/lavoro").await.is(200).says("23/01/2023").hides("22/01/2023");
        let rules = pack::find("er-lr15-2018", 1).unwrap();
        let due = add_days(process.concluded_on.unwrap(), rules.acknowledgement_days.unwrap());
        let off = Rolling { working_day: false, ..rules.rolling };
        assert_eq!(Holidays::default().roll(due, off), "2023-01-22".parse().unwrap());
        assert_eq!(Holidays::default().roll(due, rules.rolling), "2023-01-23".parse().unwrap());

        // The seven documents, for everybody.
        let seven = [
            ("Scheda del progetto", "project_sheet", "public"),
            ("Richiesta di proroga", "extension_request", "public"),
            ("Autorizzazione alla proroga", "extension_grant", "public"),
            ("Documento di proposta partecipata", "proposal_document", "public"),
            ("Validazione del garante", "validation", "public"),
            ("Presa d’atto della Giunta", "acknowledgement", "public"),
            ("Relazione finale con le spese", "final_report", "public"),
        ];
        for document in seven {
            filed(&anna, document).await;
        }
        let list = app.visitor("alfa").get("/percorsi/welfare/documenti").await.is(200);
        for (title, ..) in seven {
            assert!(list.body.contains(title), "{title}");
        }
        list.says("Mappa dei portatori");

        // The body takes note of it in time.
        app.at("2023-01-23T09:00:00Z");
        step(&sara, "record_impact").await.is(422);
        let act = [
            ("slug", "welfare"),
            ("body", "Giunta"),
            ("number", "3"),
            ("on", "2023-01-23"),
            ("link", ""),
            ("notes", ""),
        ];
        sara.post("outcome/acknowledge", &act).await.is(303);
        sara.get("/lavoro/percorsi/welfare/esito").await.is(200).hides("In ritardo di");
        step(&sara, "record_impact").await.is(303);
        assert_eq!(stored(&app).await.stage, Stage::Impact);
        let told = crate::audit::holds(&app, "alfa").await;
        assert!(told.len() > 25, "the log tells of every step: {told:?}");
    });
}
