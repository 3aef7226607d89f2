//! The privacy officer is asked about what looks like personal data, once for each text.

use super::{EDITOR, an_origin, kept, process, write_proposal, write_sections};
use crate::app::{Answer, TestApp, Visitor, on_each_database};
use domain::{id::ProcessId, role::Role};
use server::store::proposal_documents;

const ASK: &str = "proposal-document/ask-privacy-officer";
const WAITS: &str = "Possibili dati personali nel documento, da valutare";

/// Asks, or clears where there is a reason, about the newest text.
async fn about(app: &TestApp, who: &Visitor<'_>, process: ProcessId, to: &str, status: u16) -> Answer {
    let number = kept(app, process).await.version;
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let content = proposal_documents::version(&tx, seed.scope(), process, number).await.unwrap().sha256().to_string();
    drop(tx);
    let fields = [("slug", "percorso"), ("content", content.as_str()), ("reason", "Indirizzo di un ufficio")];
    who.post_from(EDITOR, to, &fields).await.is(status)
}

#[test]
fn the_privacy_officer_is_asked_once_for_each_text() {
    on_each_database(|app| async move {
        let process = process(&app).await;
        let owner = app.person("alfa", "Anna", &[Role::ProcessOwner]).await;
        let facilitator = app.person("alfa", "Chiara", &[Role::ProcessFacilitator]).await;
        write_sections(&app, &owner, process, "Chiedere conferma degli orari.").await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        // Nothing was found: nothing to ask.
        owner.get(EDITOR).await.is(200).hides("Chiedi al responsabile della protezione dei dati");
        about(&app, &owner, process, ASK, 422).await;

        write_sections(&app, &owner, process, "Scrivere a mario.bianchi@example.it").await.is(303);
        owner.get(EDITOR).await.is(200).says("Chiedi al responsabile della protezione dei dati");
        about(&app, &owner, process, ASK, 422).await.says("Nessuno è ancora responsabile della protezione dei dati");
        let officer = app.person("alfa", "Paolo", &[Role::PrivacyOfficer]).await;
        officer.get("/lavoro").await.is(200).hides(WAITS);
        about(&app, &facilitator, process, ASK, 403).await;
        let mails = app.count("mails").await;
        about(&app, &owner, process, ASK, 303).await;
        assert_eq!(app.count("mails").await, mails + 1);
        officer.get("/lavoro").await.is(200).says(WAITS).says("(tocca a te)");
        owner.get(EDITOR).await.is(200).says("si attende la sua valutazione");
        about(&app, &owner, process, ASK, 422).await;

        // Another text: the question about the earlier one is settled, and can be put again.
        write_sections(&app, &owner, process, "Scrivere a maria.bianchi@example.it").await.is(303);
        officer.get("/lavoro").await.is(200).hides(WAITS);
        about(&app, &owner, process, ASK, 303).await;
        officer.get("/lavoro").await.is(200).says(WAITS);
        about(&app, &officer, process, "proposal-document/clear-personal-data", 303).await;
        officer.get("/lavoro").await.is(200).hides(WAITS);
        about(&app, &owner, process, ASK, 422).await;
        crate::audit::holds(&app, "alfa").await;
    });
}
