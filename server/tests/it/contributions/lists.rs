//! The list of proposals: filters, pages, and how much it asks of the database.

use super::ground::{Ground, ground};
use crate::app::{TestApp, on_each_database};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    contribution::{ContributionChannel, ModerationState},
    evaluation::{Assessment, Evaluation},
    id::ContributionId,
};
use server::store::contributions::{self, Contribution};

/// Public contributions numbered from `from` up to before `to`, a second apart.
pub(super) async fn add_rows(app: &TestApp, ground: &Ground, from: u32, to: u32) {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let start: DateTime<Utc> = "2022-08-01T00:00:00Z".parse().unwrap();
    for number in from..to {
        let at = start + TimeDelta::seconds(i64::from(number));
        let row = Contribution {
            id: ContributionId::fresh(),
            process: ground.process,
            table: ground.table,
            author: None,
            channel: ContributionChannel::Online,
            title: format!("Idea {number:04}"),
            body: "Una proposta al 100% con_parole".into(),
            place: None,
            document: None,
            moderation: ModerationState::Published,
            assessment: Assessment { evaluation: Evaluation::Unassessed, answered: false },
            answer: String::new(),
            answered_at: None,
            answered_as: None,
            supports: number % 7,
            comments: 0,
            created_at: at,
            changed_at: at,
        };
        contributions::insert(&tx, seed.scope(), &row).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[test]
fn every_row_comes_once_page_after_page() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        add_rows(&app, &ground, 0, 45).await;
        for order in ["recenti", "sostenute"] {
            let (mut path, mut seen) = (format!("/proposte?ordine={order}"), Vec::new());
            for rows in [20, 20, 5] {
                let page = app.visitor("alfa").get(&path).await.is(200).says("45 proposte");
                let text = page.text();
                let titles: Vec<_> =
                    text.match_indices(">Idea ").map(|(at, _)| text[at + 1..at + 10].to_owned()).collect();
                assert_eq!(titles.len(), rows, "{path}");
                seen.extend(titles);
                let next = text.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
                path = next.unwrap_or_default().replace("&amp;", "&");
            }
            assert!(path.is_empty());
            if order == "recenti" {
                assert_eq!((seen[0].as_str(), seen[44].as_str()), ("Idea 0044", "Idea 0000"));
            } else {
                assert_eq!(seen[0], "Idea 0041");
            }
            seen.sort();
            seen.dedup();
            assert_eq!(seen.len(), 45);
        }
        app.visitor("alfa").get("/proposte?dopo=ieri").await.is(404);
    });
}

#[test]
fn filters_and_words_narrow_the_list() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        add_rows(&app, &ground, 0, 30).await;
        let visitor = app.visitor("alfa");
        visitor.get("/proposte?parole=IDEA+0007").await.is(200).says("1 proposta").says("Idea 0007").hides("Idea 0008");
        visitor.get("/proposte?parole=100%25+con_parole").await.is(200).says("30 proposte");
        visitor.get("/proposte?parole=%25%25_").await.is(200).says("Nessuna proposta corrisponde");
        let elsewhere = app.visitor("beta").get("/proposte").await.is(200);
        elsewhere.says("Ancora nessuna proposta").hides("Nessuna proposta corrisponde");
        visitor.get(&format!("/proposte?tavolo={}&stato=unassessed", ground.table)).await.is(200).says("30 proposte");
        visitor.get("/proposte?stato=rejected").await.is(200).says("0 proposte").hides("Idea 00");
        visitor.get("/proposte?percorso=welfare").await.is(200).says("30 proposte");
        visitor.get("/proposte?percorso=altro").await.is(404);
        visitor.get(&ground.table_path()).await.is(200).says("Idea 0029").says("Docenti e studenti");
    });
}

#[test]
fn the_list_asks_as_much_of_the_database_with_two_thousand_rows() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let citizen = app.person("alfa", "Anna", &[]).await;
        add_rows(&app, &ground, 0, 20).await;
        let mut asked = Vec::new();
        for more in [20, 2_000] {
            add_rows(&app, &ground, 20, more).await;
            asked.push(citizen.asks("/proposte").await);
        }
        assert_eq!(asked[0], asked[1]);
        assert!(asked[0] <= 6, "{asked:?}");
        citizen.get("/proposte").await.is(200).says("Più di 1.000 proposte");
    });
}
