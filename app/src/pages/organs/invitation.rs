//! Where an organisation answers its invitation to an organ.

use super::member::{leave, own};
use crate::{
    components::{Crumb, Page, Prose, load, organ_words::organ_words, path_crumbs},
    contract::use_cases,
    error::AppError,
    i18n::*,
    pages::process::ProgressWhereSeen,
    paths,
    visit::locale,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn MemberInvitationPage() -> impl IntoView {
    let l = locale();
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let server = use_cases();
    let fetch = async move {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        server?.member_invitation(id).await
    };
    load(fetch, move |found| {
        let lead = td_string!(
            l,
            organ.invitation_lead,
            organisation = found.own.organisation.clone(),
            organ = organ_words(l, found.own.organ)
        );
        let leave = leave(found.own.member, &found.own.organisation, &found.own.steps, "");
        let rules = (!found.rules.is_empty()).then(|| view! {
            <section class="section"><h2>{td_string!(l, organ.rules)}</h2><Prose source=found.rules.clone()/></section>
        });
        let mut crumbs = path_crumbs(&found.path.title, &found.path.slug);
        crumbs.push(Crumb::new(td_string!(l, organ.who_does_what), paths::who_does_what(&found.path.slug)));
        view! {
            <Page title=td_string!(l, organ.invitation) crumbs=crumbs>
                <p class="page-lead">{lead}</p>
                <p>{td_string!(l, organ.invitation_no_names)}</p>
                <ProgressWhereSeen of=found.path.slug/>
                {own(&found.own)}
                {rules}
                {leave}
            </Page>
        }
    })
}
