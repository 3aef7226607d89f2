//! A provider as its row keeps it.

use super::{super::scoped::tenant, identity_provider, stored};
use crate::auth::{TenantScope, vault::Vault};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    digest::Digest,
    id::{IdentityProviderId, TenantId},
    identity_provider::{IdentityProvider, switch_on},
    refusal::StepRefused,
};
use sea_orm::ActiveValue::Set;
use serde::Serialize;

/// A secret as it is kept: it opens for its tenant and its provider alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    text: String,
    pub since: DateTime<Utc>,
}

/// What came of trying to reach a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trial {
    /// What stood when it was tried.
    pub settings: Digest,
    pub at: DateTime<Utc>,
    /// The code of what was wrong; none where all was well.
    pub fault: Option<String>,
}

/// A provider with what is kept beside its settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptProvider {
    pub id: IdentityProviderId,
    /// Grows with every change.
    pub version: u32,
    pub provider: IdentityProvider,
    pub secret: Option<Sealed>,
    /// The public half of the platform's key, as a JSON Web Key.
    pub public_key: Option<String>,
    pub trial: Option<Trial>,
    /// Whether it is offered on the sign-in page.
    pub on: bool,
}

/// What the audit log hashes: everything but the secret, of which it tells since when it stands.
#[derive(Serialize)]
struct Told<'a> {
    provider: &'a IdentityProvider,
    secret_since: Option<DateTime<Utc>>,
    public_key: Option<&'a str>,
    on: bool,
}

/// For what a secret of `id` is sealed.
fn place(id: IdentityProviderId) -> String {
    format!("identity_provider {id}")
}

impl Sealed {
    /// Seals `secret` for the provider `id` of `tenant`.
    #[must_use]
    pub fn seal(vault: &Vault, tenant: TenantId, id: IdentityProviderId, secret: &[u8], now: DateTime<Utc>) -> Self {
        Self { text: vault.seal(tenant, &place(id), secret), since: now }
    }
}

impl KeptProvider {
    /// The secret as it was typed, or the private key in DER (PKCS #8); none where there is none or the vault's key
    /// is another now.
    #[must_use]
    pub fn secret(&self, vault: &Vault, tenant: TenantId) -> Option<Vec<u8>> {
        vault.open(tenant, &place(self.id), &self.secret.as_ref()?.text)
    }

    /// Stands for the settings that matter for a sign-in, the secret included.
    #[must_use]
    pub fn standing(&self) -> Digest {
        let settings = IdentityProvider { name: String::new(), ..self.provider.clone() };
        let secret = self.secret.as_ref().map(|secret| &secret.text);
        Digest::of(serde_json::to_string(&(settings, secret)).expect("plain data serialises"))
    }

    /// Whether it may be offered as it stands.
    ///
    /// # Errors
    /// `ProviderSecret`, `ProviderUntried`.
    pub fn may_be_offered(&self) -> Result<(), StepRefused> {
        let tried = self.trial.as_ref().filter(|trial| trial.fault.is_none()).map(|trial| &trial.settings);
        switch_on(self.secret.is_some(), tried, &self.standing())
    }
}

impl Serialize for KeptProvider {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let secret_since = self.secret.as_ref().map(|secret| secret.since);
        let public_key = self.public_key.as_deref();
        Told { provider: &self.provider, secret_since, public_key, on: self.on }.serialize(serializer)
    }
}

/// Words of lists hold no spaces.
fn words(list: &str) -> Vec<String> {
    list.split_whitespace().map(ToOwned::to_owned).collect()
}

pub(super) fn row(scope: &TenantScope, kept: &KeptProvider, version: u32) -> identity_provider::ActiveModel {
    let IdentityProvider { name, issuer, client_id, auth, scopes, acr_values, least, claims } = kept.provider.clone();
    identity_provider::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(kept.id.0),
        version: Set(stored(version)),
        name: Set(name),
        issuer: Set(issuer),
        client_id: Set(client_id),
        auth: Set(auth.code().into()),
        scopes: Set(scopes.join(" ")),
        acr_values: Set(acr_values.join(" ")),
        least: Set(least.code().into()),
        claims: Set(serde_json::to_string(&claims).expect("plain data serialises")),
        secret: Set(kept.secret.as_ref().map(|secret| secret.text.clone())),
        secret_since: Set(kept.secret.as_ref().map(|secret| secret.since)),
        public_key: Set(kept.public_key.clone()),
        offered: Set(kept.on),
        ..Default::default()
    }
}

impl TryFrom<identity_provider::Model> for KeptProvider {
    type Error = AppError;

    fn try_from(row: identity_provider::Model) -> Outcome<Self> {
        let trial = match (row.tried, row.tried_at) {
            (Some(tried), Some(at)) => {
                let settings = tried.parse().map_err(|_| AppError::Unavailable)?;
                Some(Trial { settings, at, fault: row.tried_fault })
            }
            _ => None,
        };
        Ok(Self {
            id: IdentityProviderId(row.id),
            version: u32::try_from(row.version).unwrap_or(0),
            provider: IdentityProvider {
                name: row.name,
                issuer: row.issuer,
                client_id: row.client_id,
                auth: row.auth.parse().map_err(|_| AppError::Unavailable)?,
                scopes: words(&row.scopes),
                acr_values: words(&row.acr_values),
                least: row.least.parse().map_err(|_| AppError::Unavailable)?,
                claims: serde_json::from_str(&row.claims).map_err(|_| AppError::Unavailable)?,
            },
            secret: row.secret.zip(row.secret_since).map(|(text, since)| Sealed { text, since }),
            public_key: row.public_key,
            trial,
            on: row.offered,
        })
    }
}
