//! What those who help people at a facilitation point find on their first page.

use crate::{
    i18n::*,
    paths,
    visit::{content_lang, visit},
};
use domain::role::Role;
use leptos::prelude::*;

/// Whether the reader helps people at a point, or coordinates those who do.
pub(super) fn at_a_point() -> bool {
    let visit = visit();
    visit.is(Role::PointCoordinator) || visit.is(Role::DigitalFacilitator)
}

/// What who helps people at a point can do here, and what is not done here.
pub(super) fn at_points(l: Locale, open: &[(String, String)]) -> impl IntoView + use<> {
    let rows = open.iter().map(|(slug, title)| {
        view! { <li><a href=paths::assisted_work(slug)>{td_string!(l, work.points_collect)}": "<span lang=content_lang()>{title.clone()}</span></a></li> }
    });
    let rows = rows.collect_view();
    let list = (!open.is_empty()).then(|| view! { <ul class="plain-list">{rows}</ul> });
    view! {
        <section class="section" aria-labelledby="al-punto">
            <h2 id="al-punto">{td_string!(l, work.points)}</h2>
            <p>{td_string!(l, work.points_lead)}</p>
            {list}
            <p class="muted">{td_string!(l, work.points_not_here)}</p>
        </section>
    }
}
