//! One activity of the register, to be added or changed.

use super::crumbs;
use crate::{
    api::processing::{DropActivity, KeepActivity},
    components::{Form, Hidden, Page, SelectField, Submit, TextArea, TextField, load},
    contract::{processing::ActivityView, use_cases},
    i18n::*,
    visit::locale,
    wording::processing::basis_words,
};
use domain::processing::{LegalBasis, NAME_MAX, PART_MAX, TypedActivity};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn NewActivityPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    // Who may not keep the register learns it before they write.
    load(async move { server?.processing_register(true).await }, move |_| {
        view! {
            <Page title=td_string!(l, processing.add) crumbs=crumbs()>
                <p class="page-lead">{td_string!(l, processing.form_lead)}</p>
                {form(String::new(), 0, TypedActivity::default())}
            </Page>
        }
    })
}

#[component]
pub(crate) fn ActivityPage() -> impl IntoView {
    let code = use_params_map().read_untracked().get("code").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.activity(code).await }, page)
}

fn page(found: ActivityView) -> impl IntoView {
    let l = locale();
    let title = found.activity.name.clone();
    let (code, version) = (found.code.clone(), found.version);
    view! {
        <Page title=td_string!(l, processing.change_of, name = title) crumbs=crumbs()>
            <p class="page-lead">{td_string!(l, processing.form_lead)}</p>
            {form(found.code, found.version, found.activity.into())}
            <section class="section" aria-labelledby="togli">
                <h2 id="togli">{td_string!(l, processing.drop)}</h2>
                <p>{td_string!(l, processing.drop_lead)}</p>
                <Form to=DropActivity::PATH key="togli">
                    <Hidden name="code" value=code/>
                    <Hidden name="version" value=version.to_string()/>
                    <Submit label=td_string!(l, processing.drop) kind="btn-outline-primary"/>
                </Form>
            </section>
        </Page>
    }
}

fn form(code: String, version: u32, typed: TypedActivity) -> impl IntoView {
    let l = locale();
    let options = LegalBasis::ALL.iter().map(|one| (one.code().to_owned(), basis_words(l, *one))).collect();
    view! {
        <Form to=KeepActivity::PATH class="form">
            <Hidden name="code" value=code/>
            <Hidden name="version" value=version.to_string()/>
            <TextField name="name" label=td_string!(l, processing.name) value=typed.name max=NAME_MAX/>
            <TextArea name="purpose" label=td_string!(l, processing.purpose) value=typed.purpose max=PART_MAX rows=3/>
            <SelectField
                name="basis" label=td_string!(l, processing.basis) value=typed.basis options ask=true
                hint=td_string!(l, processing.basis_hint).to_string()
            />
            <TextArea name="law" label=td_string!(l, processing.law) value=typed.law max=PART_MAX rows=2/>
            <TextArea name="subjects" label=td_string!(l, processing.subjects) value=typed.subjects max=PART_MAX rows=2/>
            <TextArea name="data" label=td_string!(l, processing.data) value=typed.data max=PART_MAX rows=3/>
            <TextArea
                name="recipients" label=td_string!(l, processing.recipients) value=typed.recipients max=PART_MAX rows=3
            />
            <TextArea name="retention" label=td_string!(l, processing.kept) value=typed.retention max=PART_MAX rows=2/>
            <Submit label=td_string!(l, common.save)/>
        </Form>
    }
}
