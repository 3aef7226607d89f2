//! What visitors report about the site.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
use leptos::prelude::*;

/// Sends a report about the site's accessibility.
#[server(prefix = "/api", endpoint = "site/feedback")]
pub async fn send_feedback(message: String, page: String, email: String) -> Outcome<()> {
    let new = domain::feedback::NewFeedback::parse(&message, &page, &email)?;
    use_cases()?.send_feedback(new).await?;
    respond::redirect(paths::ACCESSIBILITY, Notice::FeedbackSent);
    Ok(())
}
