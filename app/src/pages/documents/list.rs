//! All public documents of the tenant.

use super::table::{DocumentTable, HowToCheck};
use crate::{
    components::{Empty, Page, Pager, load},
    contract::use_cases,
    i18n::*,
    visit::locale,
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn DocumentsPage() -> impl IntoView {
    let l = locale();
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    load(async move { server?.documents(after).await }, move |slice| {
        let content = if slice.rows.is_empty() {
            view! { <Empty words=td_string!(l, document.empty)/> }.into_any()
        } else {
            view! { <DocumentTable rows=slice.rows/><Pager next=slice.next/><HowToCheck/> }.into_any()
        };
        view! {
            <Page title=td_string!(l, document.documents)>
                <p class="page-lead">{td_string!(l, document.documents_lead)}</p>
                {content}
            </Page>
        }
    })
}
