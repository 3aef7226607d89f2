//! Where staff add and order the tables of a process.

use super::{form::TableFields, tables_words, work_crumbs};
use crate::{
    api::tables::{AddTable, RaiseTable},
    components::{Empty, Form, Hidden, Page, Submit, load},
    contract::{
        tables::{TableDesk, TableDraft},
        use_cases,
    },
    i18n::*,
    paths,
    visit::locale,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn TableDeskPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.table_desk(slug).await }, page)
}

fn page(desk: TableDesk) -> impl IntoView {
    let l = locale();
    let slug = desk.process.slug.clone();
    let empty = desk.tables.is_empty().then(|| view! { <Empty words=td_string!(l, table.tables_none)/> });
    let may_edit = desk.may_edit;
    let rows = desk
        .tables
        .into_iter()
        .enumerate()
        .map(|(place, (own, table))| row(&slug, table, may_edit && own && place > 0));
    let rows = rows.collect_view();
    let add = may_edit.then(|| {
        view! {
            <section aria-labelledby="aggiungi" class="section">
                <h2 id="aggiungi">{td_string!(l, table.add).to_string()}</h2>
                <Form to=AddTable::PATH class="form">
                    <Hidden name="process" value=slug.clone()/>
                    <TableFields draft=None facilitators=desk.facilitators/>
                    <Submit label=td_string!(l, table.add)/>
                </Form>
            </section>
        }
    });
    view! {
        <Page title=tables_words(l, &desk.process) crumbs=work_crumbs(l, &desk.process)>
            {empty}
            <ul class="row-list">{rows}</ul>
            {add}
        </Page>
    }
}

fn row(slug: &str, table: TableDraft, raisable: bool) -> impl IntoView + use<> {
    let l = locale();
    let (id, label) = (table.id.to_string(), td_string!(l, table.raise_one, name = table.name.clone()));
    let raise = raisable.then(|| {
        view! {
            <Form to=RaiseTable::PATH key=id.clone() class="inline-form">
                <Hidden name="table" value=id/>
                <Submit kind="btn-outline-primary btn-sm" label/>
            </Form>
        }
    });
    view! {
        <li>
            <h2 class="row-title"><a href=paths::table_work(slug, table.id)>{table.name}</a></h2>
            <p class="row-text">{table.focus}</p>
            <p class="row-meta">{table.audience}</p>
            {raise}
        </li>
    }
}
