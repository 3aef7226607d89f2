//! What happened in a process, newest first.

use crate::{
    components::{Empty, Pager, process_words, words::role_words},
    contract::{Slice, process::HistoryRow},
    format::{date, day_of},
    i18n::*,
    visit::{content_lang, locale},
};
use chrono::NaiveDate;
use domain::history::HistoryKind;
use leptos::prelude::*;

/// The history: what, when, in which role, and the note that goes with it. The formal start is written down after it
/// took place: `started` is the day from which the process counts.
#[component]
pub(crate) fn HistoryList(page: Slice<HistoryRow>, started: Option<NaiveDate>) -> impl IntoView {
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
            let what = match started.filter(|_| row.kind == HistoryKind::Start) {
                Some(day) => td_string!(l, process.history_start_from, day = date(day)).to_string(),
                None => process_words::history(l, row.kind),
            };
            view! {
                <li class="is-done">
                    <p class="story-what">{what}</p>
                    <p class="story-when">{format!("{} · {}", day_of(row.at), role_words(l, row.role))}</p>
                    {note}
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! { <ol class="story">{rows}</ol><Pager next parameter="storia"/> }.into_any()
}
