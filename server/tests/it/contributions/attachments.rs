//! The file beside a contribution: small, of few kinds, public with it and hidden with it.

use super::ground::{Ground, ground};
use crate::app::{Answer, TestApp, Visitor, on_each_database};
use domain::role::Role;

const PDF: &[u8] = b"%PDF-1.7\n% una prova\n";
const FORM: &str = "/proposte/nuova";

async fn propose(ground: &Ground, who: &Visitor<'_>, file: (&str, &[u8])) -> Answer {
    let table = ground.table.to_string();
    let fields = [("title", "Panchine"), ("body", "All’ombra."), ("table", table.as_str()), ("place", "")];
    who.send_file(FORM, "contributions/propose", &fields, file).await
}

async fn with_file(ground: &Ground, who: &Visitor<'_>) -> String {
    let to = propose(ground, who, ("Le panchine (città).PDF", PDF)).await.is(303).location.unwrap();
    to.trim_start_matches("/proposte/").split('?').next().unwrap().to_owned()
}

#[test]
fn a_file_is_read_with_its_contribution() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let id = with_file(&ground, &anna).await;
        assert_eq!((app.count("contributions").await, app.count("documents").await), (1, 1));
        let visitor = app.visitor("alfa");
        let page = visitor.get(&format!("/proposte/{id}")).await.is(200);
        page.says("Le panchine (città).PDF").says("(PDF, 21 B)").says(&format!("/proposte/{id}/file"));
        let sent = visitor.get(&format!("/proposte/{id}/file")).await.is(200);
        assert_eq!(sent.body.as_bytes(), PDF);
        assert_eq!(sent.headers["content-type"], "application/pdf");
        assert_eq!(sent.headers["content-disposition"], "attachment; filename=\"Le-panchine-citta.pdf\"");
        assert_eq!(sent.headers["x-content-type-options"], "nosniff");
        app.visitor("beta").get(&format!("/proposte/{id}/file")).await.is(404);
        let plain = ground.propose(&anna, "Senza", "Nessun file.").await;
        visitor.get(&format!("/proposte/{plain}")).await.is(200).hides("/file\"");
        visitor.get(&format!("/proposte/{plain}/file")).await.is(404);
        visitor.get("/proposte/no/file").await.is(404);
    });
}

/// It is no document of the path: staff neither see nor publish nor delete it.
#[test]
fn a_file_is_in_no_list_of_documents() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        with_file(&ground, &anna).await;
        let document = crate::rows::Rows::of(&app, "alfa").await.first("documents", "id").await.unwrap();
        for path in ["/documenti", "/percorsi/welfare/documenti"] {
            app.visitor("alfa").get(path).await.is(200).hides("Panchine");
        }
        owner.get("/lavoro/percorsi/welfare/documenti").await.is(200).hides("Panchine");
        owner.get(&format!("/lavoro/documenti/{document}")).await.is(404);
        for who in [&owner, &anna] {
            who.get(&format!("/documenti/{document}/file")).await.is(404);
            who.post("documents/delete", &[("id", &document), ("version", "1")]).await.is(404);
            who.post("documents/step", &[("id", &document), ("version", "1"), ("step", "publish")]).await.is(404);
        }
    });
}

#[test]
fn a_wrong_file_is_refused_beside_its_field() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let large = [PDF, &vec![b' '; 5 * 1024 * 1024]].concat();
        for (file, words) in [
            (("foto.png", PDF), "questo tipo di file"),
            (("pagina.html", b"<script>alert(1)</script>".as_slice()), "questo tipo di file"),
            (("testo.odt", b"PK\x03\x04 no".as_slice()), "questo tipo di file"),
            (("dati.csv", b"a;b".as_slice()), "questo tipo di file"),
            (("atto.pdf", large.as_slice()), "5 M"),
        ] {
            let page = propose(&ground, &anna, file).await.is(422);
            page.says("href=\"#file\"").says("value=\"Panchine\"").says("All’ombra.").says(words);
        }
        assert_eq!((app.count("contributions").await, app.count("documents").await), (0, 0));
        // Browsers send an empty part where nothing was chosen.
        propose(&ground, &anna, ("", b"")).await.is(303);
        assert_eq!((app.count("contributions").await, app.count("documents").await), (1, 0));
    });
}

#[test]
fn hiding_a_contribution_hides_its_file() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let moderator = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = with_file(&ground, &anna).await;
        let file = format!("/proposte/{id}/file");
        let of = [("kind", "contribution"), ("id", id.as_str())];
        let hide = [of[0], of[1], ("ground", "personal_data"), ("reason", "C’è un indirizzo")];
        moderator.post("moderation/hide", &hide).await.is(303);
        for who in [&app.visitor("alfa"), &anna, &owner] {
            who.get(&file).await.is(404);
        }
        anna.get(&format!("/proposte/{id}")).await.is(200).hides(&file);
        moderator.get(&format!("/proposte/{id}")).await.is(200).says(&file);
        moderator.get(&file).await.is(200);
        moderator.post("moderation/restore", &[of[0], of[1], ("reason", "Tolto l’indirizzo")]).await.is(303);
        app.visitor("alfa").get(&file).await.is(200);
    });
}

#[test]
fn erasing_the_account_keeps_the_file() {
    on_each_database(|app: TestApp| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let id = with_file(&ground, &anna).await;
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        let page = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200);
        page.says("Le panchine (città).PDF").says("ha cancellato il suo account").hides("Anna");
        app.visitor("alfa").get(&format!("/proposte/{id}/file")).await.is(200);
    });
}
