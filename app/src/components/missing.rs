//! What a step lacks: listed before it is tried, said by the summary of its form once it was refused.

use super::{
    blocker::blocker_words,
    form_state::{FormState, linked},
};
use crate::{i18n::Locale, visit::locale};
use domain::refusal::Blocker;
use leptos::prelude::*;

/// Something that is missing, and the address where it is supplied, if there is one.
pub type Lack = (Blocker, Option<String>);

/// What is missing under `lead`; nothing where nothing is.
#[component]
pub fn MissingList(#[prop(into)] lead: String, lacks: Vec<Lack>) -> impl IntoView {
    let l = locale();
    let row = |(blocker, href)| view! { <li class="is-missing">{linked(blocker_words(l, &blocker), href)}</li> };
    let rows: Vec<_> = lacks.into_iter().map(row).collect();
    (!rows.is_empty()).then(|| view! { <p>{lead}</p><ul class="check-list">{rows}</ul> })
}

/// The same inside the form of the step: once that was refused its summary says it instead.
#[component]
pub fn Missing(#[prop(into)] lead: String, lacks: Vec<Lack>) -> impl IntoView {
    let l = locale();
    let unsaid = lacks.into_iter().filter(|lack| !is_said(l, lack)).collect();
    view! { <MissingList lead lacks=unsaid/> }
}

/// Whether the summary of the form around says it, because the step was refused; its line leads to the same place.
pub(crate) fn is_said(l: Locale, (blocker, href): &Lack) -> bool {
    use_context::<FormState>().is_some_and(|state| state.is_said(&blocker_words(l, blocker), href.clone()))
}

/// How the button of a step looks that lacks something, or nothing.
#[must_use]
pub const fn step_button(lacks: &[Lack]) -> &'static str {
    if lacks.is_empty() { "btn-primary" } else { "btn-outline-primary" }
}
