//! Every tenant, with search.

use super::words::{kind_words, state_tone, state_words};
use crate::{
    components::{Badge, Empty, Page, Pager, load},
    contract::{
        console::{TenantRow, TenantsWanted},
        use_cases,
    },
    format::{day_of, number},
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::tenant::{TenantKind, TenantState};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn TenantsPage() -> impl IntoView {
    let l = locale();
    let query = use_query_map().read_untracked().clone();
    let words = query.get("cerca").unwrap_or_default();
    let state: Option<TenantState> = query.get("stato").and_then(|code| code.parse().ok());
    let kind: Option<TenantKind> = query.get("tipo").and_then(|code| code.parse().ok());
    let wanted = TenantsWanted { words: words.clone(), state, kind, after: query.get("dopo") };
    let server = use_cases();
    load(async move { server?.tenants(wanted).await }, move |(tenants, count)| {
        let found = td_string!(l, console.n_tenants, count = count, number = number(l, count));
        let found = (count > 0).then(|| view! { <h2 class="h5" id="risultati">{found}</h2> });
        let empty = tenants.rows.is_empty().then(|| view! { <Empty words=td_string!(l, console.no_tenants)/> });
        view! {
            <Page title=td_string!(l, console.tenants)>
                <p class="page-lead">{td_string!(l, console.tenants_lead).to_string()}</p>
                <p><a class="btn btn-primary" href=paths::NEW_TENANT>{td_string!(l, console.new_tenant).to_string()}</a></p>
                {filters(words, state, kind)}
                {found}
                {empty}
                {(!tenants.rows.is_empty()).then(|| table(tenants.rows))}
                <Pager next=tenants.next/>
            </Page>
        }
    })
}

fn filters(words: String, state: Option<TenantState>, kind: Option<TenantKind>) -> impl IntoView {
    let l = locale();
    let any = || view! { <option value="">{td_string!(l, console.any).to_string()}</option> };
    let states = TenantState::ALL
        .iter()
        .map(|&each| view! { <option value=each.code() selected=state == Some(each)>{state_words(l, each)}</option> })
        .collect_view();
    let kinds = [TenantKind::Union, TenantKind::Municipality]
        .into_iter()
        .map(|each| view! { <option value=each.code() selected=kind == Some(each)>{kind_words(l, each)}</option> })
        .collect_view();
    view! {
        <form method="get" action=paths::TENANTS class="filters" role="search" aria-label=td_string!(l, console.narrow)>
            <div>
                <label for="cerca" class="form-label">{td_string!(l, console.search).to_string()}</label>
                <input type="search" id="cerca" name="cerca" class="form-control" value=words maxlength="120"/>
            </div>
            <div>
                <label for="stato" class="form-label">{td_string!(l, console.state).to_string()}</label>
                <select id="stato" name="stato" class="form-select">{any()}{states}</select>
            </div>
            <div>
                <label for="tipo" class="form-label">{td_string!(l, console.kind).to_string()}</label>
                <select id="tipo" name="tipo" class="form-select">{any()}{kinds}</select>
            </div>
            <button type="submit" class="btn btn-outline-primary">{td_string!(l, console.filter).to_string()}</button>
        </form>
    }
}

fn table(rows: Vec<TenantRow>) -> impl IntoView {
    let l = locale();
    let heads = [
        td_string!(l, console.name).to_string(),
        td_string!(l, console.kind).to_string(),
        td_string!(l, console.state).to_string(),
        td_string!(l, console.address).to_string(),
        td_string!(l, console.created_on).to_string(),
    ];
    let labels = heads.clone();
    let rows = rows
        .into_iter()
        .map(|row| {
            let [name, kind, state, address, created] = labels.clone();
            view! {
                <tr>
                    <td data-label=name><a href=paths::tenant(&row.slug) lang=content_lang()>{row.name}</a></td>
                    <td data-label=kind>{kind_words(l, row.kind)}</td>
                    <td data-label=state><Badge words=state_words(l, row.state) tone=state_tone(row.state)/></td>
                    <td data-label=address><a href=row.origin.clone()>{row.origin.clone()}</a></td>
                    <td data-label=created>{day_of(row.created_at)}</td>
                </tr>
            }
        })
        .collect_view();
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    view! { <table class="table table-cards"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> }
}
