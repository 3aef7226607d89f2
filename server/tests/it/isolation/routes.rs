//! Every page and every file, asked for by everybody: who reads what is one table to review.

mod progress;
mod table;

use super::{OTHER, VICTIM};
use crate::{
    app::{TestApp, Visitor, on_each_database},
    documents::PDF,
    rows::Rows,
};
use domain::role::Role;
use server::demo;
use std::collections::BTreeSet;
use table::{CLOSED, DECIDED, OPEN, PLATFORM, REQUESTED, Site};

/// Where the pages of a tenant are declared.
pub const TENANT_PAGES: &str = include_str!("../../../../app/src/routes/tenant.rs");
/// Where the pages of the platform are declared.
pub const PLATFORM_PAGES: &str = include_str!("../../../../app/src/routes/platform.rs");
const FILES: &str = include_str!("../../../src/http/router.rs");

/// Tried by the cases of server functions.
const FUNCTIONS: &str = "/api/:*path";

/// The routes that `source` declares with `mark`, parameters as in `:id`.
pub fn declared(source: &'static str, mark: &'static str) -> BTreeSet<String> {
    let routes = source.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
    routes.map(|route| route.replace('{', ":").replace('}', "")).collect()
}

#[test]
fn every_route_has_its_row() {
    let listed = |sites: &[&Site]| -> BTreeSet<String> {
        sites.iter().flat_map(|site| site.pages).map(|(route, _)| (*route).to_owned()).collect()
    };
    let tenant = listed(&[&OPEN, &DECIDED]);
    let platform = listed(&[&PLATFORM, &REQUESTED]);
    let files: BTreeSet<_> = declared(FILES, ".route(\"").into_iter().chain([app::paths::EXPORT.to_owned()]).collect();
    let both: BTreeSet<_> = tenant.union(&platform).cloned().chain([FUNCTIONS.to_owned()]).collect();
    let pages = (declared(TENANT_PAGES, "path!(\""), declared(PLATFORM_PAGES, "path!(\""));
    assert!(pages.0.len() > 50 && pages.1.len() > 10 && files.len() > 15, "the routes are read");
    for (there, rows) in [(&pages.0, &tenant), (&pages.1, &platform), (&files, &both)] {
        let missing: Vec<_> = there.difference(rows).collect();
        assert!(missing.is_empty(), "add {missing:?} to tests/it/isolation/routes/table.rs, and review the snapshot");
    }
    let there: BTreeSet<_> = pages.0.union(&pages.1).chain(&files).cloned().collect();
    let gone: Vec<_> = both.difference(&there).collect();
    assert!(gone.is_empty(), "{gone:?} have a row, and nothing answers there any more");
}

/// Everybody whom the table asks, on the host of `site`.
async fn everybody<'a>(app: &'a TestApp, site: &Site) -> Vec<(Role, Visitor<'a>)> {
    let over = site.host == "platform";
    let asked = |role: &Role| if over { role.over_tenants() } else { !role.over_tenants() && !role.is_implied() };
    let mut all = vec![(Role::Visitor, app.visitor(site.host))];
    for role in [Role::Citizen].into_iter().chain(Role::ALL.iter().copied().filter(asked)) {
        let held: &[Role] = if role == Role::Citizen { &[] } else { &[role] };
        all.push((role, app.person(site.host, &format!("Prova {role}"), held).await));
    }
    all
}

/// The key that follows `mark` in the newest mail of the attacked tenant that has one.
async fn mailed(app: &TestApp, mark: &str) -> String {
    let mails = app.visitor(VICTIM).get("/dev/mail.json").await.is(200).body;
    mails.split(mark).nth(1).expect("a link was mailed").chars().take(64).collect()
}

