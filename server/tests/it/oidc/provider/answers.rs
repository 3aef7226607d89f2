//! What the provider answers.

use super::{CLIENT, CODE, Provider, SECRET, SUBJECT, Twist};
use axum::{
    Form, Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::{collections::HashMap, time::Duration};

fn changed(mut claims: Value, by: &Map<String, Value>) -> Value {
    let all = claims.as_object_mut().unwrap();
    for (name, value) in by {
        if value.is_null() {
            all.remove(name);
        } else {
            all.insert(name.clone(), value.clone());
        }
    }
    claims
}

pub(super) async fn description(State(provider): State<Provider>) -> Json<Value> {
    let (issuer, twist) = (&provider.issuer, provider.with(|inner| inner.twist));
    if twist == Twist::Slow {
        tokio::time::sleep(Duration::from_secs(30)).await;
    }
    let named = if twist == Twist::OtherDescription { "https://altrove.example" } else { issuer };
    Json(json!({
        "issuer": named,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "userinfo_endpoint": format!("{issuer}/me"),
        "end_session_endpoint": format!("{issuer}/end"),
        "authorization_response_iss_parameter_supported": true,
    }))
}

pub(super) async fn keys(State(provider): State<Provider>) -> Json<Value> {
    let twist = provider.with(|inner| {
        inner.key_reads += 1;
        inner.twist
    });
    Json(match twist {
        Twist::NoKeys => json!({ "keys": [] }),
        Twist::Rotated => json!({ "keys": [super::KEYS[1].public] }),
        _ => json!({ "keys": [super::KEYS[0].public] }),
    })
}

pub(super) async fn token(
    State(provider): State<Provider>,
    headers: HeaderMap,
    Form(form): Form<HashMap<String, String>>,
) -> Response {
    let refuse = |error: &str| (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response();
    match provider.with(|inner| inner.twist) {
        Twist::Redirect => return Redirect::temporary("/me").into_response(),
        Twist::Large => return "x".repeat(1 << 20).into_response(),
        Twist::Html => return "<h1>Benvenuti</h1>".into_response(),
        _ => {}
    }
    provider.with(|inner| inner.assertion = form.get("client_assertion").cloned());
    let half = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let basic = format!("Basic {}", STANDARD.encode(format!("{}:{}", half(CLIENT), half(SECRET))));
    let posted = form.get("client_secret").is_some_and(|secret| secret == SECRET);
    if headers.get("authorization").is_none_or(|sent| *sent != *basic)
        && !posted
        && !form.contains_key("client_assertion")
    {
        return (StatusCode::UNAUTHORIZED, Json(json!({ "error": "invalid_client" }))).into_response();
    }
    let Some(granted) = provider.with(|inner| inner.codes.remove(&form["code"])) else {
        return refuse("invalid_grant");
    };
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"]));
    if challenge != granted.challenge || form["redirect_uri"] != granted.back {
        return refuse("invalid_grant");
    }
    let now = chrono::Utc::now().timestamp();
    let claims = json!({
        "iss": provider.issuer, "sub": SUBJECT, "aud": CLIENT, "nonce": granted.nonce, "iat": now, "exp": now + 300,
        "acr": "https://www.spid.gov.it/SpidL2", "sid": "sessione-1",
    });
    let claims = changed(claims, &provider.with(|inner| inner.claims.clone()));
    let id_token = provider.sign(&claims);
    Json(json!({ "access_token": "permesso", "token_type": "Bearer", "id_token": id_token })).into_response()
}

pub(super) async fn info(State(provider): State<Provider>, headers: HeaderMap) -> Response {
    assert_eq!(headers["authorization"], "Bearer permesso");
    let claims = json!({
        "sub": SUBJECT, "given_name": "Anna", "family_name": "Rossi", "email": "anna.rossi@example.org",
        "fiscal_number": format!("TINIT-{CODE}"), "birthdate": "1980-01-01",
    });
    let (twist, by) = provider.with(|inner| (inner.twist, inner.info.clone()));
    let claims = changed(claims, &by);
    if twist == Twist::SignedInfo {
        return ([("content-type", "application/jwt")], provider.sign(&claims)).into_response();
    }
    Json(claims).into_response()
}
