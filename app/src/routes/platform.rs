//! Pages of the platform's own host.

use super::{Entry, no_such_page};
use crate::{
    i18n::*,
    pages::{console, guarantor, people, site, staff, work},
    paths,
    visit::Visit,
};
use domain::role::Role;
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route},
    path,
};

pub(super) fn pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=no_such_page>
            <Route path=path!("/") view=site::PlatformHome/>
            <Route path=path!("/accedi") view=people::SignInPage/>
            <Route path=path!("/accedi/codice") view=people::CodePage/>
            <Route path=path!("/garanzia") view=guarantor::QueuePage/>
            <Route path=path!("/garanzia/:tenant/:process") view=guarantor::CasePage/>
            <Route path=path!("/garanzia/:tenant/proroghe/:id") view=guarantor::ExtensionCasePage/>
            <Route path=path!("/dev/mail") view=people::KeptMailPage/>
            <Route path=path!("/enti") view=console::TenantsPage/>
            <Route path=path!("/enti/nuovo") view=console::NewTenantPage/>
            <Route path=path!("/enti/:slug") view=console::TenantPage/>
            <Route path=path!("/scadenze") view=work::DeadlinesPage/>
            <Route path=path!("/invito/:key") view=staff::InvitationPage/>
            <Route path=path!("/privacy") view=site::PlatformPrivacy/>
            <Route path=path!("/note-legali") view=site::PlatformLegalNotes/>
            <Route path=path!("/accessibilita") view=site::Accessibility/>
            <Route path=path!("/lavoro/segnalazioni") view=site::FeedbackList/>
        </FlatRoutes>
    }
}

pub(super) fn menu(visit: &Visit) -> Vec<Entry> {
    let mut entries: Vec<Entry> = vec![(|l| td_string!(l, common.home).to_string(), paths::HOME.to_owned())];
    if visit.is(Role::Coordinator) {
        entries.push((|l| td_string!(l, console.tenants).to_string(), paths::TENANTS.to_owned()));
        entries.push((|l| td_string!(l, console.deadlines).to_string(), paths::DEADLINES.to_owned()));
        entries.push((|l| td_string!(l, site.feedback_list).to_string(), paths::FEEDBACK.to_owned()));
    }
    if visit.is(Role::Guarantor) {
        entries.push((|l| td_string!(l, guarantor.queue_title).to_string(), paths::GUARANTOR_QUEUE.to_owned()));
    }
    entries
}
