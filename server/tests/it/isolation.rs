//! Every server function, called by those who may not: nothing changes, nothing is revealed.

mod cases;
mod drafts;
pub mod routes;
pub mod traces;

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    filled::fill,
    rows::Rows,
};
use cases::{Case, Who};
use domain::{
    action_sheet::ActionStep, document::DocumentStep, minutes::MinutesStep, organ::MemberStep, policy::permits,
    proposal_document::ProposalDocumentStep, questionnaire::QuestionnaireStep, role::Role, stage::Step,
    tenant::TenantStep, validation::RoundDecision,
};
use server::demo;
use std::collections::{BTreeMap, BTreeSet};

/// The tenant that is attacked, and one whose administrator attacks it; both full of the demo's rows.
const VICTIM: &str = "val-denza";
const OTHER: &str = "prato";

#[test]
fn every_server_function_has_its_case() {
    // The router registers them.
    on_each_database(|_| async {});
    let there: BTreeSet<&str> = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    assert!(there.len() > 20, "the server functions are linked");
    let listed: BTreeSet<String> = cases::all().map(|case| format!("/api/{}", case.path)).collect();
    for path in &there {
        assert!(
            listed.contains(*path),
            "{path} is missing from server/tests/it/isolation/cases: add a line with its endpoint, fields that would \
             be accepted from the right person ({{table}} stands for the id of a row in the attacked tenant, \
             {{table.column}} for another value of it), and the actions of domain::policy that let a role call it"
        );
    }
    for path in &listed {
        assert!(there.contains(path.as_str()), "{path} is listed, and no server function answers there any more");
    }
}

#[test]
fn each_step_of_a_function_has_its_case() {
    macro_rules! codes {
        ($step:ty) => {
            <$step>::ALL.iter().map(|step| step.code()).collect::<BTreeSet<_>>()
        };
    }
    let known = BTreeMap::from([
        ("process/step", codes!(Step)),
        ("documents/step", codes!(DocumentStep)),
        ("minutes/move", codes!(MinutesStep)),
        ("organs/move", codes!(MemberStep)),
        ("proposal-document/move", codes!(ProposalDocumentStep)),
        ("action-sheets/move", codes!(ActionStep)),
        ("tenants/change", codes!(TenantStep)),
        ("guarantor/answer", codes!(RoundDecision)),
        ("questionnaires/step", codes!(QuestionnaireStep)),
        // What a granting body may say; the other steps of a request have functions of their own.
        ("extension/decide", BTreeSet::from(["grant", "grant_reduced", "refuse"])),
    ]);
    for own in cases::stepped() {
        let listed = own.steps.iter().map(|(step, _)| *step).collect();
        assert_eq!(known.get(own.path), Some(&listed), "{}", own.path);
    }
    assert_eq!(known.len(), cases::stepped().count());
}

