//! One request for more time: what was asked, with its document, and the answer.

use crate::{
    api::guarantor::AnswerExtension,
    components::{
        Crumb, Facts, FileField, FinalSubmit, Form, Hidden, Page, Pager, SelectField, TextArea, TextField, load,
        process_words,
    },
    contract::{
        Slice,
        extension_cases::{ExtensionCase, ExtensionWaiting},
        use_cases,
    },
    error::AppError,
    format::date,
    i18n::*,
    pages::{
        documents::ACCEPT,
        process::{deciders, extension_facts, outcomes, progress_shown},
    },
    paths,
    visit::{content_lang, locale},
};
use domain::extension::ExtensionState;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn ExtensionCasePage() -> impl IntoView {
    let params = use_params_map().read_untracked();
    let tenant = params.get("tenant").unwrap_or_default().parse();
    let id = params.get("id").unwrap_or_default().parse();
    let server = use_cases();
    let fetch = async move {
        let (Ok(tenant), Ok(id)) = (tenant, id) else { return Err(AppError::NotFound) };
        server?.extension_case(tenant, id).await
    };
    load(fetch, show)
}

fn show(case: ExtensionCase) -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, guarantor.queue_title), paths::GUARANTOR_QUEUE)];
    let title = format!("{}, {}", td_string!(l, guarantor.extension), case.tenant_name);
    let waiting = case.row.state == ExtensionState::Requested;
    let clock = vec![
        (td_string!(l, guarantor.current_end).to_string(), case.authorised_end.map(date).unwrap_or_default()),
        (
            td_string!(l, guarantor.days_left).to_string(),
            if waiting { case.days_left.to_string() } else { String::new() },
        ),
        (td_string!(l, guarantor.rules).to_string(), process_words::rules(l, &case.pack)),
    ];
    let file =
        |there: bool, href: String, words: &'static str| there.then(|| view! { <li><a href=href>{words}</a></li> });
    let closed = if waiting { td_string!(l, guarantor.extension_paused) } else { td_string!(l, guarantor.decided) };
    let id = case.row.id;
    let request = file(
        case.row.request_document.is_some(),
        paths::extension_request_file(case.tenant, id),
        td_string!(l, extension.request_document),
    );
    let answer = file(
        case.row.decision_document.is_some(),
        paths::extension_answer_file(case.tenant, id),
        td_string!(l, extension.decision_document),
    );
    let (tenant, version, row) = (case.tenant.to_string(), case.row.version, case.row);
    view! {
        <Page title=title of=case.process_title crumbs=crumbs>
            {progress_shown(case.progress)}
            <Facts rows=clock/>
            {extension_facts(l, row)}
            {waiting.then(|| deciders(l, &case.deciders))}
            <ul class="plain-list">{request}{answer}</ul>
            {if waiting && !case.paused { form(l, tenant, id.to_string(), version).into_any() } else { view! { <p>{closed}</p> }.into_any() }}
        </Page>
    }
}

fn form(l: Locale, tenant: String, id: String, version: i32) -> impl IntoView {
    view! {
        <section class="section side-box" aria-labelledby="risposta">
            <h2 id="risposta">{td_string!(l, guarantor.answer)}</h2>
            <p>{td_string!(l, guarantor.extension_case_lead)}</p>
            <Form to=AnswerExtension::PATH files=true class="narrow">
                <Hidden name="tenant" value=tenant/>
                <Hidden name="id" value=id/>
                <Hidden name="version" value=version.to_string()/>
                <SelectField name="outcome" label=td_string!(l, extension.outcome) options=outcomes(l) ask=true/>
                <TextField name="days" label=td_string!(l, extension.days) hint=td_string!(l, extension.days_hint).to_string() inputmode="numeric" max=3 sometimes=true/>
                <TextField name="act" label=td_string!(l, extension.act) hint=td_string!(l, extension.act_hint).to_string() max=200/>
                <TextArea name="reason" label=td_string!(l, extension.reason) hint=td_string!(l, extension.reason_hint).to_string() max=4000 rows=4 sometimes=true/>
                <FileField name="file" label=td_string!(l, extension.decision_document) hint=td_string!(l, extension.file_hint) accept=ACCEPT/>
                <FinalSubmit label=td_string!(l, extension.save_decision) loses=td_string!(l, extension.decision_loses)/>
            </Form>
        </section>
    }
}

/// The parameter with which the list of requests goes on, beside that of documents.
pub(super) const EXTENSIONS_AFTER: &str = "proroghe";

/// The requests that wait, as a section of the queue.
pub(super) fn waiting(l: Locale, slice: Slice<ExtensionWaiting>) -> impl IntoView + use<> {
    let content = if slice.rows.is_empty() {
        view! { <p>{td_string!(l, guarantor.extensions_empty)}</p> }.into_any()
    } else {
        view! { {table(l, &slice.rows)}<Pager next=slice.next parameter=EXTENSIONS_AFTER/> }.into_any()
    };
    view! {
        <section class="section" aria-labelledby="proroghe">
            <h2 id="proroghe">{td_string!(l, guarantor.extensions_title)}</h2>
            <p>{td_string!(l, guarantor.extensions_lead)}</p>
            {content}
        </section>
    }
}

fn table(l: Locale, rows: &[ExtensionWaiting]) -> impl IntoView + use<> {
    let rows = rows
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <td data-label=td_string!(l, guarantor.tenant)>{row.tenant_name.clone()}</td>
                    <td data-label=td_string!(l, guarantor.path)>
                        <a href=paths::extension_case(row.tenant, row.id) lang=content_lang()>{row.process_title.clone()}</a>
                    </td>
                    <td class="num" data-label=td_string!(l, guarantor.days_asked)>{row.days_asked}</td>
                    <td data-label=td_string!(l, guarantor.received)>{row.asked_on.map(date)}</td>
                    <td class="num" data-label=td_string!(l, guarantor.days_left)>{row.days_left}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="table table-cards">
            <caption class="visually-hidden">{td_string!(l, guarantor.extensions_title)}</caption>
            <thead>
                <tr>
                    <th scope="col">{td_string!(l, guarantor.tenant)}</th>
                    <th scope="col">{td_string!(l, guarantor.path)}</th>
                    <th scope="col" class="num">{td_string!(l, guarantor.days_asked)}</th>
                    <th scope="col">{td_string!(l, guarantor.received)}</th>
                    <th scope="col" class="num">{td_string!(l, guarantor.days_left)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
