//! One's own preferences and account.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{
    contract::{space::Preferences, use_cases},
    error::AppError,
    notice::Notice,
    paths, respond,
};
#[cfg(feature = "ssr")]
use domain::invalid::{Fault, FieldErrors};
use leptos::prelude::*;

/// Changes the name that is shown, and the language of mail.
#[server(prefix = "/api", endpoint = "space/preferences")]
pub async fn keep_preferences(name: String, language: String) -> Outcome<()> {
    let server = use_cases()?;
    let mut errors = FieldErrors::default();
    let name = errors.take("name", domain::text::line(&name, 80));
    let known = if matches!(language.as_str(), "it" | "en") { Ok(language) } else { Err(Fault::Choice) };
    let language = errors.take("language", known);
    let (Some(name), Some(language)) = (name, language) else { return Err(errors.into()) };
    server.keep_preferences(Preferences { name, language }).await?;
    respond::redirect(paths::MY_SPACE, Notice::Saved);
    Ok(())
}

/// Erases the account of the person who asks; `sure` is the tick that says so.
#[server(prefix = "/api", endpoint = "space/erase")]
pub async fn erase_account(#[server(default)] sure: Option<String>) -> Outcome<()> {
    let server = use_cases()?;
    if sure.is_none() {
        return Err(AppError::invalid("sure", Fault::Required));
    }
    server.erase_account().await?;
    respond::close_session();
    respond::redirect(paths::HOME, Notice::AccountErased);
    Ok(())
}
