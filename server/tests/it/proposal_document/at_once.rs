//! A step of the path and one of its document, both in the same moment.

use super::{an_origin, kept, process, step, submit, write_proposal, write_sections};
use crate::{app::on_each_database, rows::Rows};
use domain::{
    proposal_document::{ProposalDocumentState as S, ProposalDocumentStep},
    role::Role,
};
use server::store::proposal_documents::{self, Kept};
use std::time::Duration;

/// A path concluded on a document that went back to draft meanwhile could go neither on nor back.
#[test]
fn a_path_is_not_concluded_on_a_document_that_is_being_taken_back() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        submit(&app, &owner, process).await.is(303);
        let rows = Rows::of(&app, "alfa").await;
        let refused = "UPDATE proposal_documents SET state = 'not_validated', verdict = 'not_validated', \
                       decided_on = '2022-12-16' WHERE 1 = 1";
        rows.change(refused).await;
        let version = rows.first("processes", "version").await.unwrap();
        let typed = [
            ("form", "conclude"),
            ("process", "percorso"),
            ("version", version.as_str()),
            ("step", "conclude"),
            ("note", ""),
        ];

        let before = kept(&app, process).await;
        let document = before.document.clone().take(ProposalDocumentStep::Rewrite).unwrap();
        let after = Kept { document, ..before.clone() };
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        proposal_documents::lock(&tx, seed.scope(), process).await.unwrap();
        proposal_documents::store(&tx, seed.scope(), &before, &after, app.app.clock.now()).await.unwrap();
        let rewritten = async {
            tokio::time::sleep(Duration::from_millis(500)).await;
            tx.commit().await.unwrap();
        };
        let conclude = owner.post_from("/lavoro/percorsi/percorso", "process/step", &typed);
        let (answer, ()) = tokio::join!(conclude, rewritten);
        answer.is(422);
        assert_eq!(kept(&app, process).await.document.state, S::Drafting);
        assert_eq!(rows.count("processes", "stage = 'closing'").await, 1);

        // Where it stays refused, the path is concluded.
        rows.change(refused).await;
        owner.post("process/step", &typed).await.is(303);
    });
}
