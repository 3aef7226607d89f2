//! What is due in the whole region, in its order.

use crate::{app::on_each_database, contributions::ground::ground, rows::Rows, staff::version_in};
use chrono::NaiveDate;
use domain::role::Role;
use server::{
    seed::Seed,
    store::{deadlines, processes},
};
use std::time::Duration;

/// Computes the deadlines of `welfare` again, in a transaction that the caller ends.
async fn refreshed(seed: &Seed, now: chrono::DateTime<chrono::Utc>) -> server::store::Tx {
    let tx = seed.begin().await.unwrap();
    let process = processes::by_slug(&tx, seed.scope(), "welfare").await.unwrap();
    deadlines::refresh(&tx, seed.scope(), &process, now).await.unwrap();
    tx
}

#[test]
fn deadlines_that_two_compute_at_once_stand_once() {
    on_each_database(|app| async move {
        ground(&app, "alfa").await;
        let (seed, now) = (app.seed("alfa").await, app.app.clock.now());
        let first = refreshed(&seed, now).await;
        let second = tokio::spawn(async move { refreshed(&seed, now).await.commit().await.unwrap() });
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert!(!second.is_finished(), "the second waits for the first");
        first.commit().await.unwrap();
        second.await.unwrap();
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("process_deadlines", "kind = 'conclusion'").await, 1);
    });
}

#[test]
fn another_patron_saint_moves_the_deadlines() {
    on_each_database(|app| async move {
        ground(&app, "alfa").await;
        let rows = Rows::of(&app, "alfa").await;
        // Thirty days later it is Thursday 26 January.
        let concluded = "UPDATE processes SET stage = 'concluded', concluded_on = '2022-12-27' WHERE slug = 'welfare'";
        rows.change(concluded).await;
        let seed = app.seed("alfa").await;
        refreshed(&seed, app.app.clock.now()).await.commit().await.unwrap();
        let due = async || {
            let rows = Rows::of(&app, "alfa").await;
            let due = rows.with_values("{process_deadlines.due|kind = 'acknowledgement'}").await;
            due.parse::<NaiveDate>().unwrap()
        };
        assert_eq!(due().await.to_string(), "2023-01-26");
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let page = admin.get("/lavoro/impostazioni").await.is(200).body;
        let typed = [
            ("name", "Unione Alfa"),
            ("description", "Otto comuni insieme."),
            ("accent", "#00634a"),
            ("patron_day", "26/01"),
            ("custom_domain", ""),
            ("version", version_in(&page)),
        ];
        admin.post_from("/lavoro/impostazioni", "settings/change", &typed).await.is(303);
        assert_eq!(due().await.to_string(), "2023-01-27");
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        marta.get("/scadenze").await.is(200).says("27/01/2023").hides("26/01/2023");
    });
}

#[test]
fn the_late_deadlines_of_all_tenants_come_first() {
    on_each_database(|app| async move {
        for (slug, title, days) in [
            ("alfa", "Percorso alfa", ["2022-09-12", "2022-11-08"]),
            ("beta", "Percorso beta", ["2022-12-20", "2022-08-30"]),
        ] {
            let process = ground(&app, slug).await.process.0;
            let rows = Rows::of(&app, slug).await;
            let process = rows.literal(process);
            for day in days {
                rows.run(&format!(
                    "INSERT INTO process_deadlines (tenant_id, id, process_id, slug, title, kind, due, who, is_open) \
                     VALUES ({{tenant}}, {{uuid}}, {process}, 'welfare', '{title}', 'conclusion', '{day}', 'process_owner', TRUE)"
                ))
                .await;
            }
        }
        app.at("2022-11-03T09:00:00Z");
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        let page = marta.get("/scadenze").await.is(200).text();
        let places: Vec<_> = [
            ("scaduto il giorno 30/08/2022", "Percorso beta"),
            ("scaduto il giorno 12/09/2022", "Percorso alfa"),
            ("08/11/2022", "Percorso alfa"),
            ("20/12/2022", "Percorso beta"),
        ]
        .iter()
        .map(|(words, title)| {
            let place = page.find(words).unwrap_or_else(|| panic!("{words} is not in {page}"));
            let row = page[..place].rfind("<tr").expect("a row holds it");
            assert!(page[row..].split("</tr>").next().is_some_and(|row| row.contains(title)), "{words}: {title}");
            place
        })
        .collect();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(page.matches("status-late").count(), 2);
    });
}
