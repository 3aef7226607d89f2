//! Who works for the tenant, in which roles; who was invited.

use super::grant::{choices, grant_form};
use crate::{
    api::staff::{Invite, RevokeRole, WithdrawInvitation},
    components::{Empty, Form, Hidden, Page, SelectField, Submit, TextField, load, words::role_words, work_home},
    contract::{
        staff::{HeldRole, PendingInvitation, StaffMember, StaffView},
        use_cases,
    },
    format::day_of,
    i18n::*,
    visit::locale,
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn StaffPage() -> impl IntoView {
    let l = locale();
    let server = use_cases();
    load(async move { server?.staff().await }, move |staff| {
        let nobody = staff.people.is_empty().then(|| view! { <Empty words=td_string!(l, invitation.nobody)/> });
        let no_pending =
            staff.pending.is_empty().then(|| view! { <Empty words=td_string!(l, invitation.no_pending)/> });
        let invite = invite_form(&staff);
        let grant = grant_form(&staff);
        let people = staff.people.into_iter().map(person).collect_view();
        let pending = staff.pending.into_iter().map(waiting).collect_view();
        view! {
            <Page title=td_string!(l, invitation.people) crumbs=work_home()>
                <p class="page-lead">{td_string!(l, invitation.people_lead).to_string()}</p>
                <section class="section" aria-labelledby="ruoli">
                    <h2 id="ruoli">{td_string!(l, invitation.with_roles).to_string()}</h2>
                    {nobody}
                    <ul class="row-list">{people}</ul>
                </section>
                <section class="section" aria-labelledby="inviti">
                    <h2 id="inviti">{td_string!(l, invitation.pending).to_string()}</h2>
                    {no_pending}
                    <ul class="row-list">{pending}</ul>
                </section>
                {invite}
                {grant}
            </Page>
        }
    })
}

/// A role, with the path it counts in.
fn role_in(l: Locale, role: domain::role::Role, process: Option<&String>) -> String {
    match process {
        Some(process) => format!("{} · {process}", role_words(l, role)),
        None => role_words(l, role),
    }
}

fn person(member: StaffMember) -> impl IntoView {
    let roles = member.roles.into_iter().map(|held| held_role(member.name.clone(), held)).collect_view();
    view! {
        <li>
            <p class="row-title">{member.name.clone()}</p>
            <p class="row-meta">{member.email}</p>
            <ul class="plain-list">{roles}</ul>
        </li>
    }
}

fn held_role(name: String, held: HeldRole) -> impl IntoView {
    let l = locale();
    let words = role_in(l, held.role, held.process.as_ref());
    let whole = td_string!(l, invitation.revoke_named, role = words.clone(), name = name);
    view! {
        <li class="cluster">
            <span>{words}</span>
            <Form to=RevokeRole::PATH key=held.id.to_string() class="inline-form">
                <Hidden name="grant" value=held.id.to_string()/>
                <button type="submit" class="btn btn-outline-primary btn-sm" aria-label=whole>
                    {td_string!(l, invitation.revoke).to_string()}
                </button>
            </Form>
        </li>
    }
}

fn waiting(sent: PendingInvitation) -> impl IntoView {
    let l = locale();
    let whole = td_string!(l, invitation.withdraw_named, email = sent.email.clone());
    let until = format!("{} {}", td_string!(l, invitation.until), day_of(sent.expires_at));
    view! {
        <li>
            <p class="row-title">{sent.email}</p>
            <p class="row-meta">{role_in(l, sent.role, sent.process.as_ref())}" · "{until}</p>
            <Form to=WithdrawInvitation::PATH key=sent.id.to_string() class="inline-form">
                <Hidden name="invitation" value=sent.id.to_string()/>
                <button type="submit" class="btn btn-outline-primary btn-sm" aria-label=whole>
                    {td_string!(l, invitation.withdraw).to_string()}
                </button>
            </Form>
        </li>
    }
}

fn invite_form(staff: &StaffView) -> impl IntoView + use<> {
    let l = locale();
    let (roles, processes) = choices(staff);
    view! {
        <section class="section" aria-labelledby="invita">
            <h2 id="invita">{td_string!(l, invitation.invite).to_string()}</h2>
            <p>{td_string!(l, invitation.invite_lead).to_string()}</p>
            <Form to=Invite::PATH class="narrow" key="invita">
                <TextField name="email" label=td_string!(l, invitation.email) kind="email" max=254/>
                <SelectField name="role" label=td_string!(l, invitation.role) options=roles ask=true/>
                <SelectField
                    name="process" label=td_string!(l, invitation.process)
                    hint=td_string!(l, invitation.process_hint).to_string() options=processes
                />
                <Submit label=td_string!(l, invitation.send)/>
            </Form>
        </section>
    }
}
