//! Where a process is, what comes next, who must take it, by when, and what is missing.

use super::progress::{coming, needs, who_and_when};
use crate::{contract::process::ProcessView, format::until, i18n::*, paths, visit::today};
use domain::{process::DocumentFact, stage::Stage};
use leptos::prelude::*;

/// What is open, until when, and what one can do; then what comes next.
pub(super) fn now(l: Locale, found: &ProcessView) -> impl IntoView + use<> {
    let row = &found.row;
    let read = paths::contributions_of(&row.slug);
    let words = match row.stage {
        Stage::Designed | Stage::Ready => td_string!(l, process.now_designed).to_string(),
        Stage::Sharing => td_string!(l, process.now_sharing).to_string(),
        Stage::Opening if !row.open => td_string!(l, process.now_collected).to_string(),
        Stage::Opening => row.open_until.map_or_else(
            || td_string!(l, process.now_open).to_string(),
            |day| td_string!(l, process.open_until, until = until(l, day, today())),
        ),
        Stage::Closing => closing(l, found.papers.document).to_string(),
        Stage::Concluded if !row.pack.proposal_document => td_string!(l, process.now_to_adopt).to_string(),
        Stage::Concluded | Stage::Impact if found.papers.decided => td_string!(l, process.now_decided).to_string(),
        Stage::Concluded if found.papers.decisions => td_string!(l, process.now_impact).to_string(),
        Stage::Concluded => td_string!(l, process.now_concluded).to_string(),
        Stage::Impact if !row.pack.proposal_document => td_string!(l, process.now_adopted).to_string(),
        Stage::Impact => td_string!(l, process.now_impact).to_string(),
        Stage::Monitored => td_string!(l, process.now_monitored).to_string(),
        Stage::Archived => td_string!(l, process.now_archived).to_string(),
        Stage::Suspended => td_string!(l, process.now_suspended).to_string(),
        Stage::Withdrawn => td_string!(l, process.now_withdrawn).to_string(),
    };
    let button = if row.open {
        view! {
            <a class="btn btn-primary" href=paths::PROPOSE>{td_string!(l, process.propose)}</a>
            <a class="btn btn-outline-primary" href=read>{td_string!(l, process.read_proposals)}</a>
        }
        .into_any()
    } else if found.papers.decided {
        view! {
            <a class="btn btn-primary" href=paths::decisions(&row.slug)>{td_string!(l, process.read_decisions)}</a>
            <a class="btn btn-outline-primary" href=read>{td_string!(l, process.read_proposals)}</a>
        }
        .into_any()
    } else if row.stage.is_public(found.interrupted) && row.stage != Stage::Sharing {
        view! { <a class="btn btn-outline-primary" href=read>{td_string!(l, process.read_proposals)}</a> }.into_any()
    } else {
        ().into_any()
    };
    view! {
        <section class="now-box" aria-labelledby="adesso">
            <h2 id="adesso" class="h4">{td_string!(l, process.now)}</h2>
            <p>{words}</p>
            <div class="cluster mb-3">{button}</div>
            {next(l, found)}
        </section>
    }
}

/// Where the proposal document is once nobody proposes any more.
fn closing(l: Locale, document: DocumentFact) -> &'static str {
    match document {
        DocumentFact::InPreparation => td_string!(l, process.now_closing),
        DocumentFact::Submitted => td_string!(l, process.now_submitted),
        DocumentFact::Validated => td_string!(l, process.now_validated),
        DocumentFact::NotValidated(_) => td_string!(l, process.now_not_validated),
        DocumentFact::Sent(_) => td_string!(l, process.now_sent),
    }
}

/// The step that comes next, as the server checks it; what is missing links to where this visitor can supply it.
fn next(l: Locale, found: &ProcessView) -> Option<impl IntoView + use<>> {
    let next = found.next.clone()?;
    let stage = coming(l, &found.row, next.step, found.interrupted)?;
    let who = who_and_when(l, &next);
    Some(view! {
        <div class="now-next">
            <h3 class="h5">{td_string!(l, process.comes_next)}": "{stage}</h3>
            <p>{who}</p>
            {needs(l, &found.row.slug, next, &found.actions)}
        </div>
    })
}
