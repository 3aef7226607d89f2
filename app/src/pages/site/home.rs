//! The home page of a tenant.

use crate::{components::Page, visit::visit};
use leptos::prelude::*;

#[component]
pub(crate) fn Home() -> impl IntoView {
    let place = visit().place.clone();
    view! { <Page title=place.name><p class="lead">{place.description}</p></Page> }
}
