//! An identity provider on loopback that errs as it is told.

use axum::{
    Form, Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use ring::{rand::SystemRandom, signature};
use serde_json::{Map, Value, json};
use server::auth::client_key::ClientKey;
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex},
    time::Duration,
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
            .route("/.well-known/openid-configuration", get(description))
            .route("/jwks", get(keys))
            .route("/token", post(token))
            .route("/me", get(info))
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

async fn description(State(provider): State<Provider>) -> Json<Value> {
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

async fn keys(State(provider): State<Provider>) -> Json<Value> {
    let twist = provider.with(|inner| {
        inner.key_reads += 1;
        inner.twist
    });
    Json(match twist {
        Twist::NoKeys => json!({ "keys": [] }),
        Twist::Rotated => json!({ "keys": [KEYS[1].public] }),
        _ => json!({ "keys": [KEYS[0].public] }),
    })
}

async fn token(
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

async fn info(State(provider): State<Provider>, headers: HeaderMap) -> Response {
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
