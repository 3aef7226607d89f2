//! Several proposals become one, one becomes several: what people wrote stays, and each of them hears of it.

mod back;
mod decided;
mod refused;

use super::ground::{Ground, ground};
use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    organs::ground::mails_to,
    rows::Rows,
};
use domain::role::Role;

const DESK: &str = "/lavoro/percorsi/welfare/risposte";

fn page(ids: &[&str]) -> String {
    let chosen: Vec<_> = ids.iter().map(|id| format!("scelta={id}")).collect();
    format!("{DESK}/unisci?{}", chosen.join("&"))
}

async fn merge(who: &Visitor<'_>, ground: &Ground, ids: &[&str], title: &str, reason: &str) -> Answer {
    let table = ground.table.to_string();
    let mut fields = vec![("process", "welfare"), ("title", title), ("body", "Panchine all’ombra, **per tutti**.")];
    fields.extend([("table", table.as_str()), ("reason", reason)]);
    fields.extend(ids.iter().map(|id| ("ids[]", *id)));
    who.post_from(&page(ids), "contributions/merge", &fields).await
}

async fn split(who: &Visitor<'_>, id: &str, parts: &[(&str, &str)], reason: &str) -> Answer {
    let names: Vec<_> =
        (1..=parts.len()).map(|number| (format!("titles[{number}]"), format!("bodies[{number}]"))).collect();
    let mut fields = vec![("process", "welfare"), ("id", id), ("reason", reason)];
    for ((title, body), (of_title, of_body)) in parts.iter().zip(&names) {
        fields.extend([(of_title.as_str(), *title), (of_body.as_str(), *body)]);
    }
    who.post_from(&format!("{DESK}/dividi?scelta={id}"), "contributions/split", &fields).await
}

/// The proposal to which an answer leads.
fn led_to(answer: Answer) -> String {
    let to = answer.is(303).location.expect("a redirect leads somewhere");
    to.trim_start_matches("/proposte/").split('?').next().unwrap().to_owned()
}

async fn facilitator<'a>(app: &'a TestApp, ground: &Ground) -> Visitor<'a> {
    app.person_in("alfa", "Fede", &[Role::ProcessFacilitator], Some(ground.process)).await
}

