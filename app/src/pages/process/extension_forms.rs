//! The forms of a request for more time: written, sent, taken back, decided.

use crate::{
    api::extension::{DecideExtension, DeclareExtension, DeleteExtension, DraftExtension, RequestExtension},
    components::{
        DateField, DocumentPicker, FinalSubmit, Fold, Form, Hidden, Lack, Missing, SelectField, Submit, TextArea,
        TextField, step_button,
    },
    contract::{documents::DocumentChoice, extension::ExtensionRow},
    i18n::*,
    paths,
    visit::locale,
};
use domain::{extension::ExtensionStep, refusal::Blocker};
use leptos::{prelude::*, server_fn::ServerFn};

/// Why a draft cannot be sent as it is, with the field of its form that mends it for who `edits` it.
pub(super) fn lacks(row: &ExtensionRow, edits: bool) -> Vec<Lack> {
    let field = |blocker: &Blocker| match blocker {
        Blocker::ExtensionDocument => Some("document"),
        Blocker::ExtensionNotLater { .. } | Blocker::ExtensionTooLong { .. } | Blocker::ExtensionBeyond { .. } => {
            Some("until")
        }
        _ => None,
    };
    let place = |blocker| field(blocker).filter(|_| edits).map(|field| format!("#{}-{field}", key_of(row)));
    row.hindrances.iter().map(|blocker| (blocker.clone(), place(blocker))).collect()
}

/// The key of the form in which a draft is edited.
fn key_of(draft: &ExtensionRow) -> String {
    format!("bozza-{}", draft.id)
}

/// Who has to send a draft.
pub(super) fn sender(l: Locale, senders: &[String]) -> impl IntoView + use<> {
    let words = if senders.is_empty() {
        td_string!(l, extension.sender_missing).to_string()
    } else {
        td_string!(l, extension.sender, names = senders.join(", "))
    };
    view! { <p>{words}</p> }
}

#[component]
pub(super) fn SendForm(
    slug: String,
    row: ExtensionRow,
    lacks: Vec<Lack>,
    /// Whether the document of the request becomes public with it.
    publishes: bool,
) -> impl IntoView {
    let l = locale();
    let publishes = publishes.then(|| view! { <p class="form-text">{td_string!(l, extension.send_publishes)}</p> });
    view! {
        <Form to=RequestExtension::PATH key=format!("invia-{}", row.id)>
            <Hidden name="process" value=slug/>
            <Hidden name="id" value=row.id.to_string()/>
            <Hidden name="version" value=row.version.to_string()/>
            <Missing lead=td_string!(l, extension.hindered) lacks=lacks.clone()/>
            {publishes}
            <FinalSubmit label=td_string!(l, extension.send) loses=td_string!(l, extension.send_loses) kind=step_button(&lacks)/>
        </Form>
    }
}

#[component]
pub(super) fn DeleteForm(slug: String, row: ExtensionRow) -> impl IntoView {
    let l = locale();
    let key = format!("elimina-{}", row.id);
    view! {
        <Fold words=td_string!(l, extension.delete) to=DeleteExtension::PATH key=key.clone()>
            <Form to=DeleteExtension::PATH key=key>
                <Hidden name="process" value=slug/>
                <Hidden name="id" value=row.id.to_string()/>
                <Hidden name="version" value=row.version.to_string()/>
                <Submit label=td_string!(l, extension.delete_now) kind="btn-outline-danger"/>
            </Form>
        </Fold>
    }
}

