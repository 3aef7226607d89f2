//! The settings of a tenant.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
use leptos::prelude::*;

/// Gives the tenant the logo of the field `file`.
#[server(prefix = "/api", endpoint = "settings/logo")]
pub async fn change_logo(version: String) -> Outcome<()> {
    let server = use_cases()?;
    server.change_logo(Some(respond::sent_file("file")), version).await?;
    respond::redirect(paths::SETTINGS, Notice::Saved);
    Ok(())
}

/// Takes the logo away.
#[server(prefix = "/api", endpoint = "settings/remove-logo")]
pub async fn remove_logo(version: String) -> Outcome<()> {
    use_cases()?.change_logo(None, version).await?;
    respond::redirect(paths::SETTINGS, Notice::Saved);
    Ok(())
}

/// Changes how surely the tenant wants to know who acts.
#[server(prefix = "/api", endpoint = "settings/needs")]
pub async fn change_needs(
    contribute: String,
    vote: String,
    binding: String,
    #[server(default)] contribute_age: String,
    #[server(default)] vote_age: String,
    version: String,
) -> Outcome<()> {
    let typed = domain::identification::TypedNeeds { contribute, vote, binding, contribute_age, vote_age };
    use_cases()?.change_needs(typed, version).await?;
    respond::redirect(paths::NEEDS, Notice::Saved);
    Ok(())
}

/// Lets a moderator read the first words of new people first (`held` is `si`), or no longer.
#[server(prefix = "/api", endpoint = "settings/first-held")]
pub async fn hold_first(#[server(default)] held: String) -> Outcome<()> {
    use_cases()?.hold_first(held == "si").await?;
    respond::redirect(paths::SETTINGS, Notice::Saved);
    Ok(())
}

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
