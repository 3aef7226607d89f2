//! Signing in.

mod code;
mod kept_mail;
mod sign_in;

pub(crate) use code::CodePage;
pub(crate) use kept_mail::KeptMailPage;
pub(crate) use sign_in::SignInPage;
