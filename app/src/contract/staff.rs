//! People who work for a tenant: invitations and roles.

use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    id::{GrantId, InvitationId, PersonId},
    role::Role,
};

/// A role that a person holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    pub id: GrantId,
    pub role: Role,
    /// Title of the process it counts in; none for all.
    pub process: Option<String>,
}

/// A person with at least one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub roles: Vec<HeldRole>,
}

/// An invitation that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingInvitation {
    pub id: InvitationId,
    pub email: String,
    pub role: Role,
    pub process: Option<String>,
    pub expires_at: DateTime<Utc>,
}

/// Everybody who works for the tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffView {
    pub people: Vec<StaffMember>,
    pub pending: Vec<PendingInvitation>,
    /// Identifier and title of each process.
    pub processes: Vec<(String, String)>,
    /// The roles that can be given here.
    pub roles: Vec<Role>,
}

/// An invitation as its link shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationView {
    pub email: String,
    pub role: Role,
    pub process: Option<String>,
    pub expires_at: DateTime<Utc>,
    /// Whether it can still be accepted.
    pub stands: bool,
    /// Whether the person signed in has the invited address; none when nobody is signed in.
    pub mine: Option<bool>,
    /// The name that the person signed in chose to show; empty while it is the one that a first visit gives.
    pub name: String,
}

#[async_trait]
pub trait Staff {
    /// Who works here, and who was invited. Administrators only.
    async fn staff(&self) -> Outcome<StaffView>;

    /// Mails an invitation to take a role. Administrators only.
    async fn invite(&self, email: String, role: String, process: String) -> Outcome<()>;

    /// Takes back an invitation that nobody accepted. Administrators only.
    async fn withdraw_invitation(&self, invitation: InvitationId) -> Outcome<()>;

    /// Gives a further role to somebody who holds one, and tells them. Administrators only.
    async fn grant_role(&self, to: PersonId, role: String, process: String) -> Outcome<()>;

    /// Takes a role back, never that of the last administrator, and tells the person. Administrators only.
    async fn revoke_role(&self, grant: GrantId) -> Outcome<()>;

    /// The invitation behind a link.
    async fn invitation(&self, key: String) -> Outcome<InvitationView>;

    /// Accepts an invitation: the role is given to the person signed in, whose address must be the invited one, and
    /// who is shown by `name` from now on. Tells the role.
    async fn accept_invitation(&self, key: String, name: String) -> Outcome<Role>;
}
