//! One provider: how it stands, what to give to it, its settings.

use super::{crumbs, fields::fields, to_give};
use crate::{
    api::identity_providers::{
        ChangeIdentityProvider, RemoveIdentityProvider, SwitchOffIdentityProvider, SwitchOnIdentityProvider,
        TryIdentityProvider,
    },
    components::{Badge, Check, Fold, Form, Hidden, Page, Submit, load},
    contract::{
        identity_providers::{ProviderView, TrialView},
        use_cases,
    },
    error::AppError,
    i18n::*,
    visit::locale,
    wording::identity::{trial_told, trial_words},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn IdentityProviderPage() -> impl IntoView {
    let l = locale();
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let server = use_cases();
    let found = async move { server?.identity_provider(id.parse().map_err(|_| AppError::NotFound)?).await };
    load(found, move |found| {
        let (id, version) = (found.id.to_string(), found.version.to_string());
        let state = state(&found);
        let remove = remove(&found);
        let name = found.current.name.clone();
        view! {
            <Page title=td_string!(l, identity.provider) of=name crumbs=crumbs()>
                {state}
                {to_give(found.addresses)}
                <section class="section" aria-labelledby="impostazioni">
                    <h2 id="impostazioni">{td_string!(l, identity.settings)}</h2>
                    <Form to=ChangeIdentityProvider::PATH class="narrow">
                        <Hidden name="id" value=id/>
                        <Hidden name="version" value=version/>
                        {fields(found.current, Some(found.secret_since))}
                        <Submit label=td_string!(l, common.save)/>
                    </Form>
                </section>
                {remove}
            </Page>
        }
    })
}

/// Whether it is offered, what came of the last trial, and what can be done about both.
fn state(found: &ProviderView) -> impl IntoView + use<> {
    let l = locale();
    let (id, version) = (found.id.to_string(), found.version.to_string());
    let (trial, tone) = trial_words(l, found.trial);
    let told = trial_told(l, found.trial);
    let (badge, on_tone, on_told) = if found.on {
        (td_string!(l, identity.on).to_string(), "success", td_string!(l, identity.on_told).to_string())
    } else {
        (td_string!(l, identity.off).to_string(), "secondary", td_string!(l, identity.off_told).to_string())
    };
    // One thing to do next: to try what was not, to switch on what was.
    let ready = matches!(found.trial, TrialView::Succeeded(_));
    let (try_kind, switch_kind) =
        if ready { ("btn-outline-primary", "btn-primary") } else { ("btn-primary", "btn-outline-primary") };
    let tried = id.clone();
    let switch = if found.on {
        view! {
            <Form to=SwitchOffIdentityProvider::PATH class="inline-form">
                <Hidden name="id" value=id/>
                <Hidden name="version" value=version/>
                <Submit label=td_string!(l, identity.switch_off) kind="btn-outline-primary"/>
            </Form>
        }
        .into_any()
    } else {
        view! {
            <Form to=SwitchOnIdentityProvider::PATH class="inline-form">
                <Hidden name="id" value=id/>
                <Hidden name="version" value=version/>
                <Submit label=td_string!(l, identity.switch_on) kind=switch_kind/>
            </Form>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="stato">
            <h2 id="stato">{td_string!(l, identity.state)}</h2>
            <p class="cluster"><Badge words=badge tone=on_tone/><span>{on_told}</span></p>
            <p class="cluster"><Badge words=trial tone/><span>{told}</span></p>
            <div class="cluster">
                <Form to=TryIdentityProvider::PATH class="inline-form">
                    <Hidden name="id" value=tried/>
                    <Submit label=td_string!(l, identity.test) kind=try_kind/>
                </Form>
                {switch}
            </div>
        </section>
    }
}

fn remove(found: &ProviderView) -> impl IntoView + use<> {
    let l = locale();
    let (id, version) = (found.id.to_string(), found.version.to_string());
    view! {
        <Fold words=td_string!(l, identity.remove) to=RemoveIdentityProvider::PATH>
            <p>{td_string!(l, identity.remove_lead)}</p>
            <Form to=RemoveIdentityProvider::PATH>
                <Hidden name="id" value=id/>
                <Hidden name="version" value=version/>
                <Check name="sure" label=td_string!(l, identity.remove_sure)/>
                <Submit label=td_string!(l, identity.remove) kind="btn-outline-primary"/>
            </Form>
        </Fold>
    }
}
