//! Where a proposal is written.

use crate::{
    api::contributions::Propose,
    components::{
        BirthField, Crumb, FileField, Form, Hidden, KnownEnough, Page, SelectField, Submit, TextArea, TextField,
        contribution_words::ATTACHMENT_ACCEPT, load,
    },
    contract::{
        contributions::{OtherDay, OtherWindow, ProposeDesk, TableChoice},
        use_cases,
    },
    format::date,
    i18n::*,
    pages::process::ProgressInShort,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::{
    contribution::{BODY_MAX, TITLE_MAX},
    document::ATTACHMENT_MAX_MIB,
    identification::Activity,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn ProposePage() -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, contribution.proposals), paths::CONTRIBUTIONS)];
    let table = use_query_map().read_untracked().get("tavolo").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.propose_desk().await }, move |desk| {
        let progress = path_of(&desk, &table).map(|slug| view! { <ProgressInShort of=slug/> });
        let content = if desk.tables.is_empty() {
            closed(desk.other).into_any()
        } else if visit().me.is_none() {
            sign_in_first().into_any()
        } else {
            form(desk, table, false).into_any()
        };
        view! { <Page title=td_string!(l, contribution.propose) crumbs>{progress}{content}</Page> }
    })
}

/// The path that is written for: that of the chosen table, else the only one that takes proposals or that would next;
/// none while one of several is yet to be chosen.
pub(super) fn path_of(desk: &ProposeDesk, table: &str) -> Option<String> {
    let chosen = desk.tables.iter().find(|choice| choice.id.to_string() == table);
    let only = || desk.tables.first().filter(|first| desk.tables.iter().all(|choice| choice.slug == first.slug));
    let slug = chosen.or_else(only).map(|choice| choice.slug.clone());
    slug.or_else(|| desk.other.as_ref().map(|other| other.slug.clone()))
}

/// That nothing can be proposed now, before anybody signs in for it; and which collection was last, or comes next.
fn closed(other: Option<OtherWindow>) -> impl IntoView {
    let l = locale();
    let other = other.map(|OtherWindow { slug, title, when }| {
        let words = match when {
            OtherDay::Opens(Some(day)) => td_string!(l, contribution.opens_on, day = date(day)),
            OtherDay::Opens(None) => td_string!(l, contribution.opens_later).to_string(),
            OtherDay::Closed(Some(day)) => td_string!(l, contribution.closed_on, day = date(day)),
            OtherDay::Closed(None) => td_string!(l, contribution.closed_early).to_string(),
        };
        view! { <p>{words}": "<a href=paths::process(&slug) lang=content_lang()>{title}</a></p> }
    });
    view! {
        <p class="lead">{td_string!(l, contribution.nothing_open).to_string()}</p>
        {other}
        <p><a class="btn btn-outline-primary" href=paths::CONTRIBUTIONS>{td_string!(l, contribution.read_all).to_string()}</a></p>
    }
}

fn sign_in_first() -> impl IntoView {
    let l = locale();
    view! {
        <p class="lead">{td_string!(l, contribution.sign_in_to_propose).to_string()}</p>
        <p><a class="btn btn-primary" href=paths::sign_in(&visit().path)>{td_string!(l, common.sign_in).to_string()}</a></p>
    }
}

/// The form; `although` others may say the same, once they were shown.
pub(super) fn form(desk: ProposeDesk, table: String, although: bool) -> impl IntoView {
    let l = locale();
    let (open, ask_age) = (desk.tables, desk.ask_age);
    let several = open.iter().any(|choice| choice.slug != open[0].slug);
    let name = |choice: &TableChoice| {
        if several { format!("{}: {}", choice.process, choice.name) } else { choice.name.clone() }
    };
    let none = (String::new(), td_string!(l, contribution.choose).to_string());
    let options = std::iter::once(none).chain(open.iter().map(|one| (one.id.to_string(), name(one)))).collect();
    let lead = (!although)
        .then(|| view! { <p class="page-lead lead">{td_string!(l, contribution.propose_lead).to_string()}</p> });
    let send =
        if although { td_string!(l, contribution.publish_although) } else { td_string!(l, contribution.publish) };
    view! {
        {lead}
        <KnownEnough activity=Activity::Contribute/>
        <Form to=Propose::PATH files=true class="form" carried=although>
            {although.then(|| view! { <Hidden name="although" value="si"/> })}
            <SelectField name="table" label=td_string!(l, contribution.table) value=table options content=true/>
            <TextField
                name="title" label=td_string!(l, contribution.title)
                hint=td_string!(l, contribution.title_hint).to_string() max=TITLE_MAX
            />
            <TextArea
                name="body" label=td_string!(l, contribution.body) rows=12 max=BODY_MAX
                hint=td_string!(l, contribution.body_hint).to_string()
            />
            <TextField
                name="place" label=td_string!(l, contribution.place)
                hint=td_string!(l, contribution.place_hint).to_string() max=120 optional=true
            />
            <FileField
                name="file" label=td_string!(l, contribution.file) accept=ATTACHMENT_ACCEPT optional=true
                hint=td_string!(l, contribution.file_hint, max = ATTACHMENT_MAX_MIB)
            />
            {ask_age.map(|age| view! { <BirthField age/> })}
            <Submit label=send/>
        </Form>
    }
}
