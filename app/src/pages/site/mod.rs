//! Pages that everyone reads first.

mod home;
mod platform_home;

pub(crate) use home::Home;
pub(crate) use platform_home::PlatformHome;
