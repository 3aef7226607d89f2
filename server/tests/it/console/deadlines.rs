//! What is due in the whole region, in its order.

use crate::{app::on_each_database, contributions::ground::ground, rows::Rows};
use domain::role::Role;

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
