//! What the audit log holds: hashes of what changed, and names of actions that are known.

mod covered;

use crate::{
    app::{TestApp, on_each_database},
    rows::Rows,
};
use app::contract::audit::{ACTIONS, READINGS};
use domain::{action::Action, digest::Digest};
use server::demo;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Actions that make a thing the first time, and change it from then on.
const KEPT: [&str; 5] =
    ["agreement.write", "extension.draft", "process.edit-phase", "proposal_document.vote", "work.mark-read"];

/// The hash that the log keeps of `row`.
pub fn digest(row: &impl serde::Serialize) -> String {
    Digest::of(serde_json::to_vec(row).unwrap()).to_string()
}

/// The hash of what the newest entry of `action` left.
pub async fn last_after(app: &TestApp, slug: &str, action: &str) -> String {
    let told = Rows::of(app, slug).await.audited().await;
    let (_, _, after, _) = told.into_iter().rfind(|(told, ..)| told == action).expect("the log tells of it");
    after.expect("something is left")
}

/// Fails unless each entry of the tenant `slug` carries what its action promises: a reading no hash, a refusal none,
/// everything else the hash of what was, of what is, or of both; and the same for each entry of an action.
pub async fn holds(app: &TestApp, slug: &str) -> BTreeSet<String> {
    let mut shapes: BTreeMap<String, BTreeSet<(bool, bool)>> = BTreeMap::new();
    for (action, before, after, refused) in Rows::of(app, slug).await.audited().await {
        if refused {
            assert!(before.is_none() && after.is_none(), "{action} was refused and says what it changed");
            continue;
        }
        assert!(ACTIONS.contains(&action.as_str()), "{action} is not listed");
        let (was, is) = (before.is_some(), after.is_some());
        assert_eq!(READINGS.contains(&action.as_str()), !was && !is, "{action}: {before:?} {after:?}");
        assert!(before != after || !was, "{action} changed nothing: {before:?}");
        for hash in [before, after].into_iter().flatten() {
            assert!(hash.len() == 64 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()), "{action}: {hash}");
        }
        shapes.entry(action).or_default().insert((was, is));
    }
    for (action, shapes) in &shapes {
        let allowed =
            if KEPT.contains(&action.as_str()) { shapes.iter().all(|(_, is)| *is) } else { shapes.len() == 1 };
        assert!(allowed, "{action} makes, changes or removes: {shapes:?}");
    }
    shapes.into_keys().collect()
}

#[test]
fn what_the_demo_tells_carries_its_hashes() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let told = holds(&app, "val-denza").await;
        assert!(["demo.load", "process.step"].iter().all(|action| told.contains(*action)), "{told:?}");
    });
}

/// The sources below `folder`, tests left out.
fn sources(folder: &str) -> String {
    fn read(folder: &Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, all);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                all.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut all = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder), &mut all);
    all
}

#[test]
fn every_listed_action_is_written_somewhere() {
    let server = sources("server/src");
    let idle: Vec<_> = ACTIONS.iter().filter(|action| !server.contains(&format!("\"{action}\""))).collect();
    assert!(idle.is_empty(), "nobody writes {idle:?}: take them from app::contract::audit::ACTIONS");
    assert!(READINGS.iter().all(|action| ACTIONS.contains(action)));
    assert!(ACTIONS.is_sorted(), "the log offers them in this order");
}

#[test]
fn every_permission_is_asked_somewhere() {
    let asked = sources("server/src") + &sources("domain/src");
    let asked = asked.replace("A::", "Action::");
    let policy = include_str!("../../../domain/src/policy.rs").replace("A::", "Action::");
    let times = |text: &str, name: &str| {
        let whole = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        text.split(&format!("Action::{name}")).skip(1).filter(|rest| whole(rest)).count()
    };
    let idle: Vec<_> = Action::ALL
        .iter()
        .map(|action| format!("{action:?}"))
        .filter(|name| times(&asked, name) <= times(&policy, name))
        .collect();
    assert!(idle.is_empty(), "nobody asks for {idle:?}: take them from domain::action");
}
