//! The identity providers of a tenant.

use crate::{
    components::{Badge, Empty, Page, load, work_home},
    contract::{identity_providers::ProviderRow, use_cases},
    i18n::*,
    paths,
    visit::{content_lang, locale},
    wording::identity::{assurance_words, trial_words},
};
use leptos::prelude::*;

#[component]
pub(crate) fn IdentityProvidersPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.identity_providers().await }, move |found| {
        let empty = found.is_empty().then(|| view! { <Empty words=td_string!(l, identity.empty)/> });
        let rows = found.into_iter().map(row).collect_view();
        view! {
            <Page title=td_string!(l, identity.title) crumbs=work_home()>
                <p class="page-lead">{td_string!(l, identity.lead)}</p>
                {empty}
                <ul class="row-list">{rows}</ul>
                <p><a class="btn btn-primary" href=paths::NEW_IDENTITY_PROVIDER>{td_string!(l, identity.add)}</a></p>
                <section class="section" aria-labelledby="livelli">
                    <h2 id="livelli">{td_string!(l, identity.needs_title)}</h2>
                    <p>{td_string!(l, identity.needs_lead)}</p>
                    <p><a class="btn btn-outline-primary" href=paths::NEEDS>{td_string!(l, identity.needs_change)}</a></p>
                </section>
            </Page>
        }
    })
}

fn row(found: ProviderRow) -> impl IntoView {
    let l = locale();
    let (trial, tone) = trial_words(l, found.trial);
    let (state, on) = if found.on {
        (td_string!(l, identity.on).to_string(), "success")
    } else {
        (td_string!(l, identity.off).to_string(), "secondary")
    };
    view! {
        <li>
            <p class="row-title">
                <a href=paths::identity_provider(found.id) lang=content_lang()>{found.name}</a>
            </p>
            <p class="row-meta">{found.issuer}" · "{assurance_words(l, found.least)}</p>
            <p class="cluster"><Badge words=state tone=on/><Badge words=trial tone/></p>
        </li>
    }
}
