//! The export of a tenant with more rows than are read at once: each row once, none left out.

use crate::{app::on_each_database, contributions::ground::ground, rows::Rows};
use domain::role::Role;
use std::collections::BTreeSet;

/// Numbers from 1 on, more than two batches of them.
const NUMBERS: &str = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1203)";

#[test]
fn every_row_of_long_tables_is_there_once() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        ground.propose(&admin, "Panchine", "All’ombra.").await;
        let rows = Rows::of(&app, "alfa").await;
        let people = "INSERT INTO people (tenant_id, id, email, name, language, created_at) SELECT p.tenant_id, {uuid}, \
                      'numero' || n.i || '@alfa.example', 'Uno', 'it', p.created_at FROM (SELECT * FROM people \
                      WHERE tenant_id = {tenant} LIMIT 1) p CROSS JOIN n";
        rows.run(&format!("{NUMBERS} {people}")).await;
        // A key of two columns beside the tenant.
        let follows = "INSERT INTO follows (tenant_id, contribution_id, person_id, created_at) SELECT p.tenant_id, c.id, \
                       p.id, p.created_at FROM people p JOIN contributions c ON c.tenant_id = p.tenant_id \
                       WHERE p.tenant_id = {tenant}";
        rows.run(follows).await;
        let file = admin.get("/lavoro/esporta").await.is(200).body;
        for (table, key) in [("people", &["id"][..]), ("follows", &["contribution_id", "person_id"])] {
            let sent: Vec<serde_json::Value> = file
                .lines()
                .filter_map(|line| serde_json::from_str(line).ok())
                .filter(|line: &serde_json::Value| line["table"] == table)
                .collect();
            let keys = |line: &serde_json::Value| key.iter().map(|part| line["row"][part].to_string()).collect();
            let once: BTreeSet<Vec<String>> = sent.iter().map(keys).collect();
            let there = usize::try_from(rows.count(table, "1 = 1").await).unwrap();
            assert!(there > 1_200, "{there} rows of {table}");
            assert_eq!((sent.len(), once.len()), (there, there), "{table}");
        }
    });
}
