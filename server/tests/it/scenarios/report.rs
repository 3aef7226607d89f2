//! The final report: its expenses, what is paid, and the part that nobody publishes.

use super::paper::Paper;
use crate::{
    app::{TestApp, Visitor, on_each_database},
    contributions::ground::{CLOSING, ground},
};
use domain::{role::Role, stage::Stage};
use server::store::{OrUnavailable, processes};

const DESK: &str = "/lavoro/percorsi/welfare/relazione";
const PUBLIC: &str = "/percorsi/welfare/relazione";
const SECRET: &str = "Elenco dei presenti: Rosalba Verdoni";

/// The process of `alfa` as concluded with its document sent, and a grant.
async fn concluded(app: &TestApp) -> Visitor<'_> {
    let ground = ground(app, "alfa").await;
    let carlo = app.person("alfa", "Carlo", &[]).await;
    let said = ground.propose(&carlo, "Panchine", "All’ombra.").await;
    app.at(CLOSING);
    let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
    let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
    let paper = Paper { app, owner: owner.clone(), process: ground.process, slug: "welfare" };
    paper.write("Bisogni").await.is(303);
    paper.propose("Ombra", &[&said]).await.is(303);
    app.at("2022-10-19T09:00:00Z");
    paper.validated_and_sent(&tea).await;
    sums(app, 2_100_000, 1_500_000).await;
    owner
}

/// The process as concluded, with a sheet that says this cost and this grant.
async fn sums(app: &TestApp, cost: i64, grant: i64) {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let before = processes::by_slug(&tx, seed.scope(), "welfare").await.unwrap();
    let (budget_cents, grant_cents) = (Some(cost), Some(grant));
    let sheet = domain::sheet::ProjectSheet { budget_cents, grant_cents, ..before.sheet.clone() };
    let concluded_on = "2022-10-19".parse().ok();
    let after = processes::Process { stage: Stage::Concluded, concluded_on, sheet, ..before };
    processes::update(&tx, seed.scope(), &after).await.unwrap();
    tx.commit().await.or_unavailable().unwrap();
}

async fn write(owner: &Visitor<'_>, version: &str, path: &str) -> crate::app::Answer {
    let mandatory = ["data", "table", "communication", "participants", "methods", "results", "costs"];
    let names: Vec<String> = mandatory.iter().map(|key| format!("sections[{key}]")).collect();
    let mut fields = vec![("slug", "welfare"), ("version", version), ("sections[path]", path)];
    fields.push(("sections[private_annex]", SECRET));
    fields.extend(names.iter().map(|name| (name.as_str(), "Compilata")));
    owner.post_from(DESK, "report/save", &fields).await
}

async fn expense(owner: &Visitor<'_>, net: &str, paid_on: &str) -> crate::app::Answer {
    let fields = [
        ("slug", "welfare"),
        ("form", "spesa"),
        ("category", "facilitation"),
        ("supplier", "Cooperativa Ponte"),
        ("act", "Determina 12"),
        ("invoice", "FE 7/2022"),
        ("net", net),
        ("vat", "2.200,00"),
        ("paid_on", paid_on),
        ("proof", "Mandato 31"),
    ];
    owner.post_from(DESK, "report/add-expense", &fields).await
}

