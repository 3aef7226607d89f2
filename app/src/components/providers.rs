//! Identity providers on pages: where one signs in, and what went wrong there.

use super::sentence;
use crate::{contract::people::OfferedProvider, i18n::*, paths, visit::locale, wording::oidc_fault::oidc_fault_words};
use domain::oidc_fault::OidcFault;
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
    let links = providers
        .into_iter()
        .map(|OfferedProvider { id, name }| {
            let href = paths::sign_in_with(id, back);
            view! { <li class="mb-2"><a class="btn btn-primary" rel="nofollow" href=href>{name}</a></li> }
        })
        .collect::<Vec<_>>();
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
