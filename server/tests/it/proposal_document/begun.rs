//! A document begins with what the project sheet says, and takes from its submission what that alone tells.

use super::{EDITOR, an_origin, kept, process, step, submit, write_proposal};
use crate::app::{TestApp, on_each_database};
use domain::{id::ProcessId, role::Role, sheet::ProjectSheet};
use server::store::processes;

async fn with_sheet(app: &TestApp, id: ProcessId) {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    let mut path = processes::by_id(&tx, seed.scope(), id).await.unwrap();
    path.sheet = ProjectSheet {
        title: "Welfare e agenda".into(),
        owner_name: "Anna Privata".into(),
        responsible_office: "Servizi alla persona".into(),
        decision_body: "Consiglio dell’Unione".into(),
        object: "Un’agenda del territorio".into(),
        ..ProjectSheet::default()
    };
    processes::update(&tx, seed.scope(), &path).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn it_begins_with_the_sheet_and_its_date_is_that_of_the_submission() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        with_sheet(&app, process).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let page = owner.get(EDITOR).await.is(200);
        let page = page.says("value=\"Welfare e agenda\"").says("value=\"Servizi alla persona\"").hides("Anna Privata");
        page.says("Un’agenda del territorio").says("il programma lo registra").hides("name=\"sections[sent]\"");

        // What stands there is saved as it is, and then is the document's own.
        let rest = [
            ("slug", "percorso"),
            ("version", "0"),
            ("sections[drafting]", "15 dicembre 2022"),
            ("sections[path]", "Tre incontri"),
        ];
        owner.post_from(EDITOR, "proposal-document/sections", &rest).await.is(303);
        let origin = an_origin(&app, process).await;
        write_proposal(&app, &owner, process, &origin).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        app.at("2022-12-20T09:00:00Z");
        submit(&app, &owner, process).await.is(303);
        let tenant = app.seed("alfa").await.tenant_id();
        let case = guarantor.get(&format!("/garanzia/{tenant}/{process}")).await.is(200);
        case.says("Welfare e agenda").says("15 dicembre 2022").says("20/12/2022");
        owner.get(EDITOR).await.is(200).says("20/12/2022");
        assert!(kept(&app, process).await.document.submitted.is_some());
    });
}
