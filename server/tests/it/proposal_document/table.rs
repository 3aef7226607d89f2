//! The table reads the document: a member finds it, and its page leads nowhere that the member may not go.

use super::{EDITOR, an_origin, process, step, write_proposal, write_sections};
use crate::{
    app::{Visitor, on_each_database},
    organs::ground::id_after,
    rows::Rows,
};
use domain::role::Role;

const DESK: &str = "/lavoro/percorsi/percorso/organi";

/// Sets up the negotiation table, and gives its identifier.
pub async fn constitute(owner: &Visitor<'_>) -> String {
    let organ =
        [("slug", "percorso"), ("kind", "negotiation_table"), ("constituted_on", "2022-02-01"), ("rules", "Consenso")];
    owner.post("organs/constitute", &organ).await.is(303);
    id_after(&owner.get(DESK).await.is(200).text(), "name=\"organ\" value=\"")
}

/// `who` sits at the table for this organisation, which gets the identifier that is given back.
pub async fn seated(owner: &Visitor<'_>, who: &Visitor<'_>, organ: &str, organisation: &str) -> String {
    let candidature = [
        ("organ", organ),
        ("organisation", organisation),
        ("kind", "association"),
        ("category", "nuovi cittadini"),
        ("why", "Parliamo con chi arriva"),
    ];
    who.post("organs/apply", &candidature).await.is(303);
    let desk = owner.get(DESK).await.is(200).text();
    let last = desk.rsplit("name=\"member\" value=\"").next().unwrap();
    let member: String = last.chars().take(36).collect();
    owner.post("organs/move", &[("member", &member), ("step", "accept")]).await.is(303);
    member
}

#[test]
fn a_member_finds_the_document_that_lies_at_the_table() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let rita = app.person("alfa", "Rita", &[]).await;
        seated(&owner, &rita, &constitute(&owner).await, "Voci Migranti").await;
        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);

        rita.get("/spazio").await.is(200).says("Voci Migranti").hides(EDITOR);
        rita.get(EDITOR).await.is(404);
        step(&app, &owner, process, "send_to_table").await.is(303);
        rita.get("/spazio").await.is(200).says(&format!("href=\"{EDITOR}\""));
        let (work, workspace) = ("href=\"/lavoro\"", "href=\"/lavoro/percorsi/percorso\"");
        for page in [EDITOR.to_owned(), format!("{EDITOR}/versioni")] {
            rita.get(&page).await.is(200).hides(work).hides(workspace).says("href=\"/percorsi/percorso\"");
            owner.get(&page).await.is(200).says(work).says(workspace);
        }
        // What the next step lacks is not hers to supply.
        Rows::of(&app, "alfa").await.change("UPDATE processes SET stage = 'opening' WHERE slug = 'percorso'").await;
        let missing = "Prima del prossimo passaggio manca";
        owner.get(EDITOR).await.is(200).says(missing);
        rita.get(EDITOR).await.is(200).hides(missing);
        step(&app, &owner, process, "rewrite").await.is(303);
        rita.get("/spazio").await.is(200).hides(EDITOR);
    });
}
