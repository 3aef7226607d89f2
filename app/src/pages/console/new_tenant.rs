//! The form that creates a tenant.

use super::words::{kind_words, pack_words};
use crate::{
    api::console::CreateTenant,
    components::{Crumb, Form, Page, SelectField, Submit, TextField, load},
    contract::{console::TenantChoices, use_cases},
    i18n::*,
    paths,
    visit::locale,
    wording::template_words,
};
use domain::tenant::{Template, TenantKind};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn NewTenantPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.tenant_choices().await }, move |choices| {
        view! {
            <Page
                title=td_string!(l, console.new_tenant)
                crumbs=vec![Crumb::new(td_string!(l, console.tenants), paths::TENANTS)]
            >
                <p class="page-lead">{td_string!(l, console.new_tenant_lead).to_string()}</p>
                {form(choices)}
            </Page>
        }
    })
}

fn form(choices: TenantChoices) -> impl IntoView {
    let l = locale();
    let kinds = [TenantKind::Union, TenantKind::Municipality]
        .into_iter()
        .map(|kind| (kind.code().to_owned(), kind_words(l, kind)))
        .collect();
    let mut packs = choices.packs;
    packs.sort_by_key(|key| Template::of_rules(key));
    let group = |key: &str| Template::of_rules(key).map(|template| template_words(l, template));
    let groups = packs.iter().map(|key| group(key).unwrap_or_default()).collect();
    let packs = packs.into_iter().map(|key| (key.clone(), pack_words(l, &key))).collect();
    let no_parent = (String::new(), td_string!(l, console.no_parent).to_string());
    let unions = std::iter::once(no_parent).chain(choices.unions).collect();
    let example = format!("val-denza.{}", choices.base_host);
    view! {
        <Form to=CreateTenant::PATH class="narrow">
            <SelectField name="kind" label=td_string!(l, console.kind) options=kinds/>
            <TextField
                name="name" label=td_string!(l, console.name) hint=td_string!(l, console.name_hint).to_string() max=120
            />
            <TextField
                name="slug" label=td_string!(l, console.slug)
                hint=td_string!(l, console.slug_hint, example = example) max=40
            />
            <TextField
                name="istat_code" label=td_string!(l, console.istat_code)
                hint=td_string!(l, console.istat_hint).to_string() inputmode="numeric" max=6 optional=true
            />
            <TextField
                name="ipa_code" label=td_string!(l, console.ipa_code)
                hint=td_string!(l, console.ipa_hint).to_string() max=20 optional=true
            />
            <SelectField name="parent" label=td_string!(l, console.parent) options=unions optional=true content=true/>
            <SelectField
                name="pack" label=td_string!(l, console.pack) hint=td_string!(l, console.pack_hint).to_string()
                options=packs groups
            />
            <TextField
                name="admin_email" label=td_string!(l, console.admin_email) kind="email" max=254
                hint=td_string!(l, console.admin_email_hint).to_string()
            />
            <Submit label=td_string!(l, console.create)/>
        </Form>
    }
}
