//! Why something was refused: on top of its form, or of the page when the form is gone.

use super::{known::way_on, words::error_words};
use crate::{
    error::AppError,
    i18n::*,
    visit::{RefusalShown, Submitted, locale},
};
use leptos::prelude::*;

/// Fields in which people write sentences: what they hold is given back when their form is gone.
const SENTENCES: [&str; 8] = ["reason", "text", "title", "titles", "body", "bodies", "notes", "note"];

/// Why something was refused that has no fields to lead to.
pub(crate) fn refusal(error: &AppError) -> impl IntoView + use<> {
    reasons_below(().into_any(), words_without_form(error), error)
}

/// Why something was refused, where there is no form that holds what was typed.
pub(super) fn words_without_form(error: &AppError) -> Vec<String> {
    let l = locale();
    match error {
        AppError::Conflict => vec![td_string!(l, common.changed_meanwhile).to_string()],
        other => error_words(l, other),
    }
}

/// The `reasons` of `error` below `rows`, which lead to the fields at fault.
pub(super) fn reasons_below(rows: AnyView, reasons: Vec<String>, error: &AppError) -> impl IntoView + use<> {
    let l = locale();
    let reasons = reasons.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    view! {
        <div class="alert alert-danger" role="alert" id="errori" tabindex="-1" autofocus>
            <p class="fw-semibold mb-1">{td_string!(l, common.form_refused).to_string()}</p>
            <ul class="mb-0">{rows}{reasons}</ul>
            {way_on(error)}
        </div>
    }
}

/// What was refused and no form of the page has said, with the sentences that were typed: the page moved on meanwhile
/// and offers that form no more.
pub(super) fn unsaid(sent: Option<&Submitted>) -> Option<impl IntoView + use<>> {
    let said = use_context::<RefusalShown>().is_some_and(|shown| shown.is_noted());
    let sent = sent.filter(|_| !said)?;
    // Of several fields that bear one name, `bodies[2]` is one.
    let said = |name: &str| name.split('[').next().is_some_and(|name| SENTENCES.contains(&name));
    let typed = sent.values.iter().filter(|(name, value)| said(name) && !value.trim().is_empty());
    let typed = typed.map(|(_, value)| view! { <p class="quote">{value.clone()}</p> }).collect_view();
    Some(view! { {refusal(&sent.error)}{typed} })
}
