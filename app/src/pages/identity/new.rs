//! A provider that is to be added.

use super::{crumbs, fields::fields, to_give};
use crate::{
    api::identity_providers::AddIdentityProvider,
    components::{Form, Page, Submit, load},
    contract::use_cases,
    i18n::*,
    visit::locale,
};
use domain::{
    assurance::Assurance,
    identity_provider::{ClaimMap, ClientAuth, TypedClaims, TypedIdentityProvider},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn NewIdentityProviderPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.client_addresses().await }, move |addresses| {
        view! {
            <Page title=td_string!(l, identity.new_title) crumbs=crumbs()>
                <p class="page-lead">{td_string!(l, identity.new_lead)}</p>
                {to_give(addresses)}
                <section class="section" aria-labelledby="impostazioni">
                    <h2 id="impostazioni">{td_string!(l, identity.settings)}</h2>
                    <Form to=AddIdentityProvider::PATH class="narrow">
                        {fields(usual(), None)}
                        <Submit label=td_string!(l, common.save)/>
                    </Form>
                </section>
            </Page>
        }
    })
}

/// What suits most Italian aggregators.
fn usual() -> TypedIdentityProvider {
    TypedIdentityProvider {
        auth: ClientAuth::SecretBasic.code().into(),
        scopes: "openid profile email".into(),
        acr_values: "https://www.spid.gov.it/SpidL2".into(),
        least: Assurance::Substantial.code().into(),
        claims: TypedClaims::from(&ClaimMap::default()),
        ..TypedIdentityProvider::default()
    }
}
