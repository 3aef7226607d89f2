//! Sign-in, sessions, roles; the only maker of [`TenantScope`].

mod scope;
pub mod secret;

pub use scope::{Actor, PlatformScope, TenantScope};
