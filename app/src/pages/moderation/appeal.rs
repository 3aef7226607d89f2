//! Asking for a hidden text to be looked at again, and the moderators' answer.

use super::{log::restore_fold, words::more};
use crate::{
    api::moderation::{Appeal, ON_APPEAL, RefuseAppeal},
    components::{
        Crumb, Empty, Fold, Form, Hidden, Page, Prose, Submit, TextArea, contribution_words::ground_words, load,
        work_home,
    },
    contract::{
        appeals::{AppealDesk, AppealQueue, AppealView},
        moderation::Subject,
        use_cases,
    },
    format::moment,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::{appeal::AppealState, contribution::HideReason, reason::REASON_MAX};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn AppealPage() -> impl IntoView {
    let params = use_params_map().read_untracked().clone();
    let of = move |name: &str| params.get(name).unwrap_or_default();
    let (kind, id) = (of("kind"), of("id"));
    let server = use_cases();
    load(async move { server?.appeal_desk(Subject::parse(&kind, &id)?).await }, own_page)
}

fn own_page(desk: AppealDesk) -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, space.space), paths::MY_SPACE)];
    let subject = desk.subject;
    let made = desk.appeal.clone().map(made);
    let form = desk.may_appeal.then(|| {
        view! {
            <Form to=Appeal::PATH class="form">
                <Hidden name="kind" value=subject.kind().code()/>
                <Hidden name="id" value=subject.id()/>
                <TextArea
                    name="reason" label=td_string!(l, moderation.appeal_reason) max=REASON_MAX rows=4
                    hint=td_string!(l, moderation.appeal_hint).to_string()
                />
                <Submit label=td_string!(l, moderation.appeal_send)/>
            </Form>
        }
    });
    view! {
        <Page title=td_string!(l, moderation.appeal) of=desk.title.clone() crumbs>
            <p class="page-lead lead">{td_string!(l, moderation.appeal_lead).to_string()}</p>
            {why(desk.why)}
            <div class="quote"><Prose source=desk.body/></div>
            {more(desk.contribution, desk.more)}
            {made}
            {form}
        </Page>
    }
}

/// On what ground a text was hidden, and with which words.
fn why(why: Option<HideReason>) -> impl IntoView {
    let l = locale();
    why.map(|why| {
        let ground = ground_words(l, why.ground);
        view! { <p>{td_string!(l, contribution.hidden_why, ground = ground, reason = why.reason.to_string())}</p> }
    })
}

/// What was asked, and what was answered.
fn made(appeal: AppealView) -> impl IntoView {
    let l = locale();
    let state = match appeal.state {
        AppealState::Open => td_string!(l, moderation.appeal_open),
        AppealState::Granted => td_string!(l, moderation.appeal_granted),
        AppealState::Refused => td_string!(l, moderation.appeal_refused),
    };
    let answer = (!appeal.answer.is_empty()).then(|| view! { <p lang=content_lang()>{appeal.answer}</p> });
    view! {
        <section class="section" aria-labelledby="richiesta">
            <h2 id="richiesta">{td_string!(l, moderation.appeal_made, at = moment(appeal.at))}</h2>
            <p lang=content_lang()>{appeal.reason}</p>
            <p class="alert alert-info">{state.to_string()}</p>
            {answer}
        </section>
    }
}

#[component]
pub(crate) fn AppealsPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.appeals().await }, queue)
}

fn queue(queue: AppealQueue) -> impl IntoView {
    let l = locale();
    let mut crumbs = work_home();
    if queue.moderates {
        crumbs.push(Crumb::new(td_string!(l, moderation.moderation), paths::MODERATION));
    }
    let barred = (queue.barred > 0).then(|| {
        let count = td_string!(l, moderation.appeals_barred, count = queue.barred);
        let who = match queue.reviewers.as_slice() {
            [] => td_string!(l, moderation.appeals_nobody).to_string(),
            names => td_string!(l, moderation.appeals_reviewers, names = names.join(", ")),
        };
        view! { <p class="alert alert-info">{count}" "{who}</p> }
    });
    let content = match queue.first {
        Some(first) => one(first, queue.moderates).into_any(),
        None if queue.barred > 0 => ().into_any(),
        None => view! { <Empty words=td_string!(l, moderation.appeals_none)/> }.into_any(),
    };
    view! {
        <Page title=td_string!(l, moderation.appeals) crumbs>
            <p class="page-lead lead">{td_string!(l, moderation.appeals_waiting, count = queue.waiting)}</p>
            {barred}
            {content}
        </Page>
    }
}

/// The oldest appeal, to be granted by restoring the text or refused with a reason.
fn one(desk: AppealDesk, opens: bool) -> impl IntoView {
    let l = locale();
    let subject = desk.subject;
    let key = format!("lascia-{}", subject.id());
    let form_key = key.clone();
    let title = if opens {
        view! { <a href=paths::contribution(desk.contribution) lang=content_lang()>{desk.title}</a> }.into_any()
    } else {
        view! { <span lang=content_lang()>{desk.title}</span> }.into_any()
    };
    let asked = desk.appeal.map(|appeal| {
        view! {
            <h3 class="h5">{td_string!(l, moderation.appeal_made, at = moment(appeal.at))}</h3>
            <p lang=content_lang()>{appeal.reason}</p>
        }
    });
    view! {
        <section class="queue-item" aria-labelledby="riesame">
            <h2 id="riesame">{title}</h2>
            {why(desk.why)}
            <div class="quote"><Prose source=desk.body/></div>
            {more(desk.contribution, desk.more)}
            {asked}
            {restore_fold(subject, ON_APPEAL)}
            <Fold words=td_string!(l, moderation.appeal_refuse) to=RefuseAppeal::PATH key=key>
                <Form to=RefuseAppeal::PATH key=form_key class="form">
                    <Hidden name="kind" value=subject.kind().code()/>
                    <Hidden name="id" value=subject.id()/>
                    <TextArea
                        name="reason" label=td_string!(l, moderation.reason) max=REASON_MAX rows=3
                        hint=td_string!(l, moderation.reason_hint).to_string()
                    />
                    <Submit label=td_string!(l, moderation.appeal_refuse) kind="btn-outline-primary"/>
                </Form>
            </Fold>
        </section>
    }
}
