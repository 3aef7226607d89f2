//! What a suspended tenant shows, whatever address is asked for.

use crate::{
    components::Page,
    i18n::*,
    paths, respond,
    visit::{locale, visit},
};
use domain::role::Role;
use leptos::prelude::*;

#[component]
pub(crate) fn Suspended() -> impl IntoView {
    let l = locale();
    let visit = visit();
    // 503, not 403: the closing is temporary and concerns everybody, so search engines keep the addresses.
    respond::status(http::StatusCode::SERVICE_UNAVAILABLE);
    let staff = match &visit.me {
        None => view! {
            <p>{td_string!(l, console.suspended_staff).to_string()}</p>
            <p><a class="btn btn-outline-primary" href=paths::sign_in(paths::HOME)>{td_string!(l, common.sign_in).to_string()}</a></p>
        }
        .into_any(),
        Some(_) if visit.is(Role::TenantAdmin) => view! {
            <p><a class="btn btn-primary" href=paths::EXPORT download="">{td_string!(l, console.export_data).to_string()}</a></p>
        }
        .into_any(),
        Some(_) => view! { <p>{td_string!(l, console.suspended_staff).to_string()}</p> }.into_any(),
    };
    view! {
        <Page title=td_string!(l, console.suspended_title)>
            <p class="page-lead">{td_string!(l, console.suspended_lead).to_string()}</p>
            {staff}
        </Page>
    }
}
