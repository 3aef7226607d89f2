//! The use cases, as traits: what pages and server functions may ask. The server implements them.

pub mod audit;
pub mod console;
pub mod contributions;
pub mod documents;
pub mod moderation;
pub mod people;
pub mod settings;
pub mod space;
pub mod staff;
pub mod tables;

use crate::error::{AppError, Outcome};
use leptos::prelude::use_context;
use std::sync::Arc;

/// Everything that can be asked, bound to one tenant, one person and one request.
pub trait UseCases:
    audit::Audit
    + console::Console
    + contributions::Contributions
    + documents::Documents
    + moderation::Moderation
    + people::People
    + settings::Settings
    + space::MySpace
    + staff::Staff
    + tables::Tables
    + Send
    + Sync
{
}

impl<T> UseCases for T where
    T: audit::Audit
        + console::Console
        + contributions::Contributions
        + documents::Documents
        + moderation::Moderation
        + people::People
        + settings::Settings
        + space::MySpace
        + staff::Staff
        + tables::Tables
        + Send
        + Sync
{
}

/// The handle of the request being answered.
pub type Handle = Arc<dyn UseCases>;

/// The use cases of this request; take it before the first `await`.
///
/// # Errors
/// `Unavailable` outside a request.
pub fn use_cases() -> Outcome<Handle> {
    use_context::<Handle>().ok_or(AppError::Unavailable)
}

/// One page of a long list, and where the next one starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice<T> {
    pub rows: Vec<T>,
    /// The value of `dopo` for the next page; none on the last.
    pub next: Option<String>,
}
