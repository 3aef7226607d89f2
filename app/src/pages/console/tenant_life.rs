//! What the coordinator does with a tenant: administrators invited, opened, closed.

use crate::{
    api::console::{ChangeTenant, InviteAdministrator},
    components::{Empty, Form, Hidden, Submit, TextField},
    contract::console::{SentInvitation, TenantView},
    format::day_of,
    i18n::*,
    visit::locale,
};
use chrono::{DateTime, Utc};
use domain::tenant::{TenantState, TenantStep};
use leptos::{prelude::*, server_fn::ServerFn};

/// Invitations of administrators, and a form for one more.
pub(super) fn administrators(tenant: &TenantView) -> impl IntoView + use<> {
    let l = locale();
    let now = tenant.now;
    let empty = tenant.invitations.is_empty().then(|| view! { <Empty words=td_string!(l, console.no_invitations)/> });
    let rows = tenant
        .invitations
        .iter()
        .map(|sent| view! { <li><strong>{sent.email.clone()}</strong>" · "{fate(l, sent, now)}</li> })
        .collect_view();
    let slug = tenant.row.slug.clone();
    let open = tenant.row.state == TenantState::Active;
    let form = open.then(|| {
        view! {
            <Form to=InviteAdministrator::PATH class="narrow">
                <Hidden name="slug" value=slug/>
                <TextField name="email" label=td_string!(l, invitation.email) kind="email" max=254/>
                <Submit label=td_string!(l, console.invite_admin) kind="btn-outline-primary"/>
            </Form>
        }
    });
    view! {
        <section class="section" aria-labelledby="amministratori">
            <h2 id="amministratori">{td_string!(l, console.administrators).to_string()}</h2>
            {empty}
            <ul class="plain-list">{rows}</ul>
            {form}
        </section>
    }
}

/// What became of an invitation.
fn fate(l: Locale, sent: &SentInvitation, now: DateTime<Utc>) -> String {
    match sent.used_at {
        Some(on) => td_string!(l, console.invitation_used, on = day_of(on)),
        None if sent.expires_at <= now => td_string!(l, console.invitation_expired, on = day_of(sent.expires_at)),
        None => td_string!(l, console.invitation_waiting, until = day_of(sent.expires_at)),
    }
}

/// The one button that the tenant's state allows.
pub(super) fn life(tenant: &TenantView) -> impl IntoView + use<> {
    let l = locale();
    let (step, label, lead, kind) = match tenant.row.state {
        TenantState::Active => (
            TenantStep::Suspend,
            td_string!(l, console.suspend).to_string(),
            td_string!(l, console.suspend_lead).to_string(),
            "btn-danger",
        ),
        TenantState::Suspended => (
            TenantStep::Resume,
            td_string!(l, console.resume).to_string(),
            td_string!(l, console.resume_lead).to_string(),
            "btn-primary",
        ),
    };
    let slug = tenant.row.slug.clone();
    view! {
        <section class="section" aria-labelledby="apertura">
            <h2 id="apertura">{td_string!(l, console.life).to_string()}</h2>
            <p>{lead}</p>
            <Form to=ChangeTenant::PATH class="inline-form">
                <Hidden name="slug" value=slug/>
                <Hidden name="step" value=step.code()/>
                <Submit label kind/>
            </Form>
        </section>
    }
}
