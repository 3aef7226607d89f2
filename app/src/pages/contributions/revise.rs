//! Where its author changes a proposal: the words themselves, or words added below them.

use crate::{
    api::contributions::{AddWords, Revise},
    components::{Crumb, Form, Hidden, Page, Prose, Submit, TextArea, TextField, load, refusal},
    contract::{revisions::ReviseDesk, use_cases},
    i18n::*,
    pages::process::ProgressInShort,
    paths,
    visit::{RefusalShown, locale, visit},
};
use domain::contribution::{ADDITION_MAX, BODY_MAX, Revision, TITLE_MAX};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn RevisePage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.revise_desk(id.parse()?).await }, page)
}

fn page(desk: ReviseDesk) -> impl IntoView {
    let l = locale();
    let crumbs = vec![
        Crumb::new(td_string!(l, contribution.proposals), paths::CONTRIBUTIONS),
        Crumb::content(desk.process.title.clone(), paths::contributions_of(&desk.process.slug)),
        Crumb::content(desk.title.clone(), paths::contribution(desk.id)),
    ];
    let slug = desk.process.slug.clone();
    let (title, content) = match desk.revision {
        Some(Revision::Replace) => (td_string!(l, contribution.revise), replace(desk).into_any()),
        Some(Revision::Add) => (td_string!(l, contribution.add_words), add(desk).into_any()),
        None => {
            let closed = td_string!(l, contribution.revise_closed).to_string();
            (td_string!(l, contribution.revise), view! { <p class="lead">{closed}</p> }.into_any())
        }
    };
    view! { <Page title crumbs><ProgressInShort of=slug/>{content}</Page> }
}

fn replace(desk: ReviseDesk) -> impl IntoView {
    let l = locale();
    view! {
        <p class="page-lead lead">{td_string!(l, contribution.revise_lead).to_string()}</p>
        <Form to=Revise::PATH class="form">
            <Hidden name="id" value=desk.id.to_string()/>
            <Hidden name="version" value=desk.version.to_string()/>
            <TextField
                name="title" label=td_string!(l, contribution.title) value=desk.title
                hint=td_string!(l, contribution.title_hint).to_string() max=TITLE_MAX
            />
            <TextArea
                name="body" label=td_string!(l, contribution.body) value=desk.body rows=12 max=BODY_MAX
                hint=td_string!(l, contribution.body_hint).to_string()
            />
            <TextField
                name="place" label=td_string!(l, contribution.place) value=desk.place.unwrap_or_default()
                hint=td_string!(l, contribution.place_hint).to_string() max=120 optional=true
            />
            <Submit label=td_string!(l, contribution.revise_send)/>
        </Form>
    }
}

/// The words stay; who was writing new ones when somebody supported the proposal reads why, and keeps them.
fn add(desk: ReviseDesk) -> impl IntoView {
    let l = locale();
    let visit = visit();
    let late = visit.submitted.as_ref().filter(|sent| sent.to == Revise::PATH);
    let typed = late.and_then(|sent| sent.values.iter().find(|(name, _)| name == "body"));
    let typed = typed.map(|(_, body)| body.clone()).unwrap_or_default();
    let late = late.map(|sent| {
        RefusalShown::note();
        view! { {refusal(&sent.error)} <p>{td_string!(l, contribution.add_words_late).to_string()}</p> }
    });
    view! {
        {late}
        <p class="page-lead lead">{td_string!(l, contribution.add_words_lead).to_string()}</p>
        <div class="quote"><Prose source=desk.body/></div>
        <Form to=AddWords::PATH class="form">
            <Hidden name="id" value=desk.id.to_string()/>
            <TextArea
                name="body" label=td_string!(l, contribution.added_text) value=typed rows=6 max=ADDITION_MAX
                hint=td_string!(l, contribution.added_hint).to_string()
            />
            <Submit label=td_string!(l, contribution.add_words_send)/>
        </Form>
    }
}
