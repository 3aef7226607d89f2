//! The way to the next page of a long list.

use crate::{
    i18n::*,
    visit::{locale, visit},
};
use leptos::prelude::*;

/// Links to the first and the next page; keeps the other parameters of the address.
#[component]
pub fn Pager(
    /// Where the next page starts; none on the last page.
    next: Option<String>,
    /// Name of the parameter.
    #[prop(default = "dopo")]
    parameter: &'static str,
) -> impl IntoView {
    let l = locale();
    let visit = visit();
    let (page, query) = visit.path.split_once('?').unwrap_or((&visit.path, ""));
    let others = query
        .split('&')
        .filter(|pair| {
            !pair.is_empty() && pair.split('=').next().is_some_and(|name| name != parameter && name != "esito")
        })
        .collect::<Vec<_>>()
        .join("&");
    let paged = query.split('&').any(|pair| pair.split('=').next() == Some(parameter));
    let first = paged.then(|| view! {
        <li><a class="btn btn-outline-primary" href=format!("{page}?{others}")>{td_string!(l, common.first_page).to_string()}</a></li>
    });
    let joint = if others.is_empty() { "" } else { "&" };
    let next = next.map(|next| view! {
        <li>
            <a class="btn btn-outline-primary" rel="next" href=format!("{page}?{others}{joint}{parameter}={}", crate::paths::encode(&next))>
                {td_string!(l, common.next_page).to_string()}
            </a>
        </li>
    });
    (first.is_some() || next.is_some()).then(|| view! {
        <nav class="pager" aria-label=td_string!(l, common.pages).to_string()><ul class="list-inline">{first}{next}</ul></nav>
    })
}
