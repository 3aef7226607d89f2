//! Proposals: the list, one with its story, writing and changing one, answering them.

mod answers;
mod assisted;
mod combine;
mod comments;
mod composed;
mod filters;
mod list;
mod new;
mod one;
mod receipt;
mod returned;
mod revise;
mod rows;
mod similar;
mod story;
mod support;
mod ticks;
mod together;
mod versions;
mod withheld;

pub(crate) use answers::AnswersPage;
pub(crate) use assisted::AssistedPage;
pub(crate) use combine::{MergePage, SplitPage};
pub(crate) use list::ContributionsPage;
pub(crate) use new::ProposePage;
pub(crate) use one::ContributionPage;
pub(crate) use receipt::{ReceiptFormPage, ReceiptPage};
pub(crate) use revise::RevisePage;
pub(crate) use rows::{rows, slot_words};
pub(crate) use similar::SimilarPage;
pub(crate) use together::TogetherPage;
pub(crate) use versions::ContributionVersionsPage;
