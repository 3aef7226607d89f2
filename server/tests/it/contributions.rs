//! Contributions: proposing, supporting, commenting, hiding, answering, and the lists that show them.

pub mod age;
mod answers;
mod appeals;
mod assisted;
mod attachments;
mod combine;
mod first_words;
pub mod ground;
pub mod lists;
mod moderation;
mod moderation_texts;
mod news;
mod owed;
mod revisions;
mod search;
mod sending;
mod space;
mod supports;
mod syntheses;
pub mod threads;
mod together;

use crate::app::on_each_database;
use domain::stage::Stage;
use ground::{CLOSING, OPEN, ground};
use server::store::{
    phases::{self, Phase},
    processes::{self, Process},
};

const HOSTILE: &str = "</textarea><script>alert(1)</script><img src=x onerror=alert(2)>[x](javascript:alert(3))";

#[test]
fn a_citizen_proposes_and_everybody_reads() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&citizen, "Wi-Fi in piazza", "Serve **a tutti**.").await;
        let page = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200);
        let page = page.says("Wi-Fi in piazza").says("<strong>a tutti</strong>").says("Scuole").says("di Anna");
        page.hides("anna@alfa.example");
        app.visitor("alfa").get("/proposte").await.is(200).says("Wi-Fi in piazza").says("1 proposta");
        assert_eq!(app.count("contributions").await, 1);
    });
}

#[test]
fn bad_input_keeps_what_was_typed() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let fields = [("title", " "), ("body", HOSTILE), ("table", &ground.table.to_string()), ("place", "Piazza")];
        let page = citizen.post_from("/proposte/nuova", "contributions/propose", &fields).await.is(422);
        let page = page.says("campo obbligatorio").says("&lt;/textarea&gt;&lt;script&gt;").says("Piazza");
        page.hides("<script>alert(1)");
        let long = "a".repeat(8_001);
        let fields = [("title", "a\u{202E}b"), ("body", &long), ("table", "scuole"), ("place", "")];
        let page = citizen.post_from("/proposte/nuova", "contributions/propose", &fields).await.is(422);
        page.says("contiene caratteri non ammessi").says("al massimo 8000 caratteri").says("scegli una delle voci");
        assert_eq!(app.count("contributions").await, 0);
    });
}

#[test]
fn hostile_words_are_harmless_wherever_they_show() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "</title><script>alert(4)</script>", &[]).await;
        let id = ground.propose(&citizen, "</title><script>alert(5)</script>", HOSTILE).await;
        let comment = [("id", id.as_str()), ("body", HOSTILE)];
        citizen.post("contributions/comment", &comment).await.is(303);
        for path in [format!("/proposte/{id}"), "/proposte".into(), ground.table_path(), "/spazio".into()] {
            let page = citizen.get(&path).await.is(200);
            let page = page.hides("<script>alert").hides("onerror=alert(2)>").hides("href=\"javascript:");
            page.hides("</title><script>");
        }
        let page = citizen.get("/proposte?parole=%3C%2Ftitle%3E%3Cscript%3E").await.is(200);
        page.says("1 proposta").hides("value=\"</title>");
    });
}

#[test]
fn visitors_read_and_are_led_to_sign_in() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&citizen, "Panchine", "All’ombra.").await;
        let visitor = app.visitor("alfa");
        visitor.get("/proposte/nuova").await.is(200).says("/accedi?dopo=/proposte/nuova");
        let table = ground.table.to_string();
        let new = [("title", "Una"), ("body", "Due"), ("table", table.as_str()), ("place", "")];
        visitor.post("contributions/propose", &new).await.is(401);
        visitor.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(401);
        visitor.post("contributions/comment", &[("id", &id), ("body", "Bene")]).await.is(401);
        visitor.post("contributions/follow", &[("id", &id), ("on", "si")]).await.is(401);
        visitor.post("moderation/report", &[("kind", "contribution"), ("id", &id), ("reason", "No")]).await.is(401);
        for (table, rows) in [("contributions", 1), ("supports", 0), ("comments", 0), ("follows", 0), ("reports", 0)] {
            assert_eq!(app.count(table).await, rows, "{table}");
        }
    });
}

/// Contributions close at 24:00 in Rome, to the second.
#[test]
fn the_closing_instant_is_already_too_late() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&citizen, "Prima", "In tempo.").await;
        app.at(CLOSING);
        let table = ground.table.to_string();
        let new = [("title", "Dopo"), ("body", "Tardi"), ("table", table.as_str()), ("place", "")];
        citizen.post("contributions/propose", &new).await.is(422);
        citizen.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(422);
        citizen.post("contributions/comment", &[("id", &id), ("body", "Tardi")]).await.is(422);
        assert_eq!((app.count("contributions").await, app.count("supports").await), (1, 0));
        citizen.get(&format!("/proposte/{id}")).await.is(200).says("La raccolta è chiusa");
        app.at(OPEN);
        citizen.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(303);
    });
}

