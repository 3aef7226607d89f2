//! What waits for the guarantor, over all tenants.

use super::extension::{EXTENSIONS_AFTER, waiting};
use crate::{
    components::{Empty, Page, Pager, load},
    contract::{guarantor::QueueRow, use_cases},
    format::day_of,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn QueuePage() -> impl IntoView {
    let l = locale();
    let query = use_query_map().read_untracked();
    let (after, extension) = (query.get("dopo"), query.get(EXTENSIONS_AFTER));
    drop(query);
    let server = use_cases();
    let fetch = async move {
        let server = server?;
        Ok((server.guarantor_queue(after).await?, server.extension_queue(extension).await?))
    };
    load(fetch, move |(slice, extensions)| {
        let content = if slice.rows.is_empty() {
            view! { <Empty words=td_string!(l, guarantor.queue_empty)/> }.into_any()
        } else {
            view! { {table(&slice.rows)}<Pager next=slice.next/> }.into_any()
        };
        view! {
            <Page title=td_string!(l, guarantor.queue_title)>
                <p class="page-lead">{td_string!(l, guarantor.queue_lead)}</p>
                <section class="section" aria-labelledby="documenti">
                    <h2 id="documenti">{td_string!(l, guarantor.documents_title)}</h2>
                    {content}
                </section>
                {waiting(l, extensions)}
            </Page>
        }
    })
}

fn table(rows: &[QueueRow]) -> impl IntoView + use<> {
    let l = locale();
    let rows = rows
        .iter()
        .map(|row| {
            let asked = match row.round {
                1 => td_string!(l, guarantor.round_first).to_string(),
                number => td_string!(l, guarantor.round_again, number = number),
            };
            view! {
                <tr>
                    <td data-label=td_string!(l, guarantor.tenant)>{row.tenant_name.clone()}</td>
                    <td data-label=td_string!(l, guarantor.path)>
                        <a href=paths::guarantor_case(row.tenant, row.process) lang=content_lang()>{row.process_title.clone()}</a>
                    </td>
                    <td data-label=td_string!(l, guarantor.round)>{asked}</td>
                    <td data-label=td_string!(l, guarantor.received)>{day_of(row.received)}</td>
                    <td class="num" data-label=td_string!(l, guarantor.days_waiting)>{row.days_waiting}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="table table-cards">
            <caption class="visually-hidden">{td_string!(l, guarantor.documents_title)}</caption>
            <thead>
                <tr>
                    <th scope="col">{td_string!(l, guarantor.tenant)}</th>
                    <th scope="col">{td_string!(l, guarantor.path)}</th>
                    <th scope="col">{td_string!(l, guarantor.round)}</th>
                    <th scope="col">{td_string!(l, guarantor.received)}</th>
                    <th scope="col" class="num">{td_string!(l, guarantor.days_waiting)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
