//! Invitations and roles.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, error::AppError, notice::Notice, paths, respond};
use leptos::prelude::*;

/// Invites a person to take a role.
#[server(prefix = "/api", endpoint = "staff/invite")]
pub async fn invite(email: String, role: String, #[server(default)] process: String) -> Outcome<()> {
    use_cases()?.invite(email, role, process).await?;
    respond::redirect(paths::STAFF, Notice::InvitationSent);
    Ok(())
}

/// Takes an invitation back.
#[server(prefix = "/api", endpoint = "staff/withdraw")]
pub async fn withdraw_invitation(invitation: String) -> Outcome<()> {
    let server = use_cases()?;
    server.withdraw_invitation(invitation.parse()?).await?;
    respond::redirect(paths::STAFF, Notice::InvitationWithdrawn);
    Ok(())
}

/// Gives a further role to somebody who holds one.
#[server(prefix = "/api", endpoint = "staff/grant")]
pub async fn grant_role(person: String, role: String, #[server(default)] process: String) -> Outcome<()> {
    let server = use_cases()?;
    let person = domain::code::choice(&person).map_err(|fault| AppError::invalid("person", fault))?;
    server.grant_role(person, role, process).await?;
    respond::redirect(paths::STAFF, Notice::RoleGranted);
    Ok(())
}

/// Takes a role back.
#[server(prefix = "/api", endpoint = "staff/revoke")]
pub async fn revoke_role(grant: String) -> Outcome<()> {
    let server = use_cases()?;
    server.revoke_role(grant.parse()?).await?;
    respond::redirect(paths::STAFF, Notice::RoleRevoked);
    Ok(())
}

/// Accepts an invitation.
#[server(prefix = "/api", endpoint = "invitations/accept")]
pub async fn accept_invitation(key: String, name: String) -> Outcome<()> {
    let server = use_cases()?;
    let name = domain::text::line(&name, 80).map_err(|fault| AppError::invalid("name", fault))?;
    let role = server.accept_invitation(key, name).await?;
    respond::redirect(paths::first_page_of(role), Notice::InvitationAccepted);
    Ok(())
}
