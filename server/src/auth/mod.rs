//! Sign-in, sessions, roles; the only maker of [`TenantScope`].

mod entry;
mod scope;
pub mod secret;

pub(crate) use entry::enter;
pub use scope::{Actor, PlatformScope, TenantScope};
