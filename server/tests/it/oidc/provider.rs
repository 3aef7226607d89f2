//! An identity provider on loopback that errs as it is told.

mod answers;

use axum::{
    Router,
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{rand::SystemRandom, signature};
use serde_json::{Map, Value, json};
use server::auth::client_key::ClientKey;
use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex},
};

pub const CLIENT: &str = "tavolo-alfa";
pub const SECRET: &str = "parola d'ordine & altro";
/// Anna's subject and fiscal code there: neither is kept here.
pub const SUBJECT: &str = "spid-anna-0001";
pub const CODE: &str = "RSSNNA80A41H223M";

/// Making keys takes a while: two are enough for all tests.
static KEYS: LazyLock<[ClientKey; 2]> = LazyLock::new(|| [ClientKey::fresh(), ClientKey::fresh()]);

/// What the provider does otherwise than it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Twist {
    None,
    /// The header names another algorithm than the one used.
    Algorithm(&'static str),
    /// Signed with a key that is not shown.
    UnshownKey,
    /// One letter of the claims is another after the signing.
    Tampered,
    /// The token endpoint sends elsewhere.
    Redirect,
    /// The answer of the token endpoint does not end.
    Large,
    /// The token endpoint is no provider's.
    Html,
    /// The description is another provider's.
    OtherDescription,
    /// Nothing is shown to check signatures with.
    NoKeys,
    /// Every answer takes its time.
    Slow,
    /// User info is signed.
    SignedInfo,
    /// The key set names another key.
    Rotated,
}

/// What is behind a code.
#[derive(Clone)]
struct Granted {
    nonce: String,
    challenge: String,
    back: String,
}

pub struct Inner {
    pub twist: Twist,
    /// Claims that replace those of the ID token; null removes one.
    pub claims: Map<String, Value>,
    /// The same for user info.
    pub info: Map<String, Value>,
    codes: HashMap<String, Granted>,
    pub key_reads: u32,
    pub assertion: Option<String>,
}

/// The provider.
#[derive(Clone)]
pub struct Provider {
    pub issuer: String,
    pub inner: Arc<Mutex<Inner>>,
}

impl Provider {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let inner = Inner {
            twist: Twist::None,
            claims: Map::new(),
            info: Map::new(),
            codes: HashMap::new(),
            key_reads: 0,
            assertion: None,
        };
        let provider = Self { issuer, inner: Arc::new(Mutex::new(inner)) };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(answers::description))
            .route("/jwks", get(answers::keys))
            .route("/token", post(answers::token))
            .route("/me", get(answers::info))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        provider
    }

    pub fn with<T>(&self, change: impl FnOnce(&mut Inner) -> T) -> T {
        change(&mut self.inner.lock().unwrap())
    }

    /// Back to what it should do.
    pub fn mend(&self) {
        self.with(|inner| (inner.twist, inner.claims, inner.info) = (Twist::None, Map::new(), Map::new()));
    }

    /// What the browser brings back after the person said yes at `address`.
    pub fn consent(&self, address: &str) -> String {
        let asked: HashMap<String, String> = query(address);
        assert_eq!((&*asked["response_type"], &*asked["client_id"]), ("code", CLIENT));
        assert_eq!(asked["code_challenge_method"], "S256");
        let code = uuid::Uuid::now_v7().to_string();
        let granted = Granted {
            nonce: asked["nonce"].clone(),
            challenge: asked["code_challenge"].clone(),
            back: asked["redirect_uri"].clone(),
        };
        self.with(|inner| inner.codes.insert(code.clone(), granted));
        let mut out = form_urlencoded::Serializer::new(String::new());
        out.append_pair("code", &code).append_pair("state", &asked["state"]).append_pair("iss", &self.issuer);
        format!("/accedi/oidc/ritorno?{}", out.finish())
    }

    /// A statement of the provider's, as its twist wants it.
    pub fn sign(&self, claims: &Value) -> String {
        let twist = self.with(|inner| inner.twist);
        let key = &KEYS[usize::from(matches!(twist, Twist::UnshownKey | Twist::Rotated))];
        let named = if let Twist::Algorithm(named) = twist { named } else { "RS256" };
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let header = part(&json!({ "alg": named, "kid": key.public["kid"], "typ": "JWT" }));
        let said = format!("{header}.{}", part(claims));
        let pair = signature::RsaKeyPair::from_pkcs8(&key.private).unwrap();
        let mut signed = vec![0; pair.public().modulus_len()];
        pair.sign(&signature::RSA_PKCS1_SHA256, &SystemRandom::new(), said.as_bytes(), &mut signed).unwrap();
        let signed = if named == "none" { String::new() } else { URL_SAFE_NO_PAD.encode(signed) };
        let said = if twist == Twist::Tampered {
            let mut other = claims.clone();
            other["acr"] = "https://www.spid.gov.it/SpidL3".into();
            format!("{header}.{}", part(&other))
        } else {
            said
        };
        format!("{said}.{signed}")
    }
}

/// The parameters of an address.
pub fn query(address: &str) -> HashMap<String, String> {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

/// The claims of a statement that the holder of `public`'s private half signed.
pub fn proved(statement: &str, public: &Value) -> Value {
    let part = |name: &str| URL_SAFE_NO_PAD.decode(public[name].as_str().unwrap()).unwrap();
    let (said, signed) = statement.rsplit_once('.').unwrap();
    let key = signature::RsaPublicKeyComponents { n: part("n"), e: part("e") };
    let signed = URL_SAFE_NO_PAD.decode(signed).unwrap();
    key.verify(&signature::RSA_PKCS1_2048_8192_SHA256, said.as_bytes(), &signed).unwrap();
    let (header, claims) = said.split_once('.').unwrap();
    let read = |part: &str| serde_json::from_slice::<Value>(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
    assert_eq!(read(header)["kid"], public["kid"]);
    read(claims)
}