#[test]
fn nobody_floods_the_list() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        for number in 0..10 {
            ground.propose(&citizen, &format!("Idea {number}"), "Una.").await;
        }
        let table = ground.table.to_string();
        let new = [("title", "Undici"), ("body", "Ancora"), ("table", table.as_str()), ("place", "")];
        citizen.post("contributions/propose", &new).await.is(429);
        assert_eq!(app.count("contributions").await, 10);
    });
}

#[test]
fn signs_of_interest_have_a_limit_and_saying_the_same_again_does_not_count() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&citizen, "Panchine", "All’ombra.").await;
        for endpoint in ["contributions/support", "contributions/follow"] {
            let (yes, no) = ([("id", id.as_str()), ("on", "si")], [("id", id.as_str()), ("on", "no")]);
            for _ in 0..60 {
                citizen.post(endpoint, &yes).await.is(303);
                citizen.post(endpoint, &no).await.is(303);
            }
            let before = app.count("audit_entries").await;
            citizen.post(endpoint, &no).await.is(303);
            assert_eq!(app.count("audit_entries").await, before, "nothing changed");
            citizen.post(endpoint, &yes).await.is(429);
        }
        assert_eq!((app.count("supports").await, app.count("follows").await), (0, 0));
    });
}

#[test]
fn when_nothing_is_open_the_page_says_so_before_anybody_signs_in() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let visitor = app.visitor("alfa");
        let propose = "/proposte/nuova";
        visitor.get(propose).await.is(200).says("Per proporre serve accedere");
        app.at(CLOSING);
        let page = visitor.get(propose).await.is(200).says("nessuna raccolta è aperta").says("23/09/2022");
        let page = page.says("/percorsi/welfare").says("Welfare e agenda digitale");
        page.hides("Per proporre serve accedere").hides("name=\"title\"");
        app.person("alfa", "Anna", &[]).await.get(propose).await.is(200).says("23/09/2022");
        app.visitor("beta").get(propose).await.is(200).says("nessuna raccolta è aperta");

        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let process = processes::by_id(&tx, seed.scope(), ground.process).await.unwrap();
        processes::update(&tx, seed.scope(), &Process { stage: Stage::Sharing, ..process }).await.unwrap();
        let opening = Phase { key: "opening".into(), planned_from: "2022-10-01".parse().ok(), ..Phase::default() };
        phases::put(&tx, seed.scope(), ground.process, &opening).await.unwrap();
        tx.commit().await.unwrap();
        visitor.get(propose).await.is(200).says("Prossima raccolta, primo giorno 01/10/2022").hides("Ultima raccolta");
    });
}

#[test]
fn on_an_english_page_what_people_wrote_is_marked_as_italian() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&citizen, "Wi-Fi in piazza", "Serve a tutti.").await;
        let visitor = app.visitor("alfa");
        for (path, marked) in [
            (
                format!("/proposte/{id}"),
                &["lang=\"it\">Wi-Fi in piazza</h1>", "lang=\"it\" class=\"prose measure\"><p>Serve"][..],
            ),
            ("/proposte".into(), &["lang=\"it\" class=\"row-title\"><a href=\"/proposte/"][..]),
            (
                "/percorsi/welfare".into(),
                &["lang=\"it\">Welfare e agenda digitale", "lang=\"it\" class=\"page-lead\">Un percorso."][..],
            ),
            (ground.table_path(), &["lang=\"it\">Scuole</h1>", "lang=\"it\">Docenti e studenti"][..]),
            ("/percorsi/welfare/documenti".into(), &["<span lang=\"it\">Welfare e agenda digitale</span></h1>"][..]),
            ("/".into(), &["lang=\"it\">Unione alfa"][..]),
        ] {
            let page = crate::crawl::fetch(&visitor, &path, "en").await.is(200).says("<html lang=\"en\"");
            let page = marked.iter().fold(page, |page, words| page.says(words));
            drop(page);
            let italian = visitor.get(&path).await.is(200).says("<html lang=\"it\"");
            assert_eq!(italian.body.matches("lang=\"it\"").count(), 1, "{path}: the page says it once");
        }
    });
}

#[test]
fn what_belongs_to_another_tenant_does_not_exist() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        let id = ground.propose(&citizen, "Panchine", "All’ombra.").await;
        let admin = app.person("beta", "Bruno", &domain::role::Role::ALL[..15]).await;
        admin.get(&format!("/proposte/{id}")).await.is(404);
        admin.get(&ground.table_path()).await.is(404);
        let before = app.count("audit_entries").await;
        admin.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(404);
        assert_eq!(app.count("audit_entries").await, before + 1, "the refusal is kept");
        admin.post("contributions/answer", &[("id", &id), ("evaluation", "accepted"), ("reason", "")]).await.is(404);
        let hide = [("kind", "contribution"), ("id", id.as_str()), ("ground", "spam"), ("reason", "No")];
        admin.post("moderation/hide", &hide).await.is(404);
        let edit = ground.table_fields("Altro");
        let edit: Vec<_> = edit.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.post("tables/edit", &edit).await.is(404);
        assert_eq!(app.count("supports").await, 0);
        app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says("Nuova");
    });
}
