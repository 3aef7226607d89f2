//! The versions of the document, and what changed between two of them, word by word.

use super::work_crumbs;
use crate::{
    components::{Changes, Crumb, Empty, Page, load},
    contract::{
        proposal_document::{ChangedPart, VersionsView},
        use_cases,
    },
    format::moment,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use domain::proposal_document::ContentPlace;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn VersionsPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let query = use_query_map().read_untracked().clone();
    let number = |name: &str| query.get(name).and_then(|number| number.parse().ok());
    let (from, to) = (number("da"), number("a"));
    let server = use_cases();
    load(async move { server?.document_versions(slug, from, to).await }, move |view| {
        let mut crumbs = work_crumbs(&view.process);
        crumbs.push(Crumb::new(
            td_string!(l, proposal_document.editor_title),
            paths::document_editor(&view.process.slug),
        ));
        let content = if view.versions.is_empty() {
            view! { <Empty words=td_string!(l, proposal_document.no_versions)/> }.into_any()
        } else if view.versions.len() == 1 {
            let words = if view.process.works {
                td_string!(l, proposal_document.one_version)
            } else {
                td_string!(l, proposal_document.one_version_given)
            };
            view! { <p>{words}</p>{list(&view)} }.into_any()
        } else {
            view! { {choose(&view)}{changes(&view)}{list(&view)} }.into_any()
        };
        view! { <Page title=td_string!(l, proposal_document.versions) of=view.process.title.clone() crumbs=crumbs><ProgressBox/>{content}</Page> }
    })
}

/// Two versions to compare, as a form that only reads.
fn choose(view: &VersionsView) -> impl IntoView {
    let l = locale();
    let options = |chosen: u32| {
        view.versions
            .iter()
            .map(|version| {
                let number = version.number;
                let words = td_string!(l, proposal_document.version_n, number = number);
                view! { <option value=number.to_string() selected=number == chosen>{words}</option> }
            })
            .collect_view()
    };
    view! {
        <form method="get" class="filters">
            <div class="field">
                <label class="form-label" for="da">{td_string!(l, proposal_document.compare_from)}</label>
                <select class="form-select" id="da" name="da">{options(view.from)}</select>
            </div>
            <div class="field">
                <label class="form-label" for="a">{td_string!(l, proposal_document.compare_to)}</label>
                <select class="form-select" id="a" name="a">{options(view.to)}</select>
            </div>
            <button type="submit" class="btn btn-primary">{td_string!(l, proposal_document.compare)}</button>
        </form>
    }
}

fn changes(view: &VersionsView) -> impl IntoView {
    let l = locale();
    let none = view.changed.is_empty().then(|| view! { <p>{td_string!(l, proposal_document.difference_none)}</p> });
    let parts = changed_parts(&view.changed);
    view! {
        <section class="section" aria-labelledby="differenze">
            <h2 id="differenze">{td_string!(l, proposal_document.difference, from = view.from, to = view.to)}</h2>
            {none}
            {parts}
        </section>
    }
}

/// The parts that changed, each under its title.
pub(crate) fn changed_parts(parts: &[ChangedPart]) -> impl IntoView + use<> {
    parts.iter().map(part).collect_view()
}

fn part(part: &ChangedPart) -> impl IntoView + use<> {
    let l = locale();
    let (title, lang) = match &part.place {
        ContentPlace::Section(_) => (part.title.clone(), content_lang()),
        ContentPlace::Proposal(number) => {
            (format!("{}: {}", td_string!(l, proposal_document.proposal_n, number = number), part.title), None)
        }
    };
    view! { <h3 lang=lang>{title}</h3><Changes pieces=part.pieces.clone()/> }
}

fn list(view: &VersionsView) -> impl IntoView {
    let l = locale();
    // Names are for those who write.
    let named = view.versions.iter().any(|version| !version.author.is_empty());
    let by = named.then(|| view! { <th scope="col">{td_string!(l, proposal_document.version_by)}</th> });
    let rows = view
        .versions
        .iter()
        .map(|version| {
            let by = named.then(|| {
                view! { <td data-label=td_string!(l, proposal_document.version_by)>{version.author.clone()}</td> }
            });
            view! {
                <tr>
                    <td data-label=td_string!(l, proposal_document.version)>{version.number}</td>
                    <td data-label=td_string!(l, proposal_document.version_when)>{moment(version.at)}</td>
                    {by}
                    <td class="hash" data-label=td_string!(l, proposal_document.fingerprint)>{version.sha256.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="table table-cards">
            <caption>{td_string!(l, proposal_document.versions)}</caption>
            <thead>
                <tr>
                    <th scope="col">{td_string!(l, proposal_document.version)}</th>
                    <th scope="col">{td_string!(l, proposal_document.version_when)}</th>
                    {by}
                    <th scope="col">{td_string!(l, proposal_document.fingerprint)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
