//! Where one asks for a one-time code, or chooses a demo person.

use crate::{
    api::people::{RequestCode, SignInAs},
    components::{
        Form, Hidden, Page, Submit, TextField, load,
        providers::{ProviderFault, provider_links, sure_links},
        words::role_words,
    },
    contract::{people::DemoPerson, use_cases},
    i18n::*,
    paths,
    visit::locale,
};
use domain::assurance::Assurance;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let l = locale();
    let query = use_query_map().read_untracked().clone();
    let back = query.get("dopo").unwrap_or_default();
    let level = query.get("livello").and_then(|level| level.parse::<Assurance>().ok());
    if let Some(level) = level.filter(|level| *level > Assurance::Address) {
        return surely(back, level).into_any();
    }
    let invited = (back == paths::BACK_TO_LINK)
        .then(|| view! { <p class="alert alert-info">{td_string!(l, people.for_a_link)}</p> });
    let server = use_cases();
    let chosen_back = back.clone();
    let demo = load(async move { server?.demo_people().await }, move |people| demo_choice(people, chosen_back));
    let (server, chosen_back) = (use_cases(), back.clone());
    let providers =
        load(async move { server?.providers().await }, move |providers| provider_links(providers, &chosen_back));
    view! {
        <Page title=td_string!(l, people.sign_in)>
            <ProviderFault/>
            {invited}
            {providers}
            <p class="lead">{td_string!(l, people.sign_in_lead).to_string()}</p>
            <Form to=RequestCode::PATH class="narrow">
                <Hidden name="back" value=back/>
                <TextField name="email" label=td_string!(l, people.email) kind="email" autocomplete="email" max=254/>
                <Submit label=td_string!(l, people.send_code)/>
            </Form>
            {demo}
        </Page>
    }
    .into_any()
}

/// For who must be known at `level` to go on: a code by mail is not enough.
fn surely(back: String, level: Assurance) -> impl IntoView {
    let server = use_cases();
    let ways = load(async move { server?.providers().await }, move |providers| sure_links(providers, &back, level));
    view! {
        <Page title=td_string!(locale(), identity.sign_in_more_surely)>
            <ProviderFault/>
            {ways}
        </Page>
    }
}

/// A button for each demo person; nothing outside demo mode.
fn demo_choice(people: Vec<DemoPerson>, back: String) -> impl IntoView {
    let l = locale();
    let rows = people
        .into_iter()
        .map(|person| {
            let back = back.clone();
            let roles = person.roles.iter().map(|role| role_words(l, *role)).collect::<Vec<_>>().join(", ");
            view! {
                <li>
                    <Form to=SignInAs::PATH key=person.id.to_string()>
                        <Hidden name="person" value=person.id.to_string()/>
                        <Hidden name="back" value=back/>
                        <Submit kind="btn-outline-primary" label=person.name/>
                        <span class="ms-2">{roles}</span>
                    </Form>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="demo">
                <h2 id="demo">{td_string!(l, people.demo_people).to_string()}</h2>
                <p>{td_string!(l, people.demo_people_lead).to_string()}</p>
                <ul class="list-unstyled demo-people">{rows}</ul>
            </section>
        }
    })
}
