//! A further role for somebody who holds one.

use crate::{
    api::staff::GrantRole,
    components::{Form, SelectField, Submit, words::role_words},
    contract::staff::StaffView,
    i18n::*,
    visit::locale,
};
use leptos::{prelude::*, server_fn::ServerFn};

/// Values with their words, for a field of choices.
type Choices = Vec<(String, String)>;

/// The roles and the processes that a form offers.
pub(super) fn choices(staff: &StaffView) -> (Choices, Choices) {
    let l = locale();
    let roles = staff.roles.iter().map(|role| (role.code().to_owned(), role_words(l, *role))).collect();
    let all = (String::new(), td_string!(l, invitation.all_processes).to_string());
    let processes = std::iter::once(all).chain(staff.processes.iter().cloned()).collect();
    (roles, processes)
}

/// The form, where there is somebody to choose.
pub(super) fn grant_form(staff: &StaffView) -> Option<impl IntoView + use<>> {
    let l = locale();
    let (roles, processes) = choices(staff);
    let named = |member: &crate::contract::staff::StaffMember| {
        (member.id.to_string(), format!("{} ({})", member.name, member.email))
    };
    let people: Vec<_> = staff.people.iter().map(named).collect();
    (!people.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="assegna">
                <h2 id="assegna">{td_string!(l, invitation.grant).to_string()}</h2>
                <Form to=GrantRole::PATH class="narrow" key="assegna">
                    <SelectField name="person" label=td_string!(l, invitation.person) options=people ask=true/>
                    <SelectField name="role" label=td_string!(l, invitation.role) options=roles ask=true/>
                    <SelectField
                        name="process" label=td_string!(l, invitation.process)
                        hint=td_string!(l, invitation.process_hint).to_string() options=processes
                    />
                    <Submit label=td_string!(l, invitation.grant_role) kind="btn-outline-primary"/>
                </Form>
            </section>
        }
    })
}
