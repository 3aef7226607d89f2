//! How surely a tenant wants to know who acts: asked by an administrator, said on the page, kept by the server.

use crate::{
    app::{Answer, Visitor, on_each_database},
    contributions::{age::newcomer, ground::ground},
    oidc::{Way, session_of},
    rows::Rows,
    staff::version_in,
};
use domain::role::Role;

const PAGE: &str = "/lavoro/identita/livelli";
pub const FREE: [&str; 3] = ["address", "address", "address"];

/// Asks for these levels (to take part, to vote, to bind) and ages (to take part, to vote).
pub async fn ask(admin: &Visitor<'_>, levels: [&str; 3], ages: [&str; 2]) -> Answer {
    let version = version_in(&admin.get(PAGE).await.is(200).body).to_owned();
    let ([contribute, vote, binding], [contribute_age, vote_age]) = (levels, ages);
    let typed = [
        ("contribute", contribute),
        ("contribute_age", contribute_age),
        ("vote", vote),
        ("vote_age", vote_age),
        ("binding", binding),
        ("version", &version),
    ];
    admin.post_from(PAGE, "settings/needs", &typed).await
}

#[test]
fn no_level_is_asked_that_nobody_can_reach_nor_less_than_the_rules_want() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.get("/lavoro/identita").await.is(200).says(PAGE);
        admin.get(PAGE).await.is(200).says("Nessun fornitore d’identità acceso").hides("value=\"substantial\"");
        let refused = ask(&admin, ["address", "substantial", "high"], ["13", "19"]).await.is(422);
        let refused = refused.says("id=\"vote-errore\"").says("id=\"binding-errore\"");
        refused.says("id=\"contribute_age-errore\"").says("id=\"vote_age-errore\"").hides("id=\"contribute-errore\"");

        // A provider that gives level 2, where the rules want level 1 to take part and level 2 for the rest.
        let way = Way::open(&app).await;
        admin.get(PAGE).await.is(200).says("vogliono livelli più alti").hides("value=\"high\"");
        ask(&admin, ["address", "substantial", "high"], ["", ""]).await.is(422).says("id=\"contribute-errore\"");
        ask(&admin, ["low", "substantial", "substantial"], ["18", ""]).await.is(303);
        let page = admin.get(PAGE).await.is(200).hides("vogliono livelli più alti");
        page.says("value=\"18\"").says("value=\"substantial\" selected");
        let levels = [("contribute", "low"), ("vote", "substantial"), ("binding", "substantial")];
        let stale = [levels[0], levels[1], levels[2], ("version", "x")];
        admin.post_from(PAGE, "settings/needs", &stale).await.is(409);
        crate::audit::holds(&app, "alfa").await;

        // Nobody could act any more without it.
        let (id, version) = (way.id.to_string(), "1");
        for call in ["switch-off", "remove"] {
            let typed = [("id", id.as_str()), ("version", version), ("sure", "si")];
            let refused = admin.post_from("/lavoro/identita", &format!("identity-providers/{call}"), &typed).await;
            refused.is(422).says("Prima abbassa i livelli richiesti");
        }
        assert_eq!(Rows::of(&app, "alfa").await.count("identity_providers", "offered").await, 1);
    });
}

/// What a citizen of alfa gets for proposing, supporting, following and commenting.
async fn takes_part(citizen: &Visitor<'_>, table: &str, id: &str) -> [u16; 4] {
    let new = [("title", "Una"), ("body", "Due"), ("table", table), ("place", ""), ("born", "1980-01-01")];
    let propose = citizen.post_from("/proposte/nuova", "contributions/propose", &new).await;
    let support = citizen.post("contributions/support", &[("id", id), ("on", "si")]).await;
    let follow = citizen.post("contributions/follow", &[("id", id), ("on", "si")]).await;
    let comment = citizen.post("contributions/comment", &[("id", id), ("body", "Bene"), ("born", "1980-01-01")]).await;
    [propose, support, follow, comment].map(|answer| answer.status.as_u16())
}

