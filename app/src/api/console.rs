//! The coordinator's console.

#[cfg(feature = "ssr")]
use super::typed::chosen;
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, error::AppError, notice::Notice, paths, respond};
use leptos::prelude::*;

/// Creates a tenant.
#[server(prefix = "/api", endpoint = "tenants/create")]
pub async fn create_tenant(
    kind: String,
    name: String,
    slug: String,
    istat_code: String,
    ipa_code: String,
    parent: String,
    pack: String,
    #[server(default)] template: String,
    admin_email: String,
) -> Outcome<()> {
    let typed =
        domain::tenant::TypedTenant { kind, name, slug, istat_code, ipa_code, parent, pack, template, admin_email };
    let slug = use_cases()?.create_tenant(typed).await?;
    respond::redirect(&paths::tenant(&slug), Notice::TenantCreated);
    Ok(())
}

/// Suspends a tenant or opens it again.
#[server(prefix = "/api", endpoint = "tenants/change")]
pub async fn change_tenant(slug: String, step: String) -> Outcome<()> {
    use domain::tenant::TenantStep;
    let server = use_cases()?;
    let step = chosen("", &step)?;
    server.change_tenant(slug.clone(), step).await?;
    let notice = match step {
        TenantStep::Suspend => Notice::TenantSuspended,
        TenantStep::Resume => Notice::TenantResumed,
    };
    respond::redirect(&paths::tenant(&slug), notice);
    Ok(())
}

/// Invites a further administrator of a tenant.
#[server(prefix = "/api", endpoint = "tenants/invite")]
pub async fn invite_administrator(slug: String, email: String) -> Outcome<()> {
    let server = use_cases()?;
    let email = domain::text::email(&email).map_err(|fault| AppError::invalid("email", fault))?;
    server.invite_administrator(slug.clone(), email).await?;
    respond::redirect(&paths::tenant(&slug), Notice::InvitationSent);
    Ok(())
}
