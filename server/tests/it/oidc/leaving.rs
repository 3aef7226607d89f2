//! Signing out here and at the provider, on either side's word.

use super::{CLIENT, SUBJECT, Twist, Way, session_of};
use crate::{
    app::{Answer, on_each_database},
    audit,
    rows::Rows,
};
use axum::body::Body;
use domain::sign_in::WRONG_WORDS_PER_NETWORK;
use serde_json::{Value, json};

#[test]
fn who_signs_out_here_signs_out_there() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let anna = way.signed_in().await;
        let answer = anna.post("people/sign-out", &[]).await.is(303);
        assert_eq!(answer.location.as_deref(), Some("/uscita/oidc"));
        anna.get("/").await.is(200).hides("Anna R.");
        let mut kept = answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
        let kept = kept.find(|cookie| cookie.starts_with("tavolo-uscita=")).unwrap();
        let kept = kept.split(';').next().unwrap();
        // What is forgotten by the hour leaves the time to go there.
        server::housekeeping::tidy(&app.app).await.unwrap();
        let visitor = app.visitor("alfa");
        let page = way.come_back(&visitor, "/uscita/oidc", kept).await.is(200);
        assert!(page.body.contains(&format!("{}/end?client_id={CLIENT}", way.provider.issuer)), "{}", page.body);
        assert!(
            page.body.contains("id_token_hint=ey") && page.body.contains("http-equiv=\"refresh\""),
            "{}",
            page.body
        );
        let back = "post_logout_redirect_uri=http%3A%2F%2Falfa.tavolo.test%2Fuscita%2Foidc";
        assert!(page.body.contains(back), "{}", page.body);
        // Back from there, and for who asks twice: home.
        for cookie in [kept, "x=y"] {
            let answer = way.come_back(&visitor, "/uscita/oidc", cookie).await.is(303);
            assert_eq!(answer.location.as_deref(), Some("/?esito=signed_out"));
        }
        assert_eq!(app.count("sessions").await, 0);
    });
}

async fn tell(way: &Way<'_>, claims: &Value) -> Answer {
    say(way, &way.provider.sign(claims)).await
}

async fn say(way: &Way<'_>, word: &str) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).append_pair("logout_token", word).finish();
    let visitor = way.app.visitor("alfa");
    let request = visitor.request("POST", &format!("/api/oidc/backchannel/{}", way.id));
    let mut request =
        request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(body)).unwrap();
    request.headers_mut().remove("sec-fetch-site");
    visitor.send(request).await
}

#[test]
fn the_providers_word_ends_sessions_once() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let anna = way.signed_in().await;
        let now = chrono::Utc::now().timestamp();
        let event = json!({ "http://schemas.openid.net/event/backchannel-logout": {} });
        let word = |jti: &str| {
            json!({
                "iss": way.provider.issuer, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": jti,
                "events": event, "sub": SUBJECT, "sid": "sessione-1",
            })
        };
        let with = |name: &str, value: Value| {
            let mut word = word("a");
            word[name] = value;
            word
        };
        for (said, fault) in [
            (with("iss", json!("https://altrove.example")), "wrong_issuer"),
            (with("aud", json!("altro-servizio")), "audience"),
            (with("iat", json!(now - 3600)), "expired"),
            (with("iat", json!(now + 600)), "expired"),
            (with("exp", json!(now - 61)), "expired"),
            (with("events", json!({})), "nonce"),
            (with("nonce", json!("x")), "nonce"),
            (with("jti", Value::Null), "state"),
        ] {
            assert_eq!(tell(&way, &said).await.is(400).body, fault, "{said}");
        }
        for (twist, fault) in [(Twist::Algorithm("none"), "algorithm"), (Twist::Tampered, "signature")] {
            way.provider.with(|inner| inner.twist = twist);
            assert_eq!(tell(&way, &word("b")).await.is(400).body, fault);
        }
        way.provider.mend();
        anna.get("/").await.is(200).says("Anna R.");
        // Of another session of the provider's: nobody's here.
        tell(&way, &with("sid", json!("sessione-2"))).await.is(200);
        anna.get("/").await.is(200).says("Anna R.");
        tell(&way, &word("c")).await.is(200);
        anna.get("/").await.is(200).hides("Anna R.");
        // The same word once more does not end the next session.
        let again = way.signed_in().await;
        assert_eq!(tell(&way, &word("c")).await.is(400).body, "state");
        again.get("/").await.is(200).says("Anna R.");
    });
}

/// Who only pretends to speak for a provider costs little: the word is short, wrong ones are counted, and a provider that
/// does not answer is left alone for a while.
#[test]
fn who_pretends_to_be_a_provider_is_held_back() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        say(&way, &"a".repeat(70_000)).await.is(413);
        way.provider.with(|inner| inner.twist = Twist::OtherDescription);
        assert_eq!(say(&way, "x").await.is(400).body, "wrong_issuer");
        way.provider.mend();
        assert_eq!(say(&way, "x").await.is(400).body, "wrong_issuer", "nobody is asked again so soon");
        // Whoever comes to sign in is not kept waiting for that.
        let anna = way.signed_in().await;
        let now = chrono::Utc::now().timestamp();
        let word = |number: u64| {
            json!({
                "iss": way.provider.issuer, "aud": CLIENT, "iat": now, "exp": now + 120, "jti": format!("w{number}"),
                "events": { "http://schemas.openid.net/event/backchannel-logout": {} }, "sub": "somebody-else",
            })
        };
        for number in 0..WRONG_WORDS_PER_NETWORK + 5 {
            tell(&way, &word(number)).await.is(200);
        }
        for _ in 2..WRONG_WORDS_PER_NETWORK {
            say(&way, "x").await.is(400);
        }
        say(&way, "x").await.is(429);
        tell(&way, &word(1_000)).await.is(429);
        anna.get("/").await.is(200).says("Anna R.");
    });
}

/// A browser has one session: signing in again ends the one before, and the log says so.
#[test]
fn who_signs_in_again_leaves_no_session_behind() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let anna = way.signed_in().await;
        let closed = async || Rows::of(&app, "alfa").await.count("audit_entries", "action = 'session.close'").await;
        let again = session_of(&way.sign_in(&anna).await);
        assert_eq!((app.count("sessions").await, closed().await), (1, 1));
        let anna = app.visitor("alfa").with_key(&again);
        anna.post("people/code", &[("email", "anna@example.org"), ("back", "/")]).await.is(303);
        let code = crate::sign_in::newest_code(&app).await;
        let typed = [("email", "anna@example.org"), ("code", code.as_str()), ("name", "Anna"), ("back", "/")];
        let opened = anna.post("people/sign-in", &typed).await.is(303);
        assert_eq!((app.count("sessions").await, closed().await), (1, 2));
        anna.get("/spazio").await.is(303);
        app.visitor("alfa").with_key(&session_of(&opened)).get("/spazio").await.is(200);
        audit::holds(&app, "alfa").await;
    });
}