#[test]
fn who_is_known_too_little_reads_what_is_missing_and_changes_nothing() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let (anna, mara) = (app.person("alfa", "Anna", &[]).await, app.person("alfa", "Mara", &[]).await);
        let id = ground.propose(&anna, "Panchine", "All’ombra.").await;
        let (page, table) = (format!("/proposte/{id}"), ground.table.to_string());
        mara.get(&page).await.is(200).hides("identità più sicura");
        let way = Way::open(&app).await;
        ask(&admin, ["substantial", "substantial", "substantial"], ["", ""]).await.is(303);

        let alfa = Rows::of(&app, "alfa").await;
        let counted = async || {
            let tables = ["contributions", "supports", "follows", "comments"];
            let mut found = Vec::new();
            for table in tables {
                found.push(alfa.count(table, "1 = 1").await);
            }
            found
        };
        let before = counted().await;
        assert_eq!(takes_part(&mara, &table, &id).await, [422; 4]);
        assert_eq!(counted().await, before);
        for path in [page.as_str(), "/proposte/nuova"] {
            let shown = mara.get(path).await.is(200).says("serve un’identità più sicura").says("SPID livello 2");
            shown.says("livello=substantial");
        }
        // Reading, and pointing at what is unlawful, stay free.
        app.visitor("alfa").get(&page).await.is(200).says("Panchine");
        let report = [("kind", "contribution"), ("id", id.as_str()), ("reason", "No")];
        mara.post("moderation/report", &report).await.is(303);
        // Who must be known so surely is not offered a code by mail.
        let surely = "/accedi?dopo=/proposte/nuova&livello=substantial";
        app.visitor("alfa").get(surely).await.is(200).says("livello=substantial").hides("name=\"email\"");
        mara.get("/accedi?dopo=/&livello=high")
            .await
            .is(200)
            .says("nessun servizio di accesso")
            .hides(&way.id.to_string());
    });
}

#[test]
fn what_was_typed_waits_for_who_signs_in_more_surely() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let mara = app.person("alfa", "Mara", &[]).await;
        let way = Way::open(&app).await;
        ask(&admin, ["substantial", "substantial", "substantial"], ["", ""]).await.is(303);
        let (form, table) = ("/proposte/nuova", ground.table.to_string());
        let new = [("title", "Una panchina"), ("body", "Due"), ("table", table.as_str()), ("place", "")];
        let refused = mara.post_from(form, "contributions/propose", &new).await.is(422).says("value=\"Una panchina\"");
        refused.says("/accedi?dopo=/proposte/nuova&amp;livello=substantial");

        let surely = mara.get("/accedi?dopo=/proposte/nuova&livello=substantial").await.is(200);
        surely.says(&format!("/accedi/oidc/{}/collega?dopo=", way.id)).hides("name=\"email\"");
        let link = format!("/accedi/oidc/{}/collega?dopo=/proposte/nuova&livello=substantial", way.id);
        let begun = way.begin_at(&mara, &link).await;
        let answer = way.come_back(&mara, &way.provider.consent(&begun.to), &begun.cookie).await.is(303);
        assert_eq!(answer.location.as_deref(), Some("/proposte/nuova?esito=signed_in"));
        let sure = mara.with_key(&session_of(&answer));
        sure.get(form).await.is(200).says("value=\"Una panchina\"").hides("identità più sicura");
        sure.post_from(form, "contributions/propose", &new).await.is(303);
        sure.get(PAGE).await.is(403);
        admin.get(PAGE).await.is(200).says("Chi resterebbe fuori");

        // Once joined, she comes in the same way another day.
        let mara = app.person("alfa", "Mara", &[]).await;
        let begun = way.begin_at(&mara, &link).await;
        let answer = way.come_back(&mara, &way.provider.consent(&begun.to), &begun.cookie).await.is(303);
        assert_eq!(answer.location.as_deref(), Some("/proposte/nuova?esito=signed_in"));
        let mara = mara.with_key(&session_of(&answer));
        // Who says nothing there comes back to the same question.
        let begun = way.begin_at(&mara, &link).await;
        let state = crate::oidc::state_of(&begun.to);
        let denied = format!("/accedi/oidc/ritorno?state={state}&error=access_denied");
        let answer = way.come_back(&mara, &denied, &begun.cookie).await.is(303);
        assert!(answer.location.as_deref().unwrap().ends_with("livello=substantial&guasto=refused"));
        ask(&admin, FREE, ["", ""]).await.is(422);
    });
}

#[test]
fn a_tenant_may_ask_for_a_higher_age_than_the_rules() {
    on_each_database(|app| async move {
        let ground = ground(&app, "alfa").await;
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let young = newcomer(&app, "Gina").await;
        ask(&admin, FREE, ["18", ""]).await.is(303);
        let table = ground.table.to_string();
        young.get("/proposte/nuova").await.is(200).says("occorrono 18 anni");
        let new = [("title", "Una"), ("body", "Due"), ("table", table.as_str()), ("place", ""), ("born", "2005-06-01")];
        let refused = young.post_from("/proposte/nuova", "contributions/propose", &new).await.is(422);
        refused.says("id=\"born-errore\"").says("occorrono 18 anni");
        let grown = [new[0], new[1], new[2], new[3], ("born", "1990-06-01")];
        young.post_from("/proposte/nuova", "contributions/propose", &grown).await.is(303);
        assert_eq!(Rows::of(&app, "alfa").await.count("people", "age_reached = 18 AND name = 'Gina'").await, 1);
    });
}
