//! Signed statements (RFC 7515, RFC 7519) that are no ID tokens: user info and logout tokens.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::oidc_fault::OidcFault;
use openidconnect::{
    JsonWebKey, JsonWebKeyAlgorithm, JsonWebKeyUse, JwsSigningAlgorithm,
    core::{CoreJsonWebKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm},
};
use serde::Deserialize;
use serde_json::{Map, Value};

/// How a provider may sign: with a key of its own, of which we see the public half alone.
pub(super) const ALGORITHMS: [CoreJwsSigningAlgorithm; 3] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
];

/// Claims by name.
pub(super) type Claims = Map<String, Value>;

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

/// How a statement says it is signed.
///
/// # Errors
/// `NotJson`; `Algorithm` where that proves nothing.
pub(super) fn algorithm(statement: &str) -> Result<CoreJwsSigningAlgorithm, OidcFault> {
    let header = statement.split('.').next().unwrap_or_default();
    let header: Header = decoded(header)?;
    let named = serde_json::from_value(Value::String(header.alg)).map_err(|_| OidcFault::Algorithm)?;
    if ALGORITHMS.contains(&named) && header.crit.is_none() { Ok(named) } else { Err(OidcFault::Algorithm) }
}

/// The claims of a statement, not yet proved.
pub(super) fn unproved(statement: &str) -> Result<Claims, OidcFault> {
    decoded(statement.split('.').nth(1).unwrap_or_default())
}

/// The claims of a statement that one of `keys` signed; whom it comes from and is for, the caller looks at.
///
/// # Errors
/// `NotJson`, `Algorithm`, `UnknownKey`, `Signature`.
pub(super) fn proved(statement: &str, keys: &CoreJsonWebKeySet) -> Result<Claims, OidcFault> {
    let algorithm = algorithm(statement)?;
    let (said, signature) = statement.rsplit_once('.').ok_or(OidcFault::NotJson)?;
    let header: Header = decoded(said.split('.').next().unwrap_or_default())?;
    let fits = |key: &&CoreJsonWebKey| {
        header.kid.as_ref().is_none_or(|kid| key.key_id().is_some_and(|id| id.as_str() == kid))
            && key.key_use().is_none_or(JsonWebKeyUse::allows_signature)
            && algorithm.key_type().as_ref() == Some(key.key_type())
            && match key.signing_alg() {
                JsonWebKeyAlgorithm::Unspecified => true,
                JsonWebKeyAlgorithm::Algorithm(its) => *its == algorithm,
                JsonWebKeyAlgorithm::Unsupported => false,
            }
    };
    let mut fitting = keys.keys().iter().filter(fits);
    let (Some(key), None) = (fitting.next(), fitting.next()) else { return Err(OidcFault::UnknownKey) };
    let signature = BASE64URL.decode(signature).map_err(|_| OidcFault::Signature)?;
    key.verify_signature(&algorithm, said.as_bytes(), &signature).map_err(|_| OidcFault::Signature)?;
    unproved(statement)
}

fn decoded<T: serde::de::DeserializeOwned>(part: &str) -> Result<T, OidcFault> {
    let bytes = BASE64URL.decode(part).map_err(|_| OidcFault::NotJson)?;
    serde_json::from_slice(&bytes).map_err(|_| OidcFault::NotJson)
}