/// A case with its form, the ids of the attacked tenant's rows in it.
type Tried = (Case, Vec<(&'static str, String)>);

/// Every case with its form.
async fn tried(rows: &Rows) -> Vec<Tried> {
    let mut all = Vec::new();
    for case in cases::all() {
        let mut fields = Vec::new();
        for (name, value) in case.typed() {
            fields.push((name, rows.with_values(value).await));
        }
        all.push((case, fields));
    }
    all
}

async fn call(who: &Visitor<'_>, (case, fields): &Tried) -> Answer {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    if case.files { post_files(who, case.path, &fields).await } else { who.post(case.path, &fields).await }
}

/// Sends a form with one small file under each name that a form of ours uses.
async fn post_files(who: &Visitor<'_>, endpoint: &str, fields: &[(&str, &str)]) -> Answer {
    let part =
        |head: String, text: &str| format!("--limit\r\nContent-Disposition: form-data; {head}\r\n\r\n{text}\r\n");
    let texts = fields.iter().map(|(name, value)| part(format!("name=\"{name}\""), value));
    let file = part("name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf".into(), "%PDF-1.4 preso");
    let body: String = texts.chain([file, "--limit--\r\n".into()]).collect();
    let request = who
        .request("POST", &format!("/api/{endpoint}?da=/"))
        .header("content-type", "multipart/form-data; boundary=limit")
        .body(body.into())
        .unwrap();
    who.send(request).await
}

/// Whether somebody with `role` may call the function of `case` at all.
fn may(role: Role, case: &Case) -> bool {
    let implied = (role != Role::Visitor).then_some(Role::Citizen);
    match case.who {
        Who::Anybody => true,
        Who::SignedIn => implied.is_some(),
        Who::Only(actions) => {
            actions.iter().any(|action| implied.into_iter().chain([role]).any(|role| permits(role, *action)))
        }
    }
}

/// Calls everything that `role` may not do, as `who` on the attacked host: refused, and all as it was.
async fn attack(app: &TestApp, who: &Visitor<'_>, role: Role, all: &[Tried]) {
    let rows = Rows::of(app, VICTIM).await;
    let before = rows.all().await;
    for tried in all.iter().filter(|(case, _)| !may(role, case)) {
        let answer = call(who, tried).await;
        let (case, status) = (&tried.0, answer.status.as_u16());
        // Anything else, above all 422, would say that the fields were looked at before the role.
        assert!([401, 403, 404].contains(&status), "{role} called {case}: {status} {}", answer.text());
    }
    unchanged(&before, &rows, role.code()).await;
}

async fn unchanged(before: &BTreeMap<String, String>, rows: &Rows, who: &str) {
    let after = rows.all().await;
    for (table, was) in before {
        assert!(after.get(table) == Some(was), "{who} changed {table} of another");
    }
}

#[test]
fn who_may_not_call_a_function_changes_nothing() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        fill(&app, VICTIM).await;
        let all = tried(&Rows::of(&app, VICTIM).await).await;
        let staff = Role::ALL.iter().copied().filter(|role| role.is_staff());
        for role in staff.chain([Role::TableMember, Role::CommitteeMember, Role::Citizen]) {
            let held: &[Role] = if role == Role::Citizen { &[] } else { &[role] };
            let who = app.person(VICTIM, &format!("Intruso {role}"), held).await;
            attack(&app, &who, role, &all).await;
        }
        attack(&app, &app.visitor(VICTIM), Role::Visitor, &all).await;
        // Those of the platform, on its own host, with what only the other of them may do.
        let on_platform =
            |(case, _): &Tried| ["tenants/", "guarantor/"].iter().any(|start| case.path.starts_with(start));
        let all: Vec<Tried> = all.into_iter().filter(on_platform).collect();
        assert!(all.len() > 3, "the platform has its calls");
        for role in [Role::Coordinator, Role::Guarantor] {
            let who = app.person("platform", &format!("Intruso {role}"), &[role]).await;
            attack(&app, &who, role, &all).await;
        }
    });
}

#[test]
fn the_administrator_of_another_tenant_changes_and_learns_nothing() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        fill(&app, VICTIM).await;
        let everything: Vec<Role> = Role::ALL.iter().copied().filter(|role| role.is_staff()).collect();
        let who = app.person(OTHER, "Ada Altrove", &everything).await;
        let rows = Rows::of(&app, VICTIM).await;
        let mut secrets = Vec::new();
        for (table, column) in [("processes", "title"), ("thematic_tables", "name"), ("people", "email")] {
            secrets.push(rows.first(table, column).await.expect("the demo fills it"));
        }
        let before = rows.all().await;
        for tried in &tried(&rows).await {
            let answer = call(&who, tried).await;
            let (case, typed) = tried;
            assert!(answer.status.as_u16() < 500, "{case}: {} {}", answer.status, answer.text());
            for secret in &secrets {
                let typed = typed.iter().any(|(_, value)| value == secret);
                assert!(typed || !answer.body.contains(secret), "{case} told {secret:?}");
            }
        }
        unchanged(&before, &rows, "the administrator of another tenant").await;
    });
}
