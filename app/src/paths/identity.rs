//! Addresses of identity providers.

use domain::id::IdentityProviderId;

/// The identity providers of a tenant.
pub const IDENTITY_PROVIDERS: &str = "/lavoro/identita";
/// Where one is added.
pub const NEW_IDENTITY_PROVIDER: &str = "/lavoro/identita/nuovo";
/// How surely people must be known.
pub const NEEDS: &str = "/lavoro/identita/livelli";
/// Where people come back to from a provider.
pub const OIDC_RETURN: &str = "/accedi/oidc/ritorno";
/// Where they come back to from a provider after signing out.
pub const OIDC_SIGNED_OUT: &str = "/uscita/oidc";

/// The settings of one.
#[must_use]
pub fn identity_provider(id: IdentityProviderId) -> String {
    format!("{IDENTITY_PROVIDERS}/{id}")
}

/// The platform's public key at a provider.
#[must_use]
pub fn client_keys(id: IdentityProviderId) -> String {
    format!("/.well-known/oidc-client/{id}/jwks.json")
}

/// Where a provider says that somebody signed out.
#[must_use]
pub fn back_channel(id: IdentityProviderId) -> String {
    format!("/api/oidc/backchannel/{id}")
}
