//! The register of processing activities.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::processing::TypedActivity;
use leptos::prelude::*;

/// Adds an activity to the register, or changes one.
#[server(prefix = "/api", endpoint = "processing/keep")]
pub async fn keep_activity(
    #[server(default)] code: String,
    #[server(default)] version: u32,
    name: String,
    purpose: String,
    #[server(default)] basis: String,
    law: String,
    subjects: String,
    data: String,
    recipients: String,
    retention: String,
) -> Outcome<()> {
    let typed = TypedActivity { name, purpose, basis, law, subjects, data, recipients, retention };
    use_cases()?.keep_activity(code, version, typed).await?;
    respond::redirect(paths::PROCESSING_REGISTER, Notice::Saved);
    Ok(())
}

/// Takes an activity out of the register.
#[server(prefix = "/api", endpoint = "processing/drop")]
pub async fn drop_activity(code: String, version: u32) -> Outcome<()> {
    use_cases()?.drop_activity(code, version, true).await?;
    respond::redirect(paths::PROCESSING_REGISTER, Notice::Saved);
    Ok(())
}

/// Puts it back.
#[server(prefix = "/api", endpoint = "processing/restore")]
pub async fn restore_activity(code: String, version: u32) -> Outcome<()> {
    use_cases()?.drop_activity(code, version, false).await?;
    respond::redirect(paths::PROCESSING_REGISTER, Notice::Saved);
    Ok(())
}
