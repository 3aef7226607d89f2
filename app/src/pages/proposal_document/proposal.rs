//! One proposal of the document: written on the left, its sources on the right.

use super::work_crumbs;
use crate::{
    api::proposal_document::SaveProposal,
    components::{Check, Crumb, Empty, Form, Hidden, Page, Submit, TextArea, TextField, load},
    contract::{
        proposal_document::{ProposalView, Source},
        use_cases,
    },
    i18n::*,
    paths,
    visit::locale,
    wording::origin_words,
};
use domain::{money::money, origin::Origin};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn NewProposalPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let from = use_query_map().read_untracked().get("da").and_then(|from| from.parse().ok());
    let server = use_cases();
    load(async move { server?.proposal_to_write(slug, None).await }, move |view| write(view, from))
}

#[component]
pub(crate) fn ProposalEditorPage() -> impl IntoView {
    let params = use_params_map().read_untracked().clone();
    let slug = params.get("slug").unwrap_or_default();
    // A number that cannot be read is that of no proposal.
    let number = params.get("number").and_then(|number| number.parse().ok()).unwrap_or(0);
    let server = use_cases();
    load(async move { server?.proposal_to_write(slug, Some(number)).await }, move |view| write(view, None))
}

/// The form; a new proposal may begin with the words of the source `from`.
fn write(view: ProposalView, from: Option<Origin>) -> impl IntoView {
    let l = locale();
    let slug = view.process.slug.clone();
    let begun = view.sources.iter().find(|source| Some(source.origin) == from).cloned();
    let now = view.proposal.as_ref();
    let title = now.map(|one| one.title.clone()).or_else(|| begun.as_ref().map(|one| one.title.clone()));
    let text = now.map(|one| one.text.clone()).or_else(|| begun.as_ref().map(|one| one.text.clone()));
    let ticked: Vec<Origin> = now.map(|one| one.origins.clone()).unwrap_or_else(|| from.into_iter().collect());
    let heading = now.map_or_else(
        || td_string!(l, proposal_document.new_proposal).to_string(),
        |one| td_string!(l, proposal_document.proposal_n, number = one.number),
    );
    let mut crumbs = work_crumbs(&view.process);
    crumbs.push(Crumb::new(td_string!(l, proposal_document.editor_title), paths::document_editor(&slug)));
    let known: Vec<Origin> = view.sources.iter().map(|source| source.origin).collect();
    let kept: Vec<Origin> = ticked.iter().copied().filter(|origin| !known.contains(origin)).collect();
    let kept = move || {
        let tick = |origin: Origin| {
            let label = format!("{} {origin}", origin_words(l, origin));
            view! { <Check name="origins[]" label=label value=origin.to_string() checked=true/> }
        };
        kept.into_iter().map(tick).collect_view()
    };
    let new = now.is_none();
    let (offered, page) = (view.sources.clone(), slug.clone());
    let sources =
        move || offered.iter().map(|source| offer(&page, source, ticked.contains(&source.origin), new)).collect_view();
    let empty = view.sources.is_empty().then(|| view! { <Empty words=td_string!(l, proposal_document.no_sources)/> });
    let number = now.map(|one| one.number.to_string()).unwrap_or_default();
    let competence = now.map(|one| one.competence.clone()).unwrap_or_default();
    let feasibility = now.map(|one| one.feasibility.clone()).unwrap_or_default();
    let cost = now.and_then(|one| one.cost).map(money).unwrap_or_default();
    let version = view.version.to_string();
    view! {
        <Page title=heading crumbs=crumbs>
            <Form to=SaveProposal::PATH class="editor">
                <div>
                    <Hidden name="slug" value=slug/>
                    <Hidden name="version" value=version/>
                    <Hidden name="number" value=number/>
                    <TextField name="title" label=td_string!(l, proposal_document.title) value=title.unwrap_or_default() max=160/>
                    <TextArea name="text" label=td_string!(l, proposal_document.body) value=text.unwrap_or_default() max=8_000 rows=12/>
                    <TextField name="competence" label=td_string!(l, proposal_document.competence) value=competence max=200/>
                    <TextArea name="feasibility" label=td_string!(l, proposal_document.feasibility) value=feasibility optional=true max=2_000 rows=3/>
                    <TextField name="cost" label=td_string!(l, proposal_document.cost) hint=td_string!(l, proposal_document.cost_hint).to_string() value=cost optional=true inputmode="decimal"/>
                    <Submit label=td_string!(l, proposal_document.save_proposal)/>
                </div>
                <fieldset class="choices">
                    <legend>{td_string!(l, proposal_document.sources)}</legend>
                    <p class="form-text">{td_string!(l, proposal_document.sources_hint)}</p>
                    {empty}
                    {kept()}
                    {sources()}
                </fieldset>
            </Form>
        </Page>
    }
}

/// One source: its tick, its words, and for a new proposal a link that begins with them.
fn offer(slug: &str, source: &Source, checked: bool, new: bool) -> impl IntoView + use<> {
    let l = locale();
    let label = format!("{}: {}", origin_words(l, source.origin), source.title);
    let begin = new.then(|| {
        let href = format!("{}?da={}", paths::new_proposal(slug), paths::encode(&source.origin.to_string()));
        view! { <p><a href=href>{td_string!(l, proposal_document.start_from)}<span class="visually-hidden">": "{source.title.clone()}</span></a></p> }
    });
    view! {
        <div>
            <Check name="origins[]" label=label value=source.origin.to_string() checked=checked/>
            <details class="more">
                <summary>{source.table.clone()}</summary>
                <p class="quote">{source.text.clone()}</p>
                {begin}
            </details>
        </div>
    }
}
