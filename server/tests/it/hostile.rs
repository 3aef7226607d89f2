//! Hostile words in every field of every form that can be reached, then every page read again.

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    crawl::{self, PageForm},
    rows::Rows,
};
use domain::role::Role;
use server::demo;
use std::collections::HashMap;

/// Words that would break out of text, attribute, title, link or direction if they were not escaped.
const WORDS: [&str; 5] = [
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(2)</script>",
    "\u{202e}javascript:alert(3)",
    "javascript:alert(4)",
    "[x](javascript:alert(5)) <javascript:alert(6)> ![y](javascript:alert(7))",
];

/// What would end the crawl's own session.
const LEFT_OUT: [&str; 2] = ["/api/people/sign-out", "/api/space/erase"];

fn is_free_text(kind: &str) -> bool {
    matches!(kind, "text" | "textarea" | "search")
}

fn is_link(field: &crawl::Field) -> bool {
    field.kind == "url"
}

/// The form with `words` in its free text, and plausible values elsewhere; with `all`, with `words` everywhere.
fn filled(form: &PageForm, words: &str, all: bool) -> PageForm {
    let mut form = form.clone();
    for field in &mut form.fields {
        field.value = match field.kind.as_str() {
            "hidden" | "file" | "select" | "checkbox" | "radio" if !all => continue,
            "hidden" | "file" => continue,
            _ if all || is_free_text(&field.kind) => words.to_owned(),
            "email" => "ostile@example.org".into(),
            "url" => "https://example.org/".into(),
            "date" => "2022-10-06".into(),
            "time" => "17:30".into(),
            "number" => "1".into(),
            _ => continue,
        };
    }
    form
}

/// One form of each address, from every page.
fn each_form(pages: &[(String, Answer)]) -> Vec<PageForm> {
    let mut found: HashMap<String, PageForm> = HashMap::new();
    for form in pages.iter().flat_map(|(_, page)| crawl::forms(&page.body)) {
        let address = form.action.split('?').next().unwrap_or_default().to_owned();
        let speaks =
            form.fields.iter().any(|field| is_free_text(&field.kind) || matches!(&*field.kind, "email" | "url"));
        if speaks && !LEFT_OUT.contains(&address.as_str()) {
            found.entry(address).or_insert(form);
        }
    }
    let mut forms: Vec<_> = found.into_values().collect();
    forms.sort_by(|a, b| a.action.cmp(&b.action));
    forms
}

/// What is wrong with a page, if anything.
fn fault(page: &Answer) -> Option<&'static str> {
    let kind = page.headers.get("content-type").map(|kind| kind.to_str().unwrap_or_default()).unwrap_or_default();
    if page.status.as_u16() >= 500 {
        return Some("fails");
    }
    if !kind.starts_with("text/html") {
        return (!page.headers.contains_key("x-content-type-options")).then_some("may be taken for a page");
    }
    let script = page.body.contains("<script>alert").then_some("holds a script");
    let link = page.body.contains("href=\"javascript:").then_some("links to a script");
    let open = (!page.headers.contains_key("content-security-policy")).then_some("has no policy");
    script.or(link).or(open)
}

async fn is_harmless(who: &Visitor<'_>) {
    look_harmless(who, &["/", "/lavoro", "/spazio", "/accessibilita", "/dev/mail"]).await;
}

async fn look_harmless(who: &Visitor<'_>, start: &[&str]) {
    let pages = crawl::pages(who, start, "it").await;
    let faults: Vec<_> = pages.iter().filter_map(|(path, page)| Some((path, fault(page)?))).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

async fn everybody(app: &TestApp) -> Visitor<'_> {
    let all: Vec<Role> = Role::ALL.iter().copied().filter(|role| !role.is_implied() && !role.over_tenants()).collect();
    app.person("val-denza", "Tutto Fare", &all).await
}

#[test]
fn hostile_words_stay_words_on_every_page() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let staff = everybody(&app).await;
        let pages = crawl::pages(&staff, &["/", "/lavoro", "/spazio", "/accessibilita"], "it").await;
        let forms = each_form(&pages);
        assert!(forms.len() > 10, "{:?}", forms.iter().map(|form| &form.action).collect::<Vec<_>>());
        spoil(&staff, &forms).await;
        is_harmless(&staff).await;
        is_harmless(&app.visitor("val-denza")).await;
    });
}

