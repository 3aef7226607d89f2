//! Scenario 6: a document that is blocked, corrected, sent back, refused.

use super::{
    EDITOR, an_origin, kept,
    privacy::{ASK, ASSESS, WAITS, about},
    process, say, say_to, step, submit, write_proposal, write_sections,
};
use crate::app::{Visitor, on_each_database};
use domain::{id::ContributionId, origin::Origin, proposal_document::ProposalDocumentState as S, role::Role};
use server::store::proposal_documents;

fn opinion(version: &'static str) -> [(&'static str, String); 5] {
    [("slug", "percorso"), ("version", version), ("verdict", "favourable"), ("on", "2022-12-15"), ("notes", "")]
        .map(|(name, value)| (name, value.to_owned()))
}

/// Whether those who look after the grant read that it may be revoked, why, and by which rule.
async fn revocation_is_named(officer: &Visitor<'_>, named: bool) {
    for page in ["/lavoro", "/lavoro/percorsi/percorso", "/lavoro/percorsi/percorso/relazione"] {
        let text = officer.get(page).await.is(200).text();
        assert_eq!(text.contains("Possibile revoca del contributo"), named, "{page}");
        let explained = text.contains("Non coerente con il progetto") && text.contains("22 ottobre 2018, n. 15");
        assert!(page == "/lavoro" || explained == named, "{page} says why: {explained}");
    }
}

#[test]
fn a_document_is_blocked_corrected_and_refused() {
    on_each_database(|app| async move {
        app.watch("alfa");
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let officer = app.person("alfa", "Dario", &[Role::PrivacyOfficer]).await;
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let tenant = app.seed("alfa").await.tenant_id();
        let case = format!("/garanzia/{tenant}/{process}");

        // Nobody but staff knows of it, and the guarantor sees nothing.
        app.visitor("alfa").get(EDITOR).await.is(303);
        app.visitor("alfa").get("/percorsi/percorso/documento").await.is(404);
        guarantor.get(&case).await.is(404);
        guarantor.get("/garanzia").await.is(200).hides("Welfare digitale");

        // Empty proposals block; a stale version conflicts.
        write_sections(&app, &owner, process, "Scrivere a mario.bianchi@example.it").await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(422).says("non contiene proposte");
        let stale = [("slug", "percorso"), ("version", "0"), ("sections[object]", "Altro")];
        owner.post_from(EDITOR, "proposal-document/sections", &stale).await.is(409).says("Altro");
        write_proposal(&app, &owner, process, &[]).await.is(422).says("Punti di aiuto");
        // What nobody can read is no origin.
        let invented = [Origin::Contribution(ContributionId::fresh()).to_string()];
        write_proposal(&app, &owner, process, &invented).await.is(422).says("Punti di aiuto");
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);

        // Personal data block, are marked, and are cleared for that content alone.
        step(&app, &owner, process, "send_to_table").await.is(422);
        officer.get(EDITOR).await.is(200).says("<mark class=\"person-mark\">mario.bianchi@example.it</mark>");
        let clear = |content: String| {
            let answer = ("answer", "publish".to_owned());
            [
                ("slug", "percorso".to_owned()),
                ("content", content),
                answer,
                ("reason", "Indirizzo di un ufficio".into()),
            ]
        };
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let content = proposal_documents::version(&tx, seed.scope(), process, 2).await.unwrap();
        drop(tx);
        let fields = clear(content.sha256().to_string());
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        owner.post_from(EDITOR, "proposal-document/assess-personal-data", &fields).await.is(403);
        officer.post_from(EDITOR, "proposal-document/assess-personal-data", &fields).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        say_to(&owner, EDITOR, "proposal-document/opinion", &opinion("1")).await.is(409);
        say_to(&owner, EDITOR, "proposal-document/opinion", &opinion("2")).await.is(303);

        // Submitted: frozen, with the guarantor, and with nobody else.
        submit(&app, &owner, process).await.is(303);
        assert_eq!(kept(&app, process).await.document.state, S::Submitted);
        write_sections(&app, &owner, process, "Dopo").await.is(422);
        guarantor.get("/garanzia").await.is(200).says("Welfare digitale");
        let now = async |words: &str| app.visitor("alfa").get("/percorsi/percorso").await.is(200).says(words);
        now("Il documento di proposta è all’esame del garante").await;
        guarantor
            .get(&case)
            .await
            .is(200)
            .says("Punti di aiuto")
            .says("Parere del Tavolo: Favorevole")
            .says("Un aiuto in biblioteca");
        owner.get(&case).await.is(404);

        // The owner cannot validate, and the attempt leaves a trace.
        let file = content.sha256().to_string();
        let (tenant, id) = (tenant.to_string(), process.to_string());
        let answer = |decision: &'static str, file: &str, reason: &str| {
            [
                ("tenant", tenant.clone()),
                ("process", id.clone()),
                ("file", file.to_owned()),
                ("decision", decision.to_owned()),
                ("reason", reason.to_owned()),
            ]
        };
        let refusals = app.count("audit_entries").await;
        say(&owner, &case, &answer("validate", &file, "")).await.is(403);
        assert_eq!(app.count("audit_entries").await, refusals + 1);

        // Another file, or no reasons: refused.
        let other = domain::digest::Digest::of("altro").to_string();
        say(&guarantor, &case, &answer("validate", &other, "")).await.is(422).says("Il file non è quello");
        say(&guarantor, &case, &answer("refuse", &file, " ")).await.is(422);
        say(&guarantor, &case, &answer("ask_integration", &file, "Chiarire i costi")).await.is(303);
        now("Le proposte vengono valutate").await;
        owner.get(EDITOR).await.is(200).says("è quello che il garante ha rimandato");
        // What looks like personal data is judged now too, and no more once it was submitted again.
        write_sections(&app, &owner, process, "Scrivere a maria.bianchi@example.it").await.is(303);
        submit(&app, &owner, process).await.is(422);
        owner
            .get(EDITOR)
            .await
            .is(200)
            .hides("è quello che il garante ha rimandato")
            .says("Chiedi al responsabile della protezione dei dati");
        about(&app, &owner, process, ASK, 303).await;
        officer.get("/lavoro").await.is(200).says(WAITS);
        about(&app, &officer, process, ASSESS, 303).await;
        officer.get("/lavoro").await.is(200).hides(WAITS);
        write_sections(&app, &owner, process, "Bisogni chiariti").await.is(303);
        submit(&app, &owner, process).await.is(303);
        about(&app, &officer, process, ASSESS, 422).await;
        // The table gave its opinion on other words.
        guarantor.get(&case).await.is(200).says("(Favorevole, 15/12/2022) riguarda un testo precedente");
        let file = kept(&app, process).await.document.submitted.unwrap().to_string();
        let ilaria = app.person("alfa", "Ilaria", &[Role::FundingOfficer]).await;
        revocation_is_named(&ilaria, false).await;
        say(&guarantor, &case, &answer("refuse", &file, "Non coerente con il progetto")).await.is(303);
        assert_eq!(kept(&app, process).await.document.state, S::NotValidated);
        now("Il garante non ha validato il documento di proposta").await;
        owner.get(EDITOR).await.is(200).says("Non coerente con il progetto");
        revocation_is_named(&ilaria, true).await;

        // It still goes to the body, whose acknowledgement must mention the refusal.
        let send = |file: String| vec![("slug", "percorso".to_owned()), ("file", file)];
        say_to(&owner, EDITOR, "proposal-document/send", &send(other)).await.is(422);
        say_to(&owner, EDITOR, "proposal-document/send", &send(file)).await.is(303);
        let secretary = app.person_in("alfa", "Sara", &[Role::BodySecretary], Some(process)).await;
        let act = [
            ("slug", "percorso"),
            ("body", "Giunta"),
            ("number", "12"),
            ("on", "2022-12-16"),
            ("link", ""),
            ("notes", ""),
        ];
        let page = "/lavoro/percorsi/percorso/esito";
        secretary.post_from(page, "outcome/acknowledge", &act).await.is(422).says("deve dire");
        let mut mentioned = act.to_vec();
        mentioned.push(("mentions_refusal", "si"));
        secretary.post_from(page, "outcome/acknowledge", &mentioned).await.is(303);
        secretary.get(page).await.is(200).says("può essere revocato");
        // Nothing that came afterwards takes it back; it is no news for everybody.
        revocation_is_named(&ilaria, true).await;
        app.visitor("alfa").get("/percorsi/percorso").await.is(200).hides("Possibile revoca");
        app.visitor("alfa").get("/percorsi/percorso/decisioni").await.is(200).says("Giunta");
    });
}

