//! The frame of a page's content: breadcrumb, heading, result of the last action.

use super::refusal::unsaid;
use crate::{
    i18n::*,
    paths,
    visit::{content_lang, locale, visit},
};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};

/// One step of a breadcrumb: words, their language where it is not the page's, and address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    words: String,
    lang: Option<&'static str>,
    href: String,
}

impl Crumb {
    /// A step with these words that leads to `href`.
    #[must_use]
    pub fn new(words: impl Into<String>, href: impl Into<String>) -> Self {
        Self { words: words.into(), lang: None, href: href.into() }
    }

    /// A step that bears a title somebody wrote.
    #[must_use]
    pub fn content(title: impl Into<String>, href: impl Into<String>) -> Self {
        Self { words: title.into(), lang: content_lang(), href: href.into() }
    }
}

/// The way to a public page of a path: all paths, then this one.
#[must_use]
pub fn path_crumbs(title: &str, slug: &str) -> Vec<Crumb> {
    vec![Crumb::new(td_string!(locale(), process.paths), paths::PROCESSES), Crumb::content(title, paths::process(slug))]
}

/// The way to a page of the back office: the work pages, for who may enter them.
#[must_use]
pub fn work_home() -> Vec<Crumb> {
    let work = || Crumb::new(td_string!(locale(), common.work), paths::WORK);
    visit().is_staff().then(work).into_iter().collect()
}

/// The way to a page of the back office of a path: the work pages, then its workspace.
#[must_use]
pub fn work_crumbs(title: &str, slug: &str) -> Vec<Crumb> {
    let mut crumbs = work_home();
    crumbs.push(Crumb::content(title, paths::workspace(slug)));
    crumbs
}

/// A page: title, breadcrumb (home first, added here), one `h1`, then `children`.
#[component]
pub fn Page(
    #[prop(into)] title: String,
    /// What somebody called the thing that the page is of: it follows the title in the heading.
    #[prop(optional, into)]
    of: String,
    /// Language of the title, where it is not the page's.
    #[prop(default = None)]
    lang: Option<&'static str>,
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
        .map(|crumb| view! { <li class="breadcrumb-item"><a href=crumb.href lang=crumb.lang>{crumb.words}</a><span class="separator" aria-hidden="true">"/"</span></li> })
        .collect::<Vec<_>>();
    let breadcrumb = (!steps.is_empty()).then(|| view! {
        <nav class="breadcrumb-container" aria-label=td_string!(l, common.breadcrumb).to_string()>
            <ol class="breadcrumb">{steps}<li class="breadcrumb-item active" aria-current="page" lang=lang>{title.clone()}</li></ol>
        </nav>
    });
    let whole = if of.is_empty() { title.clone() } else { format!("{title}: {of}") };
    let of = (!of.is_empty()).then(|| view! { ": "<span lang=content_lang()>{of}</span> });
    // A refused form brings back the page it came from, where an earlier result may still be in the address.
    let notice = visit.notice.filter(|_| visit.submitted.is_none());
    // After an action the reader goes on from the heading, below what became of it.
    let acted = notice.is_some();
    let said = notice.map(|notice| view! { <p class="alert alert-success">{notice.words(l)}</p> });
    // The forms first: what none of them says stands on top.
    let body = children();
    let unsaid = unsaid(visit.submitted.as_ref());
    view! {
        <Title text=whole.clone()/>
        <Meta name="description" content=description.clone()/>
        <Meta property="og:title" content=whole/>
        <Meta property="og:description" content=description/>
        {breadcrumb}
        <div role="status" id="annuncio">{said}</div>
        <h1 id="titolo" tabindex="-1" autofocus=acted lang=lang>{title}{of}</h1>
        {unsaid}
        {body}
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

/// The value of a fact, or what a link or a button is of, with its language where it is not the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    words: String,
    lang: Option<&'static str>,
}

impl Value {
    /// A value that somebody wrote.
    #[must_use]
    pub fn content(words: impl Into<String>) -> Self {
        Self { words: words.into(), lang: content_lang() }
    }

    /// What follows the name of a link, a button or a fold, heard and not seen: it tells it from others of that name.
    pub(crate) fn aloud(self) -> impl IntoView {
        view! { <span class="visually-hidden" lang=self.lang>{format!(": {}", self.words)}</span> }
    }
}

impl From<String> for Value {
    fn from(words: String) -> Self {
        Self { words, lang: None }
    }
}

/// Names with their values, as a description list; empty values are left out.
#[component]
pub fn Facts<V: Into<Value>>(rows: Vec<(String, V)>) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|(name, value)| (name, value.into()))
        .filter(|(_, value)| !value.words.is_empty())
        .map(|(name, value)| view! { <div><dt>{name}</dt><dd lang=value.lang>{value.words}</dd></div> })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}
