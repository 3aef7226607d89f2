//! Pages of the platform's own host.

use super::{Entry, no_such_page};
use crate::{
    i18n::*,
    pages::{people, site},
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
            <Route path=path!("/") view=site::PlatformHome/>
            <Route path=path!("/accedi") view=people::SignInPage/>
            <Route path=path!("/accedi/codice") view=people::CodePage/>
            <Route path=path!("/dev/mail") view=people::KeptMailPage/>
        </FlatRoutes>
    }
}

pub(super) fn menu(_visit: &Visit) -> Vec<Entry> {
    vec![(|l| td_string!(l, common.home).to_string(), paths::HOME.to_owned())]
}
