//! Scenario 2 with its documents, decided by the guarantor on the platform's host.

use super::{draft, draft_of, kept, request};
use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    documents::PDF,
    process::{started, stored},
};
use domain::{extension::ExtensionState, role::Role};

/// Files a document of `welfare` and gives its identifier.
async fn filed(by: &Visitor<'_>, title: &str, kind: &str, visibility: &str) -> String {
    let fields =
        [("slug", "welfare"), ("title", title), ("kind", kind), ("visibility", visibility), ("dated", "2022-10-10")];
    let desk = "/lavoro/percorsi/welfare/documenti";
    let to = by.send_file(desk, "documents/upload", &fields, ("documento.pdf", PDF)).await.is(303).location.unwrap();
    to.strip_prefix("/lavoro/documenti/").unwrap().split('?').next().unwrap().to_owned()
}

/// The guarantor decides on the newest request, with a file.
pub async fn answer(
    app: &TestApp,
    by: &Visitor<'_>,
    (outcome, days, reason): (&str, &str, &str),
    file: (&str, &[u8]),
) -> Answer {
    let tenant = app.seed("alfa").await.tenant_id().to_string();
    let seen = kept(app).await.remove(0);
    let (id, version) = (seen.id.to_string(), seen.version.to_string());
    let fields = [
        ("tenant", tenant.as_str()),
        ("id", id.as_str()),
        ("version", version.as_str()),
        ("outcome", outcome),
        ("days", days),
        ("reason", reason),
        ("act", "AL/2022/0027346"),
    ];
    by.send_file(&format!("/garanzia/{tenant}/proroghe/{id}"), "guarantor/extension", &fields, file).await
}

#[test]
fn the_guarantor_grants_and_both_documents_are_there() {
    on_each_database(|app| async move {
        app.watch("alfa");
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
        app.at("2022-10-10T09:00:00Z");
        let asked = filed(&anna, "Richiesta di proroga", "extension_request", "public").await;
        draft_of(&anna, None, ("2022-12-31", "Le scuole hanno appena riaperto"), &asked).await.is(303);

        // A draft is nobody's business: the queue is empty, the case is not there.
        let tenant = app.seed("alfa").await.tenant_id();
        let id = kept(&app).await[0].id;
        let case = format!("/garanzia/{tenant}/proroghe/{id}");
        tea.get("/garanzia").await.is(200).says("Nessuna richiesta di proroga").hides("Welfare e agenda");
        tea.get(&case).await.is(404);
        answer(&app, &tea, ("grant", "", ""), ("autorizzazione.pdf", PDF)).await.is(404);

        let mails = app.count("mails").await;
        request(&giulia, &kept(&app).await[0]).await.is(303);
        assert_eq!(app.count("mails").await, mails + 1, "the guarantor is told");
        let queue = tea.get("/garanzia").await.is(200);
        queue.says("Welfare e agenda digitale locale").says("Unione alfa").says(">60</td>").says(">22</td>");
        let page = tea.get(&case).await.is(200);
        page.says("Le scuole hanno appena riaperto").says("01/11/2022").says("Documento della richiesta");
        // The rules name two who may answer: both pages say it.
        for page in [tea.get(&case).await, anna.get("/lavoro/percorsi/welfare/proroghe").await] {
            page.is(200).says("Responsabile del procedimento, Garante").says("Vale la prima risposta");
        }
        assert_eq!(tea.get(&format!("{case}/richiesta")).await.is(200).body.as_bytes(), PDF);
        tea.get(&format!("{case}/risposta")).await.is(404);

        // Nobody else, on no host.
        let carla = app.person("platform", "Carla", &[Role::Coordinator]).await;
        // What nobody could answer does not wait: a tenant that is suspended takes nothing.
        for (step, listed) in [("suspend", false), ("resume", true)] {
            carla.post("tenants/change", &[("slug", "alfa"), ("step", step)]).await.is(303);
            assert_eq!(tea.get("/garanzia").await.is(200).text().contains("Welfare e agenda"), listed, "{step}");
        }
        answer(&app, &carla, ("grant", "", ""), ("a.pdf", PDF)).await.is(403);
        answer(&app, &anna, ("grant", "", ""), ("a.pdf", PDF)).await.is(403);
        answer(&app, &app.visitor("platform"), ("grant", "", ""), ("a.pdf", PDF)).await.is(401);
        carla.get(&case).await.is(403);
        for nobody in [&carla, &anna] {
            nobody.get(&format!("{case}/richiesta")).await.hides("una prova");
        }
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);

        // Bad input stays beside its field; a file of another kind is refused and nothing is filed.
        let documents = app.count("documents").await;
        let bad = answer(&app, &tea, ("grant_reduced", "0", "Nota del garante"), ("", b"")).await.is(422);
        bad.says("href=\"#days\"").says("href=\"#file\"").says("Nota del garante");
        answer(&app, &tea, ("grant", "", ""), ("", b"")).await.is(422).says("href=\"#file\"");
        answer(&app, &tea, ("grant_reduced", "61", ""), ("a.pdf", PDF)).await.is(422).says("ne sono stati chiesti 60");
        answer(&app, &tea, ("grant", "", ""), ("autorizzazione.exe", b"MZ")).await.is(422).says("href=\"#file\"");
        assert_eq!(app.count("documents").await, documents);

        let (mails, entries) = (app.count("mails").await, app.count("audit_entries").await);
        answer(&app, &tea, ("grant", "", "Buon lavoro"), ("autorizzazione.pdf", b"%PDF-1.7\n% concessa\n"))
            .await
            .is(303);
        assert!(app.count("audit_entries").await >= entries + 2, "decision and document leave their entries");
        assert_eq!(app.count("mails").await, mails + 2, "owner and legal representative are told");
        let granted = kept(&app).await.remove(0);
        assert_eq!((granted.state, granted.decided_as), (ExtensionState::Granted, Some(Role::Guarantor)));
        let process = stored(&app).await;
        assert_eq!(process.authorised_end, "2022-12-31".parse().ok());
        assert_eq!(process.started_on, "2022-02-01".parse().ok());
        tea.get("/garanzia").await.is(200).hides("Welfare e agenda");
        tea.get(&case).await.is(200).says("non aspetta più una risposta");
        tea.get(&format!("{case}/risposta")).await.is(200).says("concessa");
        answer(&app, &tea, ("refuse", "", "Ripensamento"), ("a.pdf", PDF)).await.is(422);

        // Everybody finds both documents, from the page and in the list.
        let answered = granted.decision_document.expect("the authorisation is attached");
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        page.says(&format!("/documenti/{asked}/file")).says(&format!("/documenti/{answered}/file"));
        let list = app.visitor("alfa").get("/percorsi/welfare/documenti").await.is(200);
        list.says("Richiesta di proroga").says("Autorizzazione alla proroga");
        app.visitor("alfa").get(&format!("/documenti/{answered}/file")).await.is(200).says("concessa");
    });
}

#[test]
fn the_guarantor_grants_less_or_refuses() {
    on_each_database(|app| async move {
        started(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&app, &giulia, "2022-12-01", "Servono trenta giorni").await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);
        answer(&app, &tea, ("refuse", "", " "), ("a.pdf", PDF)).await.is(422).says("href=\"#reason\"");
        answer(&app, &tea, ("grant_reduced", "10", "Bastano dieci giorni"), ("a.pdf", PDF)).await.is(303);
        assert_eq!(stored(&app).await.authorised_end, "2022-11-11".parse().ok());
        assert!(kept(&app).await[0].decision_document.is_some());
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).says("Proroga concessa in parte");
    });
}
