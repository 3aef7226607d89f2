//! Written down for somebody without an account, and followed with the code of the receipt.

use super::ground::{CLOSING, ground};
use crate::{
    app::{Visitor, on_each_database},
    organs::ground::id_after,
    rows::Rows,
};
use domain::role::Role;
use std::collections::BTreeSet;

/// The proposal of a receipt.
async fn id_of(who: &Visitor<'_>, receipt: &str) -> String {
    id_after(&who.get(receipt).await.is(200).body, "href=\"/proposte/")
}

#[test]
fn staff_writes_down_and_the_receipt_leads_to_the_answer() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let helper = app.person("alfa", "Delia", &[Role::DigitalFacilitator]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let desk = "/lavoro/percorsi/welfare/raccolta";
        anna.get(desk).await.is(403);
        app.visitor("alfa").get(desk).await.is(303);
        helper.get(desk).await.is(200).says("Raccogli una proposta").says("Scuole");
        let table = ground.table.to_string();
        let bad = [
            ("title", "Panchine"),
            ("body", "</textarea><script>alert(1)</script>"),
            ("table", table.as_str()),
            ("place", ""),
            ("channel", "online"),
            ("source", " "),
        ];
        let page = helper.post_from(desk, "contributions/enter", &bad).await.is(422).says("campo obbligatorio");
        page.says("scegli una delle voci").says("&lt;/textarea&gt;").hides("<script>alert(1)");
        let good = [
            ("title", "Panchine all’ombra"),
            ("body", "Le mie ginocchia."),
            ("table", table.as_str()),
            ("place", "Canossa"),
            ("channel", "paper"),
            ("source", "Festa di maggio"),
            ("agreed", "si"),
        ];
        anna.post("contributions/enter", &good).await.is(403);
        assert_eq!(app.count("contributions").await, 0);
        let to = helper.post("contributions/enter", &good).await.is(303).location.unwrap();
        let receipt = to.split('?').next().unwrap().to_owned();
        let code = receipt.trim_start_matches("/ricevuta/").to_owned();
        assert_eq!(code.len(), 16);
        helper.get(&to).await.is(200).says("Consegna questa ricevuta");
        // Who presses twice is led to the same receipt.
        let again = helper.post("contributions/enter", &good).await.is(303).location.unwrap();
        assert_eq!(again, format!("{receipt}?esito=entered_before"));
        helper.get(&again).await.is(200).says("Avevi già raccolto questa proposta");
        assert_eq!((app.count("contributions").await, app.count("contribution_receipts").await), (1, 1));
        let id = id_of(&helper, &receipt).await;

        let visitor = app.visitor("alfa");
        let public = visitor.get(&format!("/proposte/{id}")).await.is(200).says("raccolta su carta");
        public.says("Festa di maggio").hides("Delia").hides(&code);
        visitor.get("/ricevuta").await.is(200).says("Codice");
        visitor.post_from("/ricevuta", "contributions/receipt", &[("code", "")]).await.is(422);
        let wrong = [("code", "0123-4567-89AB-CDEF")];
        visitor.post_from("/ricevuta", "contributions/receipt", &wrong).await.is(422).says("0123-4567-89AB-CDEF");
        let typed = format!("{} {}", &code[..8].to_lowercase(), &code[8..]);
        let found = visitor.post("contributions/receipt", &[("code", typed.as_str())]).await.is(303).location.unwrap();
        assert_eq!(found, receipt);
        visitor.get(&receipt).await.is(200).says("Panchine all’ombra").says("Nuova");
        app.visitor("beta").get(&receipt).await.is(404);
        visitor.get("/ricevuta/0123456789ABCDEF").await.is(404);
        visitor.get("/ricevuta/qualcosa").await.is(404);

        let answer = [("id", id.as_str()), ("evaluation", "rejected"), ("reason", "Manca lo spazio")];
        owner.post("contributions/answer", &answer).await.is(303);
        visitor.get(&receipt).await.is(200).says("Non accolta").says("Manca lo spazio");
        assert_eq!(app.count("mails").await, 0, "nobody has an address");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn who_holds_the_receipt_of_a_hidden_text_reads_why() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let helper = app.person("alfa", "Delia", &[Role::DigitalFacilitator, Role::Moderator]).await;
        let table = ground.table.to_string();
        let new = [
            ("title", "Una"),
            ("body", "Di troppo."),
            ("table", table.as_str()),
            ("place", ""),
            ("channel", "phone"),
            ("source", "Sportello"),
            ("agreed", "si"),
        ];
        let to = helper.post("contributions/enter", &new).await.is(303).location.unwrap();
        let id = id_of(&helper, &to).await;
        let hide = [("kind", "contribution"), ("id", id.as_str()), ("ground", "off_topic"), ("reason", "Altro tema")];
        helper.post("moderation/hide", &hide).await.is(303);
        let page = app.visitor("alfa").get(&to).await.is(200).says("Altro tema").says("Di troppo.");
        page.hides(&format!("href=\"/proposte/{id}\""));
        app.at(CLOSING);
        let late = [("body", "Tardi."), new[0], new[2], new[3], new[4], new[5], new[6]];
        helper.post("contributions/enter", &late).await.is(422);
        helper
            .get("/lavoro/percorsi/welfare/raccolta")
            .await
            .is(200)
            .says("La raccolta è chiusa")
            .hides("name=\"body\"");
    });
}

