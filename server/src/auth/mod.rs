//! Sign-in, sessions, roles; the only maker of [`TenantScope`].

pub mod client_key;
mod entry;
pub mod oidc;
mod scope;
pub mod secret;
pub mod vault;

pub(crate) use entry::enter;
pub use scope::{Actor, PlatformScope, TenantScope};
