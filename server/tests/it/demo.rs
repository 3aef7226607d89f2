//! The demo region, from its files to its pages.

use crate::{app::on_each_database, crawl, rows::Rows};
use domain::role::Role;
use server::demo::{
    self, Region, TenantRegion,
    data::{MeritData, ProcessFile, RoundData},
};

#[test]
fn every_file_of_the_demo_is_read_and_every_reference_leads_somewhere() {
    let now = Region::read(false).expect("the files up to the clock");
    let later = Region::read(true).expect("the files after the clock");
    assert_eq!(now.tenants.len(), 17);
    let stage = |region: &Region| {
        let own = region.tenants.iter().find(|own| own.tenant.key == "val-denza").expect("the union");
        own.process.as_ref().expect("its process").process.stage.code()
    };
    assert_eq!((stage(&now), stage(&later)), ("opening", "monitored"));
    let denza = later.tenants.iter().find(|own| own.tenant.key == "val-denza").expect("the union");
    let process = denza.process.as_ref().expect("its process");
    let table = process.organ.iter().find(|organ| organ.key == "tdn").expect("the table");
    assert_eq!(table.member.len(), 15, "later members replace their earlier state and no others");
}

fn rounds(process: &ProcessFile) -> impl Iterator<Item = &RoundData> {
    process.docpp.iter().flat_map(|document| &document.round)
}

fn decisions(process: &ProcessFile) -> impl Iterator<Item = &MeritData> {
    process.outcome.iter().flat_map(|outcome| &outcome.decision)
}

#[test]
fn the_region_is_loaded_as_its_files_tell() {
    on_each_database(|app| async move {
        let region = demo::load(&app.app).await.expect("the demo is loaded");
        let people: usize = region.tenants.iter().map(|own| own.people.len()).sum();
        assert_eq!(people, 71);
        let total = |count: fn(&TenantRegion) -> usize| region.tenants.iter().map(count).sum::<usize>();
        let of = |count: fn(&ProcessFile) -> usize| {
            region.tenants.iter().filter_map(|own| own.process.as_ref()).map(count).sum::<usize>()
        };
        let supporters = total(|own| own.contributions.iter().map(|data| data.supports).max().unwrap_or(0));
        for (table, told) in [
            ("people", people + supporters),
            ("processes", of(|_| 1)),
            ("process_phases", of(|process| process.phase.len())),
            ("acts", of(|process| process.act.len())),
            ("extensions", of(|process| process.extension.len())),
            ("documents", of(|process| process.document.len())),
            ("thematic_tables", of(|process| process.table.len())),
            ("syntheses", of(|process| process.synthesis.len())),
            ("agreement_parties", of(|process| process.agreement.iter().map(|agreement| agreement.party.len()).sum())),
            ("organs", of(|process| process.organ.len())),
            ("organ_members", of(|process| process.organ.iter().map(|organ| organ.member.len()).sum())),
            ("meetings", of(|process| process.meeting.len())),
            ("minutes_approvals", of(|process| process.meeting.iter().map(|held| held.approval.len()).sum())),
            ("validation_rounds", of(|process| rounds(process).count())),
            ("validation_decisions", of(|process| rounds(process).filter(|round| round.decision.is_some()).count())),
            ("action_sheets", of(|process| decisions(process).filter(|own| demo::actions::is_made(own)).count())),
            (
                "action_moves",
                of(|process| {
                    let made = decisions(process).filter(|own| demo::actions::is_made(own));
                    made.map(|own| 1 + own.action.len()).sum()
                }),
            ),
            ("contributions", total(|own| own.contributions.len())),
            ("supports", total(|own| own.contributions.iter().map(|data| data.supports).sum())),
            ("comments", total(|own| own.contributions.iter().map(|data| data.comment.len()).sum())),
        ] {
            assert_eq!(usize::try_from(app.count(table).await), Ok(told), "{table}");
        }
        // Decisions on proposals stand on the home page where there are any, acts where there are none.
        app.visitor("valnure-valchero").get("/").await.is(200).says("Proposta 1: ").says("/decisioni\"");
        app.visitor("val-denza").get("/").await.is(200).says("Ultime decisioni").hides("Proposta 1: ");
        // A phase that an extension moved shows its old end struck, with the act.
        let moved = app.visitor("due-argini").get("/percorsi/servizi-a-portata-di-argine").await.is(200).text();
        let line =
            moved.split("<span class=\"phase-name\">Chiusura").nth(1).and_then(|rest| rest.split("</li>").next());
        let line = line.expect("the phase is shown");
        assert!(line.contains("31/10/2022") && line.contains("30/11/2022") && line.contains("/documenti/"), "{line}");
        for own in &region.tenants {
            let slug = if own.tenant.slug.is_empty() { "platform" } else { &own.tenant.slug };
            app.visitor(slug).get("/").await.is(200).says(&own.tenant.name);
            let page = app.visitor(slug).get("/accedi").await.is(200).hides("Sostenitore");
            for person in &own.people {
                assert!(page.text().contains(&person.name), "{} is missing", person.name);
            }
        }
    });
}

