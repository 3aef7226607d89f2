//! Finding contributions by their words, in the same way on both databases.

use super::ground::ground;
use crate::app::{Answer, TestApp, on_each_database};
use sea_orm::{ConnectionTrait, Database};
use server::store::contributions;

#[test]
fn words_are_found_without_their_endings_and_accents() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        ground.propose(&anna, "Biblioteche aperte la sera", "I giovani chiedono *più spazi* all’università.").await;
        ground.propose(&anna, "Lo sportello", "Una biblioteca per gli anziani.").await;
        let visitor = app.visitor("alfa");
        for (typed, found) in [
            ("biblioteca", 2),
            ("BIBLIOTECHE", 2),
            ("biblioteca+aperta", 1),
            ("giovane", 1),
            ("spazio", 1),
            ("universita", 1),
            ("universit%C3%A0", 1),
            ("piu", 1),
            ("perch%C3%A9", 0),
            ("biblio", 2),
            ("anziani+bibl", 1),
            ("biblio+anziani", 0),
            ("dell%27universit%C3%A0", 0),
            ("all%E2%80%99universit%C3%A0", 1),
            ("", 2),
        ] {
            let words = match found {
                0 => "0 proposte".to_owned(),
                1 => "1 proposta".to_owned(),
                count => format!("{count} proposte"),
            };
            visitor.get(&format!("/proposte?parole={typed}")).await.is(200).says(&words);
        }
        // Nobody finds what another tenant holds.
        app.visitor("beta").get("/proposte?parole=biblioteca").await.is(200).says("0 proposte");
    });
}

#[test]
fn what_was_looked_for_is_marked_where_it_stands() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let long = "Tutti i giorni, da mattina a sera. ".repeat(12);
        ground.propose(&anna, "La busta paga", &format!("{long}Poi passa il *bus* <b>della</b> scuola.")).await;
        let visitor = app.visitor("alfa");
        let marks =
            |page: Answer, marked: &str| assert!(page.body.replace("<!>", "").contains(marked), "{}", page.body);
        let page =
            visitor.get("/proposte?parole=bus").await.is(200).says("Poi passa il bus").says("… ").hides("<b>della");
        marks(page, "La <mark>busta</mark> paga");
        marks(visitor.get("/proposte?parole=bus").await, "Poi passa il <mark>bus</mark> ");
        marks(visitor.get("/proposte?parole=P%C3%80GA").await.says("Tutti i giorni"), "<mark>paga</mark>");
        visitor.get("/proposte").await.is(200).hides("<mark>");
    });
}

#[test]
fn hostile_questions_find_nothing_and_never_fail() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        ground.propose(&anna, "Panchine", "All’ombra.").await;
        let visitor = app.visitor("alfa");
        let hostile = [
            "\"",
            "'",
            "*",
            "(",
            ")",
            "\\",
            "%",
            "_",
            ";--",
            "' OR 1=1 --",
            "\" OR \"",
            "a* NEAR b",
            "panchine:*",
            "title:panchine AND",
            "NOT",
            "-panchine & | ! <->",
            "\0",
            "panchine\0",
            "\u{202e}",
            "{{}}",
            "^$",
        ];
        for words in hostile.iter().map(|words| (*words).to_owned()).chain(["a".repeat(1_024), "x ".repeat(512)]) {
            for order in ["", "&ordine=sostenute"] {
                let typed: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
                visitor.get(&format!("/proposte?parole={typed}{order}")).await.is(200);
            }
        }
        for signs in ["%22", "*", "%25%25", "%00"] {
            visitor.get(&format!("/proposte?parole={signs}")).await.is(200).says("0 proposte");
        }
        visitor.get("/proposte?parole=panchine%00").await.is(200).says("1 proposta");
    });
}

/// A word that many hold is found row by row, a rare one by its own rows: pages and order are the same.
#[test]
fn pages_of_a_search_follow_each_other() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        super::lists::add_rows(&app, &ground, 0, 1_200).await;
        let visitor = app.visitor("alfa");
        for typed in ["proposta", "proposte+idea", "una+proposta+al+100"] {
            let page =
                visitor.get(&format!("/proposte?parole={typed}")).await.is(200).says("Idea 1199").says("Idea 1180");
            let page = page.hides("Idea 1179").text();
            let next = page.rsplit("dopo=").next().unwrap().split(['"', '&']).next().unwrap();
            let page = visitor.get(&format!("/proposte?parole={typed}&dopo={next}")).await.is(200);
            page.says("Idea 1179").hides("Idea 1180");
        }
        // A tenth of what a common word finds, the newest first.
        visitor.get("/proposte?parole=idea+003").await.is(200).says("10 proposte").says("Idea 0039").hides("Idea 0040");
        visitor.get("/proposte?parole=idea+0111").await.is(200).says("1 proposta").says("Idea 0111");
        visitor.get("/proposte?parole=idea+11").await.is(200).says("0 proposte");
        visitor.get("/proposte?parole=proposta").await.is(200).says("Più di 1.000 proposte");
        visitor.get("/proposte?parole=0042&ordine=sostenute").await.is(200).says("1 proposta").says("Idea 0042");
    });
}

async fn forget_words(app: &TestApp) {
    let db = Database::connect(&app.app.config.owner_database_url).await.unwrap();
    let tenant = app.seed("alfa").await.tenant_id();
    let tx = sea_orm::TransactionTrait::begin(&db).await.unwrap();
    if app.postgres.is_some() {
        tx.execute_unprepared(&format!("SELECT set_config('tavolo.tenant', '{tenant}', true)")).await.unwrap();
    }
    tx.execute_unprepared("DELETE FROM contribution_words").await.unwrap();
    tx.commit().await.unwrap();
}

/// What was written under an earlier schema is indexed when the schema is brought up to date.
#[test]
fn words_can_be_made_again() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        super::lists::add_rows(&app, &ground, 0, 700).await;
        forget_words(&app).await;
        app.visitor("alfa").get("/proposte?parole=idea").await.is(200).says("0 proposte");
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        assert_eq!(contributions::index_missing(&tx, seed.scope()).await.unwrap(), 700);
        assert_eq!(contributions::index_missing(&tx, seed.scope()).await.unwrap(), 0);
        tx.commit().await.unwrap();
        app.visitor("alfa").get("/proposte?parole=idea").await.is(200).says("700 proposte");
    });
}
