//! Every answer of a provider that must not open a session.

use super::{Twist, Way, session_of, settings};
use crate::app::{TestApp, on_each_database};
use domain::{identity_provider::IdentityProvider, oidc_fault::OidcFault};
use serde_json::{Map, Value, json};

async fn refused(app: &TestApp, way: &Way<'_>, what: &str, fault: OidcFault) {
    let answer = way.sign_in(&app.visitor("alfa")).await;
    // Where the level was too low the page says which one it takes.
    let level = if fault == OidcFault::Level { "&livello=low" } else { "" };
    let expected = format!("/accedi?dopo=/proposte{level}&guasto={fault}");
    assert_eq!(answer.location.as_deref(), Some(&*expected), "{what}");
    assert_eq!((app.count("sessions").await, app.count("people").await), (0, 0), "{what}");
    way.provider.mend();
}

fn object(claims: Value) -> Map<String, Value> {
    claims.as_object().unwrap().clone()
}

#[test]
fn an_id_token_that_does_not_hold_opens_nothing() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let now = chrono::Utc::now().timestamp();
        for (claims, fault) in [
            (json!({ "nonce": "di un altro" }), OidcFault::Nonce),
            (json!({ "nonce": null }), OidcFault::Nonce),
            (json!({ "iss": "https://altrove.example" }), OidcFault::WrongIssuer),
            (json!({ "aud": "altro-servizio" }), OidcFault::Audience),
            (json!({ "aud": ["tavolo-alfa", "altro-servizio"] }), OidcFault::Audience),
            (json!({ "azp": "altro-servizio" }), OidcFault::Audience),
            (json!({ "exp": now - 61 }), OidcFault::Expired),
            (json!({ "iat": now + 90, "exp": now + 600 }), OidcFault::Expired),
            (json!({ "iat": now - 3600 }), OidcFault::Expired),
            (json!({ "acr": null }), OidcFault::Level),
            (json!({ "acr": "https://example.org/SpidL3" }), OidcFault::Level),
            (json!({ "at_hash": "bm9uIHF1ZXN0bw" }), OidcFault::Subject),
            (json!({ "sub": "un-altra" }), OidcFault::Subject),
            (json!({ "exp": null }), OidcFault::NotJson),
        ] {
            way.provider.with(|inner| inner.claims = object(claims.clone()));
            refused(&app, &way, &claims.to_string(), fault).await;
        }
        // Clocks that stand a little apart are no fault.
        way.provider.with(|inner| inner.claims = object(json!({ "exp": now - 30, "iat": now - 90 })));
        way.signed_in().await;
    });
}

#[test]
fn a_provider_that_errs_opens_nothing() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        for (twist, fault) in [
            (Twist::Algorithm("none"), OidcFault::Algorithm),
            (Twist::Algorithm("HS256"), OidcFault::Algorithm),
            (Twist::Algorithm("RS512"), OidcFault::Algorithm),
            (Twist::Algorithm("PS256"), OidcFault::UnknownKey),
            (Twist::Algorithm("ES256"), OidcFault::UnknownKey),
            (Twist::Tampered, OidcFault::Signature),
            (Twist::Redirect, OidcFault::Redirected),
            (Twist::Large, OidcFault::TooLarge),
            (Twist::Html, OidcFault::NotJson),
            (Twist::UnshownKey, OidcFault::UnknownKey),
        ] {
            way.provider.with(|inner| inner.twist = twist);
            refused(&app, &way, &format!("{twist:?}"), fault).await;
        }
        way.provider.with(|inner| inner.info = object(json!({ "sub": "un-altra" })));
        refused(&app, &way, "user info of another person", OidcFault::Subject).await;
        way.provider.with(|inner| inner.info = object(json!({ "email": null })));
        refused(&app, &way, "no address", OidcFault::NoAddress).await;
        way.provider.with(|inner| inner.info = object(json!({ "email_verified": false })));
        refused(&app, &way, "an address that nobody checked", OidcFault::NoAddress).await;
    });
}

#[test]
fn a_secret_that_is_not_ours_opens_nothing() {
    on_each_database(|app| async move {
        let mut way = Way::open(&app).await;
        let other = IdentityProvider { name: "Altro".into(), ..settings(&way.provider) };
        way.id = super::offer(&app, other, b"un altro segreto").await;
        refused(&app, &way, "wrong secret", OidcFault::Client).await;
    });
}

