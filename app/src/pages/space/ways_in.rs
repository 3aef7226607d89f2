//! The ways in which a person signs in.

use crate::{
    components::{Badge, Crumb, Empty, Page, load, providers::ProviderFault},
    contract::{space::WayIn, use_cases},
    i18n::*,
    paths,
    visit::locale,
};
use leptos::prelude::*;

#[component]
pub(crate) fn WaysInPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.ways_in().await }, page)
}

fn page(ways: Vec<WayIn>) -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, space.space), paths::MY_SPACE)];
    let empty = ways.is_empty().then(|| view! { <Empty words=td_string!(l, space.ways_none)/> });
    let rows = ways.into_iter().map(way).collect_view();
    view! {
        <Page title=td_string!(l, space.ways) crumbs>
            <ProviderFault/>
            <p class="page-lead lead">{td_string!(l, space.ways_lead).to_string()}</p>
            {empty}
            <ul class="row-list">{rows}</ul>
        </Page>
    }
}

fn way(way: WayIn) -> impl IntoView {
    let l = locale();
    let state = if way.joined {
        view! { <Badge words=td_string!(l, space.way_joined) tone="success"/> }.into_any()
    } else {
        let href = paths::join_with(way.id);
        let of = format!(": {}", way.name);
        view! {
            <a class="btn btn-outline-primary" rel="nofollow" href=href>
                {td_string!(l, space.way_join).to_string()}<span class="visually-hidden">{of}</span>
            </a>
        }
        .into_any()
    };
    view! { <li><h2 class="row-title">{way.name}</h2><p class="row-meta">{state}</p></li> }
}
