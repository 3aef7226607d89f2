//! The processes of a tenant.

use super::{late, stage_class};
use crate::{
    components::{Empty, Page, Pager, load, process_words, span},
    contract::{process::ProcessRow, use_cases},
    format::until,
    i18n::*,
    paths,
    visit::{content_lang, locale, today},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn ProcessListPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    let after = use_query_map().read_untracked().get("dopo");
    load(async move { server?.processes(after).await }, move |page| {
        let empty = page.rows.is_empty().then(|| view! { <Empty words=td_string!(l, process.no_paths)/> });
        view! {
            <Page title=td_string!(l, process.paths)>
                <p class="page-lead">{td_string!(l, process.paths_lead)}</p>
                {empty}
                <ProcessCards rows=page.rows/>
                <Pager next=page.next/>
            </Page>
        }
    })
}

/// Processes as cards: name, phase, dates, what is open.
#[component]
pub(crate) fn ProcessCards(rows: Vec<ProcessRow>) -> impl IntoView {
    let l = locale();
    let cards = rows
        .into_iter()
        .map(|row| {
            let stage = process_words::stage_in(l, row.stage, row.pack);
            let open = row
                .open_until
                .map(|day| view! { <p class="tile-meta">{td_string!(l, process.open_until, until = until(l, day, today()))}</p> });
            let fictional =
                row.fictional.then(|| view! { <span class="fictional">{td_string!(l, process.fictional)}</span> });
            let late = row.overdue.then(|| late(l));
            view! {
                <li class="tile">
                    <h2 class="tile-title h5" lang=content_lang()><a href=paths::process(&row.slug)>{row.title}</a></h2>
                    <p><span class=stage_class(row.stage)>{stage}</span>" "{fictional}</p>
                    <p lang=content_lang()>{row.summary}</p>
                    <p class="tile-meta">{span(l, row.started_on, row.end)}{late}</p>
                    {open}
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!cards.is_empty()).then(|| view! { <ul class="card-grid">{cards}</ul> })
}
