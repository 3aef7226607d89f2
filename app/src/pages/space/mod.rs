//! One's own space: what one did, what became of it, the account.

mod comments;
mod erase;
mod meetings;
mod overview;
mod own_data;
mod ways_in;

pub(crate) use erase::ErasePage;
pub(crate) use meetings::MyMeetingsPage;
pub(crate) use overview::SpacePage;
pub(crate) use own_data::OwnDataPage;
pub(crate) use ways_in::WaysInPage;
