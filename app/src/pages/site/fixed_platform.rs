//! Privacy and legal notes of the platform's own host, where those sign in who work over tenants.

use super::fixed::{part, words};
use crate::{
    components::Page,
    i18n::*,
    visit::{locale, visit},
};
use leptos::prelude::*;

#[component]
pub(crate) fn PlatformPrivacy() -> impl IntoView {
    let l = locale();
    let controller = td_string!(l, site.platform_controller, name = visit().place.name.clone());
    view! {
        <Page title=td_string!(l, site.privacy)>
            <p class="page-lead">{td_string!(l, site.privacy_lead).to_string()}</p>
            {part(td_string!(l, site.privacy_who), [vec![controller], words!(l: platform_tenants)].concat())}
            {part(td_string!(l, site.privacy_data), words!(l: privacy_reading, platform_account, platform_log, privacy_feedback))}
            {part(td_string!(l, site.privacy_basis_title), words!(l: platform_basis))}
            {part(td_string!(l, site.privacy_time_title), words!(l: privacy_time_short, platform_time))}
            {part(td_string!(l, site.privacy_access_title), words!(l: platform_access))}
            {part(td_string!(l, site.privacy_rights_title), words!(l: privacy_rights, platform_erase, privacy_complaint))}
            {part(td_string!(l, site.privacy_cookies_title), words!(l: privacy_cookies))}
        </Page>
    }
}

#[component]
pub(crate) fn PlatformLegalNotes() -> impl IntoView {
    let l = locale();
    let demo = visit().demo.then(|| part(td_string!(l, site.legal_demo_title), words!(l: legal_demo)));
    view! {
        <Page title=td_string!(l, site.legal)>
            <p class="page-lead">{td_string!(l, site.platform_owner).to_string()}</p>
            {part(td_string!(l, site.legal_value_title), words!(l: platform_value))}
            {part(td_string!(l, site.platform_links_title), words!(l: platform_links))}
            {part(td_string!(l, site.legal_software_title), words!(l: legal_software))}
            {demo}
        </Page>
    }
}
