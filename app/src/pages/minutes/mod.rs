//! Minutes: read, commented, written.

mod approvals;
mod beside;
mod parts;
mod public;
mod read;
mod write;

pub(crate) use public::public_minutes;
pub(crate) use read::MinutesPage;
pub(crate) use write::MinutesWorkPage;
