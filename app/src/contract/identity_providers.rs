//! Identity providers of a tenant: who else may say who somebody is.

use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    assurance::Assurance,
    id::IdentityProviderId,
    identity_provider::{TypedIdentityProvider, TypedSecret},
    oidc_fault::OidcFault,
};

/// What came of trying the settings that stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrialView {
    Never,
    /// Others stood when it was tried.
    Outdated(DateTime<Utc>),
    Succeeded(DateTime<Utc>),
    Failed(DateTime<Utc>, OidcFault),
}

/// A provider in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderRow {
    pub id: IdentityProviderId,
    pub name: String,
    pub issuer: String,
    pub least: Assurance,
    pub on: bool,
    pub trial: TrialView,
}

/// The addresses that a provider asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientAddresses {
    /// Where people come back to.
    pub redirect: String,
    /// Where they come back to after signing out.
    pub signed_out: String,
    /// Where the provider says that somebody signed out; none before the provider is saved.
    pub back_channel: Option<String>,
    /// The public half of the platform's key, where there is one.
    pub keys: Option<String>,
}

/// One provider, to be changed; its secret is never among what is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderView {
    pub id: IdentityProviderId,
    pub current: TypedIdentityProvider,
    pub version: u32,
    /// Since when a secret or a pair of keys is kept.
    pub secret_since: Option<DateTime<Utc>>,
    pub on: bool,
    pub trial: TrialView,
    pub addresses: ClientAddresses,
}

#[async_trait]
pub trait IdentityProviders {
    /// The providers of the tenant. Administrators only.
    async fn identity_providers(&self) -> Outcome<Vec<ProviderRow>>;

    /// One of them. Administrators only.
    async fn identity_provider(&self, id: IdentityProviderId) -> Outcome<ProviderView>;

    /// The addresses to give to a provider that is to be added. Administrators only.
    async fn client_addresses(&self) -> Outcome<ClientAddresses>;

    /// Adds a provider, which is not offered yet. Administrators only.
    async fn add_identity_provider(
        &self,
        typed: TypedIdentityProvider,
        secret: TypedSecret,
    ) -> Outcome<IdentityProviderId>;

    /// Changes one, unless somebody else did since `version`; what was not tried as it stands is offered no more.
    /// Administrators only.
    async fn change_identity_provider(
        &self,
        id: IdentityProviderId,
        typed: TypedIdentityProvider,
        secret: TypedSecret,
        version: u32,
    ) -> Outcome<()>;

    /// Reaches the provider and keeps what came of it. Administrators only.
    async fn try_identity_provider(&self, id: IdentityProviderId) -> Outcome<()>;

    /// Offers it on the sign-in page, if it was tried with success as it stands, or offers it no more. Administrators
    /// only.
    async fn switch_identity_provider(&self, id: IdentityProviderId, on: bool, version: u32) -> Outcome<()>;

    /// Removes one by which nobody is known. Administrators only.
    async fn remove_identity_provider(&self, id: IdentityProviderId, version: u32) -> Outcome<()>;
}
