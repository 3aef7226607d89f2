//! What happened in a process, newest first.

use crate::{
    components::{Empty, Pager, process_words, words::role_words},
    contract::{Slice, process::HistoryRow},
    format::day_of,
    i18n::*,
    visit::{content_lang, locale},
};
use leptos::prelude::*;

/// The history: what, when, in which role, and the note that goes with it.
#[component]
pub(crate) fn HistoryList(page: Slice<HistoryRow>) -> impl IntoView {
    let l = locale();
    let Slice { rows, next } = page;
    if rows.is_empty() {
        return view! { <Empty words=td_string!(l, process.no_history)/> }.into_any();
    }
    let rows = rows
        .into_iter()
        .map(|row| {
            let note =
                (!row.note.is_empty()).then(|| view! { <p class="story-why" lang=content_lang()>{row.note}</p> });
            view! {
                <li class="is-done">
                    <p class="story-what">{process_words::history(l, row.kind)}</p>
                    <p class="story-when">{format!("{} · {}", day_of(row.at), role_words(l, row.role))}</p>
                    {note}
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! { <ol class="story">{rows}</ol><Pager next parameter="storia"/> }.into_any()
}
