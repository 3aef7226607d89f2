//! Where the one-time code is typed.

use crate::{
    api::people::SignIn,
    components::{Crumb, Form, Hidden, Page, Submit, TextField},
    i18n::*,
    paths,
    visit::{locale, visit},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn CodePage() -> impl IntoView {
    let l = locale();
    let visit = visit();
    let back = use_query_map().read_untracked().get("dopo").unwrap_or_default();
    let again = paths::sign_in(&back);
    let crumbs = vec![Crumb::new(td_string!(l, people.sign_in), again.clone())];
    // A refused code comes back with its address, whatever the browser remembers.
    let refused = visit.submitted.as_ref().and_then(|sent| sent.values.iter().find(|(name, _)| name == "email"));
    let Some(email) = refused.map(|(_, email)| email.clone()).or_else(|| visit.code_sent_to.clone()) else {
        return view! {
            <Page title=td_string!(l, people.type_code) crumbs>
                <p class="lead">{td_string!(l, people.ask_code_first)}</p>
                <p><a class="btn btn-primary" href=paths::sign_in(&back)>{td_string!(l, people.sign_in)}</a></p>
            </Page>
        }
        .into_any();
    };
    view! {
        <Page title=td_string!(l, people.type_code) crumbs>
            <p class="lead">{td_string!(l, people.type_code_lead, email = email.clone())}</p>
            <Form to=SignIn::PATH class="narrow">
                <Hidden name="email" value=email/>
                <Hidden name="back" value=back/>
                <TextField
                    name="code" label=td_string!(l, people.code) hint=td_string!(l, people.code_hint).to_string()
                    autocomplete="one-time-code" inputmode="numeric" max=20
                />
                <TextField
                    name="name" label=td_string!(l, people.name) hint=td_string!(l, people.name_hint).to_string()
                    autocomplete="nickname" max=80 optional=true
                />
                <Submit label=td_string!(l, people.sign_in)/>
            </Form>
            <p><a href=again>{td_string!(l, people.code_again)}</a></p>
        </Page>
    }
    .into_any()
}
