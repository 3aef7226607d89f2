//! The guarantor's pages, on the platform's host.

mod case;
mod extension;
mod queue;
mod text;

pub(crate) use case::CasePage;
pub(crate) use extension::ExtensionCasePage;
pub(crate) use queue::QueuePage;