#[test]
fn what_asks_the_same_becomes_one_and_each_person_hears_once() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let (carla, dario) = (app.person("alfa", "Carla", &[]).await, app.person("alfa", "Dario", &[]).await);
        let facilitator = facilitator(&app, &ground).await;
        let first = ground.propose(&anna, "Panchine al parco", "All’ombra.").await;
        let second = ground.propose(&anna, "Sedute in piazza", "Comode.\n\nE vicine.").await;
        let third = ground.propose(&bruno, "Luci in stazione", "Accese.").await;
        carla.post("contributions/follow", &[("id", &second), ("on", "si")]).await.is(303);
        for who in [&bruno, &dario] {
            who.post("contributions/support", &[("id", &first), ("on", "si")]).await.is(303);
        }
        dario.post("contributions/support", &[("id", &second), ("on", "si")]).await.is(303);
        Rows::of(&app, "alfa").await.change("UPDATE people SET language = 'en' WHERE email LIKE 'dario%'").await;

        let list = facilitator.get(DESK).await.is(200).says("name=\"scelta\"").says("Unisci quelle scelte");
        list.says(&format!("formaction=\"{DESK}/unisci\"")).hides("Rispondi insieme").says("Dividi in più proposte");
        let ids = [first.as_str(), second.as_str()];
        let desk =
            facilitator.get(&page(&ids)).await.is(200).says("Panchine al parco").says("Le 2 proposte di partenza");
        let desk = desk
            .says("4 persone ricevono un messaggio")
            .says("**Sedute in piazza**\n\n&gt; Comode.\n&gt;\n&gt; E vicine.");
        desk.says(&format!("value=\"{}\" selected", ground.table)).hides("Luci in stazione");

        let bad = merge(&facilitator, &ground, &ids, " ", "Perché </textarea> sì").await.is(422);
        bad.says("campo obbligatorio").says("Perché &lt;/textarea&gt; sì").says("Panchine all’ombra, **per tutti**.");
        assert_eq!((app.count("mails").await, app.count("contributions").await), (0, 3));
        let made = led_to(merge(&facilitator, &ground, &ids, "Posti per sedersi", "Chiedono lo stesso").await);
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("contributions", "answered AND evaluation = 'merged'").await, 2);
        assert_eq!(rows.count("contributions", "channel = 'composed' AND author_id IS NULL AND visible").await, 1);
        assert_eq!(rows.count("contributions", "title = 'Panchine al parco' AND body = 'All’ombra.'").await, 1);
        assert_eq!(rows.count("contribution_origins", "direct AND was = 'unassessed'").await, 2);
        // Anna wrote both, Dario supports both: one mail each, in their own language.
        for (email, words) in
            [("anna", "unite in una sola"), ("carla", "Sedute in piazza"), ("bruno", "Panchine al parco")]
        {
            let mails = mails_to(&app, &format!("{email}@alfa.example")).await;
            assert_eq!(mails.len(), 1, "{email}: {mails:?}");
            assert!(mails[0].1.contains(words) && mails[0].1.contains("Chiedono lo stesso"), "{mails:?}");
            assert!(mails[0].1.contains(&format!("/proposte/{made}")) && mails[0].1.contains("Se qualcosa non torna"));
        }
        let english = mails_to(&app, "dario@alfa.example").await;
        assert!(english.len() == 1 && english[0].1.contains("were merged into one"), "{english:?}");
        assert_eq!(app.count("mails").await, 4);
        // Who wrote or followed goes on to the new one; who supported is asked to read it first.
        assert_eq!((rows.count("follows", &format!("contribution_id = {}", hex(&app, &made))).await), 2);
        let visitor = app.visitor("alfa");
        let new = visitor.get(&format!("/proposte/{made}")).await.is(200).says("<strong>per tutti</strong>");
        let new = new.says("Nasce da più proposte").says("Sedute in piazza").says("scritta da chi conduce il percorso");
        // Anna, Bruno and Dario wrote or supported; who only follows did neither.
        new.says("3 persone diverse hanno scritto o sostenuto")
            .says("Facilitatore o facilitatrice del percorso")
            .hides("Fede");
        let old = visitor.get(&format!("/proposte/{first}")).await.is(200).says("Unita con altre in:");
        let old = old.says(&format!("/proposte/{made}")).says("Posti per sedersi").says("Chiedono lo stesso");
        old.says("All’ombra.").hides("Un’azione dell’agenda");
        visitor.get("/proposte?stato=merged").await.is(200).says("Panchine al parco").hides("Luci in stazione");
        visitor.get(&format!("/proposte/{third}")).await.is(200).hides("Unita con altre");

        // The same sent again leads to what is there; others find the originals answered.
        let again = merge(&facilitator, &ground, &ids, "Posti per sedersi", "Chiedono lo stesso").await;
        assert!(again.location.as_deref().unwrap().contains("combined_before"));
        assert_eq!((led_to(again), app.count("mails").await), (made.clone(), 4));
        merge(&facilitator, &ground, &ids, "Altro titolo", "Ancora").await.is(422);
        facilitator.get(&page(&ids)).await.is(200).says("Ha già una risposta");
        // It is supported and discussed like any other.
        carla.post("contributions/support", &[("id", &made), ("on", "si")]).await.is(303);
        carla.post("contributions/comment", &[("id", &made), ("body", "Brave")]).await.is(303);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn what_asks_several_things_is_divided() {
    on_each_database(|app| async move {
        app.watch("alfa");
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let id = ground.propose(&anna, "Panchine e luci", "Panchine al parco, luci in stazione, e un bus.").await;
        let form = format!("{DESK}/dividi?scelta={id}");
        owner.get(&form).await.is(200).says("La proposta di partenza").says("luci in stazione").says("titles[6]");
        let bad = [("Panchine", "Al parco <b>"), ("Luci", ""), ("", ""), ("Un bus", "")];
        let refused = split(&owner, &id, &bad, "Chiede tre cose").await.is(422).says("Al parco &lt;b&gt;");
        refused.says("href=\"#bodies[2]\"").says("href=\"#bodies[4]\"").says("Un bus").hides("href=\"#titles[3]\"");
        split(&owner, &id, &[("Panchine", "Al parco")], "Perché").await.is(422);
        split(&owner, &id, &[("Panchine", "Al parco"), ("Luci", "In stazione")], " ").await.is(422);
        assert_eq!((app.count("contributions").await, app.count("mails").await), (1, 0));
        let parts = [("Panchine", "Al parco"), ("Luci", "In stazione"), ("", ""), ("Un bus", "La sera")];
        assert_eq!(led_to(split(&owner, &id, &parts, "Chiede tre cose").await), id);
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("contributions", "channel = 'composed' AND NOT answered").await, 3);
        assert_eq!(rows.count("contributions", "answered AND evaluation = 'split'").await, 1);
        let mails = mails_to(&app, "anna@alfa.example").await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        for words in ["Panchine", "Luci", "Un bus", "Chiede tre cose"] {
            assert!(mails[0].1.contains(words), "{words}: {mails:?}");
        }
        let old = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200).says("Divisa in:");
        let old = old.says("Un bus").says("Divisa in più proposte").says("Responsabile").text();
        let part = old.split(">Luci<").next().unwrap().rsplit("/proposte/").next().unwrap()[..36].to_owned();
        let part = app.visitor("alfa").get(&format!("/proposte/{part}")).await.is(200).says("In stazione");
        part.says("Nasce da una proposta che chiedeva più cose").says("Panchine e luci");
        let again = split(&owner, &id, &parts, "Chiede tre cose").await;
        assert!(again.is(303).location.unwrap().contains("combined_before"));
        assert_eq!(app.count("contributions").await, 4);
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn of_two_at_once_one_is_refused() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let first = facilitator(&app, &ground).await;
        let second = app.person_in("alfa", "Gina", &[Role::ProcessFacilitator], Some(ground.process)).await;
        let (one, two) = (ground.propose(&anna, "Panchine", "Sì.").await, ground.propose(&anna, "Sedute", "Sì.").await);
        let ids = [one.as_str(), two.as_str()];
        let parts = [("Uno", "a"), ("Due", "b")];
        let (merged, divided) =
            tokio::join!(merge(&first, &ground, &ids, "Una", "Così"), split(&second, &one, &parts, "Così"));
        let mut statuses = [merged.status.as_u16(), divided.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses[0], 303);
        assert!([409, 422].contains(&statuses[1]), "{statuses:?}");
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.count("contributions", "answered AND evaluation IN ('merged', 'split')").await, {
            if merged.status == 303 { 2 } else { 1 }
        });
        assert_eq!(app.count("mails").await, 1);
    });
}

/// An identifier as the database writes it.
fn hex(app: &TestApp, id: &str) -> String {
    if app.app.config.owner_database_url.starts_with("sqlite") {
        format!("X'{}'", id.replace('-', ""))
    } else {
        format!("'{id}'")
    }
}
