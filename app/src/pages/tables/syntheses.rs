//! The syntheses of a table, each with the proposals it came from.

use crate::{
    components::{Empty, Prose, contribution_words::synthesis_words},
    contract::tables::SynthesisView,
    format::day_of,
    i18n::*,
    paths,
    visit::locale,
};
use domain::thematic_table::SynthesisKind;
use leptos::prelude::*;

/// Needs first, then what the table proposes.
pub(super) fn syntheses(all: Vec<SynthesisView>) -> impl IntoView {
    let l = locale();
    let empty = all.is_empty().then(|| view! { <Empty words=td_string!(l, table.syntheses_none)/> });
    let (needs, proposed): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.kind == SynthesisKind::Need);
    let needs = group(td_string!(l, table.needs).to_string(), needs);
    let proposed = group(td_string!(l, table.proposed).to_string(), proposed);
    view! {
        <section aria-labelledby="sintesi" class="section">
            <h2 id="sintesi">{td_string!(l, table.syntheses).to_string()}</h2>
            {empty}
            {needs}
            {proposed}
        </section>
    }
}

fn group(title: String, all: Vec<SynthesisView>) -> Option<impl IntoView> {
    let rows = all.into_iter().map(one).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <h3 class="h5">{title}</h3><ul class="row-list">{rows}</ul> })
}

fn one(synthesis: SynthesisView) -> impl IntoView {
    let l = locale();
    let sources = synthesis
        .sources
        .into_iter()
        .map(|(id, title)| view! { <li><a href=paths::contribution(id)>{title}</a></li> })
        .collect_view();
    let id = format!("sintesi-{}", synthesis.id);
    view! {
        <li id=id>
            <h4 class="row-title">{synthesis.title}</h4>
            <Prose source=synthesis.text/>
            <p class="row-meta">
                <span class="tag">{synthesis_words(l, synthesis.kind)}</span>
                <span>{day_of(synthesis.at)}</span>
            </p>
            <details class="more">
                <summary>{td_string!(l, table.sources).to_string()}</summary>
                <ul>{sources}</ul>
            </details>
        </li>
    }
}
