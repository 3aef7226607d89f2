//! Where the agreement of a path is written and its parties are invited.

use super::{
    parties::Standing,
    text::Fingerprint,
    words::{kind_words, state_words},
};
use crate::{
    api::agreements::{ConfirmPartyFile, InviteParty, RemoveParty, SendPartyLink, WriteAgreement},
    components::{
        Check, Empty, FinalSubmit, Fold, Form, Hidden, Page, Prose, SelectField, Submit, TextArea, TextField, Value,
        load, work_crumbs,
    },
    contract::{
        agreements::{AgreementDesk, AgreementText, PartyAtWork},
        use_cases,
    },
    format,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::{
    agreement::TEXT_MAX,
    language::Language,
    party::{PartyKind, PartyState},
    reason::REASON_MAX,
    refusal::Blocker,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn AgreementDeskPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.agreement_desk(slug).await }, move |found| {
        let slug = found.path.slug.clone();
        let title = found.path.title.clone();
        let crumbs = work_crumbs(&title, &slug);
        let text = if found.may_write {
            write(l, slug.clone(), &found).into_any()
        } else {
            found.current.clone().map_or_else(
                || view! { <Empty words=td_string!(l, agreement.empty)/> }.into_any(),
                |text| view! { <div class="document"><Prose source=text.text/></div> }.into_any(),
            )
        };
        let parties = found.current.is_some().then(|| {
            view! {
                <section class="section" aria-labelledby="parti">
                    <h2 id="parti">{td_string!(l, agreement.parties)}</h2>
                    <p>{td_string!(l, agreement.contact_note)}</p>
                    {parties(l, found.parties)}
                    {found.may_invite.then(|| invite(l, slug))}
                </section>
            }
        });
        view! {
            <Page title=td_string!(l, agreement.agreement) of=title crumbs=crumbs>
                <ProgressBox/>
                {found.standing.map(|standing| view! { <Standing standing/> })}
                {text}
                {parties}
            </Page>
        }
    })
}

fn write(l: Locale, slug: String, found: &AgreementDesk) -> impl IntoView + use<> {
    let (edition, differs) = (found.edition.to_string(), found.decision_body_differs);
    let about = found.current.as_ref().map(|text| about(l, &slug, text, !found.parties.is_empty()));
    let text = found.current.as_ref().map(|text| text.text.clone()).unwrap_or_default();
    let signed = found.current.as_ref().is_some_and(|text| text.frozen_at.is_some());
    view! {
        <section class="section" aria-labelledby="testo">
            <h2 id="testo">{td_string!(l, agreement.text)}</h2>
            {about}
            <Form to=WriteAgreement::PATH>
                <Hidden name="slug" value=slug/>
                <Hidden name="edition" value=edition/>
                <TextArea name="text" label=td_string!(l, agreement.text) hint=td_string!(l, agreement.text_hint).to_string() value=text max=TEXT_MAX rows=16/>
                <Check name="differs" label=td_string!(l, agreement.differs) checked=differs/>
                {save(l, signed)}
            </Form>
        </section>
    }
}

/// The button that saves the text; once somebody signed, what that costs.
fn save(l: Locale, signed: bool) -> AnyView {
    let label = td_string!(l, agreement.save_text);
    if signed {
        view! { <FinalSubmit label loses=td_string!(l, agreement.save_loses)/> }.into_any()
    } else {
        view! { <Submit label/> }.into_any()
    }
}

fn about(l: Locale, slug: &str, text: &AgreementText, published: bool) -> impl IntoView + use<> {
    let frozen = text.frozen_at.map(|_| {
        view! { <p class="alert alert-warning">{td_string!(l, agreement.frozen, next = text.version + 1)}</p> }
    });
    let href = paths::agreement_text(slug, text.version);
    let sha256 = text.sha256.to_string();
    view! {
        <p>{td_string!(l, agreement.version, version = text.version)}</p>
        {frozen}
        {published.then(|| view! { <Fingerprint sha256 href/> })}
    }
}

fn parties(l: Locale, parties: Vec<PartyAtWork>) -> AnyView {
    if parties.is_empty() {
        return view! { <Empty words=td_string!(l, agreement.empty_parties)/> }.into_any();
    }
    let rows = parties.into_iter().map(|party| view! { <li><Party party/></li> }).collect_view();
    view! { <ul class="row-list">{rows}</ul> }.into_any()
}