#[test]
fn no_desk_of_the_demo_is_empty() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let guarantor = app.person("platform", "Gino", &[Role::Guarantor]).await;
        let queue = guarantor.get("/garanzia").await.is(200).says("Unione dei Due Argini");
        let case = queue.body.split("href=\"/garanzia/").nth(1).and_then(|rest| rest.split('"').next());
        let case = format!("/garanzia/{}", case.expect("the document that waits is linked"));
        let page = guarantor.get(&case).await.is(200).says("Servizi a portata di argine").says("Va completato");
        let field = |name: &str| {
            let start = page.body.find(&format!("name=\"{name}\"")).expect("the field is there");
            let value = page.body[start..].split("value=\"").nth(1).and_then(|rest| rest.split('"').next());
            value.expect("it has a value").to_owned()
        };
        let (tenant, process, file) = (field("tenant"), field("process"), field("file"));
        let valid = [
            ("tenant", tenant.as_str()),
            ("process", process.as_str()),
            ("file", file.as_str()),
            ("decision", "validate"),
            ("reason", "Il documento è completo."),
        ];
        guarantor.post_from(&case, "guarantor/answer", &valid).await.is(303);
        guarantor.get("/garanzia").await.is(200).hides("Unione dei Due Argini");

        let moderator = app.person("val-denza", "Mara", &[Role::Moderator]).await;
        moderator.get("/lavoro/moderazione").await.is(200).hides("Nessuna segnalazione");
        let union = Rows::of(&app, "val-denza").await;
        assert!(union.count("reports", "NOT settled").await > 0, "a report waits for the moderator");
        assert!(union.count("documents", "protocol IS NOT NULL").await > 0, "documents are registered");
        assert!(union.count("process_events", "1 = 1").await > 3, "the path has a history");
        assert!(union.count("audit_entries", "action = 'process.step'").await > 3, "its steps stand in the log");
    });
}

#[test]
fn every_public_page_of_the_union_answers_in_both_languages() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let visitor = app.visitor("val-denza");
        for language in ["it", "en"] {
            let pages = crawl::pages(&visitor, &["/"], language).await;
            assert!(pages.len() > 20, "{:?}", pages.iter().map(|(path, _)| path).collect::<Vec<_>>());
            for (path, page) in pages {
                let kind = page.headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
                if page.status == 200 && !kind.starts_with("text/html") {
                    continue;
                }
                let sign_in = page.status == 401;
                assert!(sign_in || page.status == 200, "{path} in {language}: {}", page.status);
                assert!(page.body.contains(&format!("<html lang=\"{language}\"")), "{path} is not in {language}");
                assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
            }
        }
    });
}

#[test]
fn an_export_holds_rows_without_their_keys() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let admin = app.person("val-denza", "Ada Esporta", &[Role::TenantAdmin]).await;
        let export = crate::export::Export::of(&admin).await.hides("key_hash");
        assert!(export.lines.contains("\"table\":\"agreement_parties\""), "the demo's agreement has parties");
        let files = export.members.keys().filter(|name| name.starts_with("files/")).count();
        assert!(files > 5 && !export.members.contains_key("missing.json"), "{files} files");
    });
}
