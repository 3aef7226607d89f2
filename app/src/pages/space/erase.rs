//! Where one erases one's account, and reads first what is lost.

use crate::{
    api::space::EraseAccount,
    components::{Check, Crumb, Form, Page, Submit, load},
    contract::{space::Space, use_cases},
    i18n::*,
    paths,
    visit::locale,
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn ErasePage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.my_space(None).await }, page)
}

fn page(space: Space) -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, space.space), paths::MY_SPACE)];
    let content = if space.may_erase {
        view! {
            <p class="page-lead lead">{td_string!(l, space.erase_lead).to_string()}</p>
            <ul>
                <li>{td_string!(l, space.erase_lost_name).to_string()}</li>
                <li>{td_string!(l, space.erase_lost_supports).to_string()}</li>
                <li>{td_string!(l, space.erase_lost_registrations).to_string()}</li>
                <li>{td_string!(l, space.erase_kept).to_string()}</li>
                <li>{td_string!(l, space.erase_kept_acts).to_string()}</li>
                <li>{td_string!(l, space.erase_kept_log).to_string()}</li>
                <li>{td_string!(l, space.erase_signed_out).to_string()}</li>
            </ul>
            <Form to=EraseAccount::PATH class="form">
                <Check name="sure" label=td_string!(l, space.erase_sure)/>
                <Submit label=td_string!(l, space.erase_do) kind="btn-danger"/>
            </Form>
        }
        .into_any()
    } else {
        view! { <p class="page-lead lead">{td_string!(l, space.erase_staff).to_string()}</p> }.into_any()
    };
    view! { <Page title=td_string!(l, space.erase) crumbs>{content}</Page> }
}
