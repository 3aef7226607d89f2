//! The home page of the platform's host: what it is, and the territories; for coordinators the region in figures.

use crate::{
    components::{Empty, Page, Pager, load},
    contract::{
        console::{RegionView, TenantRow},
        use_cases,
    },
    format::number,
    i18n::*,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::role::Role;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn PlatformHome() -> impl IntoView {
    let l = locale();
    let visit = visit();
    let place = visit.place.clone();
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    let region = visit.is(Role::Coordinator).then(|| {
        let server = server.clone();
        load(async move { server?.region().await }, figures)
    });
    let sign_in = visit.me.is_none().then(|| view! {
        <section class="section" aria-labelledby="coordinatori">
            <h2 id="coordinatori">{td_string!(l, console.coordinators).to_string()}</h2>
            <p>{td_string!(l, console.coordinators_lead).to_string()}</p>
            <p><a class="btn btn-outline-primary" href=paths::sign_in(paths::HOME)>{td_string!(l, common.sign_in).to_string()}</a></p>
        </section>
    });
    let territories = load(async move { server?.territories(after).await }, move |found| {
        let empty = found.rows.is_empty().then(|| view! { <Empty words=td_string!(l, console.no_tenants)/> });
        let tiles = found.rows.into_iter().map(tile).collect_view();
        view! { {empty}<ul class="card-grid">{tiles}</ul><Pager next=found.next/> }
    });
    view! {
        <Page title=place.name lang=content_lang()>
            <p class="page-lead" lang=content_lang()>{place.description}</p>
            <p class="measure">{td_string!(l, console.what_it_is).to_string()}</p>
            {region}
            <section class="section" aria-labelledby="territori">
                <h2 id="territori">{td_string!(l, console.territories).to_string()}</h2>
                {territories}
            </section>
            {sign_in}
        </Page>
    }
}

fn tile(row: TenantRow) -> impl IntoView {
    view! {
        <li class="tile">
            <p class="tile-title" lang=content_lang()><a href=row.origin>{row.name}</a></p>
            <p class="tile-meta" lang=content_lang()>{row.description}</p>
        </li>
    }
}

/// Figures that lead to their lists.
fn figures(region: RegionView) -> impl IntoView {
    let l = locale();
    let list = |query: &str| format!("{}?{query}", paths::TENANTS);
    let figures = [
        (region.active, td_string!(l, console.figure_active).to_string(), list("stato=active")),
        (region.suspended, td_string!(l, console.figure_suspended).to_string(), list("stato=suspended")),
        (region.unions, td_string!(l, console.figure_unions).to_string(), list("tipo=union")),
        (region.municipalities, td_string!(l, console.figure_municipalities).to_string(), list("tipo=municipality")),
    ];
    let figures = figures
        .into_iter()
        .map(|(count, words, href)| {
            view! { <li class="figure"><a href=href><strong>{number(l, count)}</strong>" "{words}</a></li> }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="regione">
            <h2 id="regione">{td_string!(l, console.region).to_string()}</h2>
            <p>{td_string!(l, console.region_lead).to_string()}</p>
            <ul class="figure-row plain-list">{figures}</ul>
            <p class="cluster">
                <a class="btn btn-primary" href=paths::NEW_TENANT>{td_string!(l, console.new_tenant).to_string()}</a>
                <a class="btn btn-outline-primary" href=paths::DEADLINES>{td_string!(l, console.deadlines).to_string()}</a>
            </p>
            <p>{td_string!(l, console.dead_mails).to_string()}": "{number(l, region.dead_mails)}</p>
        </section>
    }
}
