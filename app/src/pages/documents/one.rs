//! One document at work: its data, its next steps, its protocol data, its annotations.

use super::{
    desk::ACCEPT,
    table::{Annotations, FileLink},
    words::{annotation_words, citation_words, direction_words, kind_words, state_words, step_words, visibility_words},
};
use crate::{
    api::documents::{AnnotateDocument, DeleteDocument, EditDocument, ProtocolDocument, ReplaceDocument, StepDocument},
    components::{
        Crumb, DateField, Facts, FileField, FinalSubmit, Fold, Form, Hidden, Page, SelectField, Submit, TextArea,
        TextField, load, work_crumbs, work_home,
    },
    contract::{documents::DocumentView, use_cases},
    error::AppError,
    format,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::document::{
    AnnotationKind, Citation, Direction, DocumentStep, Visibility, may_read_after, may_replace_file,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn DocumentPage() -> impl IntoView {
    let l = locale();
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.document(id.parse().map_err(|_| AppError::NotFound)?).await }, move |found| {
        let mut crumbs = work_home();
        if let Some(path) = &found.path {
            crumbs = work_crumbs(&path.title, &path.slug);
            crumbs.push(Crumb::new(td_string!(l, document.documents), paths::path_documents_work(&path.slug)));
        }
        let progress = found.path.clone().map(|path| view! { <ProgressBox of=path.slug/> });
        let annotations = (!found.row.annotations.is_empty()).then(|| {
            view! {
                <section class="section" aria-labelledby="annotazioni">
                    <h2 id="annotazioni">{td_string!(l, document.annotations)}</h2>
                    <Annotations row=found.row.clone()/>
                </section>
            }
        });
        view! {
            <Page title=found.row.title.clone() lang=content_lang() crumbs=crumbs>
                {progress}
                <Facts rows=facts(l, &found)/>
                <div class="section"><FileLink row=found.row.clone()/></div>
                {annotations}
                {steps(l, &found)}
                {found.may_protocol.then(|| protocol(l, found.clone()))}
                {found.may_annotate.then(|| annotate(l, found.clone()))}
                {(!found.cited.is_empty()).then(|| cited(l, &found.cited))}
                {found.may_edit.then(|| edit(l, found.clone()))}
                {found.may_replace.then(|| replace(l, found.clone()))}
                {found.may_delete.then(|| delete(l, found.clone()))}
            </Page>
        }
    })
}

fn facts(l: Locale, found: &DocumentView) -> Vec<(String, String)> {
    let row = &found.row;
    let protocol = found.protocol.as_ref();
    vec![
        (td_string!(l, document.kind).to_string(), kind_words(l, row.kind)),
        (td_string!(l, document.dated).to_string(), format::date(row.dated)),
        (td_string!(l, document.state).to_string(), state_words(l, row.state, row.signatures)),
        (td_string!(l, document.visibility).to_string(), visibility_words(l, row.visibility)),
        (td_string!(l, document.file_name).to_string(), found.file_name.clone()),
        (
            td_string!(l, document.signature).to_string(),
            if found.signature_unchecked { td_string!(l, document.signature_unchecked) } else { "" }.to_owned(),
        ),
        (td_string!(l, document.stamp).to_string(), row.stamp.clone().unwrap_or_default()),
        (
            td_string!(l, document.direction).to_string(),
            protocol.map(|given| direction_words(l, given.direction)).unwrap_or_default(),
        ),
        (
            td_string!(l, document.counterpart).to_string(),
            protocol.map(|given| given.counterpart.clone()).unwrap_or_default(),
        ),
        (td_string!(l, document.subject).to_string(), protocol.map(|given| given.subject.clone()).unwrap_or_default()),
    ]
}

fn steps(l: Locale, found: &DocumentView) -> impl IntoView + use<> {
    let (id, version) = (found.row.id.to_string(), found.version.to_string());
    let buttons = found
        .steps
        .iter()
        .copied()
        .map(|step| {
            let (id, version) = (id.clone(), version.clone());
            let first = step == DocumentStep::Sign && found.row.signatures.given == 0;
            let label = if first { td_string!(l, document.sign_first).to_string() } else { step_words(l, step) };
            view! {
                <Form to=StepDocument::PATH key=step.code() class="inline-form">
                    <Hidden name="id" value=id/>
                    <Hidden name="version" value=version/>
                    <Hidden name="step" value=step.code()/>
                    {first.then(|| view! { <TextField name="awaited" label=td_string!(l, document.signatures_awaited) hint=td_string!(l, document.signatures_hint).to_string() value="1" inputmode="numeric" max=2/> })}
                    <Submit kind="btn-outline-primary" label=label/>
                </Form>
            }
        })
        .collect::<Vec<_>>();
    let others = found.may_protocol || found.may_annotate || found.may_edit || found.may_replace || found.may_delete;
    let content = match (buttons.is_empty(), others) {
        (false, _) => view! { <div class="cluster">{buttons}</div> }.into_any(),
        (true, false) => view! { <p>{td_string!(l, document.no_steps)}</p> }.into_any(),
        (true, true) => ().into_any(),
    };
    view! {
        <section class="section" aria-labelledby="passi">
            <h2 id="passi">{td_string!(l, document.next_steps)}</h2>
            {content}
        </section>
    }
}