#[test]
fn the_same_words_of_another_person_have_a_receipt_of_their_own() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let helper = app.person("alfa", "Delia", &[Role::DigitalFacilitator]).await;
        let colleague = app.person("alfa", "Dario", &[Role::DigitalFacilitator]).await;
        let table = ground.table.to_string();
        let new = |once| {
            let said = [("title", "Panchine"), ("body", "Più panchine."), ("table", table.as_str()), ("place", "")];
            let how = [("channel", "paper"), ("source", "Festa di maggio"), ("agreed", "si"), ("once", once)];
            [&said[..], &how].concat()
        };
        let page = helper.get("/lavoro/percorsi/welfare/raccolta").await.is(200).says("name=\"another\"").body;
        let once = page.split("name=\"once\" value=\"").nth(1).unwrap()[..64].to_owned();
        let receipt = async |who: &Visitor<'_>, typed: &[(&str, &str)]| {
            let to = who.post("contributions/enter", typed).await.is(303).location.unwrap();
            to.split('?').next().unwrap().to_owned()
        };
        let first = receipt(&helper, &new(&once)).await;
        // A form that was opened anew, as after the back button, says the same.
        assert_eq!(receipt(&helper, &new("un altro modulo")).await, first);
        let another = |once| [&new(once)[..], &[("another", "si")]].concat();
        let second = receipt(&helper, &another(&once)).await;
        assert_eq!(receipt(&helper, &another(&once)).await, second, "pressed twice");
        let third = receipt(&helper, &another("un altro modulo")).await;
        // Whoever sits at another desk hears another person.
        let fourth = receipt(&colleague, &new(&once)).await;
        assert_eq!(BTreeSet::from([first.clone(), second, third, fourth]).len(), 4);
        assert_eq!((app.count("contributions").await, app.count("contribution_receipts").await), (4, 4));

        let trees = trees(&table);
        let answers = (0..20).map(|_| helper.post("contributions/enter", &trees));
        let answers = futures_util::future::join_all(answers).await;
        let receipts: BTreeSet<_> = answers
            .into_iter()
            .map(|one| one.is(303).location.unwrap().split('?').next().unwrap().to_owned())
            .collect();
        assert_eq!((receipts.len(), app.count("contributions").await), (1, 5), "pressed again and again");

        // Codes were once made at random: who has such a receipt is led to the proposal.
        Rows::of(&app, "alfa")
            .await
            .change("UPDATE contribution_receipts SET key_hash = 'x' WHERE source = 'Bar'")
            .await;
        let to = helper.post("contributions/enter", &trees).await.is(303).location.unwrap();
        assert!(to.starts_with("/proposte/"), "{to}");
    });
}

fn trees(table: &str) -> [(&str, &str); 7] {
    let said = [("title", "Alberi"), ("body", "Più alberi."), ("table", table), ("place", "")];
    [said[0], said[1], said[2], said[3], ("channel", "paper"), ("source", "Bar"), ("agreed", "si")]
}
