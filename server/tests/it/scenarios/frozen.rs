//! What everybody reads of a proposal document is what was submitted, whatever is written since.

use super::paper::Paper;
use crate::{
    app::on_each_database,
    contributions::ground::{CLOSING, ground},
};
use domain::role::Role;
use server::store::proposal_documents::{self, Kept};
use std::collections::BTreeMap;

const PUBLIC: &str = "/percorsi/welfare/documento";

#[test]
fn a_text_in_the_works_reaches_nobody_outside() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let carlo = app.person("alfa", "Carlo", &[]).await;
        let said = ground.propose(&carlo, "Panchine", "All’ombra.").await;
        app.at(CLOSING);
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let tea = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let paper = Paper { app: &app, owner: owner.clone(), process: ground.process, slug: "welfare" };
        paper.write("Bisogni comuni").await.is(303);
        paper.propose("Ombra", &[&said]).await.is(303);
        app.at("2022-10-19T09:00:00Z");
        paper.step("send_to_table").await.is(303);
        paper.close().await;
        paper.submit().await.is(303);
        let file = paper.submitted().await;
        paper.answer(&tea, "ask_integration", &file, "Manca il contesto").await.is(303);

        // Integrated, and not submitted again yet: neither the public nor the guarantor sees it.
        paper.write("Testo integrato").await.is(303);
        let outside = app.visitor("alfa");
        let proposal = format!("/proposte/{said}");
        for page in [PUBLIC, "/percorsi/welfare/documento/file.txt", "/percorsi/welfare/decisioni"] {
            outside.get(page).await.is(404).hides("Testo integrato").hides("Bisogni comuni");
        }
        for page in ["/", "/percorsi/welfare", "/percorsi/welfare/documenti", &proposal] {
            outside.get(page).await.is(200).hides("Testo integrato").hides("Bisogni comuni");
        }
        let tenant = app.seed("alfa").await.tenant_id();
        let case = format!("/garanzia/{tenant}/{}", ground.process);
        tea.get(&case).await.is(200).says("Bisogni comuni").hides("Testo integrato");

        paper.submit().await.is(303);
        let file = paper.submitted().await;
        paper.answer(&tea, "validate", &file, "").await.is(303);
        paper.send(&file).await.is(303);
        outside.get(PUBLIC).await.is(200).says("Testo integrato").says(&file).hides("Bisogni comuni");

        // A later version, written past the application: everybody goes on reading what was sent.
        let (seed, before) = (app.seed("alfa").await, paper.kept().await);
        let tx = seed.begin().await.unwrap();
        let content = proposal_documents::version(&tx, seed.scope(), ground.process, before.version).await.unwrap();
        let later = BTreeMap::from([("object".to_owned(), "Scritto dopo".to_owned())]);
        let (content, now) = (content.with_texts(&later).unwrap(), app.app.clock.now());
        let after = Kept { version: before.version + 1, ..before.clone() };
        proposal_documents::store(&tx, seed.scope(), &before, &after, now).await.unwrap();
        let place = (ground.process, after.version);
        proposal_documents::add_version(&tx, seed.scope(), place, &content, now).await.unwrap();
        tx.commit().await.unwrap();
        for page in [PUBLIC, "/percorsi/welfare/documento/file.txt"] {
            outside.get(page).await.is(200).says("Testo integrato").hides("Scritto dopo");
        }
        outside.get(PUBLIC).await.is(200).says(&file);
    });
}