#[component]
pub(super) fn DraftForm(slug: String, draft: Option<ExtensionRow>, documents: Vec<DocumentChoice>) -> impl IntoView {
    let l = locale();
    let title = if draft.is_some() { td_string!(l, extension.edit) } else { td_string!(l, extension.new) };
    let key = draft.as_ref().map(key_of).unwrap_or_default();
    let id = draft.as_ref().map(|draft| draft.id.to_string()).unwrap_or_default();
    let version = draft.as_ref().map(|draft| draft.version.to_string()).unwrap_or_default();
    let document = draft.as_ref().and_then(|draft| draft.request_document).map(|id| id.to_string()).unwrap_or_default();
    let text = draft.map(|draft| draft.text);
    let until = text.as_ref().map(|text| text.until.to_string()).unwrap_or_default();
    let (reasons, progress, timetable) =
        text.map(|text| (text.reasons, text.progress, text.timetable)).unwrap_or_default();
    let hint = Some(td_string!(l, extension.request_document_hint).to_string());
    view! {
        <section class="section">
            <h2 class="h4">{title}</h2>
            <Form to=DraftExtension::PATH key=key class="narrow">
                <Hidden name="process" value=slug/>
                <Hidden name="id" value=id/>
                <Hidden name="version" value=version/>
                <DateField name="until" label=td_string!(l, extension.until) value=until/>
                <TextArea name="reasons" label=td_string!(l, extension.reasons) value=reasons max=4000/>
                <TextArea name="progress" label=td_string!(l, extension.progress) value=progress max=4000/>
                <TextArea name="timetable" label=td_string!(l, extension.timetable) value=timetable max=4000/>
                <DocumentPicker name="document" label=td_string!(l, extension.request_document) hint=hint value=document choices=documents optional=true/>
                <Submit label=td_string!(l, extension.save_draft)/>
            </Form>
        </section>
    }
}

/// What may be decided.
pub(crate) fn outcomes(l: Locale) -> Vec<(String, String)> {
    vec![
        (ExtensionStep::Grant.code().to_owned(), td_string!(l, extension.outcome_grant).to_string()),
        (ExtensionStep::GrantReduced.code().to_owned(), td_string!(l, extension.outcome_grant_reduced).to_string()),
        (ExtensionStep::Refuse.code().to_owned(), td_string!(l, extension.outcome_refuse).to_string()),
    ]
}

#[component]
pub(super) fn DecisionForm(slug: String, row: ExtensionRow, documents: Vec<DocumentChoice>) -> impl IntoView {
    let l = locale();
    let hint = Some(td_string!(l, extension.decision_document_hint).to_string());
    view! {
        <section class="section">
            <h4>{td_string!(l, extension.decide)}</h4>
            <p><a href=paths::path_documents_work(&slug)>{td_string!(l, extension.decision_upload)}</a></p>
            <Form to=DecideExtension::PATH key=format!("decidi-{}", row.id) class="narrow">
                <Hidden name="process" value=slug/>
                <Hidden name="id" value=row.id.to_string()/>
                <Hidden name="version" value=row.version.to_string()/>
                <SelectField name="outcome" label=td_string!(l, extension.outcome) options=outcomes(l) ask=true/>
                <TextField name="days" label=td_string!(l, extension.days) hint=td_string!(l, extension.days_hint).to_string() inputmode="numeric" max=3 sometimes=true/>
                <TextField name="act" label=td_string!(l, extension.act) hint=td_string!(l, extension.act_hint).to_string() max=200/>
                <TextArea name="reason" label=td_string!(l, extension.reason) hint=td_string!(l, extension.reason_hint).to_string() max=4000 rows=4 sometimes=true/>
                <DocumentPicker name="document" label=td_string!(l, extension.decision_document) hint=hint choices=documents/>
                <FinalSubmit label=td_string!(l, extension.save_decision) loses=td_string!(l, extension.decision_loses)/>
            </Form>
        </section>
    }
}

/// Where what an authority gave to all is recorded; it needs no request, and comes too late for nobody.
#[component]
pub(super) fn GeneralForm(slug: String, documents: Vec<DocumentChoice>) -> impl IntoView {
    let l = locale();
    let hint = Some(td_string!(l, extension.general_document_hint).to_string());
    let key = "generale".to_owned();
    view! {
        <Fold words=td_string!(l, extension.general) to=DeclareExtension::PATH key=key.clone()>
            <p>{td_string!(l, extension.general_lead)}</p>
            <p><a href=paths::path_documents_work(&slug)>{td_string!(l, extension.decision_upload)}</a></p>
            <Form to=DeclareExtension::PATH key=key class="narrow">
                <Hidden name="process" value=slug/>
                <DateField name="until" label=td_string!(l, extension.general_until)/>
                <TextField name="act" label=td_string!(l, extension.act) hint=td_string!(l, extension.act_hint).to_string() max=200/>
                <TextArea name="reasons" label=td_string!(l, extension.general_reasons) max=4000 rows=4/>
                <DocumentPicker name="document" label=td_string!(l, extension.decision_document) hint=hint choices=documents/>
                <FinalSubmit label=td_string!(l, extension.general_save) loses=td_string!(l, extension.decision_loses)/>
            </Form>
        </Fold>
    }
}
