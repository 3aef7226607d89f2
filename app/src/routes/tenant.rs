//! Pages of a tenant's host.

use super::{Entry, no_such_page};
use crate::{
    i18n::*,
    pages::{documents, people, site},
    paths,
    visit::Visit,
};
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route},
    path,
};

pub(super) fn pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=no_such_page>
            <Route path=path!("/") view=site::Home/>
            <Route path=path!("/accedi") view=people::SignInPage/>
            <Route path=path!("/accedi/codice") view=people::CodePage/>
            <Route path=path!("/documenti") view=documents::DocumentsPage/>
            <Route path=path!("/percorsi/:slug/documenti") view=documents::PathDocumentsPage/>
            <Route path=path!("/lavoro/percorsi/:slug/documenti") view=documents::DocumentDeskPage/>
            <Route path=path!("/lavoro/documenti/:id") view=documents::DocumentPage/>
            <Route path=path!("/dev/mail") view=people::KeptMailPage/>
        </FlatRoutes>
    }
}

pub(super) fn menu(visit: &Visit) -> Vec<Entry> {
    let mut entries: Vec<Entry> = vec![(|l| td_string!(l, common.home).to_string(), paths::HOME.to_owned())];
    if visit.is_staff() {
        entries.push((|l| td_string!(l, common.work).to_string(), paths::WORK.to_owned()));
    }
    entries
}
