//! The only error that crosses the boundary between browser and server.

use domain::{
    invalid::{Fault, FieldErrors},
    refusal::StepRefused,
};
use leptos::{
    prelude::{FromServerFnError, ServerFnErrorErr},
    server_fn::codec::JsonEncoding,
};
use serde::{Deserialize, Serialize};

/// Why a request did not succeed; the words are in the locale files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    /// Only a person who signed in may do this.
    #[error("sign-in required")]
    SignInRequired,
    /// There is no such thing, or not for this person.
    #[error("not found")]
    NotFound,
    /// The person may see the thing but not do this with it.
    #[error("forbidden")]
    Forbidden,
    /// Somebody changed the thing since the person saw it.
    #[error("conflict")]
    Conflict,
    /// The typed input has faults.
    #[error("invalid input")]
    Invalid(FieldErrors),
    /// The rules do not allow this step now.
    #[error("step refused")]
    StepRefused(StepRefused),
    /// Too many requests of this kind in a short time.
    #[error("too many requests")]
    TooMany,
    /// Something on the server does not work; it was logged.
    #[error("unavailable")]
    Unavailable,
}

/// A result that may cross the boundary.
pub type Outcome<T> = Result<T, AppError>;

impl AppError {
    /// A form with one fault.
    #[must_use]
    pub fn invalid(field: &str, fault: Fault) -> Self {
        Self::Invalid(FieldErrors::one(field, fault))
    }

    /// The HTTP status that a page or an API answers with.
    #[must_use]
    pub fn status(&self) -> http::StatusCode {
        use http::StatusCode as S;
        match self {
            Self::SignInRequired => S::UNAUTHORIZED,
            Self::NotFound => S::NOT_FOUND,
            Self::Forbidden => S::FORBIDDEN,
            Self::Conflict => S::CONFLICT,
            Self::Invalid(_) | Self::StepRefused(_) => S::UNPROCESSABLE_ENTITY,
            Self::TooMany => S::TOO_MANY_REQUESTS,
            Self::Unavailable => S::SERVICE_UNAVAILABLE,
        }
    }
}

impl From<FieldErrors> for AppError {
    fn from(errors: FieldErrors) -> Self {
        Self::Invalid(errors)
    }
}

impl From<StepRefused> for AppError {
    fn from(refused: StepRefused) -> Self {
        Self::StepRefused(refused)
    }
}

impl From<domain::refusal::Blocker> for AppError {
    fn from(blocker: domain::refusal::Blocker) -> Self {
        Self::StepRefused(blocker.into())
    }
}

impl From<domain::id::NotAnId> for AppError {
    fn from(_: domain::id::NotAnId) -> Self {
        Self::NotFound
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Self::invalid("", Fault::Form)
            }
            _ => Self::Unavailable,
        }
    }
}
