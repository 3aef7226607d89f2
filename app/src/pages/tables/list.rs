//! The tables of a process.

use super::{public_crumbs, tables_words};
use crate::{
    components::{Empty, Page, load},
    contract::{
        tables::{TableList, TableRow},
        use_cases,
    },
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn TablesPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.tables(slug).await }, page)
}

fn page(list: TableList) -> impl IntoView {
    let l = locale();
    let empty = list.tables.is_empty().then(|| view! { <Empty words=td_string!(l, table.tables_none)/> });
    let slug = list.process.slug.clone();
    let edit = list.may_edit.then(|| {
        view! { <p><a class="btn btn-outline-primary" href=paths::tables_work(&slug)>{td_string!(l, table.work).to_string()}</a></p> }
    });
    let tiles = list.tables.into_iter().map(|table| tile(&slug, table)).collect_view();
    view! {
        <Page title=tables_words(l, &list.process) of=list.process.title.clone() crumbs=public_crumbs(&list.process)>
            <p class="page-lead lead">{td_string!(l, table.tables_lead).to_string()}</p>
            <ProgressBox/>
            {edit}
            {empty}
            <ul class="card-grid">{tiles}</ul>
        </Page>
    }
}

fn tile(slug: &str, table: TableRow) -> impl IntoView + use<> {
    let l = locale();
    view! {
        <li class="tile">
            <h2 class="tile-title" lang=content_lang()><a href=paths::table(slug, table.id)>{table.name}</a></h2>
            <p lang=content_lang()>{table.focus}</p>
            <p class="muted" lang=content_lang()>{table.audience}</p>
            <p class="tile-meta">
                {td_string!(l, contribution.n_results, count = table.contributions)}
                ", "
                {td_string!(l, table.syntheses_count, count = table.syntheses)}
            </p>
        </li>
    }
}
