//! The home page, the fixed pages, and what visitors report about the site.

use crate::{app::on_each_database, crawl};
use domain::role::Role;
use server::demo;

#[test]
fn the_home_says_what_is_open_and_for_how_long() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let home = app.visitor("val-denza").get("/").await.is(200);
        let home =
            home.says("Puoi proporre fino al 23 ottobre: mancano 18 giorni").says("Welfare e agenda digitale locale");
        home.says("aria-current=\"step\"")
            .says("Tavolo scuole, terza sessione")
            .says("Giunta dell'Unione, n. 112")
            .says("#atti\"");
        let prato = app.visitor("prato").get("/").await.is(200);
        prato.says("I sei assi dell’agenda").says("suggerimenti");
        app.visitor("uniti-digitali").get("/").await.is(200).says("Ritirato").hides("Fai una proposta");
        app.visitor("bibbiano").get("/").await.is(200).says("Qui si decide insieme: Unione Val d'Enza");
        app.at("2022-10-24T09:00:00Z");
        app.visitor("val-denza").get("/").await.is(200).hides("Puoi proporre fino al");
    });
}

#[test]
fn a_page_tells_its_description_however_late_its_data_come() {
    on_each_database(|app| async move {
        // Whether the data are there when the page is drawn is a matter of luck: many at once have both kinds.
        let visitor = app.visitor("alfa");
        let pages = futures_util::future::join_all((0..40).map(|_| visitor.get("/proposte"))).await;
        for page in pages {
            page.is(200).says("<meta name=\"description\"").says("<meta property=\"og:title\"");
        }
    });
}

#[test]
fn the_home_asks_the_database_a_bounded_number_of_times() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        for slug in ["val-denza", "prato"] {
            let asked = app.visitor(slug).asks("/").await;
            assert!(asked <= 6, "{slug}: {asked}");
        }
    });
}

#[test]
fn what_people_wrote_keeps_its_language_on_english_pages() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let visitor = app.visitor("val-denza");
        let path = "/percorsi/welfare-digitale";
        for (page, words) in [
            ("/calendario".to_owned(), "<span lang=\"it\">Sala civica, Canossa</span>"),
            ("/calendario".to_owned(), "<span lang=\"it\">Welfare e agenda digitale locale</span>"),
            (format!("{path}/incontri"), "<span lang=\"it\">Sala civica, Canossa</span>"),
            (format!("{path}/chi-fa-cosa"), "<span lang=\"it\">Tavolo scuole</span>"),
            (format!("{path}/chi-fa-cosa"), "lang=\"it\">Ufficio di Piano dell"),
            ("/proposte".to_owned(), "lang=\"it\">Tavolo scuole</option>"),
        ] {
            crawl::fetch(&visitor, &page, "en").await.is(200).says(words);
            crawl::fetch(&visitor, &page, "it").await.is(200).hides("lang=\"it\">Tavolo").hides("<span lang=\"it\">");
        }
        let union = app.visitor("valnure-valchero");
        let document = "/percorsi/digitale-bene-comune/documento";
        let page = crawl::fetch(&union, document, "en").await.is(200);
        page.says("lang=\"it\" class=\"fictional\"").says(": <span lang=\"it\">");
    });
}

#[test]
fn fixed_pages_answer_in_both_languages() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        for (path, italian, english) in [
            ("/privacy", "Titolare del trattamento: Unione alfa", "Controller: Unione alfa"),
            ("/note-legali", "EUPL 1.2", "EUPL 1.2"),
            ("/accessibilita", "Segnala un problema", "Report a problem"),
        ] {
            visitor.get(path).await.is(200).says(italian);
            crawl::fetch(&visitor, path, "en").await.is(200).says(english);
        }
    });
}

#[test]
fn the_platform_owes_its_readers_the_same_pages() {
    on_each_database(|app| async move {
        let visitor = app.visitor("platform");
        let footer = visitor.get("/").await.is(200);
        for (path, italian, english) in [
            (
                "/privacy",
                "Di queste pagine risponde chi gestisce la piattaforma (Tavolo)",
                "Whoever runs the platform (Tavolo)",
            ),
            ("/note-legali", "le proprie note legali", "legal notes of its own"),
            ("/accessibilita", "Segnala un problema", "Report a problem"),
        ] {
            assert!(footer.body.contains(&format!("href=\"{path}\"")), "{path}");
            visitor.get(path).await.is(200).says(italian);
            crate::crawl::fetch(&visitor, path, "en").await.is(200).says(english);
        }
        let typed = [("message", "Le scadenze non si leggono"), ("page", "/scadenze"), ("email", "")];
        visitor.post_from("/accessibilita", "site/feedback", &typed).await.is(303);
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        let page = marta.get("/lavoro/segnalazioni").await.is(200);
        page.says("Le scadenze non si leggono").hides("href=\"/lavoro\"");
        visitor.get("/lavoro/segnalazioni").await.is(303);
        let andrea = app.person("platform", "Andrea", &[Role::Guarantor]).await;
        andrea.get("/lavoro/segnalazioni").await.is(403);
        let ada = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        ada.get("/lavoro/segnalazioni").await.is(200).hides("Le scadenze");
    });
}

#[test]
fn a_report_is_kept_for_administrators_alone() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        let wrong = [("message", ""), ("page", ""), ("email", "nessuno")];
        let refused = visitor.post_from("/accessibilita", "site/feedback", &wrong).await.is(422);
        refused.says("href=\"#message\"").says("value=\"nessuno\"");
        assert_eq!(app.count("feedback").await, 0);
        let typed = [("message", "Il contatore non si legge"), ("page", "/proposte"), ("email", "")];
        for _ in 0..5 {
            visitor.post_from("/accessibilita", "site/feedback", &typed).await.is(303);
        }
        visitor.post_from("/accessibilita", "site/feedback", &typed).await.is(429);
        assert_eq!(app.count("feedback").await, 5);
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.get("/lavoro/segnalazioni").await.is(200).says("Il contatore non si legge");
        visitor.get("/lavoro/segnalazioni").await.is(303);
        app.person("alfa", "Olga", &[Role::ProcessOwner]).await.get("/lavoro/segnalazioni").await.is(403);
        let other = app.person("beta", "Bea", &[Role::TenantAdmin]).await;
        other.get("/lavoro/segnalazioni").await.is(200).hides("Il contatore");
    });
}

#[test]
fn the_focus_goes_to_the_result_and_a_refusal_repeats_no_success() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        let accepted = visitor.get("/accessibilita?esito=feedback_sent").await.is(200);
        accepted.says("Segnalazione inviata: grazie.").says("autofocus").hides("id=\"errori\"");
        let empty = [("message", ""), ("page", ""), ("email", "")];
        let refused = visitor.post_from("/accessibilita?esito=feedback_sent", "site/feedback", &empty).await.is(422);
        refused.hides("Segnalazione inviata").says("id=\"errori\"").says("autofocus");
        visitor.get("/accessibilita").await.is(200).hides("autofocus");
    });
}
