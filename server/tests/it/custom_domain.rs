//! A tenant on a domain of its own: the same pages, sessions and links as under the platform's host.

use crate::app::{TestApp, Visitor, on_each_database};
use axum::{body::Body, http::header};
use domain::role::Role;

const DOMAIN: &str = "agenda.alfa.example";

/// The administrator of alfa, who gave it its domain.
async fn with_domain(app: &TestApp) -> Visitor<'_> {
    let ada = app.person("alfa", "Ada", &[Role::TenantAdmin]).await;
    move_to(&ada, DOMAIN).await;
    ada
}

async fn move_to(ada: &Visitor<'_>, domain: &str) {
    let page = ada.get("/lavoro/impostazioni").await.is(200).body;
    let typed = [
        ("name", "Unione alfa"),
        ("description", "Una unione di prova."),
        ("accent", "#0059b3"),
        ("patron_day", ""),
        ("custom_domain", domain),
        ("version", crate::staff::version_in(&page)),
    ];
    ada.post_from("/lavoro/impostazioni", "settings/change", &typed).await.is(303);
}

#[test]
fn a_domain_of_its_own_answers_with_the_tenant_and_with_nothing_else() {
    on_each_database(|app| async move {
        let stranger = app.visitor("alfa").at_host(DOMAIN);
        stranger.get("/").await.is(404);
        let ada = with_domain(&app).await;
        for host in [DOMAIN, "AGENDA.alfa.example", "agenda.alfa.example:8443", "alfa.tavolo.test"] {
            let home = app.visitor("alfa").at_host(host).get("/").await.is(200);
            home.says("Unione alfa").hides("Unione beta");
        }
        for host in
            ["alfa.example", "x.agenda.alfa.example", "agenda.beta.example", "agenda.alfa.example.", "evil.example"]
        {
            assert_eq!(app.visitor("alfa").at_host(host).get("/").await.is(404).body, "404\n", "{host}");
        }
        let marta = app.person("platform", "Marta", &[Role::Coordinator]).await;
        marta.get("/enti/alfa").await.is(200).says("http://agenda.alfa.example");
        move_to(&ada, "").await;
        stranger.get("/").await.is(404);
    });
}

#[test]
fn a_session_opens_on_the_domain_and_stays_there() {
    on_each_database(|app| async move {
        with_domain(&app).await;
        let visitor = app.visitor("alfa").at_host(DOMAIN);
        visitor.post("people/code", &[("email", "anna@example.org"), ("back", "/proposte")]).await.is(303);
        let mails = visitor.get("/dev/mail.json").await.is(200).body;
        let code: String = mails.split("accedere è ").nth(1).expect("a code was mailed").chars().take(6).collect();
        let typed = [("email", "anna@example.org"), ("code", &code), ("name", "Anna Rossi"), ("back", "/proposte")];
        let opened = visitor.post_from("/accedi/codice", "people/sign-in", &typed).await.is(303);
        assert!(opened.location.expect("the page asked for").starts_with("/proposte"), "on the same host");
        let cookies: Vec<_> = opened.headers.get_all("set-cookie").iter().map(|one| one.to_str().unwrap()).collect();
        assert!(cookies.iter().all(|cookie| !cookie.contains("Domain")), "{cookies:?}");
        let session = cookies.iter().find_map(|cookie| cookie.strip_prefix("tavolo=")?.split(';').next()).unwrap();
        let at = async |host: &str| {
            let asked = visitor.at_host(host).request("GET", "/").header("cookie", format!("tavolo={session}"));
            visitor.send(asked.body(Body::empty()).unwrap()).await
        };
        at(DOMAIN).await.is(200).says("Anna Rossi");
        at("beta.tavolo.test").await.is(200).hides("Anna Rossi");
        at("tavolo.test").await.is(200).hides("Anna Rossi");
    });
}

#[test]
fn forms_come_from_the_domain_itself() {
    on_each_database(|app| async move {
        with_domain(&app).await;
        let visitor = app.visitor("alfa").at_host(DOMAIN);
        for (origin, expected) in [
            ("http://agenda.alfa.example", 303),
            ("http://alfa.tavolo.test", 403),
            ("http://tavolo.test", 403),
            ("https://evil.example", 403),
        ] {
            let mut request = visitor
                .request("POST", "/api/people/code?da=/accedi")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(header::ORIGIN, origin)
                .body(Body::from("email=anna%40example.org&back=%2F"))
                .unwrap();
            request.headers_mut().remove("sec-fetch-site");
            assert_eq!(visitor.send(request).await.status.as_u16(), expected, "{origin}");
        }
    });
}

#[test]
fn mailed_links_lead_to_the_domain() {
    on_each_database(|app| async move {
        let ada = with_domain(&app).await.at_host(DOMAIN);
        ada.get("/lavoro/persone").await.is(200);
        let rita = app.person("alfa", "Rita", &[]).await.at_host(DOMAIN);
        let invite = [("email", "rita@alfa.example"), ("role", "moderator"), ("process", "")];
        ada.post("staff/invite", &invite).await.is(303);
        let mails = rita.get("/dev/mail.json").await.is(200).body;
        let (_, link) = mails.split_once("http://agenda.alfa.example/invito/").expect("a link to the domain");
        let key: String = link.chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(!mails.contains("http://alfa.tavolo.test"), "{mails}");
        let page = format!("/invito/{key}");
        rita.get(&page).await.is(200).says("Moderatore o moderatrice");
        app.visitor("beta").get(&page).await.is(404).hides("Moderatore");
        rita.post_from(&page, "invitations/accept", &[("key", &key), ("name", "Rita")]).await.is(303);
        rita.get("/lavoro/moderazione").await.is(200);
    });
}
