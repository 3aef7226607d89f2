//! The settings of a tenant.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
use leptos::prelude::*;

/// Changes the settings.
#[server(prefix = "/api", endpoint = "settings/change")]
pub async fn change_settings(
    name: String,
    description: String,
    accent: String,
    patron_day: String,
    custom_domain: String,
    version: String,
) -> Outcome<()> {
    let typed = domain::settings::TypedSettings { name, description, accent, patron_day, custom_domain };
    use_cases()?.change_settings(typed, version).await?;
    respond::redirect(paths::SETTINGS, Notice::Saved);
    Ok(())
}
