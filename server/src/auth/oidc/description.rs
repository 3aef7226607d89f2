//! What a provider says of itself (OpenID Connect Discovery 1.0), and the keys with which it signs.

use super::{Client, outgoing::Answer};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{identity_provider::IdentityProvider, oidc_fault::OidcFault};
use openidconnect::{core::CoreJsonWebKeySet, url::Url};
use serde::{Deserialize, de::DeserializeOwned};
use std::{collections::HashMap, sync::Arc};

/// How long a description and keys are believed without asking again.
const KEPT: TimeDelta = TimeDelta::hours(1);
/// How often at most an unknown key makes us ask again.
const PAUSE: TimeDelta = TimeDelta::minutes(1);

/// A provider's own description.
#[derive(Debug, Clone, Deserialize)]
pub struct Discovery {
    pub issuer: String,
    pub(super) authorization_endpoint: Url,
    pub(super) token_endpoint: Url,
    pub(super) jwks_uri: Url,
    pub(super) userinfo_endpoint: Option<Url>,
    pub(super) end_session_endpoint: Option<Url>,
    /// Whether each answer names its issuer (RFC 9207).
    #[serde(default)]
    pub(super) authorization_response_iss_parameter_supported: bool,
}

/// What was read, and when; `again` is when an unknown key last made us ask.
#[derive(Debug, Clone)]
struct Kept<T> {
    value: Arc<T>,
    at: DateTime<Utc>,
    again: Option<DateTime<Utc>>,
}

/// What is remembered of the providers.
#[derive(Debug, Default)]
pub(super) struct Memory {
    descriptions: HashMap<String, Kept<Discovery>>,
    keys: HashMap<Url, Kept<CoreJsonWebKeySet>>,
    /// Of whom no description could be read, why, and when.
    failed: HashMap<String, (OidcFault, DateTime<Utc>)>,
}

impl Client {
    /// The provider's description, as it was within the last hour.
    ///
    /// # Errors
    /// What kept it from being read.
    pub async fn discover(&self, provider: &IdentityProvider) -> Result<Arc<Discovery>, OidcFault> {
        let now = self.clock.now();
        let kept = self.remember(|memory| memory.descriptions.get(&provider.issuer).cloned());
        if let Some(kept) = kept.filter(|kept| now - kept.at < KEPT) {
            return Ok(kept.value);
        }
        let value = Arc::new(self.describe(provider).await?);
        let kept = Kept { value: Arc::clone(&value), at: now, again: None };
        self.remember(|memory| memory.descriptions.insert(provider.issuer.clone(), kept));
        Ok(value)
    }

    /// The same for who speaks for the provider, whom nobody sent here: where no description could be read a moment ago
    /// the provider is not asked again.
    ///
    /// # Errors
    /// What kept it from being read, now or then.
    pub(super) async fn discover_at_word(&self, provider: &IdentityProvider) -> Result<Arc<Discovery>, OidcFault> {
        let now = self.clock.now();
        let (known, failed) = self.remember(|memory| {
            (memory.descriptions.contains_key(&provider.issuer), memory.failed.get(&provider.issuer).copied())
        });
        if let Some((fault, at)) = failed
            && !known
            && now - at < PAUSE
        {
            return Err(fault);
        }
        self.discover(provider).await.inspect_err(|fault| {
            self.remember(|memory| memory.failed.insert(provider.issuer.clone(), (*fault, self.clock.now())));
        })
    }

    /// The provider's description as it is now.
    pub(super) async fn describe(&self, provider: &IdentityProvider) -> Result<Discovery, OidcFault> {
        let address = format!("{}/.well-known/openid-configuration", provider.issuer.trim_end_matches('/'));
        let address = address.parse().map_err(|_| OidcFault::Unreachable)?;
        let found: Discovery = json(&self.outgoing.get(&address).await?)?;
        if found.issuer != provider.issuer {
            return Err(OidcFault::WrongIssuer);
        }
        let optional = [&found.userinfo_endpoint, &found.end_session_endpoint].into_iter().flatten();
        for url in [&found.authorization_endpoint, &found.token_endpoint, &found.jwks_uri].into_iter().chain(optional) {
            self.outgoing.allows(url)?;
        }
        Ok(found)
    }

    /// The keys at `address` as they are now.
    pub(super) async fn read_keys(&self, address: &Url) -> Result<CoreJsonWebKeySet, OidcFault> {
        let found: CoreJsonWebKeySet = json(&self.outgoing.get(address).await?)?;
        if found.keys().is_empty() { Err(OidcFault::NoKeys) } else { Ok(found) }
    }

    /// What `verify` finds with the keys at `address`; where it knows the key of a token not, the keys are read again,
    /// at most once a minute.
    pub(super) async fn with_keys<T>(
        &self,
        address: &Url,
        verify: impl Fn(&CoreJsonWebKeySet) -> Result<T, OidcFault>,
    ) -> Result<T, OidcFault> {
        let now = self.clock.now();
        let kept = self.remember(|memory| memory.keys.get(address).cloned()).filter(|kept| now - kept.at < KEPT);
        let kept = match kept {
            Some(kept) => kept,
            None => self.keep_keys(address, None).await?,
        };
        match verify(&kept.value) {
            Err(OidcFault::UnknownKey) if kept.again.is_none_or(|again| now - again >= PAUSE) => {
                // Noted before asking: who sends many such tokens at once makes us ask once.
                self.remember(|memory| {
                    if let Some(kept) = memory.keys.get_mut(address) {
                        kept.again = Some(now);
                    }
                });
                verify(&self.keep_keys(address, Some(now)).await?.value)
            }
            done => done,
        }
    }

    async fn keep_keys(
        &self,
        address: &Url,
        again: Option<DateTime<Utc>>,
    ) -> Result<Kept<CoreJsonWebKeySet>, OidcFault> {
        let value = Arc::new(self.read_keys(address).await?);
        let kept = Kept { value, at: self.clock.now(), again };
        self.remember(|memory| memory.keys.insert(address.clone(), kept.clone()));
        Ok(kept)
    }

    fn remember<T>(&self, with: impl FnOnce(&mut Memory) -> T) -> T {
        with(&mut self.memory.lock().expect("no holder of the memory panics"))
    }
}

/// The body of an answer that went well.
pub(super) fn json<T: DeserializeOwned>(answer: &Answer) -> Result<T, OidcFault> {
    match answer.status {
        200 => serde_json::from_slice(&answer.body).map_err(|_| OidcFault::NotJson),
        _ => Err(OidcFault::Unreachable),
    }
}
