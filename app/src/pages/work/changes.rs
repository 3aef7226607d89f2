//! What changed on the reader's paths.

use crate::{
    api::work::MarkRead,
    components::{Form, Submit, process_words, words::role_words},
    contract::work::ChangeRow,
    format::{day_of, moment},
    i18n::*,
    paths,
    visit::content_lang,
};
use chrono::{DateTime, Utc};
use leptos::{prelude::*, server_fn::ServerFn};

/// What changed since the reader last said to have read it.
pub(super) fn changes(l: Locale, rows: Vec<ChangeRow>, since: Option<DateTime<Utc>>) -> impl IntoView {
    let lead = match since {
        Some(since) => td_string!(l, work.since, moment = moment(since)),
        None => td_string!(l, work.since_month).to_string(),
    };
    let none = if since.is_some() { td_string!(l, work.no_changes) } else { td_string!(l, work.no_changes_month) };
    let empty = rows.is_empty().then(|| view! { <p>{none}</p> });
    let read = (!rows.is_empty()).then(|| {
        view! {
            <Form to=MarkRead::PATH class="inline-form">
                <Submit label=td_string!(l, work.mark_read) kind="btn-outline-primary"/>
            </Form>
        }
    });
    let rows = rows
        .into_iter()
        .map(|row| {
            let when = format!("{} · {}", day_of(row.entry.at), role_words(l, row.entry.role));
            view! {
                <li>
                    <p class="row-title"><a href=paths::workspace(&row.slug)>{process_words::history(l, row.entry.kind)}</a></p>
                    <p class="row-text" lang=content_lang()>{row.title}</p>
                    <p class="row-meta">{when}</p>
                </li>
            }
        })
        .collect::<Vec<_>>();
    let lead = empty.is_none().then(|| view! { <p class="muted">{lead}</p> });
    let list = (!rows.is_empty()).then(|| view! { <ul class="row-list">{rows}</ul> });
    view! { {lead}{empty}{list}{read} }
}
