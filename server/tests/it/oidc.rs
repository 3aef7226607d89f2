//! Signing in at an identity provider, in a browser without scripts.

mod joining;
mod leaving;
mod provider;
mod refusals;
mod trial;

use crate::{
    app::{Answer, TestApp, Visitor, on_each_database},
    rows::Rows,
};
use axum::body::Body;
use domain::{
    assurance::Assurance,
    id::IdentityProviderId,
    identity_provider::{ClaimMap, ClientAuth, IdentityProvider},
};
use provider::{CLIENT, CODE, Provider, SECRET, SUBJECT, Twist};
use serde_json::json;
use server::store::identity_providers::{self, KeptProvider, Sealed};

/// The settings with which `alfa` knows the provider.
pub fn settings(provider: &Provider) -> IdentityProvider {
    IdentityProvider {
        name: "Entra con SPID".into(),
        issuer: provider.issuer.clone(),
        client_id: CLIENT.into(),
        auth: ClientAuth::SecretBasic,
        scopes: vec!["openid".into(), "profile".into(), "email".into()],
        acr_values: vec!["https://www.spid.gov.it/SpidL2".into()],
        least: Assurance::Low,
        claims: ClaimMap::default(),
    }
}

/// Offers the provider on the sign-in page of `alfa`.
pub async fn offer(app: &TestApp, provider: IdentityProvider, secret: &[u8]) -> IdentityProviderId {
    let seed = app.seed("alfa").await;
    let (id, now) = (IdentityProviderId::fresh(), app.app.clock.now());
    let sealed = Sealed::seal(&app.app.vault, seed.tenant_id(), id, secret, now);
    let kept = KeptProvider { id, version: 1, provider, secret: Some(sealed), public_key: None, trial: None, on: true };
    let tx = seed.begin().await.unwrap();
    assert!(identity_providers::add(&tx, seed.scope(), &kept, now).await.unwrap());
    tx.commit().await.unwrap();
    id
}

/// A provider with a browser before it.
pub struct Way<'a> {
    pub app: &'a TestApp,
    pub provider: Provider,
    pub id: IdentityProviderId,
}

/// A sign-in under way: where the browser goes, and what it keeps.
pub struct Begun {
    pub to: String,
    pub cookie: String,
}

impl<'a> Way<'a> {
    pub async fn open(app: &'a TestApp) -> Self {
        let provider = Provider::start().await;
        let id = offer(app, settings(&provider), SECRET.as_bytes()).await;
        Self { app, provider, id }
    }

    /// Follows the link `path` to the provider.
    pub async fn begin_at(&self, visitor: &Visitor<'_>, path: &str) -> Begun {
        let answer = visitor.get(path).await.is(303);
        let cookie = answer.headers["set-cookie"].to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Begun { to: answer.location.unwrap(), cookie }
    }

    pub async fn begin(&self, visitor: &Visitor<'_>) -> Begun {
        self.begin_at(visitor, &format!("/accedi/oidc/{}?dopo=/proposte", self.id)).await
    }

    /// Comes back to `path` in the browser that keeps `cookie`.
    pub async fn come_back(&self, visitor: &Visitor<'_>, path: &str, cookie: &str) -> Answer {
        visitor.send(visitor.request("GET", path).header("cookie", cookie).body(Body::empty()).unwrap()).await
    }

    /// The whole way.
    pub async fn sign_in(&self, visitor: &Visitor<'_>) -> Answer {
        let begun = self.begin(visitor).await;
        self.come_back(visitor, &self.provider.consent(&begun.to), &begun.cookie).await.is(303)
    }

    /// The same, as somebody who is signed in afterwards.
    pub async fn signed_in(&self) -> Visitor<'a> {
        let visitor = self.app.visitor("alfa");
        let answer = self.sign_in(&visitor).await;
        assert_eq!(answer.location.as_deref(), Some("/proposte?esito=signed_in"));
        visitor.with_key(&session_of(&answer))
    }
}

/// The state that a browser takes to the provider.
pub fn state_of(to: &str) -> String {
    provider::query(to)["state"].clone()
}

/// The key of the session that an answer opens.
pub fn session_of(answer: &Answer) -> String {
    let mut cookies = answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    let key = cookies.find_map(|cookie| cookie.strip_prefix("tavolo=")?.split(';').next());
    key.expect("a session begins").to_owned()
}