#[test]
fn a_tax_code_blocks_until_the_privacy_officer_gives_a_reason() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let officer = app.person("alfa", "Dario", &[Role::PrivacyOfficer]).await;
        write_proposal(&app, &owner, process, &an_origin(&app, process).await).await.is(303);
        write_sections(&app, &owner, process, "Lo chiede RSSMRA80A01H501U del Tavolo").await.is(303);
        let blocked = step(&app, &owner, process, "send_to_table").await.is(422);
        blocked.says("<mark class=\"person-mark\">RSSMRA80A01H501U</mark>");
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let content = proposal_documents::version(&tx, seed.scope(), process, 2).await.unwrap().sha256().to_string();
        drop(tx);
        let clear = |reason: &'static str| {
            let answer = ("answer", "publish".to_owned());
            [("slug", "percorso".to_owned()), ("content", content.clone()), answer, ("reason", reason.to_owned())]
        };
        let to = "proposal-document/assess-personal-data";
        say_to(&owner, EDITOR, to, &clear("È mio")).await.is(403);
        say_to(&officer, EDITOR, to, &clear(" ")).await.is(422).says("campo obbligatorio");
        step(&app, &owner, process, "send_to_table").await.is(422);
        say_to(&officer, EDITOR, to, &clear("Esempio di codice, di nessuno")).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        assert_eq!(kept(&app, process).await.document.state, S::TableReview);
    });
}
