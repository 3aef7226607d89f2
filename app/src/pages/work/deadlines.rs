//! The open deadlines of all tenants, for the coordinator.

use super::when_words;
use crate::{
    components::{Empty, Page, Pager, load, process_words, words::role_words},
    contract::{Slice, use_cases, work::RegionalDeadline},
    format::rome_day,
    i18n::*,
    visit::{content_lang, locale, visit},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn DeadlinesPage() -> impl IntoView {
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    load(async move { server?.regional_deadlines(after).await }, shown)
}

fn shown(found: Slice<RegionalDeadline>) -> impl IntoView {
    let l = locale();
    let today = rome_day(visit().now);
    let content = if found.rows.is_empty() {
        view! { <Empty words=td_string!(l, work.no_deadlines)/> }.into_any()
    } else {
        table(l, found.rows, today).into_any()
    };
    view! {
        <Page title=td_string!(l, work.deadlines)>
            <p class="page-lead">{td_string!(l, work.deadlines_lead)}</p>
            {content}
            <Pager next=found.next/>
        </Page>
    }
}

fn table(l: Locale, rows: Vec<RegionalDeadline>, today: chrono::NaiveDate) -> impl IntoView {
    let heads = [
        td_string!(l, work.when),
        td_string!(l, work.what),
        td_string!(l, work.tenant),
        td_string!(l, work.path),
        td_string!(l, work.who),
    ];
    let [when, what, tenant, path, who] = heads.map(ToString::to_string);
    let head = [&when, &what, &tenant, &path, &who].map(|words| view! { <th scope="col">{words.clone()}</th> });
    let rows = rows
        .into_iter()
        .map(|row| {
            let late = row.due < today;
            let process = match row.process {
                Some((title, href)) => view! { <a href=href lang=content_lang()>{title}</a> }.into_any(),
                None => view! { <span class="muted">{td_string!(l, work.unnamed_path)}</span> }.into_any(),
            };
            let mark = if late { "status status-late" } else { "status status-waiting" };
            view! {
                <tr>
                    <td data-label=when.clone()><span class=mark>{when_words(l, row.due, today)}</span></td>
                    <td data-label=what.clone()>{process_words::deadline(l, row.kind)}</td>
                    <td data-label=tenant.clone() lang=content_lang()>{row.tenant}</td>
                    <td data-label=path.clone()>{process}</td>
                    <td data-label=who.clone()>{role_words(l, row.who)}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <table class="table table-cards">
            <thead><tr>{head.into_iter().collect::<Vec<_>>()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
