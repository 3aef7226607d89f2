//! Signing in with a one-time code.

use crate::app::{TestApp, on_each_database};
use domain::role::Role;

async fn newest_code(app: &TestApp) -> String {
    let mails = app.visitor("alfa").get("/dev/mail.json").await.is(200).body;
    let digits: String = mails.split("accedere è ").nth(1).expect("a code was mailed").chars().take(6).collect();
    digits
}

#[test]
fn a_code_by_mail_opens_a_session_once() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        let code = newest_code(&app).await;
        let typed = [("email", "anna@example.org"), ("code", code.as_str()), ("name", "Anna"), ("back", "/")];
        let answer = visitor.post("people/sign-in", &typed).await.is(303);
        let cookie = answer.headers.get("set-cookie").expect("a session begins").to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        assert_eq!(app.count("sessions").await, 1);
        visitor.post("people/sign-in", &typed).await.is(422);
    });
}

#[test]
fn a_wrong_code_is_counted_and_the_sixth_try_is_refused_even_when_right() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        let code = newest_code(&app).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            let typed = [("email", "anna@example.org"), ("code", wrong), ("name", ""), ("back", "/")];
            visitor.post_from("/accedi/codice", "people/sign-in", &typed).await.is(422).says("il codice non è valido");
        }
        let typed = [("email", "anna@example.org"), ("code", code.as_str()), ("name", ""), ("back", "/")];
        visitor.post("people/sign-in", &typed).await.is(422);
        assert_eq!(app.count("sessions").await, 0);
    });
}

#[test]
fn a_refused_form_keeps_what_was_typed() {
    on_each_database(|app| async move {
        let typed = [("email", "non un indirizzo"), ("back", "/proposte")];
        let page = app.visitor("alfa").post_from("/accedi", "people/code", &typed).await.is(422);
        page.says("value=\"non un indirizzo\"").says("href=\"#email\"").says("aria-invalid=\"true\"");
        assert_eq!(app.count("mails").await, 0);
    });
}

#[test]
fn too_many_codes_are_refused() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        for _ in 0..5 {
            visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        }
        visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(429);
        assert_eq!(app.count("mails").await, 5);
    });
}

#[test]
fn a_session_counts_on_its_own_host_alone() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        admin.get("/").await.is(200).says("Ada");
        let key = admin.request("GET", "/").body(axum::body::Body::empty()).unwrap();
        let cookie = key.headers()["cookie"].clone();
        let elsewhere =
            app.visitor("beta").request("GET", "/").header("cookie", cookie).body(axum::body::Body::empty()).unwrap();
        app.visitor("beta").send(elsewhere).await.is(200).hides("Ada");
        admin.post("people/sign-out", &[]).await.is(303);
        admin.get("/").await.is(200).hides("Ada");
    });
}

#[test]
fn an_unknown_host_says_nothing() {
    on_each_database(|app| async move {
        let answer = app.visitor("gamma").get("/").await.is(404);
        assert_eq!(answer.body, "404\n");
    });
}

#[test]
fn guesses_made_at_once_are_counted_one_by_one() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        let code = newest_code(&app).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let guess = [("email", "anna@example.org"), ("code", wrong), ("name", ""), ("back", "/")];
        let guesses = (0..12).map(|_| visitor.post("people/sign-in", &guess));
        for answer in futures_util::future::join_all(guesses).await {
            answer.is(422);
        }
        let typed = [("email", "anna@example.org"), ("code", code.as_str()), ("name", ""), ("back", "/")];
        visitor.post("people/sign-in", &typed).await.is(422);
        assert_eq!(app.count("sessions").await, 0);
    });
}

#[test]
fn a_refused_form_of_no_page_is_shown_on_the_home_page() {
    on_each_database(|app| async move {
        let typed = [("email", "no"), ("back", "/")];
        for page in ["/<", "/`", "//evil.example", "/%0d%0ax", "/{}|^"] {
            app.visitor("alfa").post_from(page, "people/code", &typed).await.is(422).says("Unione alfa");
        }
    });
}
