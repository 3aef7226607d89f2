//! Where the one-time code is typed.

use crate::{
    api::people::SignIn,
    components::{Crumb, Form, Hidden, Page, Submit, TextField},
    i18n::*,
    paths,
    visit::locale,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn CodePage() -> impl IntoView {
    let l = locale();
    let query = use_query_map().read_untracked().clone();
    let email = query.get("email").unwrap_or_default();
    let back = query.get("dopo").unwrap_or_default();
    view! {
        <Page title=td_string!(l, people.type_code) crumbs=vec![Crumb::new(td_string!(l, people.sign_in), paths::sign_in(&back))]>
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
        </Page>
    }
}
