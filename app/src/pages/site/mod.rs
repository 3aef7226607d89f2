//! Pages that everyone reads first.

mod home;
mod platform_home;
mod suspended;

pub(crate) use home::Home;
pub(crate) use platform_home::PlatformHome;
pub(crate) use suspended::Suspended;
