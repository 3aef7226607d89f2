//! The moderators' queue: one text at a time, and the log of what was done.

mod log;
mod queue;

pub(crate) use queue::ModerationPage;
