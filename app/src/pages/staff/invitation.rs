//! What the link of an invitation leads to.

use crate::{
    api::staff::AcceptInvitation,
    components::{Form, Hidden, Page, Submit, TextField, load, words::role_words},
    contract::{staff::InvitationView, use_cases},
    format::day_of,
    i18n::*,
    paths, respond,
    visit::{locale, visit},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn InvitationPage() -> impl IntoView {
    let key = use_params_map().read_untracked().get("key").unwrap_or_default();
    let server = use_cases();
    let asked = key.clone();
    load(async move { server?.invitation(asked).await }, move |sent| {
        if sent.stands { standing(key, sent).into_any() } else { spent().into_any() }
    })
}

fn standing(key: String, sent: InvitationView) -> impl IntoView {
    let l = locale();
    let role = match &sent.process {
        Some(process) => format!("{} · {process}", role_words(l, sent.role)),
        None => role_words(l, sent.role),
    };
    let until = day_of(sent.expires_at);
    let next = match sent.mine {
        Some(true) => view! {
            <Form to=AcceptInvitation::PATH class="narrow">
                <Hidden name="key" value=key/>
                <TextField
                    name="name" label=td_string!(l, invitation.name) hint=td_string!(l, invitation.name_hint).to_string()
                    value=sent.name autocomplete="name" max=80
                />
                <Submit label=td_string!(l, invitation.accept)/>
            </Form>
        }
        .into_any(),
        Some(false) => {
            view! { <p class="alert alert-warning">{td_string!(l, invitation.other_address).to_string()}</p> }.into_any()
        }
        None => view! {
            <p>{td_string!(l, invitation.sign_in_first).to_string()}</p>
            <p><a class="btn btn-primary" href=paths::sign_in(&paths::invitation(&key))>{td_string!(l, common.sign_in).to_string()}</a></p>
        }
        .into_any(),
    };
    view! {
        <Page title=td_string!(l, invitation.title)>
            <p class="page-lead">{td_string!(l, invitation.lead, place = visit().place.name.clone(), role = role)}</p>
            <p>{td_string!(l, invitation.for_address, email = sent.email, until = until)}</p>
            {next}
        </Page>
    }
}

fn spent() -> impl IntoView {
    let l = locale();
    respond::status(http::StatusCode::GONE);
    view! {
        <Page title=td_string!(l, invitation.spent_title)>
            <p class="page-lead">{td_string!(l, invitation.spent).to_string()}</p>
            <p><a class="btn btn-primary" href=paths::HOME>{td_string!(l, common.to_home).to_string()}</a></p>
        </Page>
    }
}
