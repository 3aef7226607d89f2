//! Where staff add and order the tables of a process.

use super::{form::TableFields, tables_words, work_crumbs};
use crate::{
    api::tables::{AddTable, MoveTable},
    components::{Empty, Form, Hidden, Page, Submit, load},
    contract::{
        tables::{TableDesk, TableDraft},
        use_cases,
    },
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::thematic_table::Move;
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
    let (may_edit, count) = (desk.may_edit, desk.tables.len());
    let rows = desk.tables.into_iter().enumerate().map(|(place, (own, table))| {
        let moves = Move::ALL.iter().copied().filter(|to| to.from(place, count).is_some());
        row(&slug, table, moves.filter(|_| may_edit && own).collect())
    });
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
        <Page title=tables_words(l, &desk.process) of=desk.process.title.clone() crumbs=work_crumbs(&desk.process)>
            <ProgressBox/>
            {empty}
            <ul class="row-list">{rows}</ul>
            {add}
        </Page>
    }
}

fn row(slug: &str, table: TableDraft, moves: Vec<Move>) -> impl IntoView + use<> {
    let l = locale();
    let one = |to: Move| {
        let (id, name) = (table.id.to_string(), table.name.clone());
        let label = match to {
            Move::Up => td_string!(l, table.raise_one, name = name),
            Move::Down => td_string!(l, table.lower_one, name = name),
        };
        view! {
            <Form to=MoveTable::PATH key=format!("{id}-{}", to.code()) class="inline-form">
                <Hidden name="table" value=id/>
                <Hidden name="to" value=to.code()/>
                <Submit kind="btn-outline-primary btn-sm" label/>
            </Form>
        }
    };
    let moves = moves.into_iter().map(one).collect_view();
    view! {
        <li>
            <h2 class="row-title" lang=content_lang()><a href=paths::table_work(slug, table.id)>{table.name}</a></h2>
            <p class="row-text" lang=content_lang()>{table.focus}</p>
            <p class="row-meta" lang=content_lang()>{table.audience}</p>
            <div class="cluster">{moves}</div>
        </li>
    }
}
