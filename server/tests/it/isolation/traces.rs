//! Each server function, called by those who may: whatever changed has its entry in the audit log.

use super::{VICTIM, call, cases::Case, may, tried};
use crate::{
    app::{TestApp, Visitor, on_each_database},
    filled::fill,
    rows::Rows,
};
use domain::role::Role;
use server::demo;

/// Functions that change rows without an entry, and why.
pub const SILENT: [(&str, &str); 5] = [
    ("people/code", "a code that waits opens nothing by itself"),
    ("people/sign-in", "a wrong code counts a try"),
    ("drafts/keep", "a draft is no act"),
    ("drafts/look", "it keeps the draft"),
    ("drafts/discard", "a draft is no act"),
];

/// What closes doors behind itself, called last and in this order.
const LATE: [&str; 5] =
    ["extension/delete", "process/step withdraw", "space/erase", "tenants/change suspend", "tenants/change resume"];

/// Somebody who may call the function of `case`.
async fn holder<'a>(app: &'a TestApp, case: &Case) -> Visitor<'a> {
    let of = |over: bool| -> Vec<Role> {
        Role::ALL.iter().copied().filter(|role| !role.is_implied() && role.over_tenants() == over).collect()
    };
    let over = of(true).iter().any(|role| may(*role, case)) && !of(false).iter().any(|role| may(*role, case));
    if over {
        app.person("platform", "Tutto Sopra", &of(true)).await
    } else {
        app.person(VICTIM, "Tutto Fare", &of(false)).await
    }
}

/// The rows of both tenants, and how many entries both logs hold.
async fn held(places: &[Rows; 2]) -> (Vec<String>, i64) {
    let (mut all, mut entries) = (Vec::new(), 0);
    for rows in places {
        all.extend(rows.all().await.into_values());
        entries += rows.count("audit_entries", "NOT refused").await;
    }
    (all, entries)
}

#[test]
fn whoever_changes_something_leaves_an_entry() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        fill(&app, VICTIM).await;
        let places = [Rows::of(&app, VICTIM).await, Rows::of(&app, "platform").await];
        let mut all = tried(&places[0]).await;
        all.sort_by_key(|(case, _)| {
            LATE.iter().position(|late| *late == case.to_string()).map_or(0, |place| place + 1)
        });
        let (mut silent, mut refused) = (Vec::new(), Vec::new());
        for tried in &all {
            let mut tried = tried.clone();
            // What succeeds moves a version on.
            for (field, (name, value)) in tried.1.iter_mut().zip(tried.0.typed()) {
                if name == "version" && !value.contains('|') {
                    field.1 = places[0].with_values(value).await;
                }
            }
            let (tried, case, who) = (&tried, tried.0, holder(&app, &tried.0).await);
            let (before, entries) = held(&places).await;
            let answer = call(&who, tried).await;
            let (after, more) = held(&places).await;
            if after == before {
                refused.push(format!("{case}: {}", answer.status));
                continue;
            }
            if more == entries && !SILENT.iter().any(|(path, _)| *path == case.path) {
                silent.push(case.to_string());
            }
        }
        assert!(silent.is_empty(), "no entry tells what changed by {silent:?}");
        // What its holder is refused is on record: a function that slips into the list is seen.
        insta::assert_snapshot!("calls_that_change_nothing", refused.join("\n"));
    });
}