fn protocol(l: Locale, found: DocumentView) -> impl IntoView {
    let ways = Direction::ALL.iter().map(|way| (way.code().to_owned(), direction_words(l, *way))).collect();
    view! {
        <section class="section" aria-labelledby="protocollo">
            <h3 id="protocollo">{td_string!(l, document.protocol)}</h3>
            <p>{td_string!(l, document.protocol_lead)}</p>
            <Form to=ProtocolDocument::PATH class="narrow">
                <Hidden name="id" value=found.row.id.to_string()/>
                <Hidden name="version" value=found.version.to_string()/>
                <TextField name="register" label=td_string!(l, document.register) hint=td_string!(l, document.register_hint).to_string() max=40/>
                <TextField name="year" label=td_string!(l, document.year) inputmode="numeric" max=4/>
                <TextField name="number" label=td_string!(l, document.number) inputmode="numeric" max=12/>
                <DateField name="date" label=td_string!(l, document.protocol_date)/>
                <SelectField name="direction" label=td_string!(l, document.direction) options=ways ask=true/>
                <TextField name="counterpart" label=td_string!(l, document.counterpart) max=200/>
                <TextField name="subject" label=td_string!(l, document.subject) value=found.row.title.clone() max=500/>
                <FinalSubmit label=td_string!(l, document.protocol) loses=td_string!(l, document.protocol_loses)/>
            </Form>
        </section>
    }
}

fn annotate(l: Locale, found: DocumentView) -> impl IntoView {
    // Only a registration that was given can be cancelled.
    let registered = found.row.stamp.is_some();
    let offered = AnnotationKind::ALL.iter().filter(|kind| registered || **kind != AnnotationKind::Cancelled);
    let kinds = offered.map(|kind| (kind.code().to_owned(), annotation_words(l, *kind))).collect();
    let lead =
        if registered { td_string!(l, document.annotate_lead) } else { td_string!(l, document.annotate_unregistered) };
    view! {
        <section class="section" aria-labelledby="annota">
            <h3 id="annota">{td_string!(l, document.annotate)}</h3>
            <p>{lead}</p>
            <Form to=AnnotateDocument::PATH class="narrow">
                <Hidden name="id" value=found.row.id.to_string()/>
                <SelectField name="kind" label=td_string!(l, document.annotation_kind) options=kinds ask=true/>
                <TextArea name="reason" label=td_string!(l, document.annotation_reason) max=2000 rows=3/>
                <Submit label=td_string!(l, document.annotate)/>
            </Form>
        </section>
    }
}

/// What refers to the document, and what therefore stays as it is.
fn cited(l: Locale, cited: &[Citation]) -> impl IntoView + use<> {
    let lead = if may_replace_file(cited).is_ok() {
        td_string!(l, document.cited_lead)
    } else {
        td_string!(l, document.cited_evidence)
    };
    let lines = cited.iter().map(|one| view! { <li>{citation_words(l, *one)}</li> }).collect_view();
    view! {
        <section class="section" aria-labelledby="citato">
            <h3 id="citato">{td_string!(l, document.cited)}</h3>
            <p>{lead}</p>
            <ul>{lines}</ul>
        </section>
    }
}

fn edit(l: Locale, found: DocumentView) -> impl IntoView {
    let row = &found.row;
    let offered = |one: Visibility| match one {
        Visibility::Public => row.kind.may_be_public(),
        Visibility::Private => may_read_after(&found.cited, row.visibility, one).is_ok(),
    };
    let open = Visibility::ALL.iter().filter(|one| offered(**one));
    let readers = open.map(|one| (one.code().to_owned(), visibility_words(l, *one))).collect::<Vec<_>>();
    let signed = found.row.signatures;
    view! {
        <section class="section" aria-labelledby="correggi">
            <h3 id="correggi">{td_string!(l, document.edit)}</h3>
            <p>{td_string!(l, document.edit_lead)}</p>
            <Form to=EditDocument::PATH class="narrow">
                <Hidden name="id" value=found.row.id.to_string()/>
                <Hidden name="version" value=found.version.to_string()/>
                <TextField name="title" label=td_string!(l, document.title) value=found.row.title.clone() max=200/>
                <SelectField name="visibility" label=td_string!(l, document.visibility) value=found.row.visibility.code().to_owned() options=readers/>
                {(signed.given > 0).then(|| view! { <TextField name="awaited" label=td_string!(l, document.signatures_awaited) value=signed.awaited.to_string() inputmode="numeric" max=2/> })}
                <Submit kind="btn-outline-primary" label=td_string!(l, document.edit_save)/>
            </Form>
        </section>
    }
}

fn replace(l: Locale, found: DocumentView) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="sostituisci">
            <h3 id="sostituisci">{td_string!(l, document.replace)}</h3>
            <p>{td_string!(l, document.replace_lead)}</p>
            <Form to=ReplaceDocument::PATH files=true class="narrow">
                <Hidden name="id" value=found.row.id.to_string()/>
                <Hidden name="version" value=found.version.to_string()/>
                <FileField name="file" label=td_string!(l, document.file) hint=td_string!(l, document.file_hint) accept=ACCEPT/>
                <Submit kind="btn-outline-primary" label=td_string!(l, document.replace)/>
            </Form>
        </section>
    }
}

fn delete(l: Locale, found: DocumentView) -> impl IntoView {
    view! {
        <Fold words=td_string!(l, document.delete) to=DeleteDocument::PATH>
            <p>{td_string!(l, document.delete_lead)}</p>
            <Form to=DeleteDocument::PATH>
                <Hidden name="id" value=found.row.id.to_string()/>
                <Hidden name="version" value=found.version.to_string()/>
                <Submit kind="btn-danger" label=td_string!(l, document.delete)/>
            </Form>
        </Fold>
    }
}
