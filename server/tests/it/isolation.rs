//! Every server function, called by those who may not: nothing changes, nothing is revealed.

mod cases;
mod drafts;

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    rows::Rows,
};
use cases::{Case, Who};
use domain::{
    action_sheet::{ActionSituation, ActionText},
    agenda::AgendaKind,
    id::ActionSheetId,
    policy::permits,
    role::Role,
};
use server::{
    demo,
    store::{
        action_sheets::{self, ActionSheet},
        agendas::{self, Agenda},
        processes,
    },
};
use std::collections::BTreeSet;

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

/// The form of `case`, with the ids of rows of the attacked tenant.
async fn fields(case: &Case, rows: &Rows) -> Vec<(&'static str, String)> {
    let mut fields = Vec::new();
    for &(name, value) in case.fields {
        let wanted = value.strip_prefix('{').and_then(|value| value.strip_suffix('}'));
        let value = match wanted {
            None => value.to_owned(),
            Some(row) => {
                let (table, column) = row.split_once('.').unwrap_or((row, "id"));
                rows.first(table, column).await.unwrap_or_else(|| "01940000-0000-7000-8000-000000000000".into())
            }
        };
        fields.push((name, value));
    }
    fields
}

async fn call(who: &Visitor<'_>, case: &Case, rows: &Rows) -> Answer {
    let fields = fields(case, rows).await;
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

/// Calls everything that `role` may not do, as `who` on the attacked host: refused, and all as it was.
async fn attack(app: &TestApp, who: &Visitor<'_>, role: Role) {
    let rows = Rows::of(app, VICTIM).await;
    let before = rows.all().await;
    for case in cases::all() {
        let may = match case.who {
            Who::Anybody => true,
            Who::SignedIn => role != Role::Visitor,
            Who::Only(actions) => actions.iter().any(|action| {
                let implied = if role == Role::Visitor { None } else { Some(Role::Citizen) };
                implied.into_iter().chain([role]).any(|role| permits(role, *action))
            }),
        };
        if may {
            continue;
        }
        let answer = call(who, case, &rows).await;
        let status = answer.status.as_u16();
        // Anything else, above all 422, would say that the fields were looked at before the role.
        assert!([401, 403, 404].contains(&status), "{role} called {}: {status} {}", case.path, answer.text());
    }
    unchanged(&before, &rows, role.code()).await;
}

async fn unchanged(before: &std::collections::BTreeMap<String, String>, rows: &Rows, who: &str) {
    let after = rows.all().await;
    for (table, was) in before {
        assert!(after.get(table) == Some(was), "{who} changed {table} of another");
    }
}

/// An action of the attacked tenant, whose demo has none yet: without one nobody could be refused it.
async fn with_an_action(app: &TestApp) {
    let seed = app.seed(VICTIM).await;
    let tx = seed.begin().await.unwrap();
    let process = processes::by_slug(&tx, seed.scope(), "welfare-digitale").await.unwrap().id;
    let now = app.app.clock.now();
    let agenda = Agenda::draft(AgendaKind::Digital, now);
    agendas::insert(&tx, seed.scope(), &agenda).await.unwrap();
    let sheet = ActionSheet {
        id: ActionSheetId::fresh(),
        agenda: agenda.id,
        code: "A1".into(),
        words: ActionText { title: "Ombra in piazza".into(), text: "Alberi.".into() },
        situation: ActionSituation::Idea,
        process,
        proposal: 1,
        made_by: None,
        made_at: now,
        version: 1,
    };
    action_sheets::insert(&tx, seed.scope(), &sheet, Role::BodySecretary).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn who_may_not_call_a_function_changes_nothing() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        with_an_action(&app).await;
        let staff = Role::ALL.iter().copied().filter(|role| role.is_staff());
        for role in staff.chain([Role::TableMember, Role::CommitteeMember, Role::Citizen]) {
            let held: &[Role] = if role == Role::Citizen { &[] } else { &[role] };
            let who = app.person(VICTIM, &format!("Intruso {role}"), held).await;
            attack(&app, &who, role).await;
        }
        attack(&app, &app.visitor(VICTIM), Role::Visitor).await;
    });
}

#[test]
fn the_administrator_of_another_tenant_changes_and_learns_nothing() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        with_an_action(&app).await;
        let everything: Vec<Role> = Role::ALL.iter().copied().filter(|role| role.is_staff()).collect();
        let who = app.person(OTHER, "Ada Altrove", &everything).await;
        let rows = Rows::of(&app, VICTIM).await;
        let secrets = [("processes", "title"), ("thematic_tables", "name"), ("people", "email")];
        let before = rows.all().await;
        for case in cases::all() {
            let answer = call(&who, case, &rows).await;
            assert!(answer.status.as_u16() < 500, "{}: {} {}", case.path, answer.status, answer.text());
            for (table, column) in secrets {
                let secret = rows.first(table, column).await.expect("the demo fills it");
                let typed = fields(case, &rows).await.iter().any(|(_, value)| *value == secret);
                assert!(typed || !answer.body.contains(&secret), "{} told {secret:?}", case.path);
            }
        }
        unchanged(&before, &rows, "the administrator of another tenant").await;
    });
}
