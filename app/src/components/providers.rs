//! Identity providers on pages: where one signs in, and what went wrong there.

use super::sentence;
use crate::{
    contract::people::OfferedProvider,
    i18n::*,
    paths,
    visit::{locale, visit},
    wording::{identity::assurance_words, oidc_fault::oidc_fault_words},
};
use domain::{assurance::Assurance, id::IdentityProviderId, oidc_fault::OidcFault};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Why the sign-in at a provider did not succeed, where the address says that it did not.
#[component]
pub(crate) fn ProviderFault() -> impl IntoView {
    let l = locale();
    let fault = use_query_map().read_untracked().get("guasto").and_then(|fault| fault.parse::<OidcFault>().ok());
    fault.map(|fault| {
        view! {
            <div class="alert alert-danger" role="alert" id="errori" tabindex="-1" autofocus>
                <p class="fw-semibold mb-1">{td_string!(l, people.provider_failed).to_string()}</p>
                <p class="mb-0">{format!("{}.", sentence(&oidc_fault_words(l, fault)))}</p>
            </div>
        }
    })
}

/// A way to each provider; nothing where there is none.
pub(crate) fn provider_links(providers: Vec<OfferedProvider>, back: &str) -> impl IntoView + use<> {
    let l = locale();
    let links = links(providers, |id| paths::sign_in_with(id, back, Assurance::Address));
    (!links.is_empty()).then(|| {
        view! {
            <section aria-labelledby="fornitori" class="mb-4">
                <h2 id="fornitori" class="h4">{td_string!(l, people.with_provider).to_string()}</h2>
                <ul class="list-unstyled">{links}</ul>
            </section>
            <h2 class="h4">{td_string!(l, people.with_code).to_string()}</h2>
        }
    })
}

/// The ways to those providers that vouch for `level`, for who must be known so surely to go on to `back`; who signed
/// in keeps the account. Where there is none, who can help.
pub(crate) fn sure_links(providers: Vec<OfferedProvider>, back: &str, level: Assurance) -> impl IntoView + use<> {
    let visit = visit();
    let l = visit.locale;
    let sure = providers.into_iter().filter(|provider| provider.level >= level).collect();
    let links = links(sure, |id| match visit.me {
        Some(_) => paths::prove_with(id, back, level),
        None => paths::sign_in_with(id, back, level),
    });
    let none = links.is_empty().then(|| view! { <p>{td_string!(l, identity.nobody_vouches).to_string()}</p> });
    let code = visit.me.is_none().then(|| {
        view! { <p><a href=paths::sign_in(back)>{td_string!(l, identity.sign_in_by_code).to_string()}</a></p> }
    });
    view! {
        <p class="lead">{td_string!(l, identity.lacking, level = assurance_words(l, level))}</p>
        <ul class="list-unstyled">{links}</ul>
        {none}
        {code}
    }
}

fn links(providers: Vec<OfferedProvider>, href: impl Fn(IdentityProviderId) -> String) -> Vec<impl IntoView> {
    let link = |OfferedProvider { id, name, .. }: OfferedProvider| {
        view! { <li class="mb-2"><a class="btn btn-primary" rel="nofollow" href=href(id)>{name}</a></li> }
    };
    providers.into_iter().map(link).collect()
}
