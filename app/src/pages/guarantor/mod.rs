//! The guarantor's pages, on the platform's host.

mod case;
mod queue;

pub(crate) use case::CasePage;
pub(crate) use queue::QueuePage;
