//! The table reads the versions that it was given, and no earlier one.

use super::{EDITOR, an_origin, kept, process, step, table, write_proposal, write_sections};
use crate::{app::on_each_database, rows::Rows};
use domain::role::Role;
use std::collections::BTreeSet;

#[test]
fn what_was_taken_out_before_reaches_no_table() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let rita = app.person("alfa", "Rita", &[]).await;
        table::seated(&owner, &rita, &table::constitute(&owner).await, "Voci Migranti").await;
        write_sections(&app, &owner, process, "Come chiede Pierino Zeta, di nove anni").await.is(303);
        write_sections(&app, &owner, process, "Come chiedono le famiglie").await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        let versions = format!("{EDITOR}/versioni");
        rita.get(&versions).await.is(404);
        step(&app, &owner, process, "send_to_table").await.is(303);
        assert_eq!(kept(&app, process).await.given, BTreeSet::from([3]));

        let page = rita.get(&versions).await.is(200).says("Al tavolo è arrivata una sola versione");
        page.hides("Pierino").hides("Olga").hides("Salvata da");
        for query in ["?da=1&a=3", "?da=1&a=1", "?da=2", "?a=2"] {
            rita.get(&format!("{versions}{query}")).await.is(404).hides("Pierino");
        }
        owner.get(&format!("{versions}?da=1&a=3")).await.is(200).says("Pierino").says("Olga").says("Salvata da");

        // What comes back to the table is compared with what the table had.
        step(&app, &owner, process, "rewrite").await.is(303);
        write_sections(&app, &owner, process, "Lo vuole Pierino Zeta").await.is(303);
        write_sections(&app, &owner, process, "Come chiedono le associazioni").await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        assert_eq!(kept(&app, process).await.given, BTreeSet::from([3, 5]));
        let page = rita.get(&versions).await.is(200).says("associazioni").says("famiglie");
        page.hides("Pierino").hides("Versione 4");
        rita.get(&format!("{versions}?da=3&a=4")).await.is(404);
        owner.get(&versions).await.is(200).says("Pierino");

        // Of documents that lay there before this was noted, the newest version alone is given.
        app.made_again("m0331_versions_given", &[("proposal_documents", "given")]).await;
        assert_eq!(Rows::of(&app, "alfa").await.count("proposal_documents", "given = '5'").await, 1);
        rita.get(&versions).await.is(200).hides("Pierino");
    });
}
