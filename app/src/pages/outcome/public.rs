//! What the body decided, as everybody reads it.

use super::{acknowledgement, became};
use crate::{
    components::{Badge, Empty, FollowFeed, Page, Prose, load},
    contract::{
        outcome::{DecidedProposal, OutcomeView},
        use_cases,
    },
    feed::{Subject, title},
    format::date,
    i18n::*,
    pages::process::ProgressBox,
    pages::proposal_document::public_crumbs,
    paths,
    visit::{content_lang, locale, visit},
    wording::{decision_tone, decision_words},
};
use domain::outcome::MeritDecision;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn DecisionsPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.public_decisions(slug).await }, move |view| {
        let note = view.process.fictional_note.clone();
        let fictional = (!note.is_empty()).then(|| view! { <p class="fictional" lang=content_lang()>{note}</p> });
        let content = match view.communicated_on {
            None => view! { <Empty words=td_string!(l, outcome.decisions_empty)/> }.into_any(),
            Some(on) => {
                let rows = view.proposals.iter().map(|one| decision(&view, one)).collect_view();
                view! { <p>{td_string!(l, outcome.communicated, on = date(on))}</p>{tally(&view)}{rows} }.into_any()
            }
        };
        view! {
            <Page title=td_string!(l, outcome.title) of=view.process.title.clone() crumbs=public_crumbs(&view.process) description=td_string!(l, outcome.decisions_lead).to_string()>
                <p class="page-lead">{td_string!(l, outcome.decisions_lead)}</p>
                <ProgressBox/>
                {fictional}
                {acknowledgement(&view)}
                <section class="section" aria-labelledby="decisioni">
                    <h2 id="decisioni">{td_string!(l, outcome.decisions)}</h2>
                    {content}
                </section>
                <FollowFeed path=paths::DECISIONS_FEED title=title(l, Subject::Decisions(&visit().place.name))/>
            </Page>
        }
    })
}

/// How many proposals got each decision.
fn tally(view: &OutcomeView) -> impl IntoView + use<> {
    let l = locale();
    let count = |kind: MeritDecision| {
        view.proposals.iter().filter(|one| one.decision.as_ref().is_some_and(|made| made.decision == kind)).count()
    };
    let figures = MeritDecision::ALL.iter().filter(|kind| count(**kind) > 0).map(|kind| {
        let words = tally_words(l, *kind, count(*kind));
        view! { <div class="figure"><strong>{count(*kind)}</strong>" "<span>{words}</span></div> }
    });
    let figures = figures.collect_view();
    view! { <div class="figure-row">{figures}</div> }
}

/// The decision, as it follows a number.
fn tally_words(l: Locale, kind: MeritDecision, count: usize) -> String {
    match kind {
        MeritDecision::Accepted => td_string!(l, outcome.tally_accepted, count = count),
        MeritDecision::PartlyAccepted => td_string!(l, outcome.tally_partly_accepted, count = count),
        MeritDecision::Rejected => td_string!(l, outcome.tally_rejected, count = count),
        MeritDecision::Deferred => td_string!(l, outcome.tally_deferred, count = count),
    }
}

fn decision(view: &OutcomeView, one: &DecidedProposal) -> impl IntoView + use<> {
    let l = locale();
    let made = one.decision.as_ref().map(|made| {
        let reason = (!made.reason.is_empty()).then(|| view! { <Prose source=made.reason.clone()/> });
        view! { <p><Badge words=decision_words(l, made.decision) tone=decision_tone(made.decision)/></p>{reason} }
    });
    let action = one.action.as_deref().map(became);
    view! {
        <article class="section" id=format!("proposta-{}", one.number)>
            <h3 lang=content_lang()><a href=paths::document_proposal(&view.process.slug, one.number)>{format!("{}. {}", one.number, one.title)}</a></h3>
            {made}
            {action}
        </article>
    }
}
