//! Writing one question.

use super::{id_of_page, kind_words, number_of_page};
use crate::{
    api::questionnaires::KeepQuestion,
    components::{Check, Crumb, Form, Hidden, Page, SelectField, Submit, TextArea, TextField, load, work_crumbs},
    contract::{questionnaires::QuestionnaireWork, use_cases},
    error::AppError,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::locale,
};
use domain::questionnaire::{Asks, Definition, Question, QuestionKind, TypedQuestion};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn QuestionPage() -> impl IntoView {
    let (server, id) = (use_cases(), id_of_page());
    let (key, section) = (number_of_page("chiave"), number_of_page("sezione"));
    let fetch = async move {
        let work = server?.questionnaire_work(id?).await?;
        let section = match key {
            Some(key) => work.definition.sections.iter().find(|one| one.questions.iter().any(|it| it.key == key)),
            None => match section {
                Some(wanted) => work.definition.sections.iter().find(|one| one.key == wanted),
                // A question that says nothing of its place comes last.
                None => work.definition.sections.last(),
            },
        };
        let section = section.map(|section| section.key).filter(|_| work.may_edit).ok_or(AppError::NotFound)?;
        Ok((work, section, key))
    };
    load(fetch, |(work, section, key)| show(work, section, key))
}

fn show(work: QuestionnaireWork, section: u32, key: Option<u32>) -> impl IntoView {
    let l = locale();
    let row = &work.row;
    let mut crumbs = work_crumbs(&row.path.title, &row.path.slug);
    crumbs.push(Crumb::content(row.title.clone(), paths::questionnaire_work(row.id)));
    let title = match key {
        Some(_) => td_string!(l, questionnaire.edit_question),
        None => td_string!(l, questionnaire.add_question),
    };
    let question = key.and_then(|key| work.definition.question(key)).map(|(_, question)| question);
    let typed = question.map(typed).unwrap_or_default();
    let earlier = earlier(&work.definition, section, key);
    let (id, version, slug) = (row.id.to_string(), work.version.to_string(), row.path.slug.clone());
    let kinds = QuestionKind::ALL.iter().map(|kind| (kind.code().to_owned(), kind_words(l, *kind))).collect();
    view! {
        <Page title=title of=row.title.clone() crumbs>
            <p class="page-lead">{td_string!(l, questionnaire.question_lead)}</p>
            <ProgressBox of=slug/>
            <Form to=KeepQuestion::PATH class="form">
                <Hidden name="questionnaire" value=id/>
                <Hidden name="version" value=version/>
                <Hidden name="section" value=section.to_string()/>
                {key.map(|key| view! { <Hidden name="key" value=key.to_string()/> })}
                <TextField name="text" label=td_string!(l, questionnaire.question_text) value=typed.text max=300/>
                <TextField name="hint" label=td_string!(l, questionnaire.question_hint) value=typed.hint max=300 optional=true/>
                <SelectField name="kind" label=td_string!(l, questionnaire.kind) value=typed.kind options=kinds/>
                <Check name="required" label=td_string!(l, questionnaire.required) checked=typed.required/>
                <TextArea
                    name="options" label=td_string!(l, questionnaire.options) value=typed.options max=4_000 sometimes=true
                    hint=td_string!(l, questionnaire.options_hint).to_string()
                />
                <TextArea
                    name="rows" label=td_string!(l, questionnaire.rows) value=typed.rows max=4_000 rows=4 sometimes=true
                    hint=td_string!(l, questionnaire.rows_hint).to_string()
                />
                <TextField
                    name="min" label=td_string!(l, questionnaire.min) value=typed.min inputmode="numeric" max=12 sometimes=true
                    hint=td_string!(l, questionnaire.min_hint).to_string()
                />
                <TextField
                    name="max" label=td_string!(l, questionnaire.max) value=typed.max inputmode="numeric" max=12 sometimes=true
                    hint=td_string!(l, questionnaire.max_hint).to_string()
                />
                <TextField
                    name="low" label=td_string!(l, questionnaire.low) value=typed.low max=80 sometimes=true
                    hint=td_string!(l, questionnaire.ends_hint).to_string()
                />
                <TextField
                    name="high" label=td_string!(l, questionnaire.high) value=typed.high max=80 sometimes=true
                    hint=td_string!(l, questionnaire.ends_hint).to_string()
                />
                <SelectField
                    name="shown_if" label=td_string!(l, questionnaire.shown_if) value=typed.shown_if options=earlier
                    hint=td_string!(l, questionnaire.shown_if_hint).to_string()
                />
                <Submit label=td_string!(l, common.save)/>
            </Form>
        </Page>
    }
}

/// The answers of the questions before: a question may be asked of those alone who gave one of them.
fn earlier(definition: &Definition, section: u32, key: Option<u32>) -> Vec<(String, String)> {
    let l = locale();
    let mut options = vec![(String::new(), td_string!(l, questionnaire.always).to_string())];
    let upto = definition.sections.iter().position(|one| one.key == section).map_or(0, |place| place + 1);
    let before = definition.sections[..upto].iter().flat_map(|one| &one.questions);
    for (number, question) in (1..).zip(before.take_while(|question| Some(question.key) != key)) {
        for (place, choice) in question.asks.choices().into_iter().enumerate() {
            let words = td_string!(l, questionnaire.only_if, number = number.to_string(), choice = choice);
            options.push((format!("{}:{place}", question.key), words));
        }
    }
    options
}

/// The question as it was typed.
fn typed(question: &Question) -> TypedQuestion {
    let mut typed = TypedQuestion {
        text: question.text.clone(),
        hint: question.hint.clone(),
        kind: question.asks.kind().code().to_owned(),
        required: question.required,
        shown_if: question.shown_if.map(|on| format!("{}:{}", on.question, on.choice)).unwrap_or_default(),
        ..TypedQuestion::default()
    };
    match &question.asks {
        Asks::Single { options } | Asks::Several { options } => typed.options = options.join("\n"),
        Asks::Matrix { rows, columns } => (typed.rows, typed.options) = (rows.join("\n"), columns.join("\n")),
        Asks::Number { min, max } => (typed.min, typed.max) = (min.to_string(), max.to_string()),
        Asks::Text { max } => typed.max = max.to_string(),
        Asks::Scale { from, to, low, high } => {
            (typed.min, typed.max) = (from.to_string(), to.to_string());
            (typed.low, typed.high) = (low.clone(), high.clone());
        }
    }
    typed
}
