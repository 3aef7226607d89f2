//! The frame of a page's content: breadcrumb, heading, result of the last action.

use crate::{
    i18n::*,
    paths,
    visit::{locale, visit},
};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

/// One step of a breadcrumb: words and address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    pub words: String,
    pub href: String,
}

impl Crumb {
    /// A step with these words that leads to `href`.
    #[must_use]
    pub fn new(words: impl Into<String>, href: impl Into<String>) -> Self {
        Self { words: words.into(), href: href.into() }
    }
}

/// A page: title, breadcrumb (home first, added here), one `h1`, then `children`.
#[component]
pub fn Page(
    #[prop(into)] title: String,
    #[prop(optional)] crumbs: Vec<Crumb>,
    /// One sentence for search engines and shared links.
    #[prop(optional, into)]
    description: Option<String>,
    children: Children,
) -> impl IntoView {
    let l = locale();
    let visit = visit();
    let description = description.unwrap_or_else(|| visit.place.description.clone());
    let home = (visit.path != paths::HOME).then(|| Crumb::new(td_string!(l, common.home), paths::HOME));
    let steps = home
        .into_iter()
        .chain(crumbs)
        .map(|crumb| view! { <li class="breadcrumb-item"><a href=crumb.href>{crumb.words}</a><span class="separator" aria-hidden="true">"/"</span></li> })
        .collect::<Vec<_>>();
    let breadcrumb = (!steps.is_empty()).then(|| view! {
        <nav class="breadcrumb-container" aria-label=td_string!(l, common.breadcrumb).to_string()>
            <ol class="breadcrumb">{steps}<li class="breadcrumb-item active" aria-current="page">{title.clone()}</li></ol>
        </nav>
    });
    // A refused form brings back the page it came from, where an earlier result may still be in the address.
    let notice = visit.notice.filter(|_| visit.submitted.is_none());
    // After an action the reader goes on from the heading, below what became of it.
    let acted = notice.is_some();
    let said = notice.map(|notice| view! { <p class="alert alert-success">{notice.words(l)}</p> });
    view! {
        <Title text=title.clone()/>
        <Meta name="description" content=description.clone()/>
        <Meta property="og:title" content=title.clone()/>
        <Meta property="og:description" content=description/>
        {breadcrumb}
        <div role="status">{said}</div>
        <h1 id="titolo" tabindex="-1" autofocus=acted>{title}</h1>
        {children()}
    }
}

/// A state in words and colour, never colour alone. `tone`: `success`, `warning`, `danger`, `secondary`, `primary`.
#[component]
pub fn Badge(#[prop(into)] words: String, tone: &'static str) -> impl IntoView {
    view! { <span class=format!("badge bg-{tone}")>{words}</span> }
}

/// What will appear here, and who can add it.
#[component]
pub fn Empty(#[prop(into)] words: String) -> impl IntoView {
    view! { <p class="empty-state">{words}</p> }
}

/// Names with their values, as a description list; empty values are left out.
#[component]
pub fn Facts(rows: Vec<(String, String)>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}
