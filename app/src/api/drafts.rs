//! Drafts of long forms: kept while somebody writes, and thrown away.

use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, draft, error::AppError, format::hour, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{draft::DraftName, invalid::Fault};
use leptos::prelude::*;

/// Keeps `fields`, encoded as the form would send them, and tells the hour.
#[server(prefix = "/api", endpoint = "drafts/keep")]
pub async fn keep_draft(form: String, fields: String) -> Outcome<String> {
    let server = use_cases()?;
    let form = named("form", &form)?;
    let fields = form_urlencoded::parse(fields.as_bytes()).into_owned().collect();
    let fields = draft::worth_keeping(&form, fields).ok_or_else(|| AppError::invalid("form", Fault::Choice))?;
    Ok(hour(server.keep_draft(form, fields).await?))
}

/// Throws a draft away and shows its page as it is saved.
#[server(prefix = "/api", endpoint = "drafts/discard")]
pub async fn discard_draft(draft: String) -> Outcome<()> {
    let server = use_cases()?;
    let form = named("draft", &draft)?;
    server.discard_draft(form.clone()).await?;
    respond::redirect(paths::local(form.page()), Notice::DraftDiscarded);
    Ok(())
}

/// The form that `field` names.
#[cfg(feature = "ssr")]
fn named(field: &str, name: &str) -> Outcome<DraftName> {
    name.parse().map_err(|fault| AppError::invalid(field, fault))
}
