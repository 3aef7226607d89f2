//! Every page of a path says where the path is: each page that is declared shows it, or says here why not.

use super::{
    PLATFORM_PAGES, TENANT_PAGES, declared, invite,
    table::{DECIDED, OPEN, PLATFORM, REQUESTED, Site},
};
use crate::{
    app::{TestApp, on_each_database},
    isolation::VICTIM,
    rows::Rows,
};
use domain::role::Role;
use server::demo;
use std::collections::BTreeSet;

/// What the box is known by.
const BOX: &str = "class=\"progress-box\"";

/// The beginnings of pages that show no single path, with the reason.
const NO_PATH: &[(&str, &str)] = &[
    ("/accedi", "signing in"),
    ("/dev/mail", "the mails of the demo"),
    ("/privacy", "words of the tenant"),
    ("/note-legali", "words of the tenant"),
    ("/accessibilita", "words of the tenant"),
    ("/moderazione", "what was moderated in all paths"),
    ("/spazio", "what concerns one person, in all paths; an appeal is between its author and the moderators"),
    ("/ricevuta", "where the code of a receipt is typed; the receipt itself is tried below"),
    ("/lavoro/moderazione", "one text at a time, of any path"),
    ("/lavoro/persone", "the people of the tenant"),
    ("/lavoro/impostazioni", "the settings of the tenant"),
    ("/lavoro/registro", "the log of the tenant"),
    ("/lavoro/trattamenti", "the register of processing of the tenant"),
    ("/lavoro/identita", "the identity providers of the tenant"),
    ("/lavoro/segnalazioni", "what was reported of the site"),
    ("/lavoro/percorsi/nuovo", "there is no path yet"),
    ("/invito/:key", "an invitation to work for the tenant"),
    ("/questionari/invito", "the sheet of a questionnaire, by the key of a mail; the sheet itself is read below"),
    ("/enti", "the tenants of the region"),
    ("/scadenze", "what is due in all paths"),
];

/// Pages that stand alone: lists over all paths, and the path's own page, which says the same at length.
const EXACTLY: &[(&str, &str)] = &[
    ("/", "the home page lists the paths"),
    ("/percorsi", "a list of paths, each with where it is"),
    ("/percorsi/:slug", "the page of the path itself, which says it all at length"),
    ("/lavoro/percorsi/:slug", "the workspace of the path itself, which says it all at length"),
    ("/documenti", "the documents of all paths"),
    ("/calendario", "the meetings of all paths"),
    ("/proposte", "the proposals of all paths"),
    ("/azioni", "the actions of all paths"),
    ("/questionari", "the questionnaires of all paths"),
    ("/lavoro", "what waits in all paths"),
    ("/garanzia", "what waits for the guarantor, of all tenants"),
];

fn is_excused(route: &str) -> bool {
    let under = |start: &str| route == start || route.starts_with(&format!("{start}/"));
    NO_PATH.iter().any(|(start, _)| under(start)) || EXACTLY.iter().any(|(page, _)| *page == route)
}

#[test]
fn every_excuse_is_needed() {
    let pages: BTreeSet<_> =
        [TENANT_PAGES, PLATFORM_PAGES].into_iter().flat_map(|all| declared(all, "path!(\"")).collect();
    for (start, why) in NO_PATH.iter().chain(EXACTLY) {
        let there = pages.iter().any(|page| page == start || page.starts_with(&format!("{start}/")));
        assert!(there, "{start} ({why}) is there no more");
    }
}

/// The pages of `site` that are answered to somebody, each with whether everybody who reads it sees the box.
async fn shown(app: &TestApp, site: &Site, keys: &[(&'static str, String)]) -> Vec<(&'static str, bool)> {
    let over = site.host == "platform";
    let all: Vec<Role> =
        Role::ALL.iter().copied().filter(|role| !role.is_implied() && role.over_tenants() == over).collect();
    let mut people = vec![app.visitor(site.host), app.person(site.host, "Tutto Fare", &all).await];
    if !over {
        people.push(app.person(site.host, "Prova citizen", &[]).await);
    }
    let rows = Rows::of(app, site.rows).await;
    let declared: BTreeSet<_> = declared(if over { PLATFORM_PAGES } else { TENANT_PAGES }, "path!(\"");
    let mut found = Vec::new();
    for (route, address) in site.pages.iter().filter(|(route, _)| declared.contains(*route)) {
        let address = match *route {
            // Those of the author alone.
            "/proposte/:id/modifica" => "/proposte/{contributions.id|document_id IS NOT NULL}/modifica",
            _ if address.is_empty() => route,
            _ => address,
        };
        let known =
            keys.iter().fold(address.replace(":slug", site.path), |text, (key, value)| text.replace(key, value));
        let path = rows.with_values(&known).await;
        for who in &people {
            let answer = who.get(&path).await;
            if answer.status == 200 {
                found.push((*route, answer.body.contains(BOX)));
            }
        }
    }
    found
}

#[test]
fn every_page_of_a_path_says_where_it_is() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let keys = invite(&app).await;
        let union = Rows::of(&app, VICTIM).await;
        let paper = union.with_values("{documents.id|visibility = 'private'}").await.parse().unwrap();
        let requested = format!("requested_on = '2022-10-04', request_document_id = {}", union.literal(paper));
        union.change(&format!("UPDATE extensions SET state = 'requested', {requested} WHERE 1 = 1")).await;
        let mut seen = Vec::new();
        for site in [&OPEN, &DECIDED, &PLATFORM, &REQUESTED] {
            seen.extend(shown(&app, site, &keys).await);
        }
        let mut faults = BTreeSet::new();
        for (route, there) in &seen {
            if !there && !is_excused(route) {
                faults.insert(format!("{route} is of a path and does not say where the path is: <ProgressBox/>"));
            }
        }
        for route in [TENANT_PAGES, PLATFORM_PAGES].into_iter().flat_map(|all| declared(all, "path!(\"")) {
            if !is_excused(&route) && !seen.iter().any(|(page, _)| *page == route) {
                faults.insert(format!("{route} was read by nobody"));
            }
        }
        for (page, why) in EXACTLY {
            if seen.iter().any(|(route, there)| route == page && *there) {
                faults.insert(format!("{page} shows where a path is, and is excused: {why}"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
    });
}
