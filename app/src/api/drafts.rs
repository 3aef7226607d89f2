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

/// Keeps the form that is being written, and shows its page again beside the sources that are looked for.
#[server(prefix = "/api", endpoint = "drafts/look")]
pub async fn look_for_sources(
    draft: String,
    #[server(default)] look_table: String,
    #[server(default)] look_words: String,
    #[server(default)] look_after: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let form = named("draft", &draft)?;
    let fields = draft::worth_keeping(&form, respond::sent_fields());
    server.keep_draft(form.clone(), fields.ok_or_else(|| AppError::invalid("draft", Fault::Choice))?).await?;
    let [table, words, after] = [&look_table, &look_words, &look_after].map(|asked| paths::encode(asked));
    let page = paths::local(form.page());
    respond::redirect_silently(&format!("{page}?tavolo={table}&parole={words}&dopo={after}#origins"));
    Ok(())
}

/// The form that `field` names.
#[cfg(feature = "ssr")]
fn named(field: &str, name: &str) -> Outcome<DraftName> {
    name.parse().map_err(|fault| AppError::invalid(field, fault))
}
