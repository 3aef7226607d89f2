//! Addresses of signing in at a provider.

use super::encode;
use domain::id::IdentityProviderId;

/// Where one goes to sign in at the provider, to come back to `back`.
#[must_use]
pub fn sign_in_with(provider: IdentityProviderId, back: &str) -> String {
    format!("/accedi/oidc/{provider}?dopo={}", encode(back))
}

/// Where one goes to join an identity of the provider to one's account.
#[must_use]
pub fn join_with(provider: IdentityProviderId) -> String {
    format!("/accedi/oidc/{provider}/collega")
}

/// `page` with the fault of a sign-in, to be said there.
#[must_use]
pub fn with_fault(page: &str, fault: &str) -> String {
    let joint = if page.contains('?') { '&' } else { '?' };
    format!("{page}{joint}guasto={fault}")
}
