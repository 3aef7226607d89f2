//! Invitations and roles.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
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
    server.grant_role(person.parse()?, role, process).await?;
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
pub async fn accept_invitation(key: String) -> Outcome<()> {
    use_cases()?.accept_invitation(key).await?;
    respond::redirect(paths::HOME, Notice::InvitationAccepted);
    Ok(())
}
