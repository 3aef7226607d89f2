//! Where a proposal was composed of others and taken back: what it was, why it is no more, and what stands again.

use crate::{
    components::{Crumb, Page, Prose, words::role_words},
    contract::combining::Returned,
    format::day_of,
    i18n::*,
    pages::process::ProgressInShort,
    paths, respond,
    visit::{content_lang, locale},
};
use domain::evaluation::Combining;
use leptos::prelude::*;

pub(super) fn returned_page(found: Returned) -> impl IntoView {
    let l = locale();
    respond::status(http::StatusCode::GONE);
    let Returned { process, kind, title, by, at, why, others } = found;
    let crumbs = vec![
        Crumb::new(td_string!(l, contribution.proposals), paths::CONTRIBUTIONS),
        Crumb::content(process.title, paths::contributions_of(&process.slug)),
    ];
    let lead = match kind {
        Combining::Merge => td_string!(l, combine.gone_merge),
        Combining::Split => td_string!(l, combine.gone_split),
    };
    let office = td_string!(l, combine.by, office = role_words(l, by));
    let none = others.is_empty().then(|| view! { <li class="muted">{td_string!(l, combine.none_shown)}</li> });
    let others = others
        .into_iter()
        .map(|(id, title)| view! { <li><a href=paths::contribution(id) lang=content_lang()>{title}</a></li> })
        .collect_view();
    view! {
        <Page title=td_string!(l, combine.gone) of=title crumbs>
            <p class="lead">{lead}</p>
            <ul>{others}{none}</ul>
            <h2 class="h5">{td_string!(l, contribution.reason)}</h2>
            <Prose source=why/>
            <p class="muted">{office}", "{day_of(at)}</p>
            <ProgressInShort of=process.slug/>
        </Page>
    }
}
