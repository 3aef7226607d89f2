//! One case: exactly what was submitted, what was checked, earlier rounds, and the answer.

use super::text::{changes, document, earlier, file, said};
use crate::{
    api::guarantor::AnswerRound,
    components::{Crumb, Facts, FinalSubmit, Form, Hidden, Page, Submit, TextArea, blocker_words, load, process_words},
    contract::{
        guarantor::{CaseRound, CaseView},
        use_cases,
    },
    error::AppError,
    format::{date, moment},
    i18n::*,
    pages::process::progress_shown,
    paths,
    visit::{content_lang, locale},
    wording::opinion_words,
};
use domain::{
    proposal_document::{ContentChecks, OpinionVerdict},
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
        let asked = view.rounds.get(1).and_then(asked);
        let said = said(round);
        // The answer stands below the text that it is about, which may be long.
        let down = said.is_none().then(|| {
            view! { <p><a href="#risposta">{td_string!(l, guarantor.to_answer)}</a></p> }
        });
        view! {
            {asked}
            {down}
            {checks(round)}
            {said}
            {changes(&view)}
            {document(round)}
            {file(&view, round)}
            {answer(&view, round)}
        }
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
    view! { <Page title=title lang=content_lang() crumbs=crumbs>{progress_shown(view.progress)}{newest}{earlier}</Page> }
}

/// What was answered to the submission before, in sight: the newest is read against it.
fn asked(before: &CaseRound) -> Option<AnyView> {
    let (l, number) = (locale(), before.number);
    let said = said(before)?;
    Some(
        view! {
            <section class="section side-box" aria-labelledby="chiesto">
                <h2 id="chiesto">{td_string!(l, guarantor.asked, number = number)}</h2>
                {said}
            </section>
        }
        .into_any(),
    )
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
        None => match (&checks.earlier_opinion, checks.warnings.contains(&Blocker::TableOpinionOutdated)) {
            (Some(opinion), _) => {
                let (verdict, on) = (opinion_words(l, opinion.verdict), date(opinion.on));
                (false, td_string!(l, guarantor.check_opinion_earlier, verdict = verdict, on = on))
            }
            (None, true) => (false, blocker_words(l, &Blocker::TableOpinionOutdated)),
            (None, false) => (false, td_string!(l, guarantor.check_opinion_missing).to_string()),
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
    let opinion = checks.opinion.as_ref().or(checks.earlier_opinion.as_ref());
    let notes = opinion.filter(|opinion| !opinion.notes.is_empty()).map(|opinion| {
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

fn answer(view: &CaseView, round: &CaseRound) -> Option<AnyView> {
    let l = locale();
    if round.answer.is_some() || round.closed_on.is_some() {
        return None;
    }
    if view.paused {
        let waits = td_string!(l, guarantor.round_paused);
        return Some(view! { <p id="risposta" class="alert alert-warning">{waits}</p> }.into_any());
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
                        <FinalSubmit label=td_string!(l, guarantor.validate) loses=td_string!(l, guarantor.validate_loses) name="decision" value="validate"/>
                        <Submit kind="btn-outline-primary" label=td_string!(l, guarantor.ask_integration) name="decision".to_string() value="ask_integration".to_string()/>
                        <FinalSubmit kind="btn-danger" label=td_string!(l, guarantor.refuse) loses=td_string!(l, guarantor.refuse_loses) name="decision" value="refuse"/>
                    </div>
                </Form>
            </section>
        }
        .into_any(),
    )
}