/// What the demo does not have: invitations of three kinds, all to the citizen, a proposal with a file, and an identity
/// provider.
async fn invite(app: &TestApp) -> [(&'static str, String); 3] {
    const CITIZEN: (&str, &str) = ("email", "prova.citizen@val-denza.example");
    let rows = Rows::of(app, VICTIM).await;
    let all: Vec<Role> = Role::ALL.iter().copied().filter(|role| role.is_staff()).collect();
    let staff = app.person(VICTIM, "Tutto Fare", &all).await;
    staff.post("staff/invite", &[CITIZEN, ("role", "moderator"), ("process", "")]).await.is(303);
    let party = rows.with_values("{agreement_parties.id|state = 'invited'}").await;
    staff.post("agreements/send-link", &[("party", &party), CITIZEN]).await.is(303);
    let organ = rows.with_values("{organs.id|kind = 'negotiation_table'}").await;
    let seat = [("organisation", "Invitati"), ("kind", "association"), ("category", "Invitati"), ("delegate", "Dora")];
    staff.post("organs/invite", &[&seat[..], &[("organ", &organ), CITIZEN]].concat()).await.is(303);
    let provider = [("name", "SPID"), ("issuer", "https://sso.example.it"), ("client_id", "tavolo"), ("least", "low")];
    let provider = [&provider[..], &[("auth", "private_key_jwt")]].concat();
    staff.post("identity-providers/add", &provider).await.is(303);
    let table = rows.with_values("{thematic_tables}").await;
    let said = [("title", "Con un foglio"), ("body", "Si legge."), ("table", &table), ("place", "")];
    staff.send_file("/proposte/nuova", "contributions/propose", &said, ("a.pdf", PDF)).await.is(303);
    let home = app.visitor(VICTIM).get("/").await.is(200).body;
    let logo = home.split("/logo/").nth(1).and_then(|rest| rest.split('"').next()).expect("the union has a logo");
    [
        ("{invito}", mailed(app, "/invito/").await),
        ("{accordo}", mailed(app, "/accordo/").await),
        ("{logo}", logo.to_owned()),
    ]
}

/// One line for each page, with what each of `people` is answered under their name.
async fn answers(app: &TestApp, site: &Site, keys: &[(&'static str, String)]) -> String {
    let people = everybody(app, site).await;
    let stranger = app.person(OTHER, "Ada Altrove", &[Role::TenantAdmin, Role::ProcessOwner]).await;
    let rows = Rows::of(app, site.rows).await;
    let wide = site.pages.iter().map(|(route, _)| route.len()).max().unwrap_or(0);
    let mut text = format!("{}\n", site.title);
    for (place, (role, _)) in people.iter().enumerate() {
        text += &format!("{:wide$}  {}{role}\n", "", "|   ".repeat(place));
    }
    for (route, address) in site.pages {
        let address = if address.is_empty() { route } else { address };
        let known =
            keys.iter().fold(address.replace(":slug", site.path), |text, (key, value)| text.replace(key, value));
        let path = rows.with_values(&known).await;
        let mut statuses = Vec::new();
        for (role, who) in &people {
            let status = who.get(&path).await.status.as_u16();
            assert!(status < 500 || status == 503, "{role} asked for {route}: {status}");
            statuses.push(status.to_string());
        }
        if site.host != "platform" {
            let status = stranger.on(site.host).get(&path).await.status.as_u16().to_string();
            assert_eq!(status, statuses[0], "{route}: who works elsewhere is a visitor here");
        }
        let kept = ["/lavoro", "/spazio", "/enti", "/scadenze", "/garanzia"];
        let inside = kept.iter().any(|start| route.starts_with(start));
        assert!(!inside || statuses[0] != "200", "a visitor reads {route}");
        text += &format!("{route:wide$}  {}\n", statuses.join(" "));
    }
    text
}

#[test]
fn who_reads_which_page() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let keys = invite(&app).await;
        let union = Rows::of(&app, VICTIM).await;
        let mut text = Vec::new();
        for site in [&OPEN, &DECIDED, &PLATFORM] {
            text.push(answers(&app, site, &keys).await);
        }
        let paper = union.with_values("{documents.id|visibility = 'private'}").await.parse().unwrap();
        let requested = format!("requested_on = '2022-10-04', request_document_id = {}", union.literal(paper));
        union.change(&format!("UPDATE extensions SET state = 'requested', {requested} WHERE 1 = 1")).await;
        text.push(answers(&app, &REQUESTED, &keys).await);
        let carla = app.person("platform", "Carla", &[Role::Coordinator]).await;
        carla.post("tenants/change", &[("slug", VICTIM), ("step", "suspend")]).await.is(303);
        text.push(answers(&app, &CLOSED, &keys).await);
        insta::allow_duplicates!(insta::assert_snapshot!("who_reads_which_page", text.join("\n")));
    });
}
