//! Signing out at the provider (RP-Initiated Logout 1.0), and at its word (Back-Channel Logout 1.0).

use super::{
    Client, SKEW,
    identity::{is_for, text},
    signed::{self, Claims},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{identity_provider::IdentityProvider, oidc_fault::OidcFault};

/// How long a word of the provider's can be taken.
const TAKEN: TimeDelta = TimeDelta::minutes(10);

/// The event that a logout token tells of.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Whom a provider signed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedOut {
    /// The name of this word; it is taken once.
    pub id: String,
    pub subject: Option<String>,
    pub sid: Option<String>,
    /// From when on the word is too old by itself.
    pub until: DateTime<Utc>,
}

impl Client {
    /// Where the browser goes to sign out at the provider too; none where it offers no such thing.
    pub async fn sign_out_address(
        &self,
        provider: &IdentityProvider,
        id_token: Option<&str>,
        back: &str,
    ) -> Option<String> {
        let mut url = self.discover(provider).await.ok()?.end_session_endpoint.clone()?;
        let mut query = url.query_pairs_mut();
        query.append_pair("client_id", &provider.client_id).append_pair("post_logout_redirect_uri", back);
        if let Some(token) = id_token {
            query.append_pair("id_token_hint", token);
        }
        drop(query);
        Some(url.into())
    }

    /// Whom the provider signed out, as its token says.
    ///
    /// # Errors
    /// What does not hold.
    pub async fn logged_out(&self, provider: &IdentityProvider, token: &str) -> Result<LoggedOut, OidcFault> {
        let described = self.discover_at_word(provider).await?;
        let claims = self.with_keys(&described.jwks_uri, |keys| signed::proved(token, keys)).await?;
        read(&claims, provider, self.clock.now())
    }
}

fn read(claims: &Claims, provider: &IdentityProvider, now: DateTime<Utc>) -> Result<LoggedOut, OidcFault> {
    if text(claims, "iss") != Some(&provider.issuer) {
        return Err(OidcFault::WrongIssuer);
    }
    if !is_for(claims, &provider.client_id) {
        return Err(OidcFault::Audience);
    }
    let instant = |name: &str| claims.get(name)?.as_i64().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    let made = instant("iat").ok_or(OidcFault::Expired)?;
    let until = instant("exp").map_or(made + TAKEN, |end| end.min(made + TAKEN)) + SKEW;
    if made > now + SKEW || until <= now {
        return Err(OidcFault::Expired);
    }
    // It is no ID token, and an ID token is no such word.
    let told = claims.get("events").and_then(|events| events.get(EVENT)).is_some_and(serde_json::Value::is_object);
    if !told || claims.contains_key("nonce") {
        return Err(OidcFault::Nonce);
    }
    let (subject, sid) = (text(claims, "sub").map(ToOwned::to_owned), text(claims, "sid").map(ToOwned::to_owned));
    if subject.is_none() && sid.is_none() {
        return Err(OidcFault::Subject);
    }
    let id = text(claims, "jti").ok_or(OidcFault::State)?.to_owned();
    Ok(LoggedOut { id, subject, sid, until })
}
