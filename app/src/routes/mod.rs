//! Every path and its page.

mod platform;
mod tenant;

pub(crate) use tenant::offices;

use crate::{
    components::ErrorView,
    error::AppError,
    i18n::Locale,
    visit::{Visit, visit},
};
use domain::tenant::{TenantKind, TenantState};
use leptos::prelude::*;
use leptos_router::components::Router;

/// The pages of the host that was asked for.
#[component]
pub(crate) fn Pages() -> impl IntoView {
    let place = &visit().place;
    let (kind, state) = (place.kind, place.state);
    view! {
        <Router>
            {match (kind, state) {
                (TenantKind::Platform, _) => platform::pages().into_any(),
                (_, TenantState::Active) => tenant::pages().into_any(),
                (_, TenantState::Suspended) => tenant::closed_pages().into_any(),
            }}
        </Router>
    }
}

/// An entry of a menu: its words and its address.
pub(crate) type Entry = (fn(Locale) -> String, String);

/// The main menu for this visit.
pub(crate) fn menu(visit: &Visit) -> Vec<Entry> {
    if visit.place.kind == TenantKind::Platform { platform::menu(visit) } else { tenant::menu(visit) }
}

fn no_such_page() -> impl IntoView {
    view! { <ErrorView error=AppError::NotFound/> }
}
