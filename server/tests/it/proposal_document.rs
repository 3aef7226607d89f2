//! Scenarios 6 and 7: a document that is corrected, refused, decided upon, and accounted for.

use crate::app::{Answer, TestApp, Visitor, on_each_database};
use chrono::NaiveDate;
use domain::{
    calendar::day_in_rome,
    id::{ContributionId, ProcessId},
    origin::Origin,
    proposal_document::ProposalDocumentState as S,
    role::Role,
    sheet::ProjectSheet,
    stage::Stage,
};
use server::store::{OrUnavailable, processes, proposal_documents, proposal_documents::Kept};

const EDITOR: &str = "/lavoro/percorsi/percorso/documento";

/// A process of `alfa` in its closing phase.
async fn process(app: &TestApp) -> ProcessId {
    let seed = app.seed("alfa").await;
    let id = ProcessId::fresh();
    let now = app.app.clock.now();
    let new = processes::Process {
        id,
        slug: "percorso".into(),
        title: "Welfare digitale".into(),
        summary: "Un percorso di prova.".into(),
        pack_key: "er-lr15-2018".into(),
        pack_version: 1,
        stage: Stage::Closing,
        interrupted: None,
        sheet: ProjectSheet::default(),
        duration: None,
        planned_start: None,
        started_on: NaiveDate::from_ymd_opt(2022, 2, 1),
        start_action: None,
        start_link: None,
        start_signed: true,
        start_limit: None,
        original_end: NaiveDate::from_ymd_opt(2022, 12, 31),
        authorised_end: NaiveDate::from_ymd_opt(2022, 12, 31),
        contributions_close: None,
        concluded_on: None,
        fictional_note: String::new(),
        created_at: now,
        version: 0,
    };
    let tx = seed.begin().await.unwrap();
    assert!(processes::insert(&tx, seed.scope(), &new).await.unwrap());
    tx.commit().await.or_unavailable().unwrap();
    id
}

async fn kept(app: &TestApp, process: ProcessId) -> Kept {
    let seed = app.seed("alfa").await;
    let tx = seed.begin().await.unwrap();
    proposal_documents::of(&tx, seed.scope(), process).await.unwrap()
}

async fn version(app: &TestApp, process: ProcessId) -> String {
    kept(app, process).await.version.to_string()
}

/// Fills every section, `object` with these words.
async fn write_sections(app: &TestApp, who: &Visitor<'_>, process: ProcessId, object: &str) -> Answer {
    let seen = version(app, process).await;
    let filled = ["title", "owner", "decision_body", "drafting", "sent", "path"];
    let names: Vec<String> = filled.iter().map(|key| format!("sections[{key}]")).collect();
    let mut fields = vec![("slug", "percorso"), ("version", seen.as_str()), ("sections[object]", object)];
    fields.extend(names.iter().map(|name| (name.as_str(), "Compilata")));
    who.post_from(EDITOR, "proposal-document/sections", &fields).await
}

async fn write_proposal(app: &TestApp, who: &Visitor<'_>, process: ProcessId, origins: &[String]) -> Answer {
    let seen = version(app, process).await;
    let mut fields = vec![
        ("slug", "percorso"),
        ("version", seen.as_str()),
        ("number", ""),
        ("title", "Punti di aiuto"),
        ("text", "Una persona e un'ora certa"),
        ("competence", "Unione"),
        ("feasibility", ""),
        ("cost", "15.000,00"),
    ];
    fields.extend(origins.iter().map(|origin| ("origins[]", origin.as_str())));
    who.post_from("/lavoro/percorsi/percorso/documento/proposte/nuova", "proposal-document/proposal", &fields).await
}

async fn step(app: &TestApp, who: &Visitor<'_>, process: ProcessId, step: &str) -> Answer {
    let seen = version(app, process).await;
    who.post_from(EDITOR, "proposal-document/move", &[("slug", "percorso"), ("version", &seen), ("step", step)]).await
}

async fn submit(app: &TestApp, who: &Visitor<'_>, process: ProcessId) -> Answer {
    let seen = version(app, process).await;
    who.post_from(EDITOR, "proposal-document/submit", &[("slug", "percorso"), ("version", &seen)]).await
}

fn an_origin() -> Vec<String> {
    vec![Origin::Contribution(ContributionId::fresh()).to_string()]
}

