//! What visitors reported about the site, for administrators.

use crate::{
    components::{Empty, Page, Pager, load, work_home},
    contract::use_cases,
    format::moment,
    i18n::*,
    visit::{locale, visit},
};
use domain::tenant::TenantKind;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn FeedbackList() -> impl IntoView {
    let l = locale();
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    load(async move { server?.feedback(after).await }, move |reports| {
        // The platform's own host has no desk to go back to.
        let on_platform = visit().place.kind == TenantKind::Platform;
        let crumbs = if on_platform { Vec::new() } else { work_home() };
        let empty = reports.rows.is_empty().then(|| view! { <Empty words=td_string!(l, site.feedback_none)/> });
        let rows = reports
            .rows
            .into_iter()
            .map(|row| {
                let meta = [moment(row.at), row.page, row.email.unwrap_or_default()];
                let meta: Vec<_> = meta.into_iter().filter(|words| !words.is_empty()).collect();
                view! { <li><p class="row-text">{row.message}</p><p class="row-meta">{meta.join(" · ")}</p></li> }
            })
            .collect_view();
        view! {
            <Page title=td_string!(l, site.feedback_list) crumbs>
                <p class="page-lead">{td_string!(l, site.feedback_list_lead).to_string()}</p>
                {empty}
                <ul class="row-list">{rows}</ul>
                <Pager next=reports.next/>
            </Page>
        }
    })
}
