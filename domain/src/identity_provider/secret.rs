//! What proves the platform to a provider: what becomes of it with a form, and what the provider needs to be offered.

use super::ClientAuth;
use crate::{
    digest::Digest,
    invalid::Fault,
    refusal::{Blocker, StepRefused},
    text,
};

/// The secret of a form: blank keeps what is there, which nobody reads again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedSecret {
    pub secret: String,
    /// Takes away what is kept; with `private_key_jwt`, makes another pair of keys.
    pub remove: bool,
}

/// What becomes of the kept secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretChange {
    Keep,
    Remove,
    /// What was typed comes in its place.
    Set(String),
    /// A fresh pair of keys comes in its place.
    MakeKey,
}

impl TypedSecret {
    /// What the form means for a provider that is to be proved to by `auth`, where `kept` tells for which way
    /// something is kept. A secret is of no use as a key, nor a key as a secret.
    ///
    /// # Errors
    /// `TooLong` or `Form`, for the field `secret`.
    pub fn change(&self, auth: ClientAuth, kept: Option<ClientAuth>) -> Result<SecretChange, Fault> {
        let typed = text::optional_line(&self.secret, 500)?;
        let by_key = auth == ClientAuth::PrivateKeyJwt;
        let fits = kept.is_some_and(|kept| (kept == ClientAuth::PrivateKeyJwt) == by_key);
        Ok(match typed {
            Some(typed) if !by_key => SecretChange::Set(typed),
            _ if fits && !self.remove => SecretChange::Keep,
            _ if by_key => SecretChange::MakeKey,
            _ => SecretChange::Remove,
        })
    }
}

/// Whether a provider may be offered on the sign-in page: something proves the platform to it, and what was last
/// tried with success, if anything, is what stands now.
///
/// # Errors
/// `ProviderSecret`, `ProviderUntried`.
pub fn switch_on(proved: bool, tried: Option<&Digest>, standing: &Digest) -> Result<(), StepRefused> {
    if !proved {
        return Err(Blocker::ProviderSecret.into());
    }
    if tried == Some(standing) { Ok(()) } else { Err(Blocker::ProviderUntried.into()) }
}
