//! A request that nobody answers lapses with the authorised end.

use super::{draft, kept, request};
use crate::{
    app::on_each_database,
    process::{pauses::because, started, stored},
};
use domain::{document::Visibility, extension::ExtensionState, role::Role};
use server::clockwork;

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
        because(&anna, "suspend", "Elezioni comunali").await.is(303);

        app.at("2022-11-02T09:00:00Z");
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 0);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);
        because(&anna, "resume", "Le elezioni si sono svolte").await.is(303);
        assert_eq!(clockwork::pass(&app.app).await.unwrap(), 1);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Lapsed);
    });
}
