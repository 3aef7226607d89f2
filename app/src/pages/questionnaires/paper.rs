//! Writing down what came on paper; and looking at what those will see who answer.

use super::{fields::fields, id_of_page};
use crate::{
    api::questionnaires::{AnswerQuestionnaire, EnterAnswers},
    components::{Crumb, Form, Hidden, Page, Prose, SelectField, Submit, TextField, load, work_crumbs},
    contract::{
        questionnaires::{PaperDesk, QuestionnaireWork, Whose},
        use_cases,
    },
    error::AppError,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::locale,
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn PaperPage() -> impl IntoView {
    let (server, id) = (use_cases(), id_of_page());
    load(async move { server?.paper_desk(id?).await }, paper)
}

#[component]
pub(crate) fn PreviewPage() -> impl IntoView {
    let (server, id) = (use_cases(), id_of_page());
    let fetch = async move {
        let work = server?.questionnaire_work(id?).await?;
        if work.may_manage { Ok(work) } else { Err(AppError::NotFound) }
    };
    load(fetch, preview)
}

fn paper(desk: PaperDesk) -> impl IntoView {
    let l = locale();
    let (row, definition) = (desk.row, desk.definition);
    let mut crumbs = work_crumbs(&row.path.title, &row.path.slug);
    crumbs.push(Crumb::content(row.title.clone(), paths::questionnaire_work(row.id)));
    let whose = move || match desk.whose {
        Whose::Nobody => None,
        Whose::OneOf(all) => {
            let options: Vec<_> = all.into_iter().map(|one| (one.id, one.email)).collect();
            let field = view! { <SelectField name="invitation" label=td_string!(l, questionnaire.paper_whose) options ask=true/> };
            Some(field.into_any())
        }
        Whose::Address => {
            let field = view! {
                <TextField
                    name="invitation" label=td_string!(l, questionnaire.paper_address) kind="email" max=254
                    hint=td_string!(l, questionnaire.paper_address_hint).to_string() autocomplete="off"
                />
            };
            Some(field.into_any())
        }
    };
    let slug = row.path.slug.clone();
    view! {
        <Page title=td_string!(l, questionnaire.paper) of=row.title crumbs>
            <p class="page-lead">{td_string!(l, questionnaire.paper_lead)}</p>
            <ProgressBox of=slug/>
            <Form to=EnterAnswers::PATH class="form">
                <Hidden name="questionnaire" value=row.id.to_string()/>
                <Hidden name="once" value=desk.once.to_string()/>
                <TextField
                    name="number" label=td_string!(l, questionnaire.paper_number) inputmode="numeric" max=6
                    hint=td_string!(l, questionnaire.paper_number_hint).to_string() autocomplete="off"
                />
                {whose()}
                {fields(&definition)}
                <Submit label=td_string!(l, questionnaire.paper_send)/>
            </Form>
        </Page>
    }
}

fn preview(work: QuestionnaireWork) -> impl IntoView {
    let l = locale();
    let (row, definition) = (work.row, work.definition);
    let mut crumbs = work_crumbs(&row.path.title, &row.path.slug);
    crumbs.push(Crumb::content(row.title.clone(), paths::questionnaire_work(row.id)));
    let slug = row.path.slug.clone();
    let lead = (!work.head.lead.is_empty()).then(|| view! { <Prose source=work.head.lead.clone()/> });
    view! {
        <Page title=td_string!(l, questionnaire.preview) of=row.title crumbs>
            <p class="page-lead">{td_string!(l, questionnaire.preview_lead)}</p>
            <ProgressBox of=slug/>
            {lead}
            <Form to=AnswerQuestionnaire::PATH class="form">
                <fieldset disabled=true class="preview">{fields(&definition)}</fieldset>
            </Form>
        </Page>
    }
}
