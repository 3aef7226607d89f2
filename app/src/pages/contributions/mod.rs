//! Proposals: the list, one with its story, writing one, answering them.

mod answers;
mod comments;
mod filters;
mod list;
mod new;
mod one;
mod rows;
mod story;

pub(crate) use answers::AnswersPage;
pub(crate) use list::ContributionsPage;
pub(crate) use new::ProposePage;
pub(crate) use one::ContributionPage;
pub(crate) use rows::{rows, slot_words};
