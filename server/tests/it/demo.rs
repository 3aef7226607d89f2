//! The demo region, from its files to its pages.

use crate::{app::on_each_database, crawl};
use domain::role::Role;
use server::demo::{self, Region, TenantRegion, data::ProcessFile};

#[test]
fn every_file_of_the_demo_is_read_and_every_reference_leads_somewhere() {
    let now = Region::read(false).expect("the files up to the clock");
    let later = Region::read(true).expect("the files after the clock");
    assert_eq!(now.tenants.len(), 16);
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

#[test]
fn the_region_is_loaded_as_its_files_tell() {
    on_each_database(|app| async move {
        let region = demo::load(&app.app).await.expect("the demo is loaded");
        let people: usize = region.tenants.iter().map(|own| own.people.len()).sum();
        assert_eq!(people, 66);
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
            ("validation_decisions", of(|process| process.docpp.iter().map(|document| document.round.len()).sum())),
            ("contributions", total(|own| own.contributions.len())),
            ("supports", total(|own| own.contributions.iter().map(|data| data.supports).sum())),
            ("comments", total(|own| own.contributions.iter().map(|data| data.comment.len()).sum())),
        ] {
            assert_eq!(usize::try_from(app.count(table).await), Ok(told), "{table}");
        }
        // Decisions on proposals stand on the home page where there are any, acts where there are none.
        app.visitor("valnure-valchero").get("/").await.is(200).says("Proposta 1: ").says("/decisioni\"");
        app.visitor("val-denza").get("/").await.is(200).says("Ultime decisioni").hides("Proposta 1: ");
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
        let file = admin.get("/lavoro/esporta").await.is(200);
        assert!(file.body.contains("\"table\":\"agreement_parties\""), "the demo's agreement has parties");
        assert!(!file.body.contains("key_hash"), "no key leaves");
    });
}