/// Sends each form with each of the words.
async fn spoil(who: &Visitor<'_>, forms: &[PageForm]) {
    for words in WORDS {
        for form in forms {
            for all in [false, true] {
                let answer = crawl::send(who, &filled(form, words, all)).await;
                assert!(answer.status.as_u16() < 500, "{}: {}", form.action, answer.status);
                assert!(!answer.body.contains("<script>alert"), "{} shows a script", form.action);
            }
        }
    }
}

#[test]
fn no_field_for_a_link_takes_a_script() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let staff = everybody(&app).await;
        let pages = crawl::pages(&staff, &["/", "/lavoro", "/spazio"], "it").await;
        let forms: Vec<_> = each_form(&pages).into_iter().filter(|form| form.fields.iter().any(is_link)).collect();
        assert!(forms.len() > 3, "{:?}", forms.iter().map(|form| &form.action).collect::<Vec<_>>());
        for form in &forms {
            for words in ["javascript:alert(4)", " JavaScript:alert(4)", "data:text/html,<script>alert(4)</script>"] {
                let mut typed = filled(form, "Parole", false);
                typed.fields.iter_mut().filter(|field| is_link(field)).for_each(|field| field.value = words.into());
                assert_eq!(crawl::send(&staff, &typed).await.status, 422, "{} took {words}", form.action);
            }
        }
    });
}

#[test]
fn hostile_words_stay_words_on_the_platform() {
    on_each_database(|app| async move {
        const START: [&str; 6] = ["/", "/enti", "/enti/nuovo", "/scadenze", "/garanzia", "/dev/mail"];
        demo::load(&app.app).await.expect("the demo is loaded");
        // A request for more time waits for the guarantor, beside the document that the demo has.
        let union = Rows::of(&app, "val-denza").await;
        union.change("UPDATE extensions SET state = 'requested', requested_on = '2022-10-04' WHERE 1 = 1").await;
        let over = app.person("platform", "Tutto Sopra", &[Role::Coordinator, Role::Guarantor]).await;
        for (number, words) in (1..).zip(WORDS) {
            let slug = format!("ostile-{number}");
            let email = format!("ostile-{number}@example.org");
            let fields = [
                ("kind", "municipality"),
                ("name", words),
                ("slug", &slug),
                ("istat_code", ""),
                ("ipa_code", ""),
                ("parent", ""),
                ("pack", "agio"),
                ("template", "agio"),
                ("admin_email", &email),
            ];
            // What turns the direction of writing is no name.
            let status = over.post_from("/enti/nuovo", "tenants/create", &fields).await.status.as_u16();
            assert_eq!(status, if words.starts_with('\u{202e}') { 422 } else { 303 }, "{words}");
            if status == 303 {
                look_harmless(&app.visitor(&slug), &["/"]).await;
            }
        }
        let forms = each_form(&crawl::pages(&over, &START, "it").await);
        for form in ["tenants/create", "tenants/invite", "guarantor/answer", "guarantor/extension"] {
            assert!(forms.iter().any(|each| each.action.contains(form)), "nobody reaches {form}");
        }
        spoil(&over, &forms).await;
        look_harmless(&over, &START).await;
        look_harmless(&app.visitor("platform"), &START).await;
        is_harmless(&everybody(&app).await).await;
        is_harmless(&app.visitor("due-argini")).await;
    });
}

#[test]
fn a_megabyte_of_text_is_refused_everywhere() {
    on_each_database(|app| async move {
        demo::load(&app.app).await.expect("the demo is loaded");
        let staff = everybody(&app).await;
        let pages = crawl::pages(&staff, &["/", "/lavoro", "/spazio", "/accessibilita"], "it").await;
        let long = "a".repeat(1 << 20);
        let speaks = |form: &PageForm| form.fields.iter().any(|field| is_free_text(&field.kind));
        for form in each_form(&pages).into_iter().filter(speaks) {
            let status = crawl::send(&staff, &filled(&form, &long, false)).await.status.as_u16();
            assert!((400..500).contains(&status), "{}: {status}", form.action);
        }
        is_harmless(&staff).await;
    });
}
