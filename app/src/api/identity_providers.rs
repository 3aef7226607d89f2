//! Identity providers of a tenant.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, error::AppError, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::identity_provider::{TypedClaims, TypedIdentityProvider, TypedSecret};
use leptos::prelude::*;

/// Adds an identity provider.
#[server(prefix = "/api", endpoint = "identity-providers/add")]
pub async fn add_identity_provider(
    name: String,
    issuer: String,
    client_id: String,
    auth: String,
    #[server(default)] secret: String,
    #[server(default)] scopes: String,
    #[server(default)] acr_values: String,
    least: String,
    #[server(default)] claim_fiscal_code: String,
    #[server(default)] claim_name: String,
    #[server(default)] claim_family_name: String,
    #[server(default)] claim_birth_date: String,
    #[server(default)] claim_email: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let claims = TypedClaims {
        fiscal_code: claim_fiscal_code,
        name: claim_name,
        family_name: claim_family_name,
        birth_date: claim_birth_date,
        email: claim_email,
    };
    let typed = TypedIdentityProvider { name, issuer, client_id, auth, scopes, acr_values, least, claims };
    let id = server.add_identity_provider(typed, TypedSecret { secret, remove: false }).await?;
    respond::redirect(&paths::identity_provider(id), Notice::ProviderAdded);
    Ok(())
}

/// Changes an identity provider; a blank `secret` keeps the one that is there.
#[server(prefix = "/api", endpoint = "identity-providers/change")]
pub async fn change_identity_provider(
    id: String,
    version: u32,
    name: String,
    issuer: String,
    client_id: String,
    auth: String,
    #[server(default)] secret: String,
    #[server(default)] remove_secret: Option<String>,
    #[server(default)] scopes: String,
    #[server(default)] acr_values: String,
    least: String,
    #[server(default)] claim_fiscal_code: String,
    #[server(default)] claim_name: String,
    #[server(default)] claim_family_name: String,
    #[server(default)] claim_birth_date: String,
    #[server(default)] claim_email: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    let claims = TypedClaims {
        fiscal_code: claim_fiscal_code,
        name: claim_name,
        family_name: claim_family_name,
        birth_date: claim_birth_date,
        email: claim_email,
    };
    let typed = TypedIdentityProvider { name, issuer, client_id, auth, scopes, acr_values, least, claims };
    let secret = TypedSecret { secret, remove: remove_secret.is_some() };
    server.change_identity_provider(id, typed, secret, version).await?;
    respond::redirect(&paths::identity_provider(id), Notice::Saved);
    Ok(())
}

/// Reaches an identity provider to see whether its settings hold.
#[server(prefix = "/api", endpoint = "identity-providers/try")]
pub async fn try_identity_provider(id: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    server.try_identity_provider(id).await?;
    respond::redirect(&paths::identity_provider(id), Notice::ProviderTried);
    Ok(())
}

/// Offers an identity provider on the sign-in page.
#[server(prefix = "/api", endpoint = "identity-providers/switch-on")]
pub async fn switch_on_identity_provider(id: String, version: u32) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    server.switch_identity_provider(id, true, version).await?;
    respond::redirect(&paths::identity_provider(id), Notice::ProviderOn);
    Ok(())
}

/// Offers an identity provider no more.
#[server(prefix = "/api", endpoint = "identity-providers/switch-off")]
pub async fn switch_off_identity_provider(id: String, version: u32) -> Outcome<()> {
    let server = use_cases()?;
    let id = id.parse()?;
    server.switch_identity_provider(id, false, version).await?;
    respond::redirect(&paths::identity_provider(id), Notice::ProviderOff);
    Ok(())
}

/// Removes an identity provider; `sure` is the tick that says so.
#[server(prefix = "/api", endpoint = "identity-providers/remove")]
pub async fn remove_identity_provider(
    id: String,
    version: u32,
    #[server(default)] sure: Option<String>,
) -> Outcome<()> {
    let server = use_cases()?;
    if sure.is_none() {
        return Err(AppError::invalid("sure", domain::invalid::Fault::Required));
    }
    server.remove_identity_provider(id.parse()?, version).await?;
    respond::redirect(paths::IDENTITY_PROVIDERS, Notice::ProviderRemoved);
    Ok(())
}
