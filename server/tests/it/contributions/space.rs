//! One's own space, and erasing the account.

use super::ground::ground;
use crate::{app::on_each_database, rows::Rows};
use domain::role::Role;
use server::demo;

#[test]
fn preferences_are_kept() {
    on_each_database(|app| async move {
        let anna = app.person("alfa", "Anna", &[]).await;
        let door = app.visitor("alfa").get("/spazio?commenti=x").await.is(303);
        assert_eq!(door.location.as_deref(), Some("/accedi?dopo=/spazio%3Fcommenti%3Dx"));
        anna.get("/spazio").await.is(200).says("Qui compariranno le tue proposte");
        let bad = [("name", " "), ("language", "fr")];
        anna.post_from("/spazio", "space/preferences", &bad).await.is(422).says("campo obbligatorio");
        anna.post("space/preferences", &[("name", "Volpe"), ("language", "en")]).await.is(303);
        anna.get("/spazio").await.is(200).says("Volpe");
        crate::audit::holds(&app, "alfa").await;
    });
}

#[test]
fn ones_own_comments_are_there_with_the_way_to_each_and_nobody_elses() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let mara = app.person("alfa", "Mara", &[Role::Moderator]).await;
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        // What is empty stands below what may be set.
        let page = bruno.get("/spazio").await.is(200).says("Qui compariranno i commenti").text();
        assert!(page.find("id=\"preferenze\"") < page.find("id=\"commenti\""));
        for number in 1..=21 {
            let said = [("id", id.as_str()), ("body", &*format!("Al sole no, {number}."))];
            bruno.post("contributions/comment", &said).await.is(303);
        }
        anna.post("contributions/comment", &[("id", &id), ("body", "Io dico di sì")]).await.is(303);
        let page = bruno.get("/spazio").await.is(200).says("Al sole no, 21.").says("Al sole no, 2.");
        let page = page.says("Panchine").hides("Al sole no, 1.").hides("Io dico di sì").text();
        assert!(page.find("id=\"commenti\"") < page.find("id=\"preferenze\""));
        let last = page.split("href=\"").find(|to| to.contains("#commento-")).unwrap();
        bruno.get(last.split(['#', '"']).next().unwrap()).await.is(200).says("Al sole no, 21.");
        let next = page.split("href=\"/spazio?").find(|to| to.contains("commenti=")).unwrap();
        let next = next.split('"').next().unwrap().replace("&amp;", "&");
        bruno.get(&format!("/spazio?{next}")).await.is(200).says("Al sole no, 1.").hides("Al sole no, 2.");
        bruno.get("/spazio?commenti=altro").await.is(404);

        // Of a proposal that was hidden the title is no longer told.
        let of = [("kind", "contribution"), ("id", id.as_str()), ("ground", "spam"), ("reason", "Pubblicità")];
        mara.post("moderation/hide", &of).await.is(303);
        let page = bruno.get("/spazio").await.is(200).says("Al sole no, 21.").says("nascosta al pubblico");
        page.hides("Panchine");
    });
}

#[test]
fn erasing_an_account_keeps_the_text_and_drops_the_author() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let (anna, bruno) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Bruno", &[]).await);
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        for person in [&anna, &bruno] {
            person.post("contributions/support", &[("id", &id), ("on", "si")]).await.is(303);
        }
        anna.post("contributions/comment", &[("id", &id), ("body", "Al sole no")]).await.is(303);
        anna.get("/spazio/cancella").await.is(200).says("non si può annullare");
        anna.post_from("/spazio/cancella", "space/erase", &[("form", "")]).await.is(422);
        anna.post("space/erase", &[("sure", "si")]).await.is(303);
        anna.get("/spazio").await.is(303);
        let page = app.visitor("alfa").get(&format!("/proposte/{id}")).await.is(200);
        page.says("Panchine").says("Al sole no").says("ha cancellato il suo account").hides("Anna");
        assert_eq!((app.count("contributions").await, app.count("supports").await), (1, 1));
        bruno.get("/proposte").await.is(200).says("1 sostegno");
        let staff = app.person("alfa", "Mara", &[Role::Moderator]).await;
        staff.post("space/erase", &[("sure", "si")]).await.is(403);
        staff.get("/spazio").await.is(200).says("Mara");
        crate::audit::holds(&app, "alfa").await;
    });
}

/// What the law keeps: who signed, who was present, and what was said there.
const ACTS: [&str; 8] = [
    "agreement_parties",
    "agreement_signatures",
    "agreement_texts",
    "agreements",
    "meeting_attendees",
    "minutes",
    "processes",
    "proposal_document_versions",
];

#[test]
fn after_an_erasure_no_table_knows_the_address_and_acts_alone_know_the_name() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let (name, email) = ("Rita Camellini", "rita.camellini@val-denza.example");
        let rita = app.person("val-denza", name, &[]).await;
        let admin = app.person("val-denza", "Ada Esporta", &[Role::TenantAdmin]).await;
        let rows = Rows::of(&app, "val-denza").await;
        let hers = format!("email = '{email}'");
        for table in ["organ_delegates", "agreement_parties"] {
            assert!(rows.count(table, &hers).await > 0, "{table} does not know her to begin with");
        }

        let visitor = app.visitor("val-denza");
        visitor.post("people/code", &[("email", email), ("back", "/")]).await.is(303);
        let report = [("message", "Non si legge."), ("page", ""), ("email", email)];
        visitor.post("site/feedback", &report).await.is(303);
        let invite = [("email", email), ("role", "moderator"), ("process", "")];
        admin.post("staff/invite", &invite).await.is(303);
        rita.post("space/erase", &[("sure", "si")]).await.is(403);
        let id = rita.id.expect("she signed in");
        let hers = if rows.is_postgres() { format!("'{id}'") } else { format!("x'{}'", id.0.simple()) };
        rows.change(&format!("DELETE FROM role_grants WHERE person_id = {hers}")).await;
        rita.post("space/erase", &[("sure", "si")]).await.is(303);

        for (table, rows) in rows.whole().await {
            assert!(!rows.contains(email), "{table} still knows the address");
            assert!(ACTS.contains(&table.as_str()) || !rows.contains(name), "{table} still knows the name");
        }
        let file = crate::export::Export::of(&admin).await.hides(email);
        for line in file.lines.lines().filter(|line| line.contains(name)) {
            assert!(ACTS.iter().any(|table| line.contains(&format!("\"table\":\"{table}\""))), "{line}");
        }
    });
}

#[test]
fn what_need_not_be_known_any_longer_is_forgotten() {
    on_each_database(|app| async move {
        app.at("2022-10-10T09:00:00Z");
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let visitor = app.visitor("alfa");
        visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        let report = [("message", "Non si legge."), ("page", ""), ("email", "anna@example.org")];
        visitor.post("site/feedback", &report).await.is(303);
        let invite = [("email", "anna@example.org"), ("role", "moderator"), ("process", "")];
        admin.post("staff/invite", &invite).await.is(303);
        app.at("2022-10-10T09:30:00Z");
        server::housekeeping::tidy(&app.app).await.expect("it is tidied");
        let there = ["attempts", "invitations"];
        for table in there {
            assert!(app.count(table).await > 0, "{table} is emptied too early");
        }
        app.at("2023-10-11T09:00:00Z");
        server::housekeeping::tidy(&app.app).await.expect("it is tidied");
        for table in there.into_iter().chain(["sign_in_codes"]) {
            assert_eq!(app.count(table).await, 0, "{table}");
        }
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!((app.count("feedback").await, rows.count("feedback", "email IS NOT NULL").await), (1, 0));
    });
}
