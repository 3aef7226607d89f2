//! Pages that everyone reads first.

mod feedback;
mod fixed;
mod fixed_platform;
mod home;
mod platform_home;
mod suspended;

pub(crate) use feedback::FeedbackList;
pub(crate) use fixed::{Accessibility, LegalNotes, Privacy};
pub(crate) use fixed_platform::{PlatformLegalNotes, PlatformPrivacy};
pub(crate) use home::Home;
pub(crate) use platform_home::PlatformHome;
pub(crate) use suspended::Suspended;
