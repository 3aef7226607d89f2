//! Written down for somebody without an account, and followed with the code of the receipt.

use super::ground::{CLOSING, ground};
use crate::app::on_each_database;
use domain::role::Role;

#[test]
fn staff_writes_down_and_the_receipt_leads_to_the_answer() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let helper = app.person("alfa", "Delia", &[Role::DigitalFacilitator]).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(ground.process)).await;
        let desk = "/lavoro/percorsi/welfare/raccolta";
        anna.get(desk).await.is(403);
        app.visitor("alfa").get(desk).await.is(401);
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
        // The same written down again is one; its code is not shown again.
        let again = helper.post("contributions/enter", &good).await.is(303).location.unwrap();
        assert!(again.starts_with("/proposte/"), "{again}");
        assert_eq!((app.count("contributions").await, app.count("contribution_receipts").await), (1, 1));
        let id = again.trim_start_matches("/proposte/").split('?').next().unwrap().to_owned();

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
        let again = helper.post("contributions/enter", &new).await.is(303).location.unwrap();
        let id = again.trim_start_matches("/proposte/").split('?').next().unwrap().to_owned();
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
