//! One's own space: what one did, what became of it, the account.

mod erase;
mod overview;

pub(crate) use erase::ErasePage;
pub(crate) use overview::SpacePage;
