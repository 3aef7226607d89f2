//! Where a party answers, by the link that was mailed to it; no account is needed.

use super::{text::TextOf, words::answer_words};
use crate::{
    api::agreements::{DeclineAgreement, SendSignedFile, SignAgreement},
    components::{
        FileField, FinalSubmit, Fold, Form, Hidden, KnownEnough, Page, Submit, TextField, blocker_words, load,
    },
    contract::{
        agreements::{AgreementText, SigningPage as Found},
        use_cases,
    },
    i18n::*,
    pages::process::ProgressWhereSeen,
    paths,
    visit::locale,
};
use domain::identification::Activity;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_meta::Meta;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn SigningPage() -> impl IntoView {
    let l = locale();
    let token = use_params_map().read_untracked().get("token").unwrap_or_default();
    let server = use_cases();
    let asked = token.clone();
    load(async move { server?.signing(asked).await }, move |found| {
        let answered = answer_words(l, found.row.state).filter(|_| found.row.answered_on.is_some());
        let (organisation, path) = (found.row.organisation.clone(), found.path.title.clone());
        let (title, lead) = match answered {
            Some(_) => (
                td_string!(l, agreement.agreement),
                td_string!(l, agreement.answered_lead, organisation = organisation, path = path),
            ),
            None => (
                td_string!(l, agreement.signing),
                td_string!(l, agreement.signing_lead, organisation = organisation, path = path),
            ),
        };
        let see = found.path_public.then(|| {
            view! {
                <p><a href=paths::path_agreement(&found.path.slug)>{td_string!(l, agreement.see_agreement)}</a></p>
            }
        });
        let slug = found.path.slug.clone();
        let href = format!("{}/testo.txt", paths::signing(&token));
        let text = found.current.clone();
        let answer = match &found.link_fault {
            Some(fault) => {
                let words = match answered {
                    Some(state) => td_string!(l, agreement.your_answer, state = state),
                    None => format!("{}.", blocker_words(l, fault)),
                };
                view! { <p class="alert alert-info" id="risposta">{words}</p> }.into_any()
            }
            None => answers(l, found, token).into_any(),
        };
        view! {
            <Page title>
                <Meta name="robots" content="noindex"/>
                <p class="page-lead">{lead}</p>
                {see}
                <ProgressWhereSeen of=slug/>
                <TextOf text href/>
                {answer}
            </Page>
        }
    })
}

fn answers(l: Locale, found: Found, token: String) -> impl IntoView {
    view! {
        <p>{td_string!(l, agreement.read_first)}</p>
        {sign(l, token.clone(), found.capacity.clone(), &found.current)}
        {file(l, token.clone(), found.capacity, &found.current)}
        <section class="section" aria-labelledby="declina">
            <h2 id="declina">{td_string!(l, agreement.decline_title)}</h2>
            <Fold words=td_string!(l, agreement.decline_open) to=DeclineAgreement::PATH>
                <p>{td_string!(l, agreement.decline_lead)}</p>
                <Form to=DeclineAgreement::PATH>
                    <Hidden name="token" value=token/>
                    <Submit kind="btn-danger" label=td_string!(l, agreement.decline)/>
                </Form>
            </Fold>
        </section>
    }
}

fn sign(l: Locale, token: String, capacity: String, text: &AgreementText) -> impl IntoView + use<> {
    let seen = text.sha256.to_string();
    view! {
        <section class="section" aria-labelledby="firma">
            <h2 id="firma">{td_string!(l, agreement.sign_title)}</h2>
            <p>{td_string!(l, agreement.sign_lead)}</p>
            <KnownEnough activity=Activity::Binding/>
            <Form to=SignAgreement::PATH class="narrow">
                <Hidden name="token" value=token/>
                <Hidden name="seen" value=seen/>
                <TextField name="signer" label=td_string!(l, agreement.signer) hint=td_string!(l, agreement.signer_hint).to_string() autocomplete="name" max=120/>
                <TextField name="capacity" label=td_string!(l, agreement.capacity) hint=td_string!(l, agreement.capacity_hint).to_string() value=capacity max=120/>
                <FinalSubmit label=td_string!(l, agreement.sign) loses=td_string!(l, agreement.sign_loses)/>
            </Form>
        </section>
    }
}

fn file(l: Locale, token: String, capacity: String, text: &AgreementText) -> impl IntoView + use<> {
    let seen = text.sha256.to_string();
    view! {
        <section class="section" aria-labelledby="file-firmato">
            <h2 id="file-firmato">{td_string!(l, agreement.file_title)}</h2>
            <p>{td_string!(l, agreement.file_lead)}</p>
            <Form to=SendSignedFile::PATH key="file" files=true class="narrow">
                <Hidden name="token" value=token/>
                <Hidden name="seen" value=seen/>
                <FileField name="file" label=td_string!(l, agreement.file) hint=td_string!(l, agreement.file_hint) accept=".pdf,.p7m"/>
                <TextField name="signer" label=td_string!(l, agreement.signer) hint=td_string!(l, agreement.signer_hint).to_string() autocomplete="name" max=120/>
                <TextField name="capacity" label=td_string!(l, agreement.capacity) hint=td_string!(l, agreement.capacity_hint).to_string() value=capacity max=120/>
                <FinalSubmit kind="btn-outline-primary" label=td_string!(l, agreement.file_button) loses=td_string!(l, agreement.file_loses)/>
            </Form>
        </section>
    }
}
