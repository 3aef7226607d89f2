//! The formal agreement: what everybody reads, where it is written, where parties answer.

mod desk;
mod parties;
mod public;
mod signing;
mod text;
mod words;

pub(crate) use desk::AgreementDeskPage;
pub(crate) use public::AgreementPage;
pub(crate) use signing::SigningPage;
