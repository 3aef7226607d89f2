//! Signing out here and at the provider, on either side's word.

use super::{CLIENT, SUBJECT, Twist, Way};
use crate::app::{Answer, on_each_database};
use axum::body::Body;
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
    let word = way.provider.sign(claims);
    let body = form_urlencoded::Serializer::new(String::new()).append_pair("logout_token", &word).finish();
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
