//! All that a proposal said: each version beside the one before, word by word.

use crate::{
    components::{Changes, Crumb, Page, load},
    contract::{
        revisions::{VersionView, VersionsView},
        use_cases,
    },
    format::moment,
    i18n::*,
    pages::process::ProgressInShort,
    paths,
    visit::{content_lang, locale},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn ContributionVersionsPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.contribution_versions(id.parse()?).await }, page)
}

fn page(view: VersionsView) -> impl IntoView {
    let l = locale();
    let crumbs = vec![
        Crumb::new(td_string!(l, contribution.proposals), paths::CONTRIBUTIONS),
        Crumb::content(view.process.title.clone(), paths::contributions_of(&view.process.slug)),
        Crumb::content(view.title.clone(), paths::contribution(view.id)),
    ];
    let lead = if view.versions.len() == 1 {
        td_string!(l, contribution.versions_one)
    } else {
        td_string!(l, contribution.versions_lead)
    };
    let versions = view.versions.into_iter().map(version).collect_view();
    view! {
        <Page title=td_string!(l, contribution.versions) of=view.title crumbs>
            <p class="page-lead lead">{lead.to_string()}</p>
            {versions}
            <ProgressInShort of=view.process.slug/>
        </Page>
    }
}

fn version(version: VersionView) -> impl IntoView {
    let l = locale();
    let id = format!("versione-{}", version.number);
    let title_id = id.clone();
    let place = (!version.place.is_empty()).then(|| {
        view! {
            <h3 class="h5">{td_string!(l, contribution.place).to_string()}</h3>
            <div lang=content_lang()><Changes pieces=version.place/></div>
        }
    });
    view! {
        <section class="section" aria-labelledby=id>
            <h2 id=title_id>{td_string!(l, contribution.version_n, number = version.number, at = moment(version.at))}</h2>
            <h3 class="h5">{td_string!(l, contribution.title).to_string()}</h3>
            <div lang=content_lang()><Changes pieces=version.title/></div>
            <h3 class="h5">{td_string!(l, contribution.body).to_string()}</h3>
            <div lang=content_lang()><Changes pieces=version.body/></div>
            {place}
        </section>
    }
}
