//! Status and redirect of the answer being made.

#[cfg(feature = "ssr")]
mod answer;

use crate::error::AppError;
#[cfg(feature = "ssr")]
pub use answer::*;
use http::StatusCode;

/// Sets the status of a page that shows `error`.
pub fn status_of(error: &AppError) {
    status(error.status());
}

/// Sets the status of the page being drawn; a browser has none to set.
pub fn status(status: StatusCode) {
    #[cfg(feature = "ssr")]
    if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(status);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = status;
}