#[component]
fn Party(party: PartyAtWork) -> impl IntoView {
    let l = locale();
    let (state, tone) = state_words(l, party.row.state, party.row.signed_version);
    let link = match (&party.link_fault, party.row.state) {
        (None, _) => td_string!(l, agreement.link_sent, day = format::date(party.link_sent_on)),
        (Some(Blocker::LinkExpired), PartyState::Invited) => td_string!(l, agreement.link_expired).to_string(),
        _ => String::new(),
    };
    let signer = party.signer.clone().map(|name| format!(" · {name}"));
    let capacity =
        (!party.capacity.is_empty()).then(|| view! { " · "<span lang=content_lang()>{party.capacity.clone()}</span> });
    let reached = [party.email.clone(), link].into_iter().filter(|words| !words.is_empty());
    let reached = reached.map(|words| format!(" · {words}")).collect::<String>();
    let of = Value::content(party.row.organisation.clone());
    let file = party
        .document
        .map(|id| view! { " " <a href=paths::document_file(id) download="">{td_string!(l, document.download)}</a> });
    let taken_in = party.row.taken_in_on.map(|day| {
        let day = format::date(day);
        let words = match party.taken_in_by.clone() {
            Some(name) => td_string!(l, agreement.taken_in_by, name = name, day = day),
            None => td_string!(l, agreement.taken_in_on, day = day),
        };
        view! { <p class="mb-2">{words}</p> }
    });
    let because = party.removal_reason.clone();
    let because = because.map(
        |reason| view! { <p>{td_string!(l, agreement.removed_because)}": "<span lang=content_lang()>{reason}</span></p> },
    );
    view! {
        <p class="row-title mb-1"><span lang=content_lang()>{party.row.organisation.clone()}</span>" "<span class=tone>{state}</span>{file}</p>
        <p class="row-meta mb-2"><span>{kind_words(l, party.row.kind)}{signer}{capacity}{reached}</span></p>
        {taken_in}
        {party.may_confirm.then(|| confirm(l, party.id.to_string(), of.clone()))}
        {because}
        {party.may_send.then(|| send(l, &party))}
        {party.may_remove.then(|| remove(l, party.id.to_string(), of))}
    }
}

fn confirm(l: Locale, id: String, of: Value) -> impl IntoView {
    view! {
        <Form to=ConfirmPartyFile::PATH key=format!("conferma-{id}")>
            <p class="mb-1">{td_string!(l, agreement.confirm_lead)}</p>
            <Hidden name="party" value=id/>
            <Submit kind="btn-outline-primary btn-sm" label=td_string!(l, agreement.confirm) of=of/>
        </Form>
    }
}

fn send(l: Locale, party: &PartyAtWork) -> impl IntoView + use<> {
    let (id, email) = (party.id.to_string(), party.email.clone());
    let of = Value::content(party.row.organisation.clone());
    let label = match party.row.state {
        PartyState::Declined => td_string!(l, agreement.again),
        _ => td_string!(l, agreement.send_link),
    };
    view! {
        <Fold words=label to=SendPartyLink::PATH key=format!("invio-{id}") of=of.clone()>
            <Form to=SendPartyLink::PATH key=format!("invio-{id}") class="narrow">
                <Hidden name="party" value=id/>
                <TextField name="email" label=td_string!(l, agreement.email) kind="email" value=email max=254/>
                <Submit kind="btn-outline-primary btn-sm" label=label of=of/>
            </Form>
        </Fold>
    }
}

fn remove(l: Locale, id: String, of: Value) -> impl IntoView {
    let key = format!("ritiro-{id}");
    view! {
        <Fold words=td_string!(l, agreement.remove) to=RemoveParty::PATH key=key.clone() of=Some(of.clone())>
            <p>{td_string!(l, agreement.remove_lead)}</p>
            <Form to=RemoveParty::PATH key class="narrow">
                <Hidden name="party" value=id/>
                <TextArea name="reason" label=td_string!(l, agreement.remove_reason) max=REASON_MAX rows=3/>
                <Submit kind="btn-danger btn-sm" label=td_string!(l, agreement.remove) of=of/>
            </Form>
        </Fold>
    }
}

fn invite(l: Locale, slug: String) -> impl IntoView {
    let kinds = PartyKind::ALL.iter().map(|kind| (kind.code().to_owned(), kind_words(l, *kind))).collect();
    let languages = vec![
        (Language::Italian.code().to_owned(), td_string!(l, agreement.language_it).to_string()),
        (Language::English.code().to_owned(), td_string!(l, agreement.language_en).to_string()),
    ];
    view! {
        <h3>{td_string!(l, agreement.invite)}</h3>
        <Form to=InviteParty::PATH class="narrow">
            <Hidden name="slug" value=slug/>
            <TextField name="organisation" label=td_string!(l, agreement.organisation) max=160/>
            <SelectField name="kind" label=td_string!(l, agreement.kind) options=kinds ask=true/>
            <TextField name="email" label=td_string!(l, agreement.email) kind="email" max=254/>
            <SelectField name="language" label=td_string!(l, agreement.language) options=languages/>
            <TextField name="capacity" label=td_string!(l, agreement.capacity) hint=td_string!(l, agreement.capacity_hint).to_string() max=120/>
            <Submit label=td_string!(l, agreement.invite_button)/>
        </Form>
    }
}
