//! Invitations: in the reader's language, taken back with a reason before they are signed.

use super::{DESK, PUBLIC, TEXT, hash, invite, link_to, sign, written};
use crate::app::{TestApp, on_each_database};
use domain::role::Role;
use server::store::{agreements, processes};

async fn mail_to(app: &TestApp, to: &str) -> (String, String) {
    let kept = app.visitor("alfa").get("/dev/mail.json").await.is(200).body;
    let mails: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let mail = mails.as_array().unwrap().iter().find(|mail| mail["to"] == to).expect("a mail was sent");
    (mail["subject"].as_str().unwrap().into(), mail["body"].as_str().unwrap().into())
}

#[test]
fn an_invitation_speaks_the_language_of_its_reader() {
    on_each_database(|app| async move {
        let owner = written(&app).await;
        let party = |language: &'static str| {
            [
                ("slug", "agenda"),
                ("organisation", "World House"),
                ("kind", "association"),
                ("email", "office@world.example"),
                ("capacity", "President"),
                ("language", language),
            ]
        };
        owner.get(DESK).await.is(200).says("Lingua dei messaggi");
        owner.post_from(DESK, "agreements/invite", &party("de")).await.is(422).says("href=\"#language\"");
        assert_eq!(app.count("agreement_parties").await, 0);
        owner.post("agreements/invite", &party("en")).await.is(303);
        let mut again = party("en");
        again[1].1 = "world  HOUSE";
        owner.post_from(DESK, "agreements/invite", &again).await.is(422).says("href=\"#organisation\"");
        assert_eq!(app.count("agreement_parties").await, 1, "it is invited once");
        let (subject, body) = mail_to(&app, "office@world.example").await;
        assert!(subject.contains("agreement") && body.contains("World House"), "{subject}: {body}");
        // What follows keeps the language.
        let key = link_to(&app, "office@world.example").await;
        sign(&app, &key, &hash(TEXT)).await.is(303);
        super::write(&owner, "1", "Un testo nuovo.").await;
        let (subject, _) = mail_to(&app, "office@world.example").await;
        assert!(subject.contains("agreement"), "{subject}");
    });
}

#[test]
fn an_invitation_is_taken_back_before_it_is_signed() {
    on_each_database(|app| async move {
        let owner = written(&app).await;
        let signed = invite(&app, &owner, "Unione Alfa", "proponent").await;
        let open = invite(&app, &owner, "Ditta Due", "firm").await;
        sign(&app, &signed, &hash(TEXT)).await.is(303);
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let process = processes::by_slug(&tx, seed.scope(), "agenda").await.unwrap().id;
        let parties = agreements::of_process(&tx, seed.scope(), process).await.unwrap().unwrap().parties;
        drop(tx);
        let id = |organisation: &str| {
            let party = parties.iter().find(|party| party.organisation == organisation).unwrap();
            party.party.id.to_string()
        };
        let remove = |party: String, reason: &'static str| {
            [("party", party.clone()), ("form", format!("ritiro-{party}")), ("reason", reason.to_owned())]
        };
        let send = async |who: &crate::app::Visitor<'_>, fields: [(&'static str, String); 3]| {
            let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
            who.post_from(DESK, "agreements/remove", &fields).await
        };
        let citizen = app.person("alfa", "Carlo", &[]).await;
        let stranger = app.person("beta", "Berta", &[Role::ProcessOwner]).await;
        send(&app.visitor("alfa"), remove(id("Ditta Due"), "No")).await.is(401);
        send(&citizen, remove(id("Ditta Due"), "No")).await.is(403);
        send(&stranger, remove(id("Ditta Due"), "No")).await.is(404);
        send(&owner, remove(id("Ditta Due"), " ")).await.is(422).says("campo obbligatorio");
        send(&owner, remove(id("Unione Alfa"), "Ha già firmato")).await.is(422);
        app.visitor("alfa").get(PUBLIC).await.is(200).says("Ditta Due");

        send(&owner, remove(id("Ditta Due"), "La ditta ha cessato l’attività")).await.is(303);
        app.visitor("alfa").get(PUBLIC).await.is(200).hides("Ditta Due").says("Unione Alfa");
        owner.get(DESK).await.is(200).says("Invito ritirato").says("La ditta ha cessato l’attività");
        let (_, body) = mail_to(&app, "ditta.due@parti.example").await;
        assert!(body.contains("La ditta ha cessato l’attività"), "{body}");
        sign(&app, &open, &hash(TEXT)).await.is(404);
        app.visitor("alfa").get(&format!("/accordo/{open}")).await.is(404);
        send(&owner, remove(id("Ditta Due"), "Ancora")).await.is(422);
        // The row and what happened to it stay.
        assert_eq!((app.count("agreement_parties").await, app.count("agreement_signatures").await), (2, 2));
        let sent = [("party", id("Ditta Due")), ("email", "altra@parti.example".into())];
        let sent = sent.each_ref().map(|(name, value)| (*name, value.as_str()));
        owner.post("agreements/send-link", &sent).await.is(422);
    });
}
