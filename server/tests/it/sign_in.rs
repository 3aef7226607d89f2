//! Signing in with a one-time code.

mod limits;
mod mailed_link;

use crate::app::{TestApp, on_each_database};
use axum::body::Body;
use domain::role::Role;
use server::{
    config::{Config, Scheme},
    state::App,
};
use std::sync::Arc;

pub async fn newest_code(app: &TestApp) -> String {
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
fn whoever_works_here_begins_at_work_and_others_where_they_were() {
    on_each_database(|app| async move {
        let platform = [("platform", Role::Guarantor, "/garanzia"), ("platform", Role::Coordinator, "/")];
        let tenant = [("alfa", Role::ProcessOwner, "/lavoro"), ("alfa", Role::TableMember, "/")];
        for (slug, role, first) in platform.into_iter().chain(tenant) {
            let person = app.person(slug, role.code(), &[role]).await.id.expect("a person").to_string();
            for (back, page) in [("/", first), ("", first), ("/calendario?mese=2022-10", "/calendario?mese=2022-10")] {
                let answer = app.visitor(slug).post("people/sign-in-as", &[("person", &person), ("back", back)]).await;
                let place =
                    answer.is(303).headers.get("location").expect("a page follows").to_str().unwrap().to_owned();
                let joint = if page.contains('?') { '&' } else { '?' };
                assert!(place.starts_with(&format!("{page}{joint}esito=")), "{role} from {back:?} to {place}");
            }
        }
    });
}

#[test]
fn a_first_visit_is_answered_in_the_language_of_its_page() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        let ask = [("email", "mary@example.org"), ("back", "/")];
        let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(ask).finish();
        let request = visitor
            .request("POST", "/api/people/code?da=/")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", "lingua=en")
            .body(axum::body::Body::from(body))
            .unwrap();
        visitor.send(request).await.is(303);
        visitor.get("/dev/mail.json").await.is(200).hides("accedere è").says("code");
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
        let key = admin.request("GET", "/").body(Body::empty()).unwrap();
        let cookie = key.headers()["cookie"].clone();
        let elsewhere = app.visitor("beta").request("GET", "/").header("cookie", cookie).body(Body::empty()).unwrap();
        app.visitor("beta").send(elsewhere).await.is(200).hides("Ada");
        // Who sits down next reads nothing of her by going back.
        assert_eq!(admin.get("/spazio").await.is(200).headers["cache-control"], "no-store");
        let left = admin.post("people/sign-out", &[]).await.is(303);
        assert_eq!(left.headers["clear-site-data"], "\"cache\"");
        admin.get("/").await.is(200).hides("Ada");
    });
}

#[test]
fn an_unknown_host_says_nothing() {
    on_each_database(|app| async move {
        let visitor = app.visitor("gamma");
        for host in ["gamma.tavolo.test", "platform.tavolo.test", "127.0.0.1", "altrove.example"] {
            assert_eq!(visitor.at_host(host).get("/").await.is(404).body, "404\n", "{host}");
        }
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

#[test]
fn the_address_waits_for_its_code_in_a_cookie_and_never_in_an_address_bar() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        visitor.get("/accedi/codice").await.is(200).says("Prima chiedi un codice");
        let sent = visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/proposte")]).await.is(303);
        let page = sent.location.expect("the code is asked for");
        assert!(page.starts_with("/accedi/codice?dopo=/proposte") && !page.contains("anna"), "{page}");
        let cookie = sent.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("Max-Age=600"), "{cookie}");
        let kept = cookie.split(';').next().unwrap();
        let asked = visitor.request("GET", &page).header("cookie", kept).body(Body::empty()).unwrap();
        visitor.send(asked).await.is(200).says("Abbiamo scritto a anna@example.org");

        let code = newest_code(&app).await;
        let typed = [("email", "anna@example.org"), ("code", code.as_str()), ("name", ""), ("back", "/")];
        let opened = visitor.post("people/sign-in", &typed).await.is(303);
        let cookies = opened.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
        assert_eq!(cookies.filter(|cookie| cookie.starts_with("tavolo-codice=;")).count(), 1, "it is forgotten");
    });
}

#[test]
fn over_https_cookies_stay_on_their_host_and_browsers_stay_with_https() {
    on_each_database(|app| async move {
        let config = Config { scheme: Scheme::Https, ..Config::clone(&app.app.config) };
        let secure = server::http::router(App { config: Arc::new(config), ..app.app.clone() });
        let body = "email=anna%40example.org&back=%2F";
        let request = app.visitor("alfa").request("POST", "/api/people/code?da=/accedi");
        let request =
            request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(body)).unwrap();
        let answer = tower::ServiceExt::oneshot(secure, request).await.unwrap();
        assert_eq!(answer.status(), 303);
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        assert!(cookie.starts_with("__Host-tavolo-codice=") && cookie.contains("Secure"), "{cookie}");
        assert!(cookie.contains("Path=/") && !cookie.contains("Domain"), "{cookie}");
        assert_eq!(answer.headers()["strict-transport-security"], "max-age=63072000");
        let plain = app.visitor("alfa").get("/accedi").await.is(200);
        assert!(!plain.headers.contains_key("strict-transport-security"), "over http it would shut people out");
    });
}

#[test]
fn the_key_in_an_address_stands_in_no_other_address() {
    on_each_database(|app| async move {
        let admin = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
        let anna = app.person("alfa", "Anna", &[]).await;
        let invite = [("email", "anna@alfa.example"), ("role", "moderator"), ("process", "")];
        admin.post("staff/invite", &invite).await.is(303);
        let again = [invite[0], invite[1], invite[2], ("form", "invita")];
        let refused = admin.post_from("/lavoro/persone", "staff/invite", &again).await.is(422);
        refused.says("è già nell’elenco degli inviti");
        let mails = app.visitor("alfa").get("/dev/mail.json").await.is(200).body;
        let key: String =
            mails.split("/invito/").nth(1).unwrap().chars().take_while(char::is_ascii_alphanumeric).collect();
        let page = format!("/invito/{key}");
        let shown = anna.get(&page).await.is(200).hides(&format!("da={page}"));
        shown.says(&format!("name=\"da\" value=\"{page}\""));
        let request = anna.request("POST", "/api/invitations/accept");
        let wrong = format!("key=wrong&da={page}");
        let request =
            request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(wrong)).unwrap();
        anna.send(request).await.says("Moderatore o moderatrice");
        let switch = anna.request("GET", "/lingua/en").header("referer", format!("http://alfa.tavolo.test{page}"));
        let switched = anna.send(switch.body(Body::empty()).unwrap()).await.is(303);
        assert_eq!(switched.location, Some(page));
        let elsewhere = anna.request("GET", "/lingua/en").header("referer", "http://evil.example/a");
        let elsewhere = anna.send(elsewhere.body(Body::empty()).unwrap()).await.is(303);
        assert_eq!(elsewhere.location.as_deref(), Some("/"));
    });
}