#[test]
fn a_document_is_blocked_corrected_and_refused() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let officer = app.person("alfa", "Dario", &[Role::PrivacyOfficer]).await;
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let tenant = app.seed("alfa").await.tenant_id();
        let case = format!("/garanzia/{tenant}/{process}");

        // Nobody but staff knows of it, and the guarantor sees nothing.
        app.visitor("alfa").get(EDITOR).await.is(401);
        app.visitor("alfa").get("/percorsi/percorso/documento").await.is(404);
        guarantor.get(&case).await.is(404);
        guarantor.get("/garanzia").await.is(200).hides("Welfare digitale");

        // Empty proposals block; a stale version conflicts.
        write_sections(&app, &owner, process, "Scrivere a mario.bianchi@example.it").await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(422).says("non contiene proposte");
        let stale = [("slug", "percorso"), ("version", "0"), ("sections[object]", "Altro")];
        owner.post_from(EDITOR, "proposal-document/sections", &stale).await.is(409).says("Altro");
        write_proposal(&app, &owner, process, &[]).await.is(422).says("Punti di aiuto");
        write_proposal(&app, &owner, process, &an_origin()).await.is(303);

        // Personal data block, are marked, and are cleared for that content alone.
        step(&app, &owner, process, "send_to_table").await.is(422);
        officer.get(EDITOR).await.is(200).says("<mark class=\"person-mark\">mario.bianchi@example.it</mark>");
        let clear = |content: String| {
            [("slug", "percorso".to_owned()), ("content", content), ("reason", "Indirizzo di un ufficio".into())]
        };
        let seed = app.seed("alfa").await;
        let tx = seed.begin().await.unwrap();
        let content = proposal_documents::version(&tx, seed.scope(), process, 2).await.unwrap();
        drop(tx);
        let fields = clear(content.sha256().to_string());
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        owner.post_from(EDITOR, "proposal-document/clear-personal-data", &fields).await.is(403);
        officer.post_from(EDITOR, "proposal-document/clear-personal-data", &fields).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);

        // Submitted: frozen, with the guarantor, and with nobody else.
        submit(&app, &owner, process).await.is(303);
        assert_eq!(kept(&app, process).await.document.state, S::Submitted);
        write_sections(&app, &owner, process, "Dopo").await.is(422);
        guarantor.get("/garanzia").await.is(200).says("Welfare digitale");
        guarantor.get(&case).await.is(200).says("Punti di aiuto").says("Parere del Tavolo non espresso");
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
        write_sections(&app, &owner, process, "Bisogni chiariti").await.is(303);
        submit(&app, &owner, process).await.is(303);
        let file = kept(&app, process).await.document.submitted.unwrap().to_string();
        say(&guarantor, &case, &answer("refuse", &file, "Non coerente con il progetto")).await.is(303);
        assert_eq!(kept(&app, process).await.document.state, S::NotValidated);
        owner.get(EDITOR).await.is(200).says("Non coerente con il progetto");

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
        app.visitor("alfa").get("/percorsi/percorso/decisioni").await.is(200).says("Giunta");
    });
}

#[test]
fn each_proposal_is_decided_with_reasons_and_a_late_act_is_marked() {
    on_each_database(|app| async move {
        app.at("2022-12-16T09:00:00Z");
        let process = process(&app).await;
        let owner = app.person_in("alfa", "Olga", &[Role::ProcessOwner], Some(process)).await;
        let guarantor = app.person("platform", "Tea", &[Role::Guarantor]).await;
        let secretary = app.person_in("alfa", "Sara", &[Role::BodySecretary], Some(process)).await;
        let tenant = app.seed("alfa").await.tenant_id().to_string();
        write_sections(&app, &owner, process, "Bisogni").await.is(303);
        write_proposal(&app, &owner, process, &an_origin()).await.is(303);
        write_proposal(&app, &owner, process, &an_origin()).await.is(303);
        step(&app, &owner, process, "send_to_table").await.is(303);
        submit(&app, &owner, process).await.is(303);
        let file = kept(&app, process).await.document.submitted.unwrap().to_string();
        let id = process.to_string();
        let valid = [
            ("tenant", tenant),
            ("process", id),
            ("file", file.clone()),
            ("decision", "validate".into()),
            ("reason", String::new()),
        ];
        say(&guarantor, "/garanzia", &valid).await.is(303);
        say_to(&owner, EDITOR, "proposal-document/send", &[("slug", "percorso".to_owned()), ("file", file)])
            .await
            .is(303);
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
        secretary.post_from(page, "outcome/acknowledge", &act).await.is(303);
        assert_eq!(app.count("mails").await, mails + 1);
        secretary.get(page).await.is(200).says("In ritardo di");

        let decide = |number: &'static str, decision: &'static str, reason: &'static str| {
            [("slug", "percorso"), ("number", number), ("decision", decision), ("reason", reason)]
        };
        secretary.post_from(page, "outcome/decide", &decide("1", "accepted", "")).await.is(303);
        secretary.post_from(page, "outcome/decide", &decide("2", "rejected", "")).await.is(422);
        secretary.post_from(page, "outcome/publish", &[("slug", "percorso")]).await.is(422);
        app.visitor("alfa").get("/percorsi/percorso/decisioni").await.is(200).hides("Accolta");
        secretary.post_from(page, "outcome/decide", &decide("2", "rejected", "Dipende da altri")).await.is(303);
        secretary.post_from(page, "outcome/publish", &[("slug", "percorso")]).await.is(303);
        app.visitor("alfa").get("/percorsi/percorso/decisioni").await.is(200).says("Dipende da altri");
        secretary.post_from(page, "outcome/decide", &decide("1", "rejected", "Ripensamento")).await.is(422);
    });
}

async fn say(who: &Visitor<'_>, page: &str, fields: &[(&'static str, String)]) -> Answer {
    say_to(who, page, "guarantor/answer", fields).await
}

async fn say_to(who: &Visitor<'_>, page: &str, to: &str, fields: &[(&'static str, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    who.post_from(page, to, &fields).await
}
