//! The organisations of the table vote on exactly the text that they read.

use super::{
    EDITOR, an_origin,
    delivery::validate_and_send,
    kept, process, step, submit,
    table::{constitute, seated},
    write_proposal, write_sections,
};
use crate::app::{Answer, Visitor, on_each_database};
use domain::{digest::Digest, role::Role};

const TO: &str = "proposal-document/vote";

/// The fingerprint of the text that the page shows.
async fn content(who: &Visitor<'_>) -> String {
    let page = who.get(EDITOR).await.is(200).text();
    page.split("name=\"content\" value=\"").nth(1).expect("a form to vote").chars().take(64).collect()
}

async fn vote(who: &Visitor<'_>, member: &str, content: &str, choice: &str, note: &str) -> Answer {
    let form = format!("voto-{member}");
    let fields = [
        ("form", form.as_str()),
        ("slug", "percorso"),
        ("member", member),
        ("content", content),
        ("choice", choice),
        ("note", note),
    ];
    who.post_from(EDITOR, TO, &fields).await
}

#[test]
fn the_table_votes_on_one_text_and_again_on_the_next() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let (rita, ugo) = (app.person("alfa", "Rita", &[]).await, app.person("alfa", "Ugo", &[]).await);
        let outsider = app.person("alfa", "Carla", &[]).await;
        let organ = constitute(&owner).await;
        let migrants = seated(&owner, &rita, &organ, "Voci Migranti").await;
        let elders = seated(&owner, &rita, &organ, "Auser").await;
        let shops = seated(&owner, &ugo, &organ, "Botteghe").await;
        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);

        // A form for each seat; nobody votes for others.
        let awaited = "Vota il documento di proposta";
        rita.get("/spazio").await.is(200).says(awaited);
        let page = rita.get(EDITOR).await.is(200).says("Il voto di Voci Migranti").says("Il voto di Auser");
        page.hides("Il voto di Botteghe").says("Non hanno ancora votato");
        owner.get(EDITOR).await.is(200).hides("Il voto di Auser");
        let first = content(&rita).await;
        vote(&rita, &shops, &first, "favourable", "").await.is(404);
        vote(&owner, &migrants, &first, "favourable", "").await.is(403);
        vote(&outsider, &migrants, &first, "favourable", "").await.is(403);
        app.visitor("alfa").post(TO, &[("slug", "percorso")]).await.is(422);
        vote(&app.visitor("alfa"), &migrants, &first, "favourable", "").await.is(401);

        // What cannot be read, or is about another text, changes nothing and keeps the note.
        vote(&rita, &migrants, &first, "", "Parole da tenere").await.is(422).says("Parole da tenere").says("href=\"#");
        let long = "x".repeat(2_001);
        vote(&rita, &migrants, &first, "contrary", &long).await.is(422).says(&long);
        let other = Digest::of("altro").to_string();
        vote(&rita, &migrants, &other, "contrary", "Parole da tenere").await.is(409).says("Parole da tenere");
        assert_eq!(app.count("document_votes").await, 0);

        // A vote is changed while the document lies at the table.
        vote(&rita, &migrants, &first, "favourable", "").await.is(303);
        vote(&rita, &migrants, &first, "contrary", "Mancano gli orari").await.is(303);
        vote(&rita, &migrants, &first, "contrary", "Mancano gli orari").await.is(303);
        vote(&rita, &elders, &first, "abstained", "").await.is(303);
        assert_eq!(app.count("document_votes").await, 2);
        let page = owner.get(EDITOR).await.is(200).says("0 favorevoli, 1 contrario, 1 astenuto");
        page.says("Mancano gli orari").hides("su un testo precedente").hides("Rita");
        rita.get("/spazio").await.is(200).hides(awaited);
        ugo.get("/spazio").await.is(200).says(awaited);

        // Another text: the votes stay, and count no more.
        step(&app, &owner, process, "rewrite").await.is(303);
        vote(&rita, &migrants, &first, "favourable", "").await.is(404);
        write_sections(&app, &owner, process, "Bisogni e orari").await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        owner.get(EDITOR).await.is(200).says("su un testo precedente").hides("1 contrario");
        rita.get("/spazio").await.is(200).says(awaited);
        vote(&rita, &migrants, &first, "favourable", "").await.is(409);
        let second = content(&rita).await;
        vote(&rita, &migrants, &second, "favourable", "Ora sì").await.is(303);
        // An organisation that leaves has no vote any more; what it voted before stays.
        let leave = [("member", elders.as_str()), ("step", "leave"), ("reason", ""), ("back", "")];
        rita.post("organs/move", &leave).await.is(303);
        vote(&rita, &elders, &second, "favourable", "").await.is(422).says("diritto di voto");

        // Submitted, it takes no votes; sent, everybody reads how the table voted, and no more than that.
        submit(&app, &owner, process).await.is(303);
        vote(&ugo, &shops, &second, "contrary", "").await.is(422);
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        assert_eq!(kept(&app, process).await.document.submitted.unwrap().to_string(), second);
        validate_and_send(&app, process, &owner, &guarantor).await;
        let public = app.visitor("alfa").get("/percorsi/percorso/documento").await.is(200);
        public.says("1 favorevole, 0 contrari, 0 astenuti").hides("Ora sì").hides("Rita");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn a_tenant_may_ask_how_old_who_votes_is() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let rita = crate::contributions::age::newcomer(&app, "Rita").await;
        let organ = constitute(&owner).await;
        let migrants = seated(&owner, &rita, &organ, "Voci Migranti").await;
        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        rita.get(EDITOR).await.is(200).hides("name=\"born\"");
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        crate::identification::ask(&admin, crate::identification::FREE, ["", "17"]).await.is(303);

        let text = content(&rita).await;
        rita.get(EDITOR).await.is(200).says("name=\"born\"").says("17 anni");
        vote(&rita, &migrants, &text, "favourable", "").await.is(422).says("born-errore");
        let form = format!("voto-{migrants}");
        let typed = |born: &'static str| {
            [
                ("form", form.clone()),
                ("slug", "percorso".into()),
                ("member", migrants.clone()),
                ("content", text.clone()),
                ("choice", "favourable".into()),
                ("note", String::new()),
                ("born", born.into()),
            ]
        };
        for (born, status) in [("2006-01-01", 422), ("1980-01-01", 303)] {
            let typed = typed(born);
            let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
            rita.post_from(EDITOR, TO, &typed).await.is(status);
        }
        assert_eq!(app.count("document_votes").await, 1);
    });
}
