//! A request that nobody answers lapses with the authorised end.

use super::{draft, kept, request};
use crate::{
    app::{TestApp, on_each_database},
    process::{pauses::because, started, stored},
    rows::Rows,
};
use domain::{
    document::Visibility,
    extension::ExtensionState,
    id::{ExtensionId, ProcessId},
    role::Role,
};
use server::{
    clockwork,
    store::{
        extensions::{self, Extension},
        processes::{self, Process},
    },
};

#[test]
fn a_request_without_an_answer_lapses() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&app, &anna, "2022-12-31", "Le scuole hanno appena riaperto").await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);

        // The last day counts to its end, at 24:00 in Rome.
        app.at("2022-11-01T22:59:00Z");
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 0);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);
        app.at("2022-11-01T23:00:10Z");
        let mails = app.count("mails").await;
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 1);
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 0, "once is enough");
        assert_eq!(app.count("mails").await, mails + 2, "owner and legal representative are told");
        assert_eq!(kept(&app).await[0].state, ExtensionState::Lapsed);
        assert_eq!(stored(&app).await.authorised_end, "2022-11-01".parse().ok());
        let page = app.visitor("alfa").get("/percorsi/welfare").await.is(200);
        page.says("Decaduta").says("Proroga decaduta: nessuna risposta entro la fine");
        tea.get("/garanzia").await.is(200).says("Nessuna richiesta di proroga");
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        let act = super::paper(&app, Visibility::Public).await;
        super::decide(&ilaria, &kept(&app).await[0], ("grant", "", ""), &act).await.is(422);
    });
}

#[test]
fn a_draft_that_nobody_sent_lapses_without_a_word() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&app, &anna, "2022-12-31", "Le scuole hanno appena riaperto").await.is(303);
        app.at("2022-11-02T09:00:00Z");
        let (mails, told) = (app.count("mails").await, app.count("process_events").await);
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 1);
        assert_eq!((app.count("mails").await, app.count("process_events").await), (mails, told));
        assert_eq!(kept(&app).await[0].state, ExtensionState::Lapsed);
        app.visitor("alfa").get("/percorsi/welfare").await.is(200).hides("Decaduta");
    });
}

#[test]
fn a_request_waits_while_its_path_is_suspended() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&app, &anna, "2022-12-31", "Le scuole hanno appena riaperto").await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);
        let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let case = format!("/garanzia/{}/proroghe/{}", app.seed("alfa").await.tenant_id(), kept(&app).await[0].id);
        tea.get(&case).await.is(200).says("id=\"risposta\"");
        because(&anna, "suspend", "Elezioni comunali").await.is(303);
        tea.get("/garanzia").await.is(200).says("Nessuna richiesta di proroga");
        tea.get(&case).await.is(200).says("aspetta che riprenda").hides("id=\"risposta\"");

        app.at("2022-11-02T09:00:00Z");
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 0);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);
        because(&anna, "resume", "Le elezioni si sono svolte").await.is(303);
        tea.get("/garanzia").await.is(200).hides("Nessuna richiesta di proroga");
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 1);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Lapsed);
    });
}

#[test]
fn the_end_of_a_path_is_the_end_of_its_request() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&app, &anna, "2022-12-31", "Le scuole hanno appena riaperto").await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);
        tea.get("/garanzia").await.is(200).hides("Nessuna richiesta di proroga");
        because(&giulia, "withdraw", "Mancano i fondi").await.is(303);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Lapsed);
        tea.get("/garanzia").await.is(200).says("Nessuna richiesta di proroga");
        let log = Rows::of(&app, "alfa").await;
        assert_eq!(log.count("audit_entries", "action = 'extension.lapse'").await, 1);
        assert_eq!(log.count("process_events", "step = 'extension_lapsed'").await, 1);

        // The clock has nothing to add to a history that is closed.
        app.at("2022-11-02T09:00:00Z");
        let (mails, told) = (app.count("mails").await, app.count("process_events").await);
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 0);
        assert_eq!((app.count("mails").await, app.count("process_events").await), (mails, told));

        // What was left open before this was noted is closed.
        log.change("UPDATE extensions SET state = 'requested' WHERE 1 = 1").await;
        log.run("DROP INDEX extensions_queue").await;
        app.made_again("m0285_request_paused", &[("extensions", "paused")]).await;
        assert_eq!(kept(&app).await[0].state, ExtensionState::Lapsed);
    });
}

/// One request more for each of `count` paths more.
async fn others(app: &TestApp, count: u32) {
    let (path, asked) = (stored(app).await, kept(app).await.remove(0));
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    for number in 1..=count {
        let (id, slug) = (ProcessId::fresh(), format!("altro-{number}"));
        let process_title = format!("Altro percorso {number};");
        let other = Process { id, slug, title: process_title.clone(), ..path.clone() };
        assert!(processes::insert(&tx, seed.scope(), &other).await.unwrap());
        let other = Extension { id: ExtensionId::fresh(), process: id, process_title, ..asked.clone() };
        extensions::insert(&tx, seed.scope(), &other).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[test]
fn every_request_is_on_a_page_of_the_queue_and_lapses_in_time() {
    on_each_database(|app| async move {
        started(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&app, &giulia, "2022-12-31", "Le scuole hanno appena riaperto").await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);
        others(&app, 120).await;
        let (mut page, mut seen, mut pages) = ("/garanzia".to_owned(), 0, 0);
        loop {
            let shown = tea.get(&page).await.is(200).text();
            seen += shown.matches("Altro percorso").count();
            pages += 1;
            let Some(rest) = shown.split("rel=\"next\" href=\"").nth(1) else { break };
            page = rest.split('"').next().unwrap().replace("&amp;", "&");
            assert!(page.contains("proroghe="), "{page}");
        }
        assert_eq!((seen, pages), (120, 7));

        app.at("2022-11-02T09:00:00Z");
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 121, "more than are read at once");
        tea.get("/garanzia").await.is(200).says("Nessuna richiesta di proroga");
    });
}
