//! A request while it is written: with its document, as seen, one at a time.

use super::{decide, delete, draft, draft_of, kept, paper, request};
use crate::{app::on_each_database, process::started};
use domain::{document::Visibility, extension::ExtensionState, role::Role};
use server::store::extensions;

#[test]
fn a_request_is_sent_with_a_document_that_everybody_may_read() {
    on_each_database(|app| async move {
        started(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        app.at("2022-10-10T09:00:00Z");
        let text = ("2022-12-01", "Servono trenta giorni");
        let foreign = domain::id::DocumentId::fresh().to_string();
        draft_of(&giulia, None, text, &foreign).await.is(422).says("href=\"#document\"").says("Servono trenta giorni");
        assert_eq!(kept(&app).await.len(), 0);
        let told = draft_of(&giulia, None, text, "").await.is(303).location.unwrap();
        giulia.get(&told).await.is(200).says("Manca il documento della richiesta");
        let bare = kept(&app).await.remove(0);
        request(&giulia, &bare).await.is(422).says("Manca il documento della richiesta");
        // Nobody outside reads it before the request is sent.
        let open = paper(&app, Visibility::Private).await;
        let shown = async || app.visitor("alfa").get("/percorsi/welfare/documenti").await.is(200).text();
        draft_of(&giulia, Some(&bare), text, &open).await.is(303);
        giulia.get(super::PAGE).await.is(200).hides("Manca il documento della richiesta");
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let page = format!("/lavoro/documenti/{open}");
        let titled = |version: &'static str| {
            [("id", open.as_str()), ("version", version), ("title", "Un altro atto"), ("visibility", "private")]
        };
        anna.post_from(&page, "documents/edit", &titled("1")).await.is(303);
        assert!(!shown().await.contains("Un altro atto"));
        request(&giulia, &kept(&app).await[0]).await.is(303);
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);
        assert!(shown().await.contains("Un altro atto"));
        // What was sent stands on the document as it was read.
        anna.post_from(&page, "documents/edit", &titled("3")).await.is(422);
        let file = [("id", open.as_str()), ("version", "3")];
        anna.send_file(&page, "documents/replace", &file, ("altra.pdf", b"%PDF-2")).await.is(422);
        let reopen = [("id", open.as_str()), ("version", "3"), ("step", "reopen")];
        anna.post_from(&page, "documents/step", &reopen).await.is(422);
        anna.get(&page).await.is(200).hides("value=\"reopen\"").hides("documents/replace").hides("documents/edit");
    });
}

/// Sending a request makes no protocolled document public: who keeps the register does.
#[test]
fn a_protocolled_paper_is_published_before_it_is_asked_upon() {
    on_each_database(|app| async move {
        started(&app).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        app.at("2022-10-10T09:00:00Z");
        let text = ("2022-12-01", "Servono trenta giorni");
        let secret = paper(&app, Visibility::Private).await;
        draft_of(&giulia, None, text, &secret).await.is(303);
        let protocol = [
            ("id", secret.as_str()),
            ("version", "1"),
            ("register", "Protocollo generale"),
            ("year", "2022"),
            ("number", "12345"),
            ("date", "2022-10-10"),
            ("direction", "incoming"),
            ("counterpart", "Regione"),
            ("subject", "Richiesta"),
        ];
        anna.post("documents/protocol", &protocol).await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(422).says("Manca il documento della richiesta");
        draft_of(&giulia, kept(&app).await.first(), text, &secret).await.is(422).says("href=\"#bozza-");
        app.visitor("alfa").get("/percorsi/welfare/documenti").await.is(200).hides("Un atto");
        anna.post("documents/step", &[("id", &secret), ("version", "2"), ("step", "publish")]).await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);
    });
}

const LATE: &str = "termine superato";

#[test]
fn nothing_is_asked_once_the_end_is_past() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        app.at("2022-11-01T22:30:00Z");
        anna.get(super::PAGE).await.is(200).says("Nuova richiesta").says("al massimo");
        let marks = async || app.visitor("alfa").get("/percorsi/welfare").await.is(200).text().matches(LATE).count();
        assert_eq!(marks().await, 0);
        // The first minute after 24:00 in Rome.
        app.at("2022-11-01T23:01:00Z");
        let page = anna.get(super::PAGE).await.is(200).hides("Nuova richiesta").hides("al massimo");
        page.says("Il termine era già scaduto il giorno 01/11/2022");
        draft(&app, &anna, "2022-12-31", "Troppo tardi")
            .await
            .is(422)
            .says("Il termine era già scaduto")
            .says("Troppo tardi");
        assert_eq!(kept(&app).await.len(), 0);
        // Everybody reads that the path is late.
        app.visitor("alfa").get("/").await.is(200).says("il termine è superato");
        app.visitor("alfa").get("/percorsi").await.is(200).says(LATE);
        assert_eq!(marks().await, 1);
        anna.get("/lavoro/percorsi/welfare").await.is(200).says(LATE);
    });
}

