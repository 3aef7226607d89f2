//! What a browser takes along to the provider.

use super::{Client, description::Discovery};
use crate::auth::secret::{fresh_key, key_hash};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL};
use domain::{assurance::Assurance, identity_provider::IdentityProvider, oidc_fault::OidcFault};
use openidconnect::url::Url;
use sha2::{Digest, Sha256};

/// The random values of one sign-in.
#[derive(Clone)]
pub struct FreshRequest {
    /// Comes back with the answer; kept as a hash alone.
    pub state: String,
    /// Stands in the ID token.
    pub nonce: String,
    /// Proves to the provider who asked (PKCE, RFC 7636).
    pub verifier: String,
}

impl FreshRequest {
    /// Values that nobody can guess.
    #[must_use]
    pub fn make() -> Self {
        Self { state: fresh_key(), nonce: fresh_key(), verifier: fresh_key() }
    }

    /// What is kept of the state.
    #[must_use]
    pub fn state_hash(&self) -> String {
        key_hash(&self.state)
    }
}

/// What a sign-in asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Where the provider sends the browser back, to the letter.
    pub back: &'a str,
    /// How surely the person must be recognised.
    pub least: Assurance,
    /// Whether the provider asks the person again, whoever it knows already: with the session that they have there they
    /// would come back as they came before.
    pub anew: bool,
}

impl Client {
    /// Where the browser goes to sign in at the provider.
    ///
    /// # Errors
    /// What kept the provider's description from being read.
    pub async fn sign_in_address(
        &self,
        provider: &IdentityProvider,
        fresh: &FreshRequest,
        asked: Asked<'_>,
    ) -> Result<String, OidcFault> {
        let described = self.discover(provider).await?;
        Ok(address(&described, provider, fresh, asked).into())
    }
}

fn address(described: &Discovery, provider: &IdentityProvider, fresh: &FreshRequest, asked: Asked<'_>) -> Url {
    let mut url = described.authorization_endpoint.clone();
    let challenge = BASE64URL.encode(Sha256::digest(&fresh.verifier));
    // Names that are known to be too weak are not asked for; what the names of others mean, the provider knows.
    let strong = |acr: &&String| Assurance::of_acr(acr).is_none_or(|level| level >= asked.least);
    let levels: Vec<_> = provider.acr_values.iter().filter(strong).map(String::as_str).collect();
    let mut query = url.query_pairs_mut();
    query
        .append_pair("response_type", "code")
        .append_pair("client_id", &provider.client_id)
        .append_pair("redirect_uri", asked.back)
        .append_pair("scope", &provider.scopes.join(" "))
        .append_pair("state", &fresh.state)
        .append_pair("nonce", &fresh.nonce)
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256");
    if !levels.is_empty() {
        query.append_pair("acr_values", &levels.join(" "));
    }
    if asked.anew {
        query.append_pair("prompt", "login");
    }
    drop(query);
    url
}
