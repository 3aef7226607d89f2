//! One proposal of the document: written on the left, its sources on the right.

use super::{
    sources::{Sources, look_of},
    work_crumbs,
};
use crate::{
    api::{drafts::LookForSources, proposal_document::SaveProposal},
    components::{Crumb, Form, Hidden, Page, Submit, TextArea, TextField, load},
    contract::{
        proposal_document::{Look, ProposalView},
        use_cases,
    },
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{locale, visit},
};
use domain::{money::money, origin::Origin};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn NewProposalPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let query = use_query_map().read_untracked().clone();
    let from: Option<Origin> = query.get("da").and_then(|from| from.parse().ok());
    let look = look_of(&query);
    let (server, asked) = (use_cases(), look.clone());
    load(async move { server?.proposal_to_write(slug, None, from, asked).await }, move |view| write(view, look))
}

#[component]
pub(crate) fn ProposalEditorPage() -> impl IntoView {
    let params = use_params_map().read_untracked().clone();
    let slug = params.get("slug").unwrap_or_default();
    // A number that cannot be read is that of no proposal.
    let number = params.get("number").and_then(|number| number.parse().ok()).unwrap_or(0);
    let look = look_of(&use_query_map().read_untracked());
    let (server, asked) = (use_cases(), look.clone());
    load(async move { server?.proposal_to_write(slug, Some(number), None, asked).await }, move |view| write(view, look))
}

/// The form; a new proposal may begin with the words of a source.
fn write(view: ProposalView, look: Look) -> impl IntoView {
    let l = locale();
    let slug = view.process.slug.clone();
    let (now, begun) = (view.proposal.clone(), view.begun.clone());
    let ticked = match (&now, &begun) {
        (Some(now), _) => now.origins.clone(),
        (None, begun) => begun.iter().map(|source| source.origin).collect(),
    };
    let heading = now.as_ref().map_or_else(
        || td_string!(l, proposal_document.new_proposal).to_string(),
        |one| td_string!(l, proposal_document.proposal_n, number = one.number),
    );
    let mut crumbs = work_crumbs(&view.process);
    crumbs.push(Crumb::new(td_string!(l, proposal_document.editor_title), paths::document_editor(&slug)));
    let number = now.as_ref().map(|one| one.number.to_string()).unwrap_or_default();
    let cost = now.as_ref().and_then(|one| one.cost).map(money).unwrap_or_default();
    let (title, text, competence, feasibility) = match (now, begun) {
        (Some(now), _) => (now.title, now.text, now.competence, now.feasibility),
        (None, Some(begun)) => (begun.title, begun.text, String::new(), String::new()),
        (None, None) => Default::default(),
    };
    let version = view.version.to_string();
    let look_at = format!("{}?da={}", LookForSources::PATH, paths::encode(&visit().path));
    let enter = look_at.clone();
    view! {
        <Page title=heading crumbs=crumbs>
            <ProgressBox/>
            <Form to=SaveProposal::PATH class="editor">
                // Enter in a field presses the first button of a form: here it looks for sources, and saves no version.
                <input type="submit" hidden formaction=enter/>
                <div>
                    <Hidden name="slug" value=slug/>
                    <Hidden name="version" value=version/>
                    <Hidden name="number" value=number/>
                    <TextField name="title" label=td_string!(l, proposal_document.title) value=title max=160/>
                    <TextArea name="text" label=td_string!(l, proposal_document.body) value=text max=8_000 rows=12/>
                    <TextField name="competence" label=td_string!(l, proposal_document.competence) value=competence max=200/>
                    <TextArea name="feasibility" label=td_string!(l, proposal_document.feasibility) value=feasibility optional=true max=2_000 rows=3/>
                    <TextField name="cost" label=td_string!(l, proposal_document.cost) hint=td_string!(l, proposal_document.cost_hint).to_string() value=cost optional=true inputmode="decimal"/>
                    <Submit label=td_string!(l, proposal_document.save_proposal)/>
                </div>
                <Sources view look ticked look_at/>
            </Form>
        </Page>
    }
}