#[test]
fn an_answer_counts_once_and_in_its_browser_alone() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let visitor = app.visitor("alfa");
        let fails = |answer: crate::app::Answer, fault: &str| {
            assert!(answer.location.unwrap().ends_with(&format!("guasto={fault}")), "{fault}");
        };
        // In another browser, or in none: and it is over then.
        let begun = way.begin(&visitor).await;
        let path = way.provider.consent(&begun.to);
        fails(visitor.get(&path).await.is(303), "state");
        let other = way.begin(&visitor).await;
        fails(way.come_back(&visitor, &path, &other.cookie).await, "state");
        fails(way.come_back(&visitor, &path, &begun.cookie).await, "state");
        // Another state, none, another host.
        let begun = way.begin(&visitor).await;
        let path = way.provider.consent(&begun.to);
        fails(way.come_back(&visitor, &path.replace("state=", "state=0"), &begun.cookie).await, "state");
        fails(way.come_back(&visitor, "/accedi/oidc/ritorno?code=x", &begun.cookie).await, "state");
        fails(way.come_back(&app.visitor("beta"), &path, &begun.cookie).await, "state");
        // Once.
        let answer = way.come_back(&visitor, &path, &begun.cookie).await.is(303);
        assert_eq!(session_of(&answer).len(), 64);
        fails(way.come_back(&visitor, &path, &begun.cookie).await, "state");
        // A code that was used before, under a new state.
        let again = way.begin(&visitor).await;
        let state = super::provider::query(&again.to)["state"].clone();
        let code = super::provider::query(&path)["code"].clone();
        let mixed = format!("/accedi/oidc/ritorno?code={code}&state={state}&iss={}", way.provider.issuer);
        fails(way.come_back(&visitor, &mixed, &again.cookie).await, "code");
        assert_eq!(app.count("sessions").await, 1);
    });
}

#[test]
fn an_answer_names_its_issuer_and_comes_in_time() {
    on_each_database(|app| async move {
        app.at("2022-10-10T09:00:00Z");
        let way = Way::open(&app).await;
        let visitor = app.visitor("alfa");
        for (from, to, fault) in [
            ("&iss=", "&iss=https%3A%2F%2Faltrove.example&x=", "wrong_issuer"),
            ("&iss=", "&x=", "wrong_issuer"),
            ("code=", "error=access_denied&x=", "refused"),
            ("code=", "error=temporarily_unavailable&x=", "unreachable"),
            ("code=", "x=", "code"),
        ] {
            let begun = way.begin(&visitor).await;
            let path = way.provider.consent(&begun.to).replace(from, to);
            let answer = way.come_back(&visitor, &path, &begun.cookie).await.is(303);
            assert_eq!(answer.location, Some(format!("/accedi?dopo=/proposte&guasto={fault}")), "{to}");
        }
        let begun = way.begin(&visitor).await;
        let path = way.provider.consent(&begun.to);
        app.at("2022-10-10T09:11:00Z");
        let answer = way.come_back(&visitor, &path, &begun.cookie).await.is(303);
        assert!(answer.location.unwrap().ends_with("guasto=state"), "ten minutes are over");
        assert_eq!(app.count("sessions").await, 0);
        visitor.get("/accedi?guasto=level").await.is(200).says("livello di sicurezza più alto");
        visitor.get("/accedi?guasto=%3Cscript%3E").await.is(200).hides("non è riuscito");
    });
}

#[test]
fn who_asks_for_more_gets_more_or_nothing() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let visitor = app.visitor("alfa");
        let stronger = format!("/accedi/oidc/{}?dopo=/proposte&livello=high", way.id);
        let begun = way.begin_at(&visitor, &stronger).await;
        assert!(!super::provider::query(&begun.to).contains_key("acr_values"), "too weak a level is not asked for");
        assert_eq!(super::provider::query(&begun.to)["prompt"], "login", "as they are known there they came before");
        let path = way.provider.consent(&begun.to);
        let answer = way.come_back(&visitor, &path, &begun.cookie).await.is(303);
        assert!(answer.location.unwrap().ends_with("guasto=level"));
        way.provider.with(|inner| inner.claims = object(json!({ "acr": "https://www.spid.gov.it/SpidL3" })));
        let begun = way.begin_at(&visitor, &stronger).await;
        let path = way.provider.consent(&begun.to);
        session_of(&way.come_back(&visitor, &path, &begun.cookie).await.is(303));
    });
}
