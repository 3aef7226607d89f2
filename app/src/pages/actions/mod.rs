//! The agenda's actions: all of them, and each with its story.

mod desk;
mod list;
mod one;
mod story;

pub(crate) use list::ActionsPage;
pub(crate) use one::ActionPage;
