//! Organs of a path: who sits where, for everybody and for the owner.

mod apply;
mod desk;
mod invitation;
mod member;
mod remarks;
mod rules;
mod who;

pub(crate) use desk::OrganDeskPage;
pub(crate) use invitation::MemberInvitationPage;
pub(crate) use remarks::RemarksPage;
pub(crate) use who::WhoDoesWhatPage;
