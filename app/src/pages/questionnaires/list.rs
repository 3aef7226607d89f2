//! What can be answered, and what can be read, for everybody.

use super::parts::rows;
use crate::{
    components::{Empty, Page, load},
    contract::{questionnaires::QuestionnaireList, use_cases},
    i18n::*,
    paths,
    visit::locale,
};
use leptos::prelude::*;

#[component]
pub(crate) fn QuestionnairesPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.questionnaires().await }, show)
}

fn show(found: QuestionnaireList) -> impl IntoView {
    let l = locale();
    let none = found.open.is_empty().then(|| view! { <Empty words=td_string!(l, questionnaire.none_open)/> });
    let results = (!found.results.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="risultati">
                <h2 id="risultati">{td_string!(l, questionnaire.results_ready)}</h2>
                {rows(found.results, |row| paths::questionnaire_results(row.id))}
            </section>
        }
    });
    view! {
        <Page title=td_string!(l, questionnaire.questionnaires)>
            <p class="page-lead">{td_string!(l, questionnaire.list_lead)}</p>
            <section class="section" aria-labelledby="aperti">
                <h2 id="aperti">{td_string!(l, questionnaire.open_now)}</h2>
                {none}
                {rows(found.open, |row| paths::questionnaire(row.id))}
            </section>
            {results}
        </Page>
    }
}
