//! The questionnaires of a path, for those who build them.

use super::{audience_words, parts::rows};
use crate::{
    api::questionnaires::CreateQuestionnaire,
    components::{
        Check, DateField, Empty, Form, Hidden, Page, SelectField, Submit, TextArea, TextField, load, work_crumbs,
    },
    contract::{questionnaires::QuestionnaireDesk, use_cases},
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::locale,
};
use domain::questionnaire::{Audience, QuestionnaireHead};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn QuestionnaireDeskPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.questionnaire_desk(slug).await }, show)
}

fn show(desk: QuestionnaireDesk) -> impl IntoView {
    let l = locale();
    let crumbs = work_crumbs(&desk.path.title, &desk.path.slug);
    let none = desk.rows.is_empty().then(|| view! { <Empty words=td_string!(l, questionnaire.none_of_path)/> });
    let slug = desk.path.slug.clone();
    let add = desk.may_add.then(|| {
        view! {
            <section class="section" aria-labelledby="nuovo">
                <h2 id="nuovo">{td_string!(l, questionnaire.new)}</h2>
                <Form to=CreateQuestionnaire::PATH class="form">
                    <Hidden name="slug" value=slug/>
                    {head_fields(None)}
                    <Submit label=td_string!(l, questionnaire.create)/>
                </Form>
            </section>
        }
    });
    view! {
        <Page title=td_string!(l, questionnaire.questionnaires) of=desk.path.title.clone() crumbs>
            <p class="page-lead">{td_string!(l, questionnaire.desk_lead)}</p>
            <ProgressBox/>
            {none}
            {rows(desk.rows, |row| paths::questionnaire_work(row.id))}
            {add}
        </Page>
    }
}

/// The fields of what a questionnaire says about itself.
pub(super) fn head_fields(head: Option<&QuestionnaireHead>) -> impl IntoView + use<> {
    let l = locale();
    let audiences = Audience::ALL.iter().map(|one| (one.code().to_owned(), audience_words(l, *one))).collect();
    let (title, lead) = head.map(|head| (head.title.clone(), head.lead.clone())).unwrap_or_default();
    let audience = head.map_or(Audience::Anonymous, |head| head.audience).code();
    let day = head.and_then(|head| head.closes_on).map(|day| day.to_string()).unwrap_or_default();
    let publishes = head.is_none_or(|head| head.publishes);
    view! {
        <TextField name="title" label=td_string!(l, questionnaire.title) value=title max=160/>
        <TextArea
            name="lead" label=td_string!(l, questionnaire.lead) value=lead max=2_000 rows=4 optional=true
            hint=td_string!(l, questionnaire.lead_hint).to_string()
        />
        <SelectField
            name="audience" label=td_string!(l, questionnaire.audience) value=audience options=audiences
            hint=td_string!(l, questionnaire.audience_hint).to_string()
        />
        <DateField
            name="closes_on" label=td_string!(l, questionnaire.closes_on) value=day optional=true
            hint=td_string!(l, questionnaire.closes_on_hint)
        />
        <Check name="publishes" label=td_string!(l, questionnaire.publishes) checked=publishes/>
    }
}
