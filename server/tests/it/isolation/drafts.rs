//! The name of an unpublished path, tried on every page and every function: for who may not see it, it is not there.

use super::{cases, post_files};
use crate::{app::on_each_database, process::designed};
use std::collections::BTreeSet;

const ROUTES: &str = include_str!("../../../../app/src/routes/tenant.rs");

/// The addresses of the pages of a path, `{}` in place of its name.
fn pages() -> BTreeSet<String> {
    let patterns = ROUTES.split("path!(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let of_a_path = patterns.filter(|pattern| pattern.contains("/percorsi/:slug"));
    let filled = of_a_path.map(|pattern| {
        pattern.replace(":slug", "{}").replace(":table", "01940000-0000-7000-8000-000000000000").replace(":number", "1")
    });
    filled.collect()
}

#[test]
fn an_unpublished_path_cannot_be_told_from_none() {
    on_each_database(|app| async move {
        let draft = designed(&app).await.slug;
        let citizen = app.person("alfa", "Carlo Rossi", &[]).await;
        let visitor = app.visitor("alfa");
        let pages = pages();
        assert!(pages.len() > 20, "{pages:?}");
        for page in &pages {
            for who in [&citizen, &visitor] {
                let there = who.get(&page.replace("{}", &draft)).await;
                let nowhere = who.get(&page.replace("{}", "mai-esistito")).await;
                assert_eq!(there.status, nowhere.status, "{page} tells that the path is there");
                let asked = there.location.as_ref().is_some_and(|to| to.starts_with("/accedi?dopo="));
                assert!(asked || [401, 403, 404].contains(&there.status.as_u16()), "{page}: {}", there.status);
            }
        }
        let slug = |case: &cases::Case| case.fields.iter().any(|(_, value)| *value == "{processes.slug}");
        let functions: Vec<_> = cases::all().filter(slug).collect();
        assert!(functions.len() > 20);
        for case in functions {
            let with = |slug: &str| {
                let fill = |value: &str| match value {
                    "{processes.slug}" => slug.to_owned(),
                    value if value.contains('{') => "01940000-0000-7000-8000-000000000000".to_owned(),
                    value => value.to_owned(),
                };
                let fill = |name, value| if name == "version" { "1".to_owned() } else { fill(value) };
                case.typed().map(|(name, value)| (name, fill(name, value))).collect::<Vec<_>>()
            };
            for who in [&citizen, &visitor] {
                let mut answers = Vec::new();
                for slug in [draft.as_str(), "mai-esistito"] {
                    let fields = with(slug);
                    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    let answer = if case.files {
                        post_files(who, case.path, &fields).await
                    } else {
                        who.post(case.path, &fields).await
                    };
                    answers.push(answer.status.as_u16());
                }
                assert_eq!(answers[0], answers[1], "{case} tells that the path is there");
                assert!([401, 403, 404].contains(&answers[0]), "{case}: {}", answers[0]);
            }
        }
    });
}
