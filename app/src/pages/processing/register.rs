//! The register of processing activities: whole for those who keep it, in short for everybody.

use super::lang_of;
use crate::{
    api::processing::RestoreActivity,
    components::{Facts, Form, Hidden, Page, Submit, Value, load, work_home},
    contract::{processing::ActivityView, use_cases},
    i18n::*,
    paths,
    visit::{locale, visit},
    wording::processing::basis_words,
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn RegisterPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.processing_register(l == Locale::it).await }, move |register| {
        let (dropped, kept): (Vec<_>, Vec<_>) = register.into_iter().partition(|one| one.dropped);
        let controller = td_string!(l, processing.controller, name = visit().place.name.clone());
        let dropped = (!dropped.is_empty()).then(|| {
            view! {
                <section class="section" aria-labelledby="tolti">
                    <h2 id="tolti">{td_string!(l, processing.dropped)}</h2>
                    <ul class="row-list">{dropped.into_iter().map(put_back).collect_view()}</ul>
                </section>
            }
        });
        view! {
            <Page title=td_string!(l, processing.register) crumbs=work_home()>
                <p class="page-lead">{td_string!(l, processing.register_lead)}</p>
                <p>{controller}</p>
                <p class="cluster">
                    <a class="btn btn-primary" href=paths::NEW_ACTIVITY>{td_string!(l, processing.add)}</a>
                    <a class="btn btn-outline-primary" href=paths::RETENTION>{td_string!(l, processing.retention)}</a>
                </p>
                {kept.into_iter().map(whole).collect_view()}
                {dropped}
                <p class="muted">{td_string!(l, processing.measures)}</p>
            </Page>
        }
    })
}

/// An activity with everything that the article asks for.
fn whole(one: ActivityView) -> impl IntoView {
    let l = locale();
    let lang = lang_of(&one);
    let id = format!("trattamento-{}", one.code);
    let said = |words: String| if lang.is_some() { Value::content(words) } else { Value::from(words) };
    let activity = one.activity;
    let rows = vec![
        (td_string!(l, processing.purpose).to_string(), said(activity.purpose)),
        (td_string!(l, processing.basis).to_string(), Value::from(basis_words(l, activity.basis))),
        (td_string!(l, processing.law).to_string(), said(activity.law)),
        (td_string!(l, processing.subjects).to_string(), said(activity.subjects)),
        (td_string!(l, processing.data).to_string(), said(activity.data)),
        (td_string!(l, processing.recipients).to_string(), said(activity.recipients)),
        (td_string!(l, processing.kept).to_string(), said(activity.retention)),
    ];
    let of = format!(": {}", activity.name);
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <h2 id=id.clone() class="h4" lang=lang>{activity.name}</h2>
            <Facts rows/>
            <p>
                <a href=paths::activity(&one.code)>
                    {td_string!(l, processing.change).to_string()}<span class="visually-hidden" lang=lang>{of}</span>
                </a>
            </p>
        </section>
    }
}

fn put_back(one: ActivityView) -> impl IntoView {
    let l = locale();
    let lang = lang_of(&one);
    let name = one.activity.name.clone();
    let name = if lang.is_some() { Value::content(name) } else { Value::from(name) };
    view! {
        <li>
            <p class="row-title" lang=lang>{one.activity.name}</p>
            <Form to=RestoreActivity::PATH key=one.code.clone()>
                <Hidden name="code" value=one.code/>
                <Hidden name="version" value=one.version.to_string()/>
                <Submit label=td_string!(l, processing.restore) of=name kind="btn-outline-primary btn-sm"/>
            </Form>
        </li>
    }
}

/// The register in short, on the page that everybody reads.
pub(crate) fn published() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.published_register(l == Locale::it).await }, move |register| {
        let rows = register.into_iter().map(short).collect_view();
        view! {
            <section class="section measure" aria-labelledby="trattamenti">
                <h2 id="trattamenti">{td_string!(l, processing.register)}</h2>
                <p>{td_string!(l, processing.published_lead)}</p>
                <ul class="row-list">{rows}</ul>
            </section>
        }
    })
}

fn short(one: ActivityView) -> impl IntoView {
    let l = locale();
    let lang = lang_of(&one);
    let activity = one.activity;
    view! {
        <li>
            <h3 class="row-title" lang=lang>{activity.name}</h3>
            <p class="row-text" lang=lang>{activity.purpose}</p>
            <p class="row-meta">
                <span>{td_string!(l, processing.basis).to_string()}": "{basis_words(l, activity.basis)}</span>
                <span>{td_string!(l, processing.kept).to_string()}": "<span lang=lang>{activity.retention}</span></span>
            </p>
        </li>
    }
}