#[test]
fn nobody_sends_or_decides_what_they_did_not_read() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        app.at("2022-10-10T09:00:00Z");
        let act = paper(&app, Visibility::Public).await;
        draft(&app, &anna, "2022-12-01", "Servono trenta giorni").await.is(303);
        let read = kept(&app).await.remove(0);
        draft_of(&anna, Some(&read), ("2022-12-20", "Anzi di più"), &act).await.is(303);
        request(&giulia, &read).await.is(409);
        delete(&giulia, &read).await.is(409);
        draft_of(&anna, Some(&read), ("2022-12-10", "Testo scritto intanto"), &act)
            .await
            .is(409)
            .says("Testo scritto intanto");
        assert_eq!(kept(&app).await[0].state, ExtensionState::Draft);
        request(&giulia, &kept(&app).await[0]).await.is(303);
        decide(&ilaria, &read, ("grant", "", "Nota scritta intanto"), &act).await.is(409).says("Nota scritta intanto");
        assert_eq!(kept(&app).await[0].state, ExtensionState::Requested);
    });
}

#[test]
fn a_draft_is_for_who_prepares_the_path() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        let ilaria = app.person("alfa", "Ilaria Conti", &[Role::FundingOfficer]).await;
        let marco = app.person("alfa", "Marco Neri", &[Role::Moderator]).await;
        app.at("2022-10-10T09:00:00Z");
        let act = paper(&app, Visibility::Public).await;
        draft_of(&anna, None, ("2022-12-01", "Servono trenta giorni"), &act).await.is(303);
        for page in [super::PAGE, "/lavoro/percorsi/welfare"] {
            for who in [&ilaria, &marco] {
                who.get(page).await.is(200).hides("Servono trenta giorni");
            }
        }
        giulia.get(super::PAGE).await.is(200).says("Servono trenta giorni");
        // Nor does the page of what is due tell them that it lies there.
        giulia.get("/lavoro").await.is(200).says("Proroga preparata, da inviare");
        for who in [&ilaria, &marco] {
            who.get("/lavoro").await.is(200).hides("Proroga preparata, da inviare");
        }
        request(&giulia, &kept(&app).await[0]).await.is(303);
        for who in [&ilaria, &marco] {
            who.get(super::PAGE).await.is(200).says("Servono trenta giorni");
        }
    });
}

#[test]
fn one_draft_at_a_time_and_it_can_be_taken_back() {
    on_each_database(|app| async move {
        started(&app).await;
        let anna = app.person("alfa", "Anna Rossi", &[Role::ProcessOwner]).await;
        let citizen = app.person("alfa", "Carlo Rossi", &[]).await;
        app.at("2022-10-10T09:00:00Z");
        draft(&app, &anna, "2022-12-01", "Servono trenta giorni").await.is(303);
        draft(&app, &anna, "2022-12-02", "Un’altra intanto").await.is(409).says("Un’altra intanto");
        let only = kept(&app).await.remove(0);
        delete(&citizen, &only).await.is(404);
        assert_eq!(kept(&app).await.len(), 1);
        delete(&anna, &only).await.is(303);
        assert_eq!(kept(&app).await.len(), 0);
        delete(&anna, &only).await.is(404);

        // What was sent stays, and no other request is open beside it, whoever writes it.
        let giulia = app.person("alfa", "Giulia Bonini", &[Role::LegalRepresentative]).await;
        draft(&app, &anna, "2022-12-01", "Servono trenta giorni").await.is(303);
        request(&giulia, &kept(&app).await[0]).await.is(303);
        let sent = kept(&app).await.remove(0);
        delete(&anna, &sent).await.is(422);
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let second = extensions::Extension {
            id: domain::id::ExtensionId::fresh(),
            state: ExtensionState::Draft,
            version: 1,
            ..sent.clone()
        };
        let refused = extensions::insert(&tx, seed.scope(), &second).await;
        assert_eq!(refused, Err(app::error::AppError::Conflict));
    });
}
