//! The frozen file, the mail around it, and whose names it must not hold.

use super::{EDITOR, kept, process, say, say_to, step, submit, write_proposal, write_sections};
use crate::app::{TestApp, on_each_database};
use domain::{digest::Digest, role::Role};

/// The mail to `to`, newest first, as subject and body.
async fn mails_to(app: &TestApp, to: &str) -> Vec<(String, String)> {
    let kept = app.visitor("alfa").get("/dev/mail.json").await.is(200).body;
    let mails: serde_json::Value = serde_json::from_str(&kept).unwrap();
    let mails = mails.as_array().unwrap().iter().filter(|mail| mail["to"] == to);
    mails.map(|mail| (mail["subject"].as_str().unwrap().into(), mail["body"].as_str().unwrap().into())).collect()
}

#[test]
fn the_frozen_file_is_what_was_hashed() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        guarantor.post("space/preferences", &[("name", "Tea"), ("language", "en")]).await;
        let tenant = app.seed("alfa").await.tenant_id();
        let case = format!("/garanzia/{tenant}/{process}");
        let of_case = format!("{case}/file.txt");
        let of_desk = "/lavoro/percorsi/percorso/documento/file.txt";
        let public = "/percorsi/percorso/documento/file.txt";
        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &super::an_origin(&app, process).await).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        owner.get(of_desk).await.is(404);
        guarantor.get(&of_case).await.is(404);
        submit(&app, &owner, process).await.is(303);

        // The guarantor hears of it and finds the same bytes as the owner.
        let (subject, body) = mails_to(&app, "tea@platform.example").await.remove(0);
        assert_eq!(subject, "Document to validate: Welfare digitale", "in her language");
        assert!(body.contains(&format!("http://tavolo.test/garanzia/{tenant}/{process}")), "{body}");
        let file = kept(&app, process).await.document.submitted.unwrap();
        for answer in [owner.get(of_desk).await, guarantor.get(&of_case).await] {
            let answer = answer.is(200);
            assert_eq!(Digest::of(&answer.body), file);
            assert!(answer.headers["content-type"].to_str().unwrap().starts_with("text/plain"));
        }
        owner.get(EDITOR).await.is(200).says("Scarica il file congelato");
        for nobody in [app.visitor("alfa"), app.person("alfa", "Carlo", &[]).await] {
            nobody.get(of_desk).await.hides("Punti di aiuto");
            nobody.get(public).await.is(404);
            nobody.get(&of_case).await.is(404);
        }
        app.visitor("platform").get(&of_case).await.hides("Punti di aiuto");

        guarantor.get(&case).await.is(200).hides("id=\"chiesto\"").hides("id=\"cambiato\"");

        // Integrations: the first submission stays as it was, the owner hears of the decision.
        let answer = |decision: &'static str, file: &Digest, reason: &'static str| {
            [
                ("tenant", tenant.to_string()),
                ("process", process.to_string()),
                ("file", file.to_string()),
                ("decision", decision.to_owned()),
                ("reason", reason.to_owned()),
            ]
        };
        say(&guarantor, "/garanzia", &answer("ask_integration", &file, "Chiarire i costi")).await.is(303);
        let (_, told) = mails_to(&app, "olga@alfa.example").await.remove(0);
        assert!(told.contains("Chiarire i costi"), "{told}");
        write_sections(&app, &owner, process, "Bisogni chiariti").await.is(303);
        submit(&app, &owner, process).await.is(303);
        let second = kept(&app, process).await.document.submitted.unwrap();
        // What was asked stands above the text, what changed is marked, and the answer comes after.
        let page = guarantor.get(&case).await.is(200).text();
        let place = |what: &str| page.find(what).unwrap_or_else(|| panic!("{what} is missing: {page}"));
        let order = ["id=\"chiesto\"", "id=\"cambiato\"", "<ins>", "id=\"documento\"", "id=\"risposta\""];
        let order = order.map(place);
        assert!(order.is_sorted(), "{order:?}");
        assert!(place("Chiarire i costi") < place("id=\"cambiato\""));
        assert_eq!(Digest::of(owner.get(&format!("{of_desk}?numero=1")).await.body), file);
        assert_eq!(Digest::of(owner.get(&format!("{of_desk}?numero=2")).await.body), second);
        owner.get(&format!("{of_desk}?numero=3")).await.is(404);
        say(&guarantor, "/garanzia", &answer("validate", &second, "")).await.is(303);
        app.visitor("alfa").get(public).await.is(404);
        say_to(&owner, EDITOR, "proposal-document/send", &[("slug", "percorso".into()), ("file", second.to_string())])
            .await
            .is(303);
        app.visitor("alfa").get("/percorsi/percorso/documento").await.is(200).says("Scarica il file congelato");
        assert_eq!(Digest::of(app.visitor("alfa").get(public).await.is(200).body), second);
    });
}

#[test]
fn names_of_delegates_and_of_signatories_block() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let organ = [
            ("slug", "percorso"),
            ("kind", "guarantee_committee"),
            ("constituted_on", "2022-02-01"),
            ("rules", "Consenso"),
        ];
        owner.post("organs/constitute", &organ).await.is(303);
        let desk = owner.get("/lavoro/percorsi/percorso/organi").await.is(200).text();
        let organ: String = desk.split("name=\"organ\" value=\"").nth(1).unwrap().chars().take(36).collect();
        let member = [
            ("organ", organ.as_str()),
            ("organisation", "Voci Migranti"),
            ("kind", "association"),
            ("category", "nuovi cittadini"),
            ("delegate", "Rosalba Verdoni"),
            ("email", "r@voci.example"),
        ];
        owner.post("organs/invite", &member).await.is(303);
        let text = [("slug", "percorso"), ("edition", "0"), ("text", "Ci impegniamo."), ("differs", "si")];
        owner.post("agreements/write", &text).await.is(303);
        let party = [
            ("slug", "percorso"),
            ("organisation", "Pro Loco"),
            ("kind", "association"),
            ("email", "p@pro.example"),
            ("capacity", "Presidente"),
        ];
        owner.post("agreements/invite", &party).await.is(303);
        let (_, mail) = mails_to(&app, "p@pro.example").await.remove(0);
        let key: String = mail.split("/accordo/").nth(1).unwrap().chars().take(64).collect();
        let seen = Digest::of("Ci impegniamo.").to_string();
        let sign = [
            ("token", key.as_str()),
            ("seen", seen.as_str()),
            ("signer", "Ubaldo Firmani"),
            ("capacity", "Presidente"),
        ];
        app.visitor("alfa").post("agreements/sign", &sign).await.is(303);

        write_proposal(&app, &owner, process, &super::an_origin(&app, process).await).await.is(303);
        for (words, found) in [
            ("Come ha detto Rosalba Verdoni", true),
            ("Come ha chiesto Ubaldo Firmani", true),
            ("Come ha chiesto il comitato", false),
        ] {
            write_sections(&app, &owner, process, words).await.is(303);
            let marked = owner.get(EDITOR).await.is(200).text().contains("person-mark");
            assert_eq!(marked, found, "{words}");
        }
        step(&app, &owner, process, "send_to_table").await.is(303);
    });
}
