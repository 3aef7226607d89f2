//! Sign-in, sessions, roles; the only maker of [`TenantScope`].

mod entry;
pub mod oidc;
mod scope;
pub mod secret;

pub(crate) use entry::enter;
pub use scope::{Actor, PlatformScope, TenantScope};
