//! Addresses of signing in at a provider.

use super::{SIGN_IN, back_in_query};
use domain::{assurance::Assurance, id::IdentityProviderId};

/// The sign-in page that leads to `back` for who is known at least at `level`.
#[must_use]
pub fn sign_in_surely(back: &str, level: Assurance) -> String {
    format!("{SIGN_IN}?dopo={}{}", back_in_query(back), asked(level))
}

/// Where one goes to sign in at the provider, to come back to `back` known at least at `level`.
#[must_use]
pub fn sign_in_with(provider: IdentityProviderId, back: &str, level: Assurance) -> String {
    format!("/accedi/oidc/{provider}?dopo={}{}", back_in_query(back), asked(level))
}

/// Where one goes to join an identity of the provider to one's account.
#[must_use]
pub fn join_with(provider: IdentityProviderId) -> String {
    format!("/accedi/oidc/{provider}/collega")
}

/// The same, to come back to `back` known at least at `level`: who joined that identity before is known by it.
#[must_use]
pub fn prove_with(provider: IdentityProviderId, back: &str, level: Assurance) -> String {
    format!("{}?dopo={}{}", join_with(provider), back_in_query(back), asked(level))
}

fn asked(level: Assurance) -> String {
    if level == Assurance::Address { String::new() } else { format!("&livello={level}") }
}

/// `page` with the fault of a sign-in, to be said there.
#[must_use]
pub fn with_fault(page: &str, fault: &str) -> String {
    let joint = if page.contains('?') { '&' } else { '?' };
    format!("{page}{joint}guasto={fault}")
}
