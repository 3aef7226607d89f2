//! Building one questionnaire, opening and closing it, inviting to it.

use super::{desk::head_fields, fields::when, id_of_page, kind_words, parts::facts};
use crate::{
    api::questionnaires::{
        ArrangeQuestionnaire, CorrectQuestionnaire, EditQuestionnaire, InviteToQuestionnaire, KeepSection,
        RemoveQuestionnaire, StepQuestionnaire,
    },
    components::{Empty, Facts, Fold, Form, Hidden, Page, Submit, TextArea, TextField, Value, load, work_crumbs},
    contract::{questionnaires::QuestionnaireWork, use_cases},
    format::number,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::questionnaire::{Audience, How, Part, Question, QuestionnaireState, QuestionnaireStep, Section};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn QuestionnaireWorkPage() -> impl IntoView {
    let (server, id) = (use_cases(), id_of_page());
    load(async move { server?.questionnaire_work(id?).await }, show)
}

fn show(work: QuestionnaireWork) -> impl IntoView {
    let l = locale();
    let row = &work.row;
    let mut crumbs = work_crumbs(&row.path.title, &row.path.slug);
    let desk = paths::questionnaires_work(&row.path.slug);
    crumbs.push(crate::components::Crumb::new(td_string!(l, questionnaire.questionnaires), desk));
    let mut rows = facts(row);
    if row.state != QuestionnaireState::Draft {
        rows.push((td_string!(l, questionnaire.answered_count).to_string(), number(l, work.answered).into()));
    }
    let (title, slug) = (row.title.clone(), row.path.slug.clone());
    let invites = work.may_manage && row.state == QuestionnaireState::Open && row.audience == Audience::Invited;
    view! {
        <Page title=title lang=content_lang() crumbs=crumbs>
            <ProgressBox of=slug/>
            <Facts rows/>
            {links(&work)}
            {steps(&work)}
            {invites.then(|| invitations(&work))}
            {work.may_manage.then(|| questions(&work))}
            {work.may_edit.then(|| head(&work))}
        </Page>
    }
}

/// Where to go from here.
fn links(work: &QuestionnaireWork) -> impl IntoView + use<> {
    let l = locale();
    let id = work.row.id;
    let (draft, closed) = (work.row.state == QuestionnaireState::Draft, work.row.state == QuestionnaireState::Closed);
    let links = [
        (work.may_manage, paths::questionnaire_preview(id), td_string!(l, questionnaire.preview)),
        (!draft, paths::questionnaire(id), td_string!(l, questionnaire.public_page)),
        (work.may_enter, paths::questionnaire_paper(id), td_string!(l, questionnaire.paper)),
        (closed && work.may_manage, paths::questionnaire_results(id), td_string!(l, questionnaire.results)),
        (
            work.previous.is_some() && work.may_manage,
            work.previous.map(paths::questionnaire_work).unwrap_or_default(),
            td_string!(l, questionnaire.previous_edition),
        ),
        (
            work.next.is_some(),
            work.next.map(paths::questionnaire_work).unwrap_or_default(),
            td_string!(l, questionnaire.next_edition),
        ),
    ];
    let links = links.into_iter().filter(|(shown, ..)| *shown);
    view! { <ul class="plain-list">{links.map(|(_, href, words)| view! { <li><a href=href>{words}</a></li> }).collect_view()}</ul> }
}

/// Opening, closing, correcting.
fn steps(work: &QuestionnaireWork) -> impl IntoView + use<> {
    let l = locale();
    let (id, version) = (work.row.id.to_string(), work.version.to_string());
    let steps = work.steps.clone().into_iter().map(|step| {
        let (lead, label) = match step {
            QuestionnaireStep::Open => (td_string!(l, questionnaire.open_lead), td_string!(l, questionnaire.open)),
            QuestionnaireStep::Close => (td_string!(l, questionnaire.close_lead), td_string!(l, questionnaire.close)),
        };
        let (id, version) = (id.clone(), version.clone());
        view! {
            <p>{lead}</p>
            <Form to=StepQuestionnaire::PATH>
                <Hidden name="questionnaire" value=id/>
                <Hidden name="version" value=version/>
                <Hidden name="step" value=step.code()/>
                <Submit label/>
            </Form>
        }
    });
    let steps = steps.collect_view();
    let id = work.row.id.to_string();
    let correct = work.may_correct.then(|| {
        view! {
            <p>{td_string!(l, questionnaire.correct_lead)}</p>
            <Form to=CorrectQuestionnaire::PATH>
                <Hidden name="questionnaire" value=id/>
                <Submit kind="btn-outline-primary" label=td_string!(l, questionnaire.correct)/>
            </Form>
        }
    });
    view! { {steps} {correct} }
}

fn invitations(work: &QuestionnaireWork) -> impl IntoView + use<> {
    let l = locale();
    let rows = work.invited.iter().map(|one| {
        let said =
            if one.answered { td_string!(l, questionnaire.has_answered) } else { td_string!(l, questionnaire.not_yet) };
        view! { <li><p class="row-title">{one.email.clone()}</p><p class="row-meta">{said}</p></li> }
    });
    let rows = rows.collect_view();
    let none = work.invited.is_empty().then(|| view! { <Empty words=td_string!(l, questionnaire.nobody_invited)/> });
    let id = work.row.id.to_string();
    view! {
        <section class="section" aria-labelledby="inviti">
            <h2 id="inviti">{td_string!(l, questionnaire.invitations)}</h2>
            <p>{td_string!(l, questionnaire.invitations_lead)}</p>
            {none}
            <ul class="row-list">{rows}</ul>
            <Form to=InviteToQuestionnaire::PATH class="form">
                <Hidden name="questionnaire" value=id/>
                <TextArea
                    name="addresses" label=td_string!(l, questionnaire.addresses) max=50_000
                    hint=td_string!(l, questionnaire.addresses_hint).to_string()
                />
                <Submit label=td_string!(l, questionnaire.invite)/>
            </Form>
        </section>
    }
}

/// Sections and questions, to be arranged in a draft.
fn questions(work: &QuestionnaireWork) -> impl IntoView + use<> {
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
        let (name, fields) = (section.title.clone(), section_fields(Some(section)));
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
                    {fields}
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

fn head(work: &QuestionnaireWork) -> impl IntoView + use<> {
    let l = locale();
    let (id, version) = (work.row.id.to_string(), work.version.to_string());
    let (id_too, version_too) = (id.clone(), version.clone());
    let head = work.head.clone();
    view! {
        <section class="section" aria-labelledby="intestazione">
            <h2 id="intestazione">{td_string!(l, questionnaire.head)}</h2>
            <Form to=EditQuestionnaire::PATH class="form">
                <Hidden name="questionnaire" value=id/>
                <Hidden name="version" value=version/>
                {head_fields(Some(&head))}
                <Submit label=td_string!(l, common.save)/>
            </Form>
            <Fold words=td_string!(l, questionnaire.remove_draft) to=RemoveQuestionnaire::PATH>
                <p>{td_string!(l, questionnaire.remove_draft_lead)}</p>
                <Form to=RemoveQuestionnaire::PATH>
                    <Hidden name="questionnaire" value=id_too/>
                    <Hidden name="version" value=version_too/>
                    <Submit kind="btn-danger" label=td_string!(l, questionnaire.remove_draft_button)/>
                </Form>
            </Fold>
        </section>
    }
}
