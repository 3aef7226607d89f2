//! The document as everybody reads it, each proposal with its origins and, once decided, its outcome.

use super::{public_crumbs, rounds::rounds, title_shown};
use crate::{
    components::{Badge, Facts, Page, Prose, Value, load},
    contract::{
        proposal_document::{PublicDocument, PublicOrigin, PublicProposal},
        use_cases,
    },
    format::date,
    i18n::*,
    pages::outcome::became,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
    wording::{
        decision_tone, decision_words, document_state, opinion_words, origin_words, verdict_words, vote::tally_words,
    },
};
use domain::money::money;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn PublicDocumentPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.public_document(slug).await }, move |found| {
        let (words, tone) = document_state(l, found.state);
        let note = found.process.fictional_note.clone();
        let fictional = (!note.is_empty()).then(|| view! { <p class="fictional" lang=content_lang()>{note}</p> });
        let sections = found
            .content
            .sections
            .iter()
            .filter(|section| !section.text.is_empty() && section.key != "proposals")
            .map(|section| view! { <h2>{title_shown(l, section)}</h2><Prose source=section.text.clone()/> })
            .collect_view();
        let lead = found.content.section("proposals").to_owned();
        let proposals = found.proposals.iter().map(proposal).collect_view();
        view! {
            <Page title=td_string!(l, proposal_document.editor_title) of=found.process.title.clone() crumbs=public_crumbs(&found.process) description=td_string!(l, proposal_document.public_lead).to_string()>
                <p class="page-lead">{td_string!(l, proposal_document.public_lead)}</p>
                <ProgressBox/>
                <p><Badge words tone/></p>
                {fictional}
                {facts(&found)}
                {rounds(&found.rounds, None)}
                <div class="document">
                    {sections}
                    <h2 id="proposte">{td_string!(l, proposal_document.proposals)}</h2>
                    <Prose source=lead/>
                    {proposals}
                </div>
                <p class="hash">{td_string!(l, proposal_document.fingerprint)}": "{found.sha256.to_string()}</p>
                <p><a href=paths::document_frozen(&found.process.slug)>{td_string!(l, proposal_document.frozen_file)}</a></p>
            </Page>
        }
    })
}

fn facts(found: &PublicDocument) -> impl IntoView + use<> {
    let l = locale();
    let opinion =
        found.opinion.as_ref().map(|opinion| format!("{}, {}", opinion_words(l, opinion.verdict), date(opinion.on)));
    let notes = found.opinion.as_ref().map(|opinion| opinion.notes.clone()).unwrap_or_default();
    let verdict = found.verdict.map(|verdict| match found.decided_on {
        Some(on) => format!("{}, {}", verdict_words(l, verdict), date(on)),
        None => verdict_words(l, verdict),
    });
    let votes = if found.votes.is_empty() { String::new() } else { tally_words(l, found.votes) };
    let rows = vec![
        (td_string!(l, proposal_document.opinion_title).to_string(), opinion.unwrap_or_default().into()),
        (td_string!(l, proposal_document.opinion_notes).to_string(), Value::content(notes)),
        (td_string!(l, proposal_document.votes).to_string(), votes.into()),
        (
            td_string!(l, proposal_document.submitted_on).to_string(),
            found.submitted_on.map(date).unwrap_or_default().into(),
        ),
        (td_string!(l, proposal_document.verdict).to_string(), verdict.unwrap_or_default().into()),
        (td_string!(l, proposal_document.sent_on).to_string(), found.sent_on.map(date).unwrap_or_default().into()),
    ];
    view! { <Facts rows/> }
}

fn proposal(found: &PublicProposal) -> impl IntoView + use<> {
    let l = locale();
    let one = &found.proposal;
    let rows = vec![
        (td_string!(l, proposal_document.competence).to_string(), Value::content(one.competence.clone())),
        (td_string!(l, proposal_document.feasibility).to_string(), Value::content(one.feasibility.clone())),
        (td_string!(l, proposal_document.cost).to_string(), one.cost.map(money).unwrap_or_default().into()),
    ];
    let decided = found.decision.as_ref().map(|made| {
        let reason = (!made.reason.is_empty()).then(|| view! { <Prose source=made.reason.clone()/> });
        view! {
            <h4>{td_string!(l, proposal_document.decided)}</h4>
            <p><Badge words=decision_words(l, made.decision) tone=decision_tone(made.decision)/></p>
            {reason}
        }
    });
    let action = found.action.as_deref().map(became);
    let origins = found.origins.iter().map(origin).collect_view();
    view! {
        <article class="section" id=format!("proposta-{}", one.number)>
            <h3 lang=content_lang()>{format!("{}. {}", one.number, one.title)}</h3>
            <Prose source=one.text.clone()/>
            <Facts rows/>
            {decided}
            {action}
            <h4>{td_string!(l, proposal_document.made_from)}</h4>
            <ul>{origins}</ul>
        </article>
    }
}

fn origin(origin: &PublicOrigin) -> impl IntoView + use<> {
    let kind = origin_words(locale(), origin.origin);
    let title =
        (!origin.title.is_empty()).then(|| view! { ": "<span lang=content_lang()>{origin.title.clone()}</span> });
    let words = view! { {kind}{title} };
    match &origin.href {
        Some(href) => view! { <li><a href=href.clone()>{words}</a></li> }.into_any(),
        None => view! { <li>{words}</li> }.into_any(),
    }
}
