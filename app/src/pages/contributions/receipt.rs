//! The receipt of a contribution that staff wrote down: to be printed, and to come back to with its code.

use super::withheld::hidden_why;
use crate::{
    api::assisted::FindReceipt,
    components::{
        Crumb, Facts, Form, Page, Prose, Submit, TextField, Value,
        contribution_words::{channel_words, evaluation_meaning, evaluation_words},
        load,
    },
    contract::{assisted::ReceiptView, use_cases},
    error::AppError,
    format::day_of,
    i18n::*,
    pages::process::ProgressInShort,
    paths,
    visit::locale,
};
use domain::receipt::ReceiptCode;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn ReceiptFormPage() -> impl IntoView {
    let l = locale();
    view! {
        <Page title=td_string!(l, contribution.receipt_find)>
            <p class="page-lead lead">{td_string!(l, contribution.receipt_find_lead).to_string()}</p>
            <Form to=FindReceipt::PATH class="form">
                <TextField
                    name="code" label=td_string!(l, contribution.receipt_code) max=40
                    hint=td_string!(l, contribution.receipt_code_hint).to_string()
                />
                <Submit label=td_string!(l, contribution.receipt_show)/>
            </Form>
        </Page>
    }
}

#[component]
pub(crate) fn ReceiptPage() -> impl IntoView {
    let code = use_params_map().read_untracked().get("code").unwrap_or_default();
    let server = use_cases();
    load(
        async move {
            let code = ReceiptCode::parse(&code).map_err(|_| AppError::NotFound)?;
            server?.receipt(code).await
        },
        page,
    )
}

fn page(view: ReceiptView) -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, contribution.receipt_find), paths::RECEIPT)];
    let whence = format!("{}: {}", channel_words(l, view.channel), view.source);
    let slug = view.process.slug;
    let rows = vec![
        (td_string!(l, contribution.receipt_code).to_string(), Value::from(view.code.grouped())),
        (td_string!(l, contribution.title).to_string(), Value::content(view.title)),
        (td_string!(l, contribution.process).to_string(), Value::content(view.process.title)),
        (td_string!(l, contribution.receipt_from).to_string(), Value::content(whence)),
        (td_string!(l, contribution.receipt_day).to_string(), Value::from(day_of(view.at))),
        (td_string!(l, contribution.state).to_string(), Value::from(evaluation_words(l, view.state))),
    ];
    let hidden = view.hidden.as_ref().map(|hidden| {
        view! {
            <div class="alert alert-warning">
                <p>{td_string!(l, contribution.receipt_hidden).to_string()}</p>
                {hidden_why(hidden)}
            </div>
        }
    });
    let link = view.hidden.is_none().then(|| {
        view! { <p><a href=paths::contribution(view.id)>{td_string!(l, contribution.receipt_page).to_string()}</a></p> }
    });
    let answer = view.answer.map(|(answer, at)| {
        view! {
            <section class="section" aria-labelledby="risposta">
                <h2 id="risposta">{td_string!(l, contribution.receipt_answer, day = day_of(at))}</h2>
                <Prose source=answer/>
            </section>
        }
    });
    view! {
        <Page title=td_string!(l, contribution.receipt) crumbs>
            <p class="page-lead lead">{td_string!(l, contribution.receipt_lead, address = view.address)}</p>
            {hidden}
            <Facts rows/>
            <p class="muted">{evaluation_meaning(l, view.state)}</p>
            {answer}
            <h2 class="h5">{td_string!(l, contribution.receipt_text).to_string()}</h2>
            <div class="quote"><Prose source=view.body/></div>
            {link}
            <ProgressInShort of=slug/>
        </Page>
    }
}
