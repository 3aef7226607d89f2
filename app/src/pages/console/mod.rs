//! The coordinator's pages.

mod new_tenant;
mod tenant;
mod tenant_life;
mod tenants;
mod words;

pub(crate) use new_tenant::NewTenantPage;
pub(crate) use tenant::TenantPage;
pub(crate) use tenants::TenantsPage;
