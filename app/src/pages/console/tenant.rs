//! One tenant, as the coordinator sees it; after its creation, what comes next.

use super::{
    tenant_life::{administrators, life},
    words::{kind_words, pack_words, state_tone, state_words},
};
use crate::{
    components::{Badge, Crumb, Facts, Page, load},
    contract::{console::TenantView, use_cases},
    format::{day_of, number},
    i18n::*,
    paths,
    visit::locale,
    wording::template_words,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn TenantPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.tenant(slug).await }, move |tenant| {
        let origin = tenant.row.origin.clone();
        view! {
            <Page
                title=tenant.row.name.clone()
                crumbs=vec![Crumb::new(td_string!(l, console.tenants), paths::TENANTS)]
            >
                <p class="cluster">
                    <Badge words=state_words(l, tenant.row.state) tone=state_tone(tenant.row.state)/>
                    <a href=origin.clone()>{origin.clone()}</a>
                </p>
                {next_steps(&tenant)}
                {facts(&tenant)}
                <p>
                    <a href=format!("{}?ente={}", paths::DEADLINES, tenant.row.slug)>
                        {td_string!(l, console.tenant_deadlines)}
                    </a>
                </p>
                {members(tenant.members.clone())}
                {administrators(&tenant)}
                {life(&tenant)}
            </Page>
        }
    })
}

/// What is still to be done before the tenant stands on its own feet.
fn next_steps(tenant: &TenantView) -> Option<impl IntoView + use<>> {
    let l = locale();
    let origin = tenant.row.origin.clone();
    let accepted = tenant.invitations.iter().any(|sent| sent.used_at.is_some());
    (!accepted && !tenant.invitations.is_empty()).then(|| {
        view! {
            <section class="now-box" aria-labelledby="passi">
                <h2 id="passi">{td_string!(l, console.next_steps).to_string()}</h2>
                <ol>
                    <li>{td_string!(l, console.step_invitation).to_string()}</li>
                    <li>{td_string!(l, console.step_settings).to_string()}</li>
                    <li>{td_string!(l, console.step_people).to_string()}</li>
                </ol>
                <p><a class="btn btn-outline-primary" href=origin>{td_string!(l, console.open_site).to_string()}</a></p>
            </section>
        }
    })
}

fn facts(tenant: &TenantView) -> impl IntoView + use<> {
    let l = locale();
    let parent = tenant.parent.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let rows = vec![
        (td_string!(l, console.kind).to_string(), kind_words(l, tenant.row.kind)),
        (td_string!(l, console.istat_code).to_string(), tenant.istat_code.clone().unwrap_or_default()),
        (td_string!(l, console.ipa_code).to_string(), tenant.ipa_code.clone().unwrap_or_default()),
        (td_string!(l, console.parent).to_string(), parent),
        (td_string!(l, console.pack).to_string(), pack_words(l, &tenant.pack)),
        (td_string!(l, console.template).to_string(), template_words(l, tenant.template)),
        (td_string!(l, console.created_on).to_string(), day_of(tenant.row.created_at)),
        (td_string!(l, console.dead_mails).to_string(), number(l, tenant.dead_mails)),
    ];
    view! { <Facts rows/> }
}

fn members(members: Vec<(String, String)>) -> Option<impl IntoView> {
    let l = locale();
    (!members.is_empty()).then(|| {
        let rows = members
            .into_iter()
            .map(|(slug, name)| view! { <li><a href=paths::tenant(&slug)>{name}</a></li> })
            .collect_view();
        view! {
            <section class="section" aria-labelledby="comuni">
                <h2 id="comuni">{td_string!(l, console.members).to_string()}</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}
