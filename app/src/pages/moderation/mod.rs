//! The moderators' queue: one text at a time, and the log of what was done; all texts; the register for everybody.

mod appeal;
mod hide;
mod log;
mod queue;
mod register;
mod texts;
mod words;

pub(crate) use appeal::{AppealPage, AppealsPage};
pub(crate) use hide::hide_fold;
pub(crate) use queue::ModerationPage;
pub(crate) use register::RegisterPage;
pub(crate) use texts::TextsPage;
