//! The settings of a tenant, and its export.

use crate::{
    api::settings::{ChangeLogo, ChangeSettings, HoldFirst, RemoveLogo},
    components::{Check, Facts, FileField, Form, Hidden, Page, Submit, TextField, load, work_home},
    contract::{settings::SettingsView, use_cases},
    i18n::*,
    paths,
    visit::locale,
};
use domain::logo::LOGO_MAX_KIB;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn SettingsPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.settings().await }, move |settings| {
        let address = vec![(td_string!(l, settings.address).to_string(), settings.origin.clone())];
        view! {
            <Page title=td_string!(l, settings.title) crumbs=work_home()>
                <p class="page-lead">{td_string!(l, settings.lead).to_string()}</p>
                <Facts rows=address/>
                {form(&settings)}
                {logo(&settings)}
                {first_held(settings.first_held)}
                <section class="section" aria-labelledby="identita">
                    <h2 id="identita">{td_string!(l, identity.title)}</h2>
                    <p>{td_string!(l, identity.lead)}</p>
                    <p><a class="btn btn-outline-primary" href=paths::IDENTITY_PROVIDERS>{td_string!(l, identity.see)}</a></p>
                </section>
                <section class="section" aria-labelledby="esporta">
                    <h2 id="esporta">{td_string!(l, settings.export_title).to_string()}</h2>
                    <p>{td_string!(l, settings.export_lead).to_string()}</p>
                    <p><a class="btn btn-outline-primary" href=paths::EXPORT download="">{td_string!(l, settings.export_action).to_string()}</a></p>
                </section>
            </Page>
        }
    })
}

/// The logo, and how to change it.
fn logo(settings: &SettingsView) -> impl IntoView {
    let l = locale();
    let now = settings.logo.as_ref().map(|logo| {
        let version = settings.version.clone();
        view! {
            <p><img class="logo-now" src=paths::logo(logo) alt=td_string!(l, settings.logo_now) width="112" height="112"/></p>
            <Form to=RemoveLogo::PATH class="inline-form mb-4">
                <Hidden name="version" value=version/>
                <Submit label=td_string!(l, settings.logo_remove) kind="btn-outline-primary"/>
            </Form>
        }
    });
    let label = if now.is_some() { td_string!(l, settings.logo_change) } else { td_string!(l, settings.logo_add) };
    let version = settings.version.clone();
    view! {
        <section class="section" aria-labelledby="logo">
            <h2 id="logo">{td_string!(l, settings.logo)}</h2>
            <p>{td_string!(l, settings.logo_lead)}</p>
            {now}
            <Form to=ChangeLogo::PATH files=true class="narrow">
                <Hidden name="version" value=version/>
                <FileField
                    name="file" label=td_string!(l, settings.logo_file) accept=".png,.jpg,.jpeg"
                    hint=td_string!(l, settings.logo_hint, max = LOGO_MAX_KIB)
                />
                <Submit label=label kind="btn-outline-primary"/>
            </Form>
        </section>
    }
}

/// Whether first words wait for a moderator.
fn first_held(held: bool) -> impl IntoView {
    let l = locale();
    view! {
        <section class="section" aria-labelledby="primi-testi">
            <h2 id="primi-testi">{td_string!(l, settings.first_title)}</h2>
            <p>{td_string!(l, settings.first_lead)}</p>
            <Form to=HoldFirst::PATH class="narrow">
                <Check name="held" label=td_string!(l, settings.first_held) checked=held/>
                <Submit label=td_string!(l, common.save) kind="btn-outline-primary"/>
            </Form>
        </section>
    }
}

fn form(settings: &SettingsView) -> impl IntoView {
    let l = locale();
    let now = settings.current.clone();
    let version = settings.version.clone();
    view! {
        <Form to=ChangeSettings::PATH class="narrow">
            <Hidden name="version" value=version/>
            <TextField name="name" label=td_string!(l, settings.name) value=now.name max=120/>
            <TextField
                name="description" label=td_string!(l, settings.description) value=now.description max=300
                hint=td_string!(l, settings.description_hint).to_string()
            />
            <TextField
                name="accent" label=td_string!(l, settings.accent) value=now.accent max=7
                hint=td_string!(l, settings.accent_hint).to_string()
            />
            <TextField
                name="patron_day" label=td_string!(l, settings.patron_day) value=now.patron_day max=5 optional=true
                hint=td_string!(l, settings.patron_day_hint).to_string()
            />
            <TextField
                name="custom_domain" label=td_string!(l, settings.custom_domain) value=now.custom_domain max=253
                hint=td_string!(l, settings.custom_domain_hint).to_string() optional=true
            />
            <Submit label=td_string!(l, common.save)/>
        </Form>
    }
}
