//! A document that the body decides upon, in time and late.

use super::{
    EDITOR, an_origin,
    delivery::{seen, validate_and_send},
    process, step, submit, write_proposal, write_sections,
};
use crate::{app::on_each_database, rows::Rows};
use chrono::NaiveDate;
use domain::{calendar::day_in_rome, role::Role};

#[test]
fn each_proposal_is_decided_with_reasons_and_a_late_act_is_marked() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let secretary = app.person_in("alfa", "Sara", &[Role::BodySecretary], Some(process)).await;
        // Nothing is awaited, and nothing has a fingerprint, before there is a document.
        let waits = "In attesa della presa d’atto";
        secretary.get("/lavoro/percorsi/percorso/esito").await.is(200).says("non è ancora arrivato").hides(waits);
        owner.get(EDITOR).await.is(200).says("non ancora salvata").hides("Impronta SHA-256");
        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        owner.get(EDITOR).await.is(200).says("Impronta SHA-256");
        let origin = an_origin(&app, process).await;
        write_proposal(&app, &owner, process, &origin).await.is(303);
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        submit(&app, &owner, process).await.is(303);
        validate_and_send(&app, process, &owner, &guarantor).await;
        app.visitor("alfa").get("/percorsi/percorso/documento").await.is(200).says("id=\"proposta-2\"");

        // 31 days later: accepted, marked late, owner told.
        app.at("2023-01-24T09:00:00Z");
        assert_eq!(day_in_rome(app.app.clock.now()), NaiveDate::from_ymd_opt(2023, 1, 24).unwrap());
        let page = "/lavoro/percorsi/percorso/esito";
        let mails = app.count("mails").await;
        let act = [
            ("slug", "percorso"),
            ("body", "Giunta"),
            ("number", "3"),
            ("on", "2023-01-24"),
            ("link", ""),
            ("notes", ""),
        ];
        owner.post_from(page, "outcome/acknowledge", &act).await.is(403);
        let mut early = act;
        early[3].1 = "2022-12-01";
        secretary
            .post_from(page, "outcome/acknowledge", &early)
            .await
            .is(422)
            .says("href=\"#on\"")
            .says("segue la conclusione");
        secretary.post_from(page, "outcome/acknowledge", &act).await.is(303);
        assert_eq!(app.count("mails").await, mails + 1);
        secretary.get(page).await.is(200).says("In ritardo di");

        // Nothing is decided yet: that is the reason, and the state of it is none.
        let nothing = seen(&secretary.get(page).await.is(200).text());
        let refused =
            secretary.post_from(page, "outcome/publish", &[("slug", "percorso"), ("seen", &nothing)]).await.is(422);
        refused.says("Una decisione su ogni proposta").hides("In questo stato il passaggio non è possibile");
        let decide = |number: &'static str, decision: &'static str, reason: &'static str| {
            [("slug", "percorso"), ("number", number), ("decision", decision), ("reason", reason)]
        };
        secretary.post_from(page, "outcome/decide", &decide("1", "accepted", "")).await.is(303);
        // Who saw it undecided does not take another's decision away.
        secretary.post_from(page, "outcome/decide", &decide("1", "rejected", "Altra mano")).await.is(409);
        secretary.post_from(page, "outcome/decide", &decide("2", "rejected", "")).await.is(422);
        let early = seen(&secretary.get(page).await.is(200).text());
        secretary.post_from(page, "outcome/publish", &[("slug", "percorso"), ("seen", &early)]).await.is(422);
        app.visitor("alfa").get("/percorsi/percorso/decisioni").await.is(200).hides("Accolta");
        let reader = app.person("alfa", "Fabio Legge", &[]).await;
        let followed = origin[0].trim_start_matches("contribution:");
        reader.post("contributions/follow", &[("id", followed), ("on", "si")]).await.is(303);
        Rows::of(&app, "alfa").await.change("UPDATE people SET language = 'en' WHERE 1 = 1").await;
        secretary.post_from(page, "outcome/decide", &decide("2", "rejected", "Dipende da altri")).await.is(303);
        secretary.post_from(page, "outcome/publish", &[("slug", "percorso"), ("seen", &early)]).await.is(409);
        let seen = seen(&secretary.get(page).await.is(200).text());
        secretary.post_from(page, "outcome/publish", &[("slug", "percorso"), ("seen", &seen)]).await.is(303);
        app.visitor("alfa").get("/percorsi/percorso/decisioni").await.is(200).says("Dipende da altri");
        let told = format!("/proposte/{}", origin[0].trim_start_matches("contribution:"));
        let told = app.visitor("alfa").get(&told).await.is(200);
        // The reason stands once, at the decision; what the platform says is told in the language of who reads it.
        told.says("Decisione dell’ente: Accolta").says("Risposta: Accolta").hides("Proposta 1 del documento");
        let mails = app.visitor("alfa").get("/dev/mail.json").await.body;
        assert!(mails.contains("Proposal 1 of the document, “Punti di aiuto”: accepted."), "{mails}");
        assert!(!mails.contains("Proposta 1 del documento"), "nobody here reads Italian");
        secretary.post_from(page, "outcome/decide", &decide("1", "rejected", "Ripensamento")).await.is(422);
    });
}