#[test]
fn expenses_are_settled_and_the_annex_stays_inside() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let owner = concluded(&app).await;
        let ilaria = app.person("alfa", "Ilaria", &[Role::FundingOfficer]).await;
        let sara = app.person("alfa", "Sara", &[Role::BodySecretary]).await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let citizen = app.person("alfa", "Carlo", &[]).await;
        let post = [("slug", "welfare"), ("version", "2")];
        owner.post_from(DESK, "report/submit", &[("slug", "welfare"), ("version", "0")]).await.is(422);

        // Expenses: bad amounts stay beside their field; what is paid counts, with its VAT.
        expense(&owner, "diecimila", "2022-10-01").await.is(422).says("diecimila");
        expense(&owner, "10.000,00", "2022-10-01").await.is(303);
        expense(&sara, "1,00", "").await.is(403);
        owner.get(DESK).await.is(200).says("12.200,00").says("2.800,00").says("Cooperativa Ponte");
        write(&citizen, "0", "x").await.is(403);
        // The expense made a new version of the report.
        write(&owner, "0", "Tardi").await.is(409);
        write(&owner, "1", "Ha scritto mario.bianchi@example.it").await.is(303);
        write(&owner, "1", "Tardi").await.is(409);
        owner.post_from(DESK, "report/submit", &post).await.is(422).says("dati personali");
        write(&owner, "2", "Dieci incontri in nove mesi").await.is(303);

        // The annex: owner and funding officer read it, other staff do not, nobody outside.
        owner.get(DESK).await.is(200).says(SECRET);
        ilaria.get(DESK).await.is(200).says(SECRET);
        for staff in [&sara, &admin] {
            staff.get(DESK).await.is(200).hides("Rosalba Verdoni");
        }
        citizen.get(DESK).await.is(404);
        app.visitor("alfa").get(PUBLIC).await.is(404).hides("Dieci incontri");
        let mails = app.count("mails").await;
        owner.post_from(DESK, "report/submit", &[("slug", "welfare"), ("version", "3")]).await.is(303);
        assert_eq!(app.count("mails").await, mails + 1, "the funding officer is told");

        app.visitor("alfa").get("/percorsi/welfare").await.is(200).says(&format!("href=\"{PUBLIC}\""));
        // Published: its sections and sums, and no trace of the annex anywhere.
        app.visitor("alfa")
            .get(PUBLIC)
            .await
            .is(200)
            .says("Dieci incontri in nove mesi")
            .says("12.200,00")
            .hides("FE 7/2022")
            .hides("Cooperativa Ponte");
        let pages =
            [PUBLIC, "/", "/percorsi/welfare", "/percorsi/welfare/documenti", "/proposte?parole=Verdoni", "/documenti"];
        for page in pages {
            for reader in [&app.visitor("alfa"), &citizen] {
                reader.get(page).await.is(200).hides("Rosalba Verdoni").hides("Allegato 2");
            }
        }
        for nobody in [&app.visitor("alfa"), &citizen] {
            nobody.get("/lavoro/esporta").await.hides("Rosalba Verdoni");
        }
        // A file of that kind is for the same two.
        let file = [
            ("slug", "welfare"),
            ("title", "Allegato 2"),
            ("kind", "report_annex_private"),
            ("visibility", "private"),
            ("dated", "2022-10-19"),
        ];
        let desk = "/lavoro/percorsi/welfare/documenti";
        let to =
            owner.send_file(desk, "documents/upload", &file, ("allegato.pdf", crate::documents::PDF)).await.is(303);
        let to = to.location.unwrap();
        let id = to.strip_prefix("/lavoro/documenti/").unwrap().split('?').next().unwrap().to_owned();
        ilaria.get(&format!("/documenti/{id}/file")).await.is(200);
        for nobody in [&app.visitor("alfa"), &citizen, &sara, &admin] {
            nobody.get(&format!("/documenti/{id}/file")).await.is(404);
            nobody.get("/percorsi/welfare/documenti").await.is(200).hides("Allegato 2");
        }
        write(&owner, "2", "Ripensamento").await.is(422);
    });
}

#[test]
fn a_submitted_report_keeps_its_own_figures() {
    on_each_database(|app| async move {
        let owner = concluded(&app).await;
        expense(&owner, "10.000,00", "2022-10-01").await.is(303);
        write(&owner, "1", "Dieci incontri in nove mesi").await.is(303);
        // While it is written it follows the sheet.
        sums(&app, 3_200_000, 1_600_000).await;
        owner.get(DESK).await.is(200).says("16.000,00 €").says("32.000,00 €").says("50,00 %").says("3.800,00 €");
        let columns = [("final_reports", "cost_cents"), ("final_reports", "grant_cents")];
        app.made_again("m0151_settled", &columns).await;
        sums(&app, 2_100_000, 1_500_000).await;
        owner.get(DESK).await.is(200).says("21.000,00 €");
        owner.post_from(DESK, "report/submit", &[("slug", "welfare"), ("version", "2")]).await.is(303);
        // What was submitted before its sums were kept was settled on the sheet as it stood.
        app.made_again("m0151_settled", &columns).await;
        // What is changed in the sheet afterwards changes no account that was given.
        sums(&app, 3_000_000, 900_000).await;
        for page in [owner.get(DESK).await.is(200), app.visitor("alfa").get(PUBLIC).await.is(200)] {
            let page = page.says("21.000,00 €").says("15.000,00 €").says("28,57 %").says("2.800,00 €");
            page.hides("30.000,00 €").hides("9.000,00 €").hides("70,00 %");
        }
    });
}

#[test]
fn an_expense_without_a_date_of_payment_says_that_it_does_not_count() {
    on_each_database(|app| async move {
        let owner = concluded(&app).await;
        expense(&owner, "10.000,00", "2022-10-01").await.is(303);
        owner.get(DESK).await.is(200).hides("spesa senza data di pagamento");
        expense(&owner, "1.000,00", "").await.is(303);
        let page = owner.get(DESK).await.is(200).says("1 spesa senza data di pagamento non si conta");
        // Two expenses of one invoice: each button says which it takes away.
        page.says(">Senza data di pagamento non si conta<")
            .says("Togli FE 7/2022: Facilitazione e conduzione, 10.000,00 €")
            .says("Togli FE 7/2022: Facilitazione e conduzione, 1.000,00 €");
    });
}
