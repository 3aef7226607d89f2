//! The public part of a submitted report.

use super::expenses::expenses;
use crate::{
    components::{Page, Prose, load},
    contract::use_cases,
    format::date,
    i18n::*,
    pages::process::ProgressBox,
    pages::proposal_document::public_crumbs,
    visit::{content_lang, locale},
    wording::section_words,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn PublicReportPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.public_report(slug).await }, move |view| {
        let note = view.process.fictional_note.clone();
        let fictional = (!note.is_empty()).then(|| view! { <p class="fictional" lang=content_lang()>{note}</p> });
        let sent = view.submitted_on.map(|on| view! { <p>{td_string!(l, report.state_submitted, on = date(on))}</p> });
        let sections = view
            .texts
            .iter()
            .filter(|(section, text)| section.is_public() && !text.is_empty())
            .map(|(section, text)| view! { <h2>{section_words(l, *section)}</h2><Prose source=text.clone()/> })
            .collect_view();
        view! {
            <Page title=td_string!(l, report.editor_title) of=view.process.title.clone() crumbs=public_crumbs(&view.process) description=td_string!(l, report.public_lead).to_string()>
                <p class="page-lead">{td_string!(l, report.public_lead)}</p>
                <ProgressBox/>
                {fictional}
                {sent}
                <div class="document">{sections}</div>
                {expenses(&view, false)}
            </Page>
        }
    })
}
