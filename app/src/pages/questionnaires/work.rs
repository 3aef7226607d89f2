//! Building one questionnaire, opening and closing it, inviting to it.

use super::{arranging::questions, desk::head_fields, id_of_page, parts::facts};
use crate::{
    api::questionnaires::{
        CorrectQuestionnaire, EditQuestionnaire, ExtendQuestionnaire, InviteToQuestionnaire, RemoveQuestionnaire,
        StepQuestionnaire,
    },
    components::{DateField, Empty, Facts, FinalSubmit, Fold, Form, Hidden, Page, Submit, TextArea, load, work_crumbs},
    contract::{questionnaires::QuestionnaireWork, use_cases},
    format::number,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::questionnaire::{Audience, QuestionnaireState, QuestionnaireStep};
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
            {work.may_extend.then(|| last_day(&work))}
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
        let (lead, label, loses) = match step {
            QuestionnaireStep::Open => (
                td_string!(l, questionnaire.open_lead),
                td_string!(l, questionnaire.open),
                td_string!(l, questionnaire.open_loses),
            ),
            QuestionnaireStep::Close => (
                td_string!(l, questionnaire.close_lead),
                td_string!(l, questionnaire.close),
                td_string!(l, questionnaire.close_loses),
            ),
        };
        let (id, version) = (id.clone(), version.clone());
        view! {
            <p>{lead}</p>
            <Form to=StepQuestionnaire::PATH>
                <Hidden name="questionnaire" value=id/>
                <Hidden name="version" value=version/>
                <Hidden name="step" value=step.code()/>
                <FinalSubmit label loses/>
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

/// Letting people answer for longer.
fn last_day(work: &QuestionnaireWork) -> impl IntoView + use<> {
    let l = locale();
    let id = work.row.id.to_string();
    view! {
        <Fold words=td_string!(l, questionnaire.extend) to=ExtendQuestionnaire::PATH>
            <Form to=ExtendQuestionnaire::PATH class="form">
                <Hidden name="questionnaire" value=id/>
                <DateField
                    name="closes_on" label=td_string!(l, questionnaire.extend_day)
                    hint=td_string!(l, questionnaire.extend_hint)
                />
                <Submit label=td_string!(l, questionnaire.extend)/>
            </Form>
        </Fold>
    }
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
