//! Where the documents of a path are filed.

use super::{
    table::DocumentTable,
    words::{kind_words, visibility_words},
};
use crate::{
    api::documents::UploadDocument,
    components::{
        Check, DateField, Empty, FileField, Form, Hidden, Page, SelectField, Submit, TextField, load, work_crumbs,
    },
    contract::use_cases,
    i18n::*,
    pages::process::ProgressBox,
    visit::locale,
};
use chrono::NaiveDate;
use domain::document::{DocumentKind, Visibility};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

/// Endings of the files that are taken, for the browser's chooser.
pub(crate) const ACCEPT: &str = ".pdf,.p7m,.odt,.docx,.ods,.xlsx,.png,.jpg,.jpeg,.txt,.csv";

#[component]
pub(crate) fn DocumentDeskPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.document_desk(slug).await }, move |found| {
        let upload = found.may_upload.then(|| upload(found.path.slug.clone(), found.today));
        let content = if found.rows.is_empty() {
            view! { <Empty words=td_string!(l, document.empty_desk)/> }.into_any()
        } else {
            view! { <DocumentTable rows=found.rows work=true/> }.into_any()
        };
        let crumbs = work_crumbs(&found.path.title, &found.path.slug);
        view! { <Page title=td_string!(l, document.documents) of=found.path.title crumbs><ProgressBox/>{content}{upload}</Page> }
    })
}

fn upload(slug: String, today: NaiveDate) -> impl IntoView {
    let l = locale();
    let kinds = DocumentKind::ALL
        .iter()
        .filter(|kind| kind.is_filed())
        .map(|kind| (kind.code().to_owned(), kind_words(l, *kind)))
        .collect();
    let readers = Visibility::ALL.iter().map(|who| (who.code().to_owned(), visibility_words(l, *who))).collect();
    view! {
        <section class="section" aria-labelledby="carica">
            <h2 id="carica">{td_string!(l, document.upload)}</h2>
            <Form to=UploadDocument::PATH files=true class="narrow">
                <Hidden name="slug" value=slug/>
                <FileField name="file" label=td_string!(l, document.file) hint=td_string!(l, document.file_hint) accept=ACCEPT/>
                <TextField name="title" label=td_string!(l, document.title) max=200/>
                <SelectField name="kind" label=td_string!(l, document.kind) options=kinds ask=true/>
                <SelectField name="visibility" label=td_string!(l, document.visibility) options=readers/>
                <DateField name="dated" label=td_string!(l, document.dated) value=today.to_string()/>
                <Check name="draft" label=td_string!(l, document.draft)/>
                <Submit label=td_string!(l, document.upload_button)/>
            </Form>
        </section>
    }
}
