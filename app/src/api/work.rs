//! The staff's first page.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
use leptos::prelude::*;

/// Marks what changed as read.
#[server(prefix = "/api", endpoint = "work/read")]
pub async fn mark_read() -> Outcome<()> {
    use_cases()?.mark_read().await?;
    respond::redirect(paths::WORK, Notice::ChangesRead);
    Ok(())
}
