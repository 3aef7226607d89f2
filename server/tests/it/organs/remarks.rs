//! What the guarantee committee files: for good, for everybody, under the organisation's name.

use super::ground::{id_after, mails_to, process, seated};
use crate::{
    app::{Answer, Visitor, on_each_database},
    rows::Rows,
};
use domain::role::Role;

const WHO: &str = "/percorsi/welfare/chi-fa-cosa";
const PAGE: &str = "/percorsi/welfare/chi-fa-cosa/osservazioni";

async fn file(who: &Visitor<'_>, member: &str, kind: &str, title: &str, text: &str) -> Answer {
    let form = format!("osservazione-{member}");
    let fields = [("form", form.as_str()), ("member", member), ("kind", kind), ("title", title), ("text", text)];
    who.post_from(PAGE, "organs/remark", &fields).await
}

/// `citizen` sits on the guarantee committee; gives the member.
async fn committee(owner: &Visitor<'_>, citizen: &Visitor<'_>) -> String {
    let organ = [
        ("slug", "welfare"),
        ("kind", "guarantee_committee"),
        ("constituted_on", "2022-02-01"),
        ("rules", "Tre componenti"),
    ];
    owner.post("organs/constitute", &organ).await.is(303);
    let desk = owner.get("/lavoro/percorsi/welfare/organi").await.is(200).text();
    seated(owner, citizen, &id_after(&desk, "name=\"organ\" value=\"")).await;
    id_after(&citizen.get(PAGE).await.is(200).text(), "osservazione-")
}

#[test]
fn an_organisation_files_so_many_in_a_day_and_all_are_found() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let laura = app.person("alfa", "Laura Bassi", &[]).await;
        let member = committee(&owner, &laura).await;
        for number in 1..=20 {
            file(&laura, &member, "remark", &format!("Osservazione n. {number:02}"), "Tempi").await.is(303);
        }
        file(&laura, &member, "remark", "Una di troppo", "Tempi").await.is(429).says("Una di troppo");
        assert_eq!(app.count("organ_remarks").await, 20);
        let visitor = app.visitor("alfa");
        visitor.get(PAGE).await.is(200).says("n. 01").says("n. 20").hides("rel=\"next\"");
        app.at("2022-03-02T18:10:00Z");
        file(&laura, &member, "remark", "Il giorno dopo", "Tempi").await.is(303);
        let first = visitor.get(PAGE).await.is(200).says("Il giorno dopo").says("n. 02").hides("n. 01").text();
        let next = format!("{PAGE}?dopo={}", id_after(&first, "/osservazioni?dopo="));
        visitor.get(&next).await.is(200).says("n. 01").says("Voci Migranti").hides("n. 02").hides("rel=\"next\"");
        visitor.get(&format!("{PAGE}?dopo=altro")).await.is(404);
    });
}

#[test]
fn the_committee_speaks_in_public_and_takes_nothing_back() {
    on_each_database(|app| async move {
        app.at("2022-03-01T18:00:00Z");
        let path = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(path)).await;
        let laura = app.person("alfa", "Laura Bassi", &[]).await;
        let outsider = app.person("alfa", "Ugo", &[]).await;
        let colleague = app.person_in("alfa", "Elio", &[Role::CommitteeMember], Some(path)).await;
        app.visitor("alfa").get(PAGE).await.is(404);
        let member = committee(&owner, &laura).await;
        app.visitor("alfa").get(WHO).await.is(200).says(&format!("href=\"{PAGE}\""));
        let button = "Scrivi un’osservazione o un parere";
        for other in [&app.visitor("alfa"), &outsider, &owner, &colleague] {
            other.get(PAGE).await.is(200).says("Nessuna osservazione").hides(button);
        }

        // Bad input stands beside its field, keeps what was typed, and files nothing.
        let refused = file(&laura, &member, "", " ", "Parole da tenere").await.is(422);
        refused.says("Parole da tenere").says(&format!("href=\"#osservazione-{member}-kind\"")).says("<details");
        let long = "x".repeat(8_001);
        file(&laura, &member, "remark", "Tempi", &long).await.is(422).says(&long);
        file(&laura, &member, "lamentela", "Tempi", "Brevi").await.is(422).says("Brevi");
        file(&app.visitor("alfa"), &member, "remark", "Tempi", "Brevi").await.is(401);
        file(&outsider, &member, "remark", "Tempi", "Brevi").await.is(403);
        file(&owner, &member, "remark", "Tempi", "Brevi").await.is(403);
        file(&colleague, &member, "remark", "Tempi", "Brevi").await.is(404);
        for (title, text, what) in [
            ("Lo dice Laura Bassi", "Sempre", "nome di un componente"),
            ("Tempi", "Scrivere a segreteria@example.it", "indirizzo e-mail"),
            ("Tempi", "Chiamare il 339 1234567", "numero di telefono"),
            ("Tempi", "339 1234567, segreteria@example.it", "(numero di telefono, indirizzo e-mail)"),
        ] {
            let refused = file(&laura, &member, "opinion", title, text).await.is(422).says(what);
            refused.says("sembra contenere dati personali").says(title).says(text);
        }
        assert_eq!(app.count("organ_remarks").await, 0);

        file(&laura, &member, "remark", "Tempi stretti", "Sono **pochi** giorni").await.is(303);
        file(&laura, &member, "opinion", "Parere sul metodo", "Imparziale").await.is(303);
        let page = app.visitor("alfa").get(PAGE).await.is(200).hides("Laura").hides("Nessuna osservazione").text();
        assert!(page.find("Parere sul metodo") < page.find("Tempi stretti"), "the newest stands first");
        for words in ["<strong>pochi</strong>", "Osservazione", "Voci Migranti", "01/03/2022"] {
            assert!(page.contains(words), "{words} is missing");
        }
        let told = mails_to(&app, "olga@alfa.example").await;
        assert!(told.iter().any(|(subject, body)| subject.contains("Parere") && body.contains("Parere sul metodo")));

        // Over is over; who left files no more, and what was filed stays.
        let rows = Rows::of(&app, "alfa").await;
        rows.change("UPDATE processes SET stage = 'archived' WHERE slug = 'welfare'").await;
        laura.get(PAGE).await.is(200).hides(button);
        file(&laura, &member, "remark", "Tardi", "Tardi").await.is(422);
        rows.change("UPDATE processes SET stage = 'sharing' WHERE slug = 'welfare'").await;
        let leave = [("member", member.as_str()), ("step", "leave"), ("reason", ""), ("back", "")];
        laura.post("organs/move", &leave).await.is(303);
        file(&laura, &member, "remark", "Tardi", "Tardi").await.is(403);
        app.visitor("alfa").get(PAGE).await.is(200).says("Tempi stretti").says("Voci Migranti");
        assert_eq!(app.count("organ_remarks").await, 2);
        crate::audit::holds(&app, "alfa").await;
    });
}
