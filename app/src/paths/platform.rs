//! Addresses on the platform's own host: the coordinator's and the guarantor's.

use super::encode;
use domain::id::{ProcessId, TenantId};

/// Every tenant, for the coordinator.
pub const TENANTS: &str = "/enti";
/// Where a tenant is created.
pub const NEW_TENANT: &str = "/enti/nuovo";
/// All open deadlines of all tenants, for the coordinator.
pub const DEADLINES: &str = "/scadenze";
/// The guarantor's queue, on the platform's host.
pub const GUARANTOR_QUEUE: &str = "/garanzia";

/// One tenant, for the coordinator.
#[must_use]
pub fn tenant(slug: &str) -> String {
    format!("{TENANTS}/{}", encode(slug))
}

/// What one process submitted to the guarantor.
#[must_use]
pub fn guarantor_case(tenant: TenantId, process: ProcessId) -> String {
    format!("{GUARANTOR_QUEUE}/{tenant}/{process}")
}
