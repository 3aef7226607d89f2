//! Where the secretary of the body records the acknowledgement and decides the proposals.

use super::{acknowledgement, action::action};
use crate::{
    api::outcome::{Acknowledge, DecideProposal, PublishDecisions},
    components::{
        Badge, Check, DateField, Empty, FinalSubmit, Form, Hidden, Lack, Missing, Page, Prose, SelectField, Submit,
        TextArea, TextField, load, step_button,
    },
    contract::{
        outcome::{DecidedProposal, OutcomeView},
        use_cases,
    },
    format::date,
    i18n::*,
    pages::process::ProgressBox,
    pages::proposal_document::work_crumbs,
    paths,
    visit::locale,
    wording::{decision_tone, decision_words, outcome_state},
};
use domain::{outcome::MeritDecision, proposal_document::ValidationVerdict, refusal::Blocker};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn OutcomeEditorPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.outcome(slug).await }, move |view| {
        let nothing = (view.acknowledgement.is_none() && !view.may_acknowledge && view.concluded_on.is_none())
            .then(|| view! { <Empty words=td_string!(l, outcome.waiting)/> });
        // Nothing is awaited before the document came.
        let state =
            nothing.is_none().then(|| view! { <p><Badge words=outcome_state(l, view.state) tone="primary"/></p> });
        let refused = (view.verdict == Some(ValidationVerdict::NotValidated))
            .then(|| view! { <p class="alert alert-warning">{td_string!(l, outcome.not_validated_note)}</p> });
        let proposals = view.acknowledgement.is_some().then(|| proposals(&view));
        view! {
            <Page title=td_string!(l, outcome.editor_title) of=view.process.title.clone() crumbs=work_crumbs(&view.process)>
                <ProgressBox/>
                {state}
                {refused}
                {nothing}
                {acknowledgement(&view)}
                {acknowledge(&view)}
                {proposals}
                {publish(&view)}
            </Page>
        }
    })
}

fn acknowledge(view: &OutcomeView) -> Option<AnyView> {
    let l = locale();
    if !view.may_acknowledge {
        return None;
    }
    let due = view.due.map(|due| view! { <p>{td_string!(l, outcome.due)}": "<strong>{date(due.0)}</strong></p> });
    let refused = view.validation_required && view.verdict != Some(ValidationVerdict::Validated);
    let slug = view.process.slug.clone();
    Some(
        view! {
            <section class="section" aria-labelledby="registra">
                <h2 id="registra">{td_string!(l, outcome.acknowledge)}</h2>
                <p>{td_string!(l, outcome.acknowledge_lead)}</p>
                {due}
                <Form to=Acknowledge::PATH class="narrow">
                    <Hidden name="slug" value=slug/>
                    <TextField name="body" label=td_string!(l, outcome.act_body) hint=td_string!(l, outcome.act_body_hint).to_string() max=120/>
                    <TextField name="number" label=td_string!(l, outcome.act_number) max=60/>
                    <DateField name="on" label=td_string!(l, outcome.act_on)/>
                    <TextField name="link" label=td_string!(l, outcome.act_link) kind="url" optional=true max=500/>
                    <TextArea name="notes" label=td_string!(l, outcome.act_notes) hint=td_string!(l, outcome.act_notes_hint).to_string() optional=true max=4_000 rows=3/>
                    {refused.then(|| view! { <Check name="mentions_refusal" label=td_string!(l, outcome.mentions_refusal)/> })}
                    <Submit label=td_string!(l, outcome.acknowledge)/>
                </Form>
            </section>
        }
        .into_any(),
    )
}

fn proposals(view: &OutcomeView) -> impl IntoView + use<> {
    let l = locale();
    let empty = view.proposals.is_empty().then(|| view! { <Empty words=td_string!(l, outcome.no_proposals)/> });
    let rows = view.proposals.iter().map(|one| proposal(view, one)).collect_view();
    view! {
        <section class="section" aria-labelledby="decisioni">
            <h2 id="decisioni">{td_string!(l, outcome.decisions)}</h2>
            {empty}
            {rows}
        </section>
    }
}

fn proposal(view: &OutcomeView, one: &DecidedProposal) -> impl IntoView + use<> {
    let l = locale();
    let made = one.decision.as_ref();
    let badge = match made {
        Some(made) => {
            view! { <Badge words=decision_words(l, made.decision) tone=decision_tone(made.decision)/> }.into_any()
        }
        None => view! { <Badge words=td_string!(l, outcome.undecided) tone="secondary"/> }.into_any(),
    };
    let reason = made.map(|made| made.reason.clone()).unwrap_or_default();
    let shown = (!view.may_decide && !reason.is_empty()).then(|| view! { <Prose source=reason.clone()/> });
    let form = view.may_decide.then(|| {
        let options = MeritDecision::ALL.iter().map(|kind| (kind.code().to_owned(), decision_words(l, *kind))).collect();
        let chosen = made.map_or("", |made| made.decision.code());
        let (slug, number) = (view.process.slug.clone(), one.number);
        let reason = reason.clone();
        let shown = made.map(|made| made.fingerprint().to_string()).unwrap_or_default();
        view! {
            <Form to=DecideProposal::PATH key=format!("proposta-{number}") class="narrow">
                <Hidden name="slug" value=slug/>
                <Hidden name="number" value=number.to_string()/>
                <Hidden name="shown" value=shown/>
                <SelectField name="decision" label=td_string!(l, outcome.decision) value=chosen options ask=true/>
                <TextArea name="reason" label=td_string!(l, outcome.reason) hint=td_string!(l, outcome.reason_hint).to_string() value=reason sometimes=true max=4_000 rows=3/>
                <Submit kind="btn-outline-primary" label=td_string!(l, outcome.decide)/>
            </Form>
        }
    });
    view! {
        <article class="section" id=format!("proposta-{}", one.number)>
            <h3>{format!("{}. {}", one.number, one.title)}</h3>
            <p>{badge}</p>
            <details class="more"><summary>{td_string!(l, proposal_document.body)}</summary><Prose source=one.text.clone()/></details>
            {shown}
            {form}
            {action(view, one)}
        </article>
    }
}

fn publish(view: &OutcomeView) -> Option<AnyView> {
    let l = locale();
    if let Some(on) = view.communicated_on {
        let words = td_string!(l, outcome.communicated, on = date(on));
        return Some(view! { <p><a href=paths::decisions(&view.process.slug)>{words}</a></p> }.into_any());
    }
    if !view.may_decide {
        return None;
    }
    let place = |blocker: &Blocker| match blocker {
        Blocker::ProposalsDecided { missing } | Blocker::DecisionReasons { missing } => {
            missing.first().map(|number| format!("#proposta-{number}"))
        }
        _ => None,
    };
    let lacks: Vec<Lack> = view.blockers.iter().map(|blocker| (blocker.clone(), place(blocker))).collect();
    let (slug, seen) = (view.process.slug.clone(), view.decided.to_string());
    Some(
        view! {
            <section class="section side-box" aria-labelledby="pubblica">
                <h2 id="pubblica">{td_string!(l, outcome.publish)}</h2>
                <p>{td_string!(l, outcome.publish_lead)}</p>
                <Form to=PublishDecisions::PATH>
                    <Missing lead=td_string!(l, outcome.publish_missing) lacks=lacks.clone()/>
                    <Hidden name="slug" value=slug/>
                    <Hidden name="seen" value=seen/>
                    <FinalSubmit label=td_string!(l, outcome.publish) loses=td_string!(l, outcome.publish_loses) kind=step_button(&lacks)/>
                </Form>
            </section>
        }
        .into_any(),
    )
}
