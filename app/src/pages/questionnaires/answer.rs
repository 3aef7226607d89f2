//! Answering a questionnaire, and the receipt.

use super::{
    fields::{fields, told},
    id_of_page,
    parts::facts,
};
use crate::{
    api::questionnaires::AnswerQuestionnaire,
    components::{Crumb, Facts, Form, Hidden, KnownEnough, Page, Prose, Submit, load},
    contract::{
        questionnaires::{AnswerReceipt, AnswerSheet, AnswerStanding},
        use_cases,
    },
    error::AppError,
    i18n::*,
    pages::process::ProgressWhereSeen,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::{identification::Activity, questionnaire::Audience};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn AnswerPage() -> impl IntoView {
    let (server, id) = (use_cases(), id_of_page());
    load(async move { server?.answer_sheet(Some(id?), None).await }, |sheet| show(sheet, None))
}

#[component]
pub(crate) fn InvitedAnswerPage() -> impl IntoView {
    let (server, key) = (use_cases(), use_params_map().read_untracked().get("key").unwrap_or_default());
    let shown = key.clone();
    load(async move { server?.answer_sheet(None, Some(key)).await }, move |sheet| show(sheet, Some(shown)))
}

#[component]
pub(crate) fn AnswerReceiptPage() -> impl IntoView {
    let (server, id) = (use_cases(), use_params_map().read_untracked().get("answer").unwrap_or_default());
    let fetch = async move { server?.answer_receipt(id.parse().map_err(|_| AppError::NotFound)?).await };
    load(fetch, receipt)
}

fn crumbs() -> Vec<Crumb> {
    vec![Crumb::new(td_string!(locale(), questionnaire.questionnaires), paths::QUESTIONNAIRES)]
}

fn show(sheet: AnswerSheet, key: Option<String>) -> impl IntoView {
    let l = locale();
    let lead = (!sheet.lead.is_empty()).then(|| view! { <Prose source=sheet.lead.clone()/> });
    let rows = facts(&sheet.row);
    let (title, path) = (sheet.row.title.clone(), sheet.row.path.slug.clone());
    let content = match sheet.standing {
        AnswerStanding::Open => form(sheet, key).into_any(),
        AnswerStanding::SignIn => view! {
            <p>{td_string!(l, questionnaire.sign_in_first)}</p>
            <p><a class="btn btn-primary" href=paths::sign_in(&visit().path)>{td_string!(l, common.sign_in)}</a></p>
        }
        .into_any(),
        AnswerStanding::ByLink => view! { <p>{td_string!(l, questionnaire.by_link)}</p> }.into_any(),
        AnswerStanding::Answered => view! { <p>{td_string!(l, questionnaire.answered_already)}</p> }.into_any(),
        AnswerStanding::Closed => closed(&sheet).into_any(),
    };
    view! {
        <Page title=title lang=content_lang() crumbs=crumbs()>
            {lead}
            <Facts rows/>
            {content}
            <ProgressWhereSeen of=path/>
        </Page>
    }
}

fn closed(sheet: &AnswerSheet) -> impl IntoView + use<> {
    let l = locale();
    let results = sheet.row.published.then(|| {
        view! { <p><a href=paths::questionnaire_results(sheet.row.id)>{td_string!(l, questionnaire.read_results)}</a></p> }
    });
    let next = sheet.next.map(|next| {
        view! { <p><a href=paths::questionnaire(next)>{td_string!(l, questionnaire.next_edition)}</a></p> }
    });
    view! {
        <p>{td_string!(l, questionnaire.is_closed)}</p>
        {results}
        {next}
    }
}

fn form(sheet: AnswerSheet, key: Option<String>) -> impl IntoView {
    let l = locale();
    let promise = match sheet.row.audience {
        Audience::Anonymous => td_string!(l, questionnaire.promise_anonymous),
        Audience::SignedIn => td_string!(l, questionnaire.promise_signed_in),
        Audience::Invited => td_string!(l, questionnaire.promise_invited),
    };
    let known =
        (sheet.row.audience == Audience::SignedIn).then(|| view! { <KnownEnough activity=Activity::Contribute/> });
    let fields = {
        let definition = sheet.definition.clone();
        move || fields(&definition)
    };
    view! {
        {known}
        <p>{promise}" "<a href=paths::PRIVACY>{td_string!(l, questionnaire.privacy)}</a></p>
        <Form to=AnswerQuestionnaire::PATH class="form">
            <Hidden name="questionnaire" value=sheet.row.id.to_string()/>
            <Hidden name="once" value=sheet.once.to_string()/>
            {key.map(|key| view! { <Hidden name="invitation" value=key/> })}
            {fields()}
            <Submit label=td_string!(l, questionnaire.send)/>
        </Form>
    }
}

fn receipt(found: AnswerReceipt) -> impl IntoView {
    let l = locale();
    view! {
        <Page title=td_string!(l, questionnaire.thanks) of=found.row.title.clone() crumbs=crumbs()>
            <p class="page-lead">{td_string!(l, questionnaire.thanks_lead)}</p>
            <p>{td_string!(l, questionnaire.receipt_lead)}</p>
            <section class="section" aria-labelledby="risposte">
                <h2 id="risposte">{td_string!(l, questionnaire.your_answers)}</h2>
                {told(&found.definition, &found.answers)}
            </section>
            <p><a href=paths::QUESTIONNAIRES>{td_string!(l, questionnaire.all)}</a></p>
            <ProgressWhereSeen of=found.row.path.slug/>
        </Page>
    }
}
