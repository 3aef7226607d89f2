//! The privacy officer is asked about what looks like personal data, once for each text.

use super::{EDITOR, an_origin, kept, process, step, write_proposal, write_sections};
use crate::app::{Answer, TestApp, Visitor, on_each_database};
use domain::{digest::Digest, id::ProcessId, proposal_document::PersonalDataQuestion, reason::Reason, role::Role};
use server::store::proposal_documents::{self, Kept};

pub(super) const ASK: &str = "proposal-document/ask-privacy-officer";
pub(super) const ASSESS: &str = "proposal-document/assess-personal-data";
pub(super) const WAITS: &str = "Possibili dati personali nel documento, da valutare";

/// The hash of the newest text.
async fn newest(app: &TestApp, process: ProcessId) -> String {
    let number = kept(app, process).await.version;
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    proposal_documents::version(&tx, seed.scope(), process, number).await.unwrap().sha256().to_string()
}

/// Asks, or clears where there is a reason, about the newest text.
pub(super) async fn about(app: &TestApp, who: &Visitor<'_>, process: ProcessId, to: &str, status: u16) -> Answer {
    let content = newest(app, process).await;
    let fields = [
        ("slug", "percorso"),
        ("content", content.as_str()),
        ("answer", "publish"),
        ("reason", "Indirizzo di un ufficio"),
    ];
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
        about(&app, &officer, process, ASSESS, 303).await;
        officer.get("/lavoro").await.is(200).hides(WAITS);
        about(&app, &owner, process, ASK, 422).await;
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn fifty_equal_questions_at_once_are_one() {
    on_each_database(|app| async move {
        let process = process(&app).await;
        let owner = app.person("alfa", "Anna", &[Role::ProcessOwner]).await;
        let officer = app.person("alfa", "Paolo", &[Role::PrivacyOfficer]).await;
        write_sections(&app, &owner, process, "Scrivere a mario.bianchi@example.it").await.is(303);
        let content = newest(&app, process).await;
        let fields = [("slug", "percorso"), ("content", content.as_str())];
        let mails = app.count("mails").await;
        let all = (0..50).map(|_| owner.post_from(EDITOR, ASK, &fields));
        let answers = futures_util::future::join_all(all).await;
        let with = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
        assert_eq!((with(303), with(422)), (1, 49));
        assert_eq!(app.count("mails").await, mails + 1);

        // A question asked while the officer answers about another text takes nothing away from the answer.
        write_sections(&app, &owner, process, "Scrivere a maria.bianchi@example.it").await.is(303);
        let content = newest(&app, process).await;
        let question = [("slug", "percorso"), ("content", content.as_str())];
        let answer = about(&app, &officer, process, ASSESS, 303);
        let _ = tokio::join!(answer, owner.post_from(EDITOR, ASK, &question));
        owner.get(EDITOR).await.is(200).says("Indirizzo di un ufficio");
    });
}

#[test]
fn the_privacy_officer_may_say_no() {
    on_each_database(|app| async move {
        let process = process(&app).await;
        let owner = app.person("alfa", "Anna", &[Role::ProcessOwner]).await;
        let officer = app.person("alfa", "Paolo", &[Role::PrivacyOfficer]).await;
        write_sections(&app, &owner, process, "Scrivere a mario.bianchi@example.it").await.is(303);
        about(&app, &owner, process, ASK, 303).await;
        let content = newest(&app, process).await;
        let fields = [("slug", "percorso"), ("content", content.as_str()), ("answer", ""), ("reason", " ")];
        officer.post_from(EDITOR, ASSESS, &fields).await.is(422).says("answer-errore").says("reason-errore");
        let no = [("slug", "percorso"), ("content", content.as_str()), ("answer", "take_out")];
        let no = [no.as_slice(), &[("reason", "È un indirizzo privato")]].concat();
        owner.post_from(EDITOR, ASSESS, &no).await.is(403);
        let mails = app.count("mails").await;
        officer.post_from(EDITOR, ASSESS, &no).await.is(303);
        assert_eq!(app.count("mails").await, mails + 1);
        officer.get("/lavoro").await.is(200).hides(WAITS);
        owner.get(EDITOR).await.is(200).says("È un indirizzo privato").hides("si attende la sua valutazione");
        about(&app, &owner, process, ASK, 422).await;

        // The officer may think again; another text is asked about anew.
        about(&app, &officer, process, ASSESS, 303).await;
        owner.get(EDITOR).await.is(200).hides("È un indirizzo privato");
        officer.post_from(EDITOR, ASSESS, &no).await.is(303);
        write_sections(&app, &owner, process, "Scrivere a maria.bianchi@example.it").await.is(303);
        owner.get(EDITOR).await.is(200).hides("È un indirizzo privato");
        about(&app, &owner, process, ASK, 303).await;
        officer.get("/lavoro").await.is(200).says(WAITS);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn what_must_be_taken_out_stops_the_document_though_it_is_found_no_more() {
    on_each_database(|app| async move {
        let process = process(&app).await;
        let owner = app.person("alfa", "Anna", &[Role::ProcessOwner]).await;
        let officer = app.person("alfa", "Paolo", &[Role::PrivacyOfficer]).await;
        write_sections(&app, &owner, process, "La signora del secondo piano").await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        // A name that stood on a list of members when the officer answered, and stands there no more.
        let content: Digest = newest(&app, process).await.parse().unwrap();
        let refused = Some(Reason::parse("È il nome di una persona").unwrap());
        let question = Some(PersonalDataQuestion { content, on: "2022-12-01".parse().unwrap(), refused });
        let before = kept(&app, process).await;
        let after = Kept { question, ..before.clone() };
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        proposal_documents::store(&tx, seed.scope(), &before, &after, app.app.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        drop(seed);

        const STOPS: &str = "ha chiesto di togliere dal testo dei dati personali";
        step(&app, &owner, process, "send_to_table").await.is(422).says(STOPS);
        owner.get(EDITOR).await.is(200).says(STOPS).says("È il nome di una persona");
        // The officer may think again; another text is another matter.
        about(&app, &officer, process, ASSESS, 303).await;
        owner.get(EDITOR).await.is(200).hides(STOPS);
        step(&app, &owner, process, "send_to_table").await.is(303);
    });
}
