//! The opinion of the table, and the buttons that move the document.

use super::checks::lacks;
use crate::{
    api::proposal_document::{MoveDocument, RecordTableOpinion, SendDocument, SubmitDocument},
    components::{
        DateField, Facts, FinalSubmit, Fold, Form, Hidden, Lack, Missing, SelectField, Submit, TextArea, TextField,
        Value, step_button,
    },
    contract::proposal_document::DocumentView,
    format::date,
    i18n::*,
    visit::locale,
    wording::opinion_words,
};
use domain::proposal_document::{OpinionVerdict, ProposalDocumentState as S, ProposalDocumentStep as T};
use leptos::{prelude::*, server_fn::ServerFn};

pub(super) fn opinion(view: &DocumentView) -> Option<AnyView> {
    let l = locale();
    if view.state == S::Drafting {
        return None;
    }
    let given = view.opinion.as_ref();
    let shown = vec![
        (
            td_string!(l, proposal_document.opinion_verdict).to_string(),
            given
                .map_or_else(
                    || td_string!(l, proposal_document.opinion_none).to_string(),
                    |opinion| opinion_words(l, opinion.verdict),
                )
                .into(),
        ),
        (
            td_string!(l, proposal_document.opinion_on).to_string(),
            given.map(|opinion| date(opinion.on)).unwrap_or_default().into(),
        ),
        (
            td_string!(l, proposal_document.opinion_notes).to_string(),
            Value::content(given.map(|opinion| opinion.notes.clone()).unwrap_or_default()),
        ),
    ];
    let form = view.rights.may_record_opinion.then(|| {
        let verdicts = OpinionVerdict::ALL.iter().map(|one| (one.code().to_owned(), opinion_words(l, *one)));
        let none = ("not_given".to_owned(), td_string!(l, proposal_document.opinion_none).to_string());
        let options = verdicts.chain([none]).collect();
        let (slug, version) = (view.process.slug.clone(), view.version.to_string());
        let verdict = given.map_or("not_given", |opinion| opinion.verdict.code());
        let (on, notes) = given.map(|one| (one.on.to_string(), one.notes.clone())).unwrap_or_default();
        view! {
            <Fold words=td_string!(l, proposal_document.opinion_save) to=RecordTableOpinion::PATH open=given.is_none()>
                <p>{td_string!(l, proposal_document.opinion_lead)}</p>
                <Form to=RecordTableOpinion::PATH>
                    <Hidden name="slug" value=slug/>
                    <Hidden name="version" value=version/>
                    <SelectField name="verdict" label=td_string!(l, proposal_document.opinion_verdict) value=verdict options=options/>
                    <DateField name="on" label=td_string!(l, proposal_document.opinion_on) value=on optional=true/>
                    <TextArea name="notes" label=td_string!(l, proposal_document.opinion_notes) value=notes optional=true max=4_000/>
                    <Submit label=td_string!(l, proposal_document.opinion_save)/>
                </Form>
            </Fold>
        }
    });
    Some(
        view! {
            <section class="section side-box" aria-labelledby="parere">
                <h2 id="parere">{td_string!(l, proposal_document.opinion_title)}</h2>
                <Facts rows=shown/>
                {form}
            </section>
        }
        .into_any(),
    )
}

pub(super) fn buttons(view: &DocumentView) -> Option<AnyView> {
    let l = locale();
    let mut shown: Vec<AnyView> = Vec::new();
    let mut step = |step: T, label: &'static str, hint: Option<&'static str>, lacks: Vec<Lack>| {
        let kind = if step == T::Rewrite { "btn-outline-primary" } else { step_button(&lacks) };
        let (slug, version) = (view.process.slug.clone(), view.version.to_string());
        shown.push(
            view! {
                <Form to=MoveDocument::PATH key=step.code()>
                    <Hidden name="slug" value=slug/>
                    <Hidden name="version" value=version/>
                    <Hidden name="step" value=step.code()/>
                    {hint.map(|hint| view! { <p class="form-text">{hint}</p> })}
                    <Missing lead=td_string!(l, proposal_document.checks_missing) lacks/>
                    <Submit kind=kind label=label/>
                </Form>
            }
            .into_any(),
        );
    };
    let offered = |step: T| view.steps.contains(&step);
    if offered(T::SendToTable) {
        step(T::SendToTable, td_string!(l, proposal_document.send_to_table), None, lacks(view));
    }
    if offered(T::Rewrite) {
        let hint = td_string!(l, proposal_document.rewrite_hint);
        step(T::Rewrite, td_string!(l, proposal_document.rewrite), Some(hint), Vec::new());
    }
    if offered(T::Publish) {
        step(T::Publish, td_string!(l, proposal_document.publish), None, Vec::new());
    }
    if offered(T::Submit) {
        shown.insert(0, submit(view));
    }
    if offered(T::Send) || offered(T::SendUnvalidated) {
        shown.insert(0, send(view));
    }
    (!shown.is_empty()).then(|| {
        view! {
            <section class="section side-box" aria-labelledby="passaggio">
                <h2 id="passaggio">{td_string!(l, proposal_document.steps)}</h2>
                {shown}
            </section>
        }
        .into_any()
    })
}

fn submit(view: &DocumentView) -> AnyView {
    let l = locale();
    let lacks = lacks(view);
    let (slug, version) = (view.process.slug.clone(), view.version.to_string());
    view! {
        <Form to=SubmitDocument::PATH>
            <Hidden name="slug" value=slug/>
            <Hidden name="version" value=version/>
            <p class="form-text">{td_string!(l, proposal_document.submit_hint)}</p>
            <Missing lead=td_string!(l, proposal_document.checks_missing) lacks=lacks.clone()/>
            <FinalSubmit label=td_string!(l, proposal_document.submit) loses=td_string!(l, proposal_document.submit_loses) kind=step_button(&lacks)/>
        </Form>
    }
    .into_any()
}

fn send(view: &DocumentView) -> AnyView {
    let l = locale();
    let lacks = lacks(view);
    let file = view.submitted.as_ref().unwrap_or(&view.sha256).to_string();
    let slug = view.process.slug.clone();
    view! {
        <Form to=SendDocument::PATH>
            <Hidden name="slug" value=slug/>
            <TextField name="file" label=td_string!(l, proposal_document.file_label) hint=td_string!(l, proposal_document.file_hint).to_string() value=file max=64/>
            <Missing lead=td_string!(l, proposal_document.checks_missing) lacks=lacks.clone()/>
            <FinalSubmit label=td_string!(l, proposal_document.send) loses=td_string!(l, proposal_document.send_loses) kind=step_button(&lacks)/>
        </Form>
    }
    .into_any()
}
