//! How often a code is sent, for how long it counts, and what the answer betrays: nothing.

use super::newest_code;
use crate::app::{Answer, TestApp, Visitor, on_each_database};
use axum::{body::Body, extract::ConnectInfo};
use domain::role::Role;
use std::net::SocketAddr;

/// Asks for a code from a computer with this address.
async fn ask_from(visitor: &Visitor<'_>, computer: &str, email: &str) -> Answer {
    let body: String =
        form_urlencoded::Serializer::new(String::new()).extend_pairs([("email", email), ("back", "/")]).finish();
    let peer: SocketAddr = format!("{computer}:4000").parse().unwrap();
    let request = visitor
        .request("POST", "/api/people/code?da=/accedi")
        .header("content-type", "application/x-www-form-urlencoded")
        .extension(ConnectInfo(peer))
        .body(Body::from(body))
        .unwrap();
    visitor.send(request).await
}

async fn ask(app: &TestApp, slug: &str, email: &str) -> Answer {
    app.visitor(slug).post_from("/accedi", "people/code", &[("email", email), ("back", "/")]).await
}

#[test]
fn an_address_is_sent_five_codes_an_hour_by_all_hosts_together() {
    on_each_database(|app| async move {
        app.at("2022-10-10T09:00:00Z");
        for slug in ["alfa", "beta", "platform", "alfa", "beta"] {
            ask(&app, slug, "anna@example.org").await.is(303);
        }
        for slug in ["alfa", "beta", "platform"] {
            ask(&app, slug, "anna@example.org").await.is(429);
        }
        assert_eq!(app.count("mails").await, 5);
        ask(&app, "alfa", "bea@example.org").await.is(303);
        app.at("2022-10-10T10:01:00Z");
        ask(&app, "alfa", "anna@example.org").await.is(303);
    });
}

#[test]
fn a_network_asks_for_sixty_codes_an_hour_on_all_hosts_together() {
    on_each_database(|app| async move {
        app.at("2022-10-10T09:00:00Z");
        let (alfa, beta) = (app.visitor("alfa"), app.visitor("beta"));
        for number in 0..60 {
            let host = if number % 2 == 0 { &alfa } else { &beta };
            let computer = format!("192.0.2.{number}");
            ask_from(host, &computer, &format!("persona{number}@example.org")).await.is(303);
        }
        for host in [&alfa, &beta, &app.visitor("platform")] {
            ask_from(host, "192.0.2.200", "un.altra@example.org").await.is(429);
        }
        assert_eq!(app.count("mails").await, 60);
        ask_from(&alfa, "198.51.100.7", "un.altra@example.org").await.is(303);
        app.at("2022-10-10T10:01:00Z");
        ask_from(&alfa, "192.0.2.200", "ancora@example.org").await.is(303);
    });
}

#[test]
fn a_known_address_and_an_unknown_one_are_answered_alike() {
    on_each_database(|app| async move {
        app.person("alfa", "Anna", &[Role::TenantAdmin]).await;
        let same = |answer: Answer, email: &str| {
            let mut headers: Vec<_> = answer.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
            headers.retain(|header| !header.starts_with("x-request-id") && !header.starts_with("content-security"));
            headers.sort_unstable();
            let (encoded, hexed) = (email.replace('@', "%40"), hex::encode(email));
            let alike = |text: &str| {
                let text = text.replace(email, "…").replace(&encoded, "…").replace(&hexed, "…");
                // A page's own number, new at each request.
                text.split("nonce=\"")
                    .map(|part| part.split_once('"').map_or(part, |(_, rest)| rest))
                    .collect::<String>()
            };
            (answer.status, answer.location, alike(&headers.join("\n")), alike(&answer.body))
        };
        let (known, unknown) = ("anna@alfa.example", "anna@zeta.example");
        for expected in [303, 303, 303, 303, 303, 429] {
            let of_known = same(ask(&app, "alfa", known).await.is(expected), known);
            assert_eq!(of_known, same(ask(&app, "alfa", unknown).await.is(expected), unknown));
        }
        let guess = async |email: &str| {
            let typed = [("email", email), ("code", "12"), ("name", ""), ("back", "/")];
            same(app.visitor("alfa").post_from("/accedi/codice", "people/sign-in", &typed).await.is(422), email)
        };
        assert_eq!(guess(known).await, guess(unknown).await);
        // Whoever never asked for a code is told the same as who typed a wrong one.
        let typed = [("email", "mai@alfa.example"), ("code", "123456"), ("name", ""), ("back", "/")];
        let never = app.visitor("alfa").post_from("/accedi/codice", "people/sign-in", &typed).await.is(422);
        never.says("il codice non è valido");
    });
}

#[test]
fn a_code_counts_for_ten_minutes() {
    on_each_database(|app| async move {
        let visitor = app.visitor("alfa");
        for (asked, typed_at, expected) in [
            ("2022-10-10T09:00:00Z", "2022-10-10T09:10:30Z", 422),
            ("2022-10-10T11:00:00Z", "2022-10-10T11:09:30Z", 303),
        ] {
            app.at(asked);
            ask(&app, "alfa", "anna@example.org").await.is(303);
            let code = newest_code(&app).await;
            app.at(typed_at);
            let typed = [("email", "anna@example.org"), ("code", code.as_str()), ("name", ""), ("back", "/")];
            visitor.post_from("/accedi/codice", "people/sign-in", &typed).await.is(expected);
        }
        assert_eq!(app.count("sessions").await, 1);
    });
}
