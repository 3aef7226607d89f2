//! The texts of a case: what was submitted, what changed since the submission before, earlier rounds.

use crate::{
    components::{Badge, Facts, Prose, Value},
    contract::guarantor::{CaseRound, CaseView},
    format::{date, moment},
    i18n::*,
    pages::proposal_document::{changed_parts, title_shown},
    paths,
    visit::{content_lang, locale},
    wording::{origin_words, round_words},
};
use domain::{document_content::Section, money::money, proposal_document::ProposalText};
use leptos::prelude::*;

/// What a proposal comes from, with the names and addresses that were kept at the submission.
fn origins(round: &CaseRound, proposal: &ProposalText) -> impl IntoView + use<> {
    let l = locale();
    let rows = proposal.origins.iter().map(|origin| {
        let kind = origin_words(l, *origin);
        let kept = round.checks.origins.iter().find(|one| one.origin == *origin);
        match kept.map(|one| (one.title.clone(), one.href.clone())) {
            Some((title, Some(href))) => {
                view! { <li>{kind}": "<a href=href lang=content_lang()>{title}</a></li> }.into_any()
            }
            _ => view! { <li>{kind}</li> }.into_any(),
        }
    });
    view! { <p class="mb-1">{td_string!(l, proposal_document.made_from)}":"</p><ul>{rows.collect_view()}</ul> }
}

/// The submission as the file whose fingerprint is shown.
pub(super) fn file(view: &CaseView, round: &CaseRound) -> impl IntoView + use<> {
    let href = paths::case_file(view.tenant, view.process, round.number);
    view! { <p><a href=href>{td_string!(locale(), proposal_document.frozen_file)}</a></p> }
}

/// What was answered, or why nothing is answered any more.
pub(super) fn said(round: &CaseRound) -> Option<AnyView> {
    let l = locale();
    if let (Some(on), None) = (round.closed_on, &round.answer) {
        return Some(view! { <p>{td_string!(l, guarantor.closed, on = date(on))}</p> }.into_any());
    }
    let (decision, reason, at) = round.answer.as_ref()?;
    let (words, tone) = round_words(l, *decision);
    Some(
        view! { <p><Badge words tone/>" "{moment(*at)}</p><p class="quote" lang=content_lang()>{reason.clone()}</p> }
            .into_any(),
    )
}

/// What changed since the submission before, word by word.
pub(super) fn changes(view: &CaseView) -> Option<AnyView> {
    let l = locale();
    let changed = view.changed.as_ref()?;
    let number = view.rounds.get(1)?.number;
    let none = changed.is_empty().then(|| view! { <p>{td_string!(l, guarantor.changed_none)}</p> });
    Some(
        view! {
            <section class="section" aria-labelledby="cambiato">
                <h2 id="cambiato">{td_string!(l, guarantor.changed, number = number)}</h2>
                {none}
                {changed_parts(changed)}
            </section>
        }
        .into_any(),
    )
}

fn section(section: &Section) -> impl IntoView + use<> {
    view! { <h3>{title_shown(locale(), section)}</h3><Prose source=section.text.clone()/> }
}

pub(super) fn document(round: &CaseRound) -> impl IntoView {
    let l = locale();
    let sections = round.content.sections.iter().filter(|section| !section.text.is_empty()).map(section).collect_view();
    let proposals = round
        .content
        .proposals
        .iter()
        .map(|one| {
            let rows = vec![
                (td_string!(l, proposal_document.competence).to_string(), Value::content(one.competence.clone())),
                (td_string!(l, proposal_document.feasibility).to_string(), Value::content(one.feasibility.clone())),
                (td_string!(l, proposal_document.cost).to_string(), one.cost.map(money).unwrap_or_default().into()),
            ];
            view! { <h3 lang=content_lang()>{format!("{}. {}", one.number, one.title)}</h3><Prose source=one.text.clone()/><Facts rows/>{origins(round, one)} }
        })
        .collect_view();
    view! {
        <section class="section document" aria-labelledby="documento">
            <h2 id="documento">{td_string!(l, guarantor.document)}</h2>
            <p class="hash">{td_string!(l, proposal_document.fingerprint)}": "{round.sha256.to_string()}</p>
            {sections}
            {proposals}
        </section>
    }
}

pub(super) fn earlier(round: &CaseRound) -> impl IntoView {
    let l = locale();
    let title = td_string!(l, proposal_document.round_n, number = round.number);
    view! {
        <details class="more">
            <summary>{format!("{title} · {}", moment(round.received))}</summary>
            {said(round)}
            {document_of(round)}
        </details>
    }
}

/// The proposals of an earlier round, shorter: the guarantor compares by title and text.
fn document_of(round: &CaseRound) -> impl IntoView {
    let sections = round.content.sections.iter().filter(|section| !section.text.is_empty());
    let sections = sections.map(section);
    let proposals = round.content.proposals.iter().map(|one| {
        view! { <h3 lang=content_lang()>{format!("{}. {}", one.number, one.title)}</h3><Prose source=one.text.clone()/> }
    });
    view! { <div class="document">{sections.collect_view()}{proposals.collect_view()}<p class="hash">{round.sha256.to_string()}</p></div> }
}
