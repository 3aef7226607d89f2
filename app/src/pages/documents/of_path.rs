//! The public documents of a path.

use super::table::{DocumentTable, HowToCheck};
use crate::{
    components::{Empty, Page, load, path_crumbs},
    contract::use_cases,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::locale,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn PathDocumentsPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.documents_of(slug).await }, move |found| {
        let manage = found.may_upload.then(|| view! {
            <p><a class="btn btn-outline-primary" href=paths::path_documents_work(&found.path.slug)>{td_string!(l, document.manage)}</a></p>
        });
        let content = if found.rows.is_empty() {
            view! { <Empty words=td_string!(l, document.empty_path)/> }.into_any()
        } else {
            view! { <DocumentTable rows=found.rows/><HowToCheck/> }.into_any()
        };
        let crumbs = path_crumbs(&found.path.title, &found.path.slug);
        view! {
            <Page title=td_string!(l, document.documents) of=found.path.title crumbs>
                <p class="page-lead">{td_string!(l, document.path_lead)}</p>
                <ProgressBox/>
                {manage}
                {content}
            </Page>
        }
    })
}