#[test]
fn somebody_new_comes_in_and_is_known_again() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        app.visitor("alfa").get("/accedi?dopo=/proposte").await.is(200).says("Entra con SPID").says("/accedi/oidc/");
        let anna = way.signed_in().await;
        anna.get("/").await.is(200).says("Anna R.");
        let rows = Rows::of(&app, "alfa").await;
        assert_eq!(rows.first("sessions", "level").await.as_deref(), Some("substantial"));
        assert_eq!(rows.first("people", "email").await.as_deref(), Some("anna.rossi@example.org"));
        assert_eq!((app.count("people").await, app.count("person_identities").await), (1, 1));
        // Another day, with another name and address: the same person.
        way.provider.with(|inner| inner.info = json!({ "email": "altra@example.org" }).as_object().unwrap().clone());
        way.signed_in().await.get("/").await.is(200).says("Anna R.");
        assert_eq!((app.count("people").await, app.count("person_identities").await), (1, 1));
        assert_eq!(app.count("oidc_sign_ins").await, 0);
        for (table, text) in rows.whole().await {
            assert!(!text.contains(SUBJECT) && !text.contains(CODE), "{table} tells who somebody is: {text}");
            assert!(!text.contains("1980-01-01"), "{table} keeps a date of birth");
        }
    });
}

#[test]
fn the_browser_takes_along_what_it_must_and_nothing_else() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        let begun = way.begin(&app.visitor("alfa")).await;
        let mut asked: Vec<_> = provider::query(&begun.to).into_iter().collect();
        asked.retain(|(name, _)| !matches!(name.as_str(), "state" | "nonce" | "code_challenge"));
        asked.sort();
        let expected = [
            ("acr_values", "https://www.spid.gov.it/SpidL2"),
            ("client_id", CLIENT),
            ("code_challenge_method", "S256"),
            ("redirect_uri", "http://alfa.tavolo.test/accedi/oidc/ritorno"),
            ("response_type", "code"),
            ("scope", "openid profile email"),
        ];
        let expected: Vec<_> = expected.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(asked, expected);
        // Another tenant knows nothing of it, and a provider that is off is not there.
        app.visitor("beta").get(&format!("/accedi/oidc/{}", way.id)).await.is(404);
        Rows::of(&app, "alfa").await.change("UPDATE identity_providers SET offered = FALSE WHERE 1 = 1").await;
        app.visitor("alfa").get(&format!("/accedi/oidc/{}", way.id)).await.is(404);
        app.visitor("alfa").get("/accedi").await.is(200).hides("Entra con SPID");
    });
}

#[test]
fn the_same_fiscal_code_is_the_same_person_under_another_subject() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        way.signed_in().await;
        let other = json!({ "sub": "cie-anna-7" }).as_object().unwrap().clone();
        way.provider.with(|inner| (inner.claims, inner.info) = (other.clone(), other));
        way.signed_in().await.get("/").await.is(200).says("Anna R.");
        assert_eq!((app.count("people").await, app.count("person_identities").await), (1, 2));
    });
}

#[test]
fn user_info_may_be_signed_and_the_secret_posted() {
    on_each_database(|app| async move {
        let provider = Provider::start().await;
        let posted = IdentityProvider { auth: ClientAuth::SecretPost, ..settings(&provider) };
        let id = offer(&app, posted, SECRET.as_bytes()).await;
        let way = Way { app: &app, provider, id };
        way.provider.with(|inner| inner.twist = Twist::SignedInfo);
        way.signed_in().await.get("/").await.is(200).says("Anna R.");
    });
}

#[test]
fn a_key_proves_the_platform_too() {
    on_each_database(|app| async move {
        let provider = Provider::start().await;
        let key = server::auth::client_key::ClientKey::fresh();
        let by_key = IdentityProvider { auth: ClientAuth::PrivateKeyJwt, ..settings(&provider) };
        let id = offer(&app, by_key, &key.private).await;
        let way = Way { app: &app, provider, id };
        way.signed_in().await;
        let sent = way.provider.with(|inner| inner.assertion.clone()).expect("a statement was sent");
        let claims = provider::proved(&sent, &key.public);
        assert_eq!((&claims["iss"], &claims["sub"]), (&json!(CLIENT), &json!(CLIENT)));
        assert_eq!(claims["aud"], format!("{}/token", way.provider.issuer));
    });
}

#[test]
fn keys_are_read_again_for_an_unknown_one_at_most_once_a_minute() {
    on_each_database(|app| async move {
        let way = Way::open(&app).await;
        way.signed_in().await;
        way.signed_in().await;
        let reads = || way.provider.with(|inner| inner.key_reads);
        assert_eq!(reads(), 1, "keys are remembered");
        way.provider.with(|inner| inner.twist = Twist::Rotated);
        way.signed_in().await;
        assert_eq!(reads(), 2, "the provider signs with another key now");
        way.provider.with(|inner| inner.twist = Twist::None);
        for _ in 0..3 {
            let answer = way.sign_in(&app.visitor("alfa")).await;
            assert!(answer.location.unwrap().ends_with("guasto=unknown_key"));
        }
        assert_eq!(reads(), 2, "not again within the minute");
        app.app.oidc.clock.set_offset(61);
        way.signed_in().await;
        assert_eq!(reads(), 3);
    });
}
