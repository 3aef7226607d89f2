//! One case: exactly what was submitted, what was checked, earlier rounds, and the answer.

use crate::{
    api::guarantor::AnswerRound,
    components::{
        Badge, Crumb, Facts, Form, Hidden, Page, Prose, Submit, TextArea, Value, blocker_words, load, process_words,
    },
    contract::{
        guarantor::{CaseRound, CaseView},
        use_cases,
    },
    error::AppError,
    format::{date, moment},
    i18n::*,
    pages::proposal_document::section_title,
    paths,
    visit::{content_lang, locale},
    wording::{opinion_words, origin_words, round_words},
};
use domain::{
    document_content::Section,
    money::money,
    proposal_document::{ContentChecks, OpinionVerdict, ProposalText},
    reason::REASON_MAX,
    refusal::Blocker,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn CasePage() -> impl IntoView {
    let params = use_params_map().read_untracked().clone();
    let tenant = params.get("tenant").unwrap_or_default().parse();
    let process = params.get("process").unwrap_or_default().parse();
    let server = use_cases();
    let fetch = async move {
        let (Ok(tenant), Ok(process)) = (tenant, process) else { return Err(AppError::NotFound) };
        server?.guarantor_case(tenant, process).await
    };
    load(fetch, show)
}

fn show(view: CaseView) -> impl IntoView {
    let l = locale();
    let title = format!("{}: {}", view.tenant_name, view.process_title);
    let crumbs = vec![Crumb::new(td_string!(l, guarantor.queue_title), paths::GUARANTOR_QUEUE)];
    let newest = view.rounds.first().map(|round| {
        view! { {checks(round)}{said(round)}{answer(&view, round)}{document(round)}{file(&view, round)} }
    });
    let earlier = view.rounds.iter().skip(1).map(|round| view! { {earlier(round)}{file(&view, round)} }).collect_view();
    let has_earlier = view.rounds.len() > 1;
    let earlier = has_earlier.then(|| {
        view! {
            <section class="section" aria-labelledby="precedenti">
                <h2 id="precedenti">{td_string!(l, guarantor.earlier)}</h2>
                {earlier}
            </section>
        }
    });
    view! { <Page title=title lang=content_lang() crumbs=crumbs>{newest}{earlier}</Page> }
}

fn checks(round: &CaseRound) -> impl IntoView {
    let l = locale();
    let checks = &round.checks;
    let mut rows: Vec<(bool, String)> = vec![(
        round.intact,
        if round.intact { td_string!(l, guarantor.check_intact) } else { td_string!(l, guarantor.check_not_intact) }
            .to_string(),
    )];
    rows.extend(content_checks(l, checks.content.as_ref()));
    rows.push(match &checks.cleared {
        Some(reason) if checks.findings > 0 => {
            (false, td_string!(l, guarantor.check_personal_cleared, places = checks.findings, reason = reason.clone()))
        }
        _ => (checks.findings == 0, td_string!(l, guarantor.check_personal_clear).to_string()),
    });
    rows.push(match &checks.opinion {
        None => match checks.warnings.iter().find(|one| **one == Blocker::TableOpinionOutdated) {
            Some(outdated) => (false, blocker_words(l, outdated)),
            None => (false, td_string!(l, guarantor.check_opinion_missing).to_string()),
        },
        Some(opinion) => (
            opinion.verdict != OpinionVerdict::Contrary,
            td_string!(l, guarantor.check_opinion, verdict = opinion_words(l, opinion.verdict), on = date(opinion.on)),
        ),
    });
    // What is to be said of the opinion has its row above.
    let of_opinion = |one: &&Blocker| {
        matches!(one, Blocker::TableOpinionMissing | Blocker::TableOpinionOutdated | Blocker::TableOpinionContrary)
    };
    let more = checks.warnings.iter().filter(|one| !of_opinion(one));
    rows.extend(more.map(|warning| (false, blocker_words(l, warning))));
    let rows = rows.into_iter().map(|(met, words)| {
        view! { <li class=if met { "is-met" } else { "is-missing" }>{words}</li> }
    });
    let rows = rows.collect_view();
    let notes = checks.opinion.as_ref().filter(|opinion| !opinion.notes.is_empty()).map(|opinion| {
        view! {
            <h3>{td_string!(l, guarantor.dissent)}</h3>
            <p class="quote" lang=content_lang()>{opinion.notes.clone()}</p>
        }
    });
    let facts = vec![
        (td_string!(l, guarantor.received).to_string(), moment(round.received)),
        (td_string!(l, guarantor.rules).to_string(), process_words::rules(l, &checks.pack)),
    ];
    view! {
        <Facts rows=facts/>
        <section class="section" aria-labelledby="verifiche">
            <h2 id="verifiche">{td_string!(l, guarantor.checks)}</h2>
            <ul class="check-list">{rows}</ul>
            {notes}
        </section>
    }
}

/// What was checked of sections and proposals at the submission.
fn content_checks(l: Locale, checks: Option<&ContentChecks>) -> Vec<(bool, String)> {
    let Some(checks) = checks else { return vec![(false, td_string!(l, guarantor.check_unknown).to_string())] };
    let origins = if checks.untraced.is_empty() {
        td_string!(l, guarantor.check_origins).to_string()
    } else {
        let numbers = checks.untraced.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        td_string!(l, guarantor.check_origins_missing, numbers = numbers)
    };
    vec![
        (
            checks.filled == checks.mandatory,
            td_string!(l, guarantor.check_sections, filled = checks.filled, mandatory = checks.mandatory),
        ),
        (checks.proposals > 0, td_string!(l, guarantor.check_proposals, number = checks.proposals)),
        (checks.untraced.is_empty(), origins),
    ]
}

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
fn file(view: &CaseView, round: &CaseRound) -> impl IntoView + use<> {
    let href = paths::case_file(view.tenant, view.process, round.number);
    view! { <p><a href=href>{td_string!(locale(), proposal_document.frozen_file)}</a></p> }
}

/// What was answered, if it was.
fn said(round: &CaseRound) -> Option<AnyView> {
    let l = locale();
    let (decision, reason, at) = round.answer.as_ref()?;
    let (words, tone) = round_words(l, *decision);
    Some(
        view! { <p><Badge words tone/>" "{moment(*at)}</p><p class="quote" lang=content_lang()>{reason.clone()}</p> }
            .into_any(),
    )
}

fn answer(view: &CaseView, round: &CaseRound) -> Option<AnyView> {
    let l = locale();
    if round.answer.is_some() {
        return None;
    }
    let (tenant, process, file) = (view.tenant.to_string(), view.process.to_string(), round.sha256.to_string());
    Some(
        view! {
            <section class="section side-box" aria-labelledby="risposta">
                <h2 id="risposta">{td_string!(l, guarantor.answer)}</h2>
                <p>{td_string!(l, guarantor.answer_lead)}</p>
                <Form to=AnswerRound::PATH>
                    <Hidden name="tenant" value=tenant/>
                    <Hidden name="process" value=process/>
                    <Hidden name="file" value=file/>
                    <TextArea name="reason" label=td_string!(l, guarantor.reason) hint=td_string!(l, guarantor.reason_hint).to_string() sometimes=true max=REASON_MAX/>
                    <div class="form-actions">
                        <Submit label=td_string!(l, guarantor.validate) name="decision".to_string() value="validate".to_string()/>
                        <Submit kind="btn-outline-primary" label=td_string!(l, guarantor.ask_integration) name="decision".to_string() value="ask_integration".to_string()/>
                        <Submit kind="btn-danger" label=td_string!(l, guarantor.refuse) name="decision".to_string() value="refuse".to_string()/>
                    </div>
                </Form>
            </section>
        }
        .into_any(),
    )
}

fn document(round: &CaseRound) -> impl IntoView {
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

fn section(section: &Section) -> impl IntoView + use<> {
    let (title, lang) = section_title(locale(), section);
    view! { <h3 lang=lang>{title}</h3><Prose source=section.text.clone()/> }
}

fn earlier(round: &CaseRound) -> impl IntoView {
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
    let proposals = round.content.proposals.iter().map(|one| {
        view! { <h3 lang=content_lang()>{format!("{}. {}", one.number, one.title)}</h3><Prose source=one.text.clone()/> }
    });
    view! { <div class="document">{sections.map(section).collect_view()}{proposals.collect_view()}<p class="hash">{round.sha256.to_string()}</p></div> }
}
