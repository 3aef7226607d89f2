//! The acts of a process, and where one is registered.

use super::{lists_from, page::act_list, progress::ProgressBox, slug, work_crumbs};
use crate::{
    api::process::RegisterAct,
    components::{
        DateField, DocumentPicker, Form, Hidden, Page, SelectField, Submit, TextArea, TextField, load, process_words,
    },
    contract::{documents::DocumentChoice, process::Workspace, use_cases},
    i18n::*,
    visit::locale,
};
use domain::act::ActKind;
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn ActsPage() -> impl IntoView {
    let slug = slug();
    let (server, from) = (use_cases(), lists_from());
    load(async move { server?.workspace(slug, from).await }, shown)
}

fn shown(found: Workspace) -> impl IntoView {
    let l = locale();
    let (crumbs, title) = (work_crumbs(&found.row), found.row.title.clone());
    let form =
        found.may_register_act.then(|| view! { <ActForm slug=found.row.slug.clone() documents=found.documents/> });
    view! {
        <Page title=td_string!(l, process.acts) of=title crumbs=crumbs>
            <ProgressBox/>
            {act_list(l, found.acts)}
            {form}
        </Page>
    }
}

#[component]
fn ActForm(slug: String, documents: Vec<DocumentChoice>) -> impl IntoView {
    let l = locale();
    let kinds = ActKind::ALL.iter().map(|kind| (kind.code().to_owned(), process_words::act(l, *kind))).collect();
    view! {
        <section class="section" aria-labelledby="registra">
            <h2 id="registra">{td_string!(l, process.register_act)}</h2>
            <Form to=RegisterAct::PATH class="narrow">
                <Hidden name="process" value=slug/>
                <SelectField name="kind" label=td_string!(l, process.act_kind) options=kinds ask=true/>
                <TextField name="body" label=td_string!(l, process.act_body) max=200/>
                <TextField name="number" label=td_string!(l, process.act_number) max=40/>
                <DateField name="date" label=td_string!(l, process.act_date)/>
                <TextArea name="subject" label=td_string!(l, process.act_subject) max=1000 rows=3/>
                <TextField name="link" label=td_string!(l, process.act_link) kind="url" max=500 optional=true/>
                <DocumentPicker name="document" label=td_string!(l, process.act_document) choices=documents optional=true/>
                <Submit label=td_string!(l, process.save_act)/>
            </Form>
        </section>
    }
}
