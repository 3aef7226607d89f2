//! The home page of the platform's host.

use crate::{components::Page, visit::visit};
use leptos::prelude::*;

#[component]
pub(crate) fn PlatformHome() -> impl IntoView {
    let place = visit().place.clone();
    view! { <Page title=place.name><p class="lead">{place.description}</p></Page> }
}
