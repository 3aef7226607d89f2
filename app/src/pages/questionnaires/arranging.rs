//! What a questionnaire asks, to be arranged while it is a draft.

use super::{fields::when, kind_words};
use crate::{
    api::questionnaires::{ArrangeQuestionnaire, KeepSection},
    components::{Empty, Fold, Form, Hidden, Submit, TextArea, TextField, Value},
    contract::questionnaires::QuestionnaireWork,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::questionnaire::{How, Part, Question, Section};
use leptos::{prelude::*, server_fn::ServerFn};

/// Sections and questions, to be arranged in a draft.
pub(super) fn questions(work: &QuestionnaireWork) -> impl IntoView + use<> {
    let l = locale();
    let sections = work.definition.sections.iter().map(|section| section_of(work, section)).collect_view();
    let (id, version) = (work.row.id.to_string(), work.version.to_string());
    let add = work.may_edit.then(|| {
        view! {
            <Fold words=td_string!(l, questionnaire.new_section) to=KeepSection::PATH>
                <Form to=KeepSection::PATH class="form">
                    <Hidden name="questionnaire" value=id/>
                    <Hidden name="version" value=version/>
                    {section_fields(None)}
                    <Submit label=td_string!(l, questionnaire.add_section)/>
                </Form>
            </Fold>
        }
    });
    view! {
        <section class="section" aria-labelledby="domande">
            <h2 id="domande">{td_string!(l, questionnaire.questions)}</h2>
            {sections}
            {add}
        </section>
    }
}

fn section_fields(section: Option<&Section>) -> impl IntoView + use<> {
    let l = locale();
    let (title, lead) = section.map(|one| (one.title.clone(), one.lead.clone())).unwrap_or_default();
    view! {
        <TextField name="title" label=td_string!(l, questionnaire.section_title) value=title max=160/>
        <TextArea name="lead" label=td_string!(l, questionnaire.section_lead) value=lead max=2_000 rows=3 optional=true/>
    }
}

fn section_of(work: &QuestionnaireWork, section: &Section) -> impl IntoView + use<> {
    let l = locale();
    let id = work.row.id;
    let none = section.questions.is_empty().then(|| view! { <Empty words=td_string!(l, questionnaire.no_questions)/> });
    let questions = section.questions.iter().map(|question| question_of(work, question)).collect_view();
    let key = section.key.to_string();
    let edit = work.may_edit.then(|| {
        let (version, key, id_typed) = (work.version.to_string(), key.clone(), id.to_string());
        let (name, edited) = (section.title.clone(), section.clone());
        let add = paths::question_new(id, section.key);
        view! {
            <p>
                <a class="btn btn-outline-primary btn-sm" href=add>
                    {td_string!(l, questionnaire.add_question)}{Value::content(name.clone()).aloud()}
                </a>
            </p>
            <Fold words=td_string!(l, questionnaire.edit_section) to=KeepSection::PATH key=key.clone() of=Value::content(name)>
                <Form to=KeepSection::PATH key=key.clone() class="form">
                    <Hidden name="questionnaire" value=id_typed/>
                    <Hidden name="version" value=version/>
                    <Hidden name="key" value=key/>
                    {section_fields(Some(&edited))}
                    <Submit label=td_string!(l, common.save)/>
                </Form>
            </Fold>
            {arrange(work, Part::Section(section.key), &section.title)}
        }
    });
    view! {
        <section class="section" aria-labelledby=format!("s{key}")>
            <h3 id=format!("s{key}") lang=content_lang()>{section.title.clone()}</h3>
            {none}
            <ol class="row-list">{questions}</ol>
            {edit}
        </section>
    }
}

fn question_of(work: &QuestionnaireWork, question: &Question) -> impl IntoView + use<> {
    let l = locale();
    let number = work.definition.question(question.key).map_or(0, |(number, _)| number);
    let required =
        if question.required { td_string!(l, questionnaire.is_required) } else { td_string!(l, common.optional) };
    let when = when(&work.definition, question).map(|words| format!(" · {words}"));
    let edit = work.may_edit.then(|| {
        view! {
            <p><a href=paths::question_edit(work.row.id, question.key)>
                {td_string!(l, questionnaire.edit_question)}{Value::content(question.text.clone()).aloud()}
            </a></p>
            {arrange(work, Part::Question(question.key), &question.text)}
        }
    });
    view! {
        <li>
            <p class="row-title">{format!("{number}. ")}<span lang=content_lang()>{question.text.clone()}</span></p>
            <p class="row-meta">{kind_words(l, question.asks.kind())}" · "{required}{when}</p>
            {edit}
        </li>
    }
}

/// The buttons that move or remove a part.
fn arrange(work: &QuestionnaireWork, part: Part, of: &str) -> impl IntoView + use<> {
    let l = locale();
    let button = |how: How| {
        let label = match how {
            How::Up => td_string!(l, questionnaire.move_up),
            How::Down => td_string!(l, questionnaire.move_down),
            How::Remove => td_string!(l, questionnaire.remove),
        };
        let (id, version, of) = (work.row.id.to_string(), work.version.to_string(), Value::content(of.to_owned()));
        let (part_typed, key) = (part.to_string(), format!("{part}-{how}"));
        view! {
            <Form to=ArrangeQuestionnaire::PATH key=key class="inline-form">
                <Hidden name="questionnaire" value=id/>
                <Hidden name="version" value=version/>
                <Hidden name="part" value=part_typed/>
                <Hidden name="how" value=how.code()/>
                <Submit kind="btn-link btn-sm" label of=of/>
            </Form>
        }
    };
    view! { <div class="cluster">{How::ALL.iter().map(|how| button(*how)).collect_view()}</div> }
}
