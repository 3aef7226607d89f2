//! Privacy, legal notes, accessibility: what every tenant owes its readers.

use crate::{
    api::site::SendFeedback,
    components::{Form, Page, Submit, TextArea, TextField},
    i18n::*,
    pages::processing::published,
    visit::{locale, visit},
};
use leptos::{prelude::*, server_fn::ServerFn};

/// A part of a page: heading, paragraphs.
pub(super) fn part(title: &str, paragraphs: Vec<String>) -> AnyView {
    let paragraphs = paragraphs.into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
    view! { <section class="section measure"><h2>{title.to_owned()}</h2>{paragraphs}</section> }.into_any()
}

macro_rules! words {
    ($l:ident: $($key:ident),* $(,)?) => { vec![$(td_string!($l, site.$key).to_string()),*] };
}
pub(super) use words;

#[component]
pub(crate) fn Privacy() -> impl IntoView {
    let l = locale();
    let name = visit().place.name.clone();
    let controller = td_string!(l, site.privacy_controller, name = name);
    view! {
        <Page title=td_string!(l, site.privacy)>
            <p class="page-lead">{td_string!(l, site.privacy_lead).to_string()}</p>
            {part(td_string!(l, site.privacy_who), vec![controller])}
            {part(td_string!(l, site.privacy_data), words!(l: privacy_reading, privacy_account, privacy_published, privacy_questionnaires, privacy_organs, privacy_log, privacy_feedback))}
            {part(td_string!(l, site.privacy_basis_title), words!(l: privacy_basis, privacy_special))}
            {part(td_string!(l, site.privacy_time_title), words!(l: privacy_time_short, privacy_time_account, privacy_time_papers))}
            {published()}
            {part(td_string!(l, site.privacy_access_title), words!(l: privacy_access))}
            {part(td_string!(l, site.privacy_rights_title), words!(l: privacy_rights, privacy_erase, privacy_complaint))}
            {part(td_string!(l, site.privacy_cookies_title), words!(l: privacy_cookies))}
        </Page>
    }
}

#[component]
pub(crate) fn LegalNotes() -> impl IntoView {
    let l = locale();
    let visit = visit();
    let owner = td_string!(l, site.legal_owner, name = visit.place.name.clone());
    let demo = visit.demo.then(|| part(td_string!(l, site.legal_demo_title), words!(l: legal_demo)));
    view! {
        <Page title=td_string!(l, site.legal)>
            <p class="page-lead">{owner}</p>
            {part(td_string!(l, site.legal_value_title), words!(l: legal_value))}
            {part(td_string!(l, site.legal_people_title), words!(l: legal_people, legal_moderation))}
            {part(td_string!(l, site.legal_files_title), words!(l: legal_files, legal_links))}
            {part(td_string!(l, site.legal_software_title), words!(l: legal_software))}
            {demo}
        </Page>
    }
}

#[component]
pub(crate) fn Accessibility() -> impl IntoView {
    let l = locale();
    view! {
        <Page title=td_string!(l, site.accessibility)>
            <p class="page-lead">{td_string!(l, site.accessibility_lead).to_string()}</p>
            {part(td_string!(l, site.accessibility_state_title), words!(l: accessibility_state, accessibility_checks))}
            {part(td_string!(l, site.accessibility_limits_title), words!(l: accessibility_limits))}
            <section class="section" aria-labelledby="segnala">
                <h2 id="segnala">{td_string!(l, site.feedback_title).to_string()}</h2>
                <p class="measure">{td_string!(l, site.feedback_lead).to_string()}</p>
                <Form to=SendFeedback::PATH class="narrow">
                    <TextArea name="message" label=td_string!(l, site.feedback_message) max=4_000/>
                    <TextField name="page" label=td_string!(l, site.feedback_page) optional=true max=300/>
                    <TextField
                        name="email" kind="email" autocomplete="email" optional=true max=254
                        label=td_string!(l, site.feedback_email) hint=td_string!(l, site.feedback_email_hint).to_string()
                    />
                    <Submit label=td_string!(l, site.feedback_send)/>
                </Form>
            </section>
            {part(td_string!(l, site.accessibility_complaint_title), words!(l: accessibility_complaint))}
        </Page>
    }
}
