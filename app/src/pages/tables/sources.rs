//! The contributions beside a synthesis: those chosen, then those that are looked for. Looking keeps what is typed.

use crate::{
    api::tables::WriteSynthesis,
    components::{Check, Choices, Empty, load, ticks_before},
    contract::{Slice, proposal_document::Look, tables::Source, use_cases},
    draft,
    i18n::*,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::{id::TableId, origin::Origin};
use leptos::{prelude::*, server_fn::ServerFn};
use std::collections::BTreeSet;

/// The ticks; `look_at` is where the buttons send the form to look for others.
#[component]
pub(super) fn TableSources(
    slug: String,
    table: TableId,
    sources: Slice<Source>,
    look: Look,
    look_at: String,
) -> impl IntoView {
    let l = locale();
    let typed = ticks_before("sources[]").unwrap_or_default();
    let chosen: BTreeSet<Origin> = typed.iter().filter_map(|origin| origin.parse().ok()).collect();
    let name = draft::name_of(WriteSynthesis::PATH, "", &visit().path).map(|name| name.to_string()).unwrap_or_default();
    let Slice { rows, next } = sources;
    let looking = look != Look::default();
    let rows: Vec<_> = rows.into_iter().filter(|source| !chosen.contains(&origin(source))).collect();
    let none = rows.is_empty().then(|| {
        let words = match looking || !chosen.is_empty() {
            true => td_string!(l, proposal_document.sources_none),
            false => td_string!(l, table.no_sources),
        };
        view! { <Empty words/> }
    });
    let more = next.map(|next| {
        view! {
            <button type="submit" class="btn btn-outline-primary btn-sm" formaction=look_at.clone() name="look_after" value=next>
                {td_string!(l, common.next_page).to_string()}
            </button>
        }
    });
    let words = look.words;
    let search = look_at.clone();
    view! {
        <Choices name="sources" legend=td_string!(l, table.tick_sources)>
            <input type="hidden" name="draft" value=name/>
            {picked(slug, table, chosen)}
            <div class="field mb-3" id="origins">
                <label class="form-label" for="look_words">{td_string!(l, contribution.words)}</label>
                <input type="search" class="form-control" id="look_words" name="look_words" maxlength="100" value=words/>
            </div>
            <p>
                <button type="submit" class="btn btn-outline-primary btn-sm" formaction=search>
                    {td_string!(l, proposal_document.sources_look)}
                </button>
            </p>
            {none}
            {rows.into_iter().map(|source| tick(source, false)).collect_view()}
            {more}
        </Choices>
    }
}

fn origin(source: &Source) -> Origin {
    Origin::Contribution(source.row.id)
}

/// What was chosen so far, ticked, wherever it stands in the list.
fn picked(slug: String, table: TableId, chosen: BTreeSet<Origin>) -> Option<AnyView> {
    (!chosen.is_empty()).then(|| {
        let server = use_cases();
        let named = async move { server?.sources_named(slug, table, chosen.into_iter().collect()).await };
        let ticks = |named: Vec<Source>| named.into_iter().map(|source| tick(source, true)).collect_view();
        view! {
            <p class="form-label">{td_string!(locale(), proposal_document.sources_chosen)}</p>
            {load(named, ticks)}
        }
        .into_any()
    })
}

fn tick(source: Source, checked: bool) -> impl IntoView {
    let l = locale();
    let supports = td_string!(l, contribution.n_supports, count = source.row.supports);
    let taken = if source.taken { format!(", {}", td_string!(l, table.taken)) } else { String::new() };
    let value = origin(&source).to_string();
    let label = source.row.title.clone();
    let href = paths::contribution(source.row.id);
    view! {
        <Check name="sources[]" value label checked lang=content_lang()/>
        <p class="muted"><span lang=content_lang()>{source.row.excerpt}</span>{format!(" ({supports}{taken}) ")}<a href=href>{td_string!(l, moderation.open_page).to_string()}</a></p>
    }
}
