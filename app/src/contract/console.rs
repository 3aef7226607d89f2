//! The coordinator's console: tenants created, closed, opened again.

use super::Slice;
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::tenant::{Template, TenantKind, TenantState, TenantStep, TypedTenant};

/// What a list of tenants is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TenantsWanted {
    pub words: String,
    pub state: Option<TenantState>,
    pub kind: Option<TenantKind>,
    /// Where the page starts.
    pub after: Option<String>,
}

/// One tenant of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenantRow {
    pub slug: String,
    pub name: String,
    pub description: String,
    pub kind: TenantKind,
    pub state: TenantState,
    /// Its address on the web.
    pub origin: String,
    pub created_at: DateTime<Utc>,
}

/// What the form for a new tenant offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenantChoices {
    /// Identifier of each union, and its name with its slug: two may bear the same name.
    pub unions: Vec<(String, String)>,
    /// Key of each rule pack that is in force.
    pub packs: Vec<String>,
    /// The platform's host, after which tenants are named.
    pub base_host: String,
}

/// An invitation of an administrator, as the coordinator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentInvitation {
    pub email: String,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

/// One tenant, as the coordinator sees it: nothing of what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TenantView {
    pub row: TenantRow,
    pub istat_code: Option<String>,
    pub ipa_code: Option<String>,
    /// Key of the rule pack for new paths.
    pub pack: String,
    pub template: Template,
    /// Slug and name of the union it belongs to.
    pub parent: Option<(String, String)>,
    /// Slug and name of each municipality of the union.
    pub members: Vec<(String, String)>,
    pub invitations: Vec<SentInvitation>,
    /// Mails that were given up.
    pub dead_mails: u64,
    pub now: DateTime<Utc>,
}

/// The region in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RegionView {
    pub active: u64,
    pub suspended: u64,
    pub unions: u64,
    pub municipalities: u64,
    pub dead_mails: u64,
}

#[async_trait]
pub trait Console {
    /// The open tenants by name, for everybody.
    async fn territories(&self, after: Option<String>) -> Outcome<Slice<TenantRow>>;

    /// A page of the tenants that are wanted, by name, and how many there are in all. Coordinators only.
    async fn tenants(&self, wanted: TenantsWanted) -> Outcome<(Slice<TenantRow>, u64)>;

    /// The region in figures. Coordinators only.
    async fn region(&self) -> Outcome<RegionView>;

    /// What the form for a new tenant offers. Coordinators only.
    async fn tenant_choices(&self) -> Outcome<TenantChoices>;

    /// One tenant. Coordinators only.
    async fn tenant(&self, slug: String) -> Outcome<TenantView>;

    /// Creates a tenant with the start that its template gives, and invites its first administrator; tells its slug.
    async fn create_tenant(&self, typed: TypedTenant) -> Outcome<String>;

    /// Suspends a tenant or opens it again.
    async fn change_tenant(&self, slug: String, step: TenantStep) -> Outcome<()>;

    /// Invites a further administrator of a tenant.
    async fn invite_administrator(&self, slug: String, email: String) -> Outcome<()>;
}
