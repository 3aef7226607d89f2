//! The sources beside a proposal: those chosen, then what can be looked for and ticked. Looking keeps what is typed.

use crate::{
    api::proposal_document::SaveProposal,
    components::{Check, Choices, Value, load, ticks_before},
    contract::{
        Slice,
        proposal_document::{Look, ProposalView, PublicOrigin, Source},
        use_cases,
    },
    draft,
    i18n::*,
    paths,
    visit::{content_lang, locale, visit},
    wording::origin_words,
};
use domain::{id::TableId, origin::Origin};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::params::ParamsMap;
use std::collections::BTreeSet;

/// What the address asks for; what cannot be read is left out.
pub(crate) fn look_of(query: &ParamsMap) -> Look {
    let of = |name: &str| query.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    Look {
        table: of("tavolo").and_then(|table| table.parse().ok()),
        words: of("parole").unwrap_or_default().chars().take(100).collect(),
        after: of("dopo"),
    }
}

/// The chosen sources, and three folds to choose others from.
#[component]
pub(super) fn Sources(
    view: ProposalView,
    look: Look,
    /// Chosen unless something else was typed before.
    ticked: Vec<Origin>,
    /// Where the buttons send the form to look for sources.
    look_at: String,
) -> impl IntoView {
    let l = locale();
    let typed = ticks_before("origins[]");
    let begin = (view.proposal.is_none() && typed.is_none()).then(|| view.process.slug.clone());
    let chosen: BTreeSet<Origin> = match typed {
        Some(ticks) => ticks.iter().filter_map(|origin| origin.parse().ok()).collect(),
        None => ticked.into_iter().collect(),
    };
    let picked = picked(view.process.slug, &chosen, &view.origins);
    let name = draft::name_of(SaveProposal::PATH, "", &visit().path).map(|name| name.to_string()).unwrap_or_default();
    let rows = |sources: Vec<Source>| -> Vec<AnyView> {
        let others = sources.into_iter().filter(|source| !chosen.contains(&source.origin));
        others.map(|source| offer(source, begin.as_deref()).into_any()).collect()
    };
    let sources = view.sources;
    let Slice { rows: found, next } = sources.contributions;
    let looking = look != Look::default();
    let contributions = rows(found);
    let syntheses = fold(td_string!(l, proposal_document.source_syntheses).to_string(), rows(sources.syntheses));
    let minutes = fold(td_string!(l, proposal_document.source_minutes).to_string(), rows(sources.minutes));
    let none = contributions
        .is_empty()
        .then(|| view! { <p class="muted">{td_string!(l, proposal_document.sources_none)}</p> });
    let more = next.map(|next| {
        view! {
            <button type="submit" class="btn btn-outline-primary btn-sm" formaction=look_at.clone() name="look_after" value=next>
                {td_string!(l, common.next_page).to_string()}
            </button>
        }
    });
    view! {
        <div class="sources">
            <Choices name="origins" legend=td_string!(l, proposal_document.sources)>
                <p class="form-text">{td_string!(l, proposal_document.sources_hint)}</p>
                <input type="hidden" name="draft" value=name/>
                {picked}
                <details class="more" open=looking>
                    <summary>{td_string!(l, proposal_document.source_contributions)}</summary>
                    {search(look, sources.tables, look_at.clone())}
                    {none}
                    {contributions}
                    {more}
                </details>
                {syntheses}
                {minutes}
            </Choices>
        </div>
    }
}

/// What was chosen so far, ticked, by its titles; `known` are those read already.
fn picked(slug: String, chosen: &BTreeSet<Origin>, known: &[PublicOrigin]) -> AnyView {
    let l = locale();
    if chosen.is_empty() {
        return view! { <p class="muted">{td_string!(l, proposal_document.sources_not_chosen)}</p> }.into_any();
    }
    let tick = move |one: PublicOrigin| {
        let words = origin_words(l, one.origin);
        let label = match one.href {
            Some(_) => format!("{words}: {}", one.title),
            None => format!("{words} ({})", td_string!(l, proposal_document.source_hidden)),
        };
        view! { <Check name="origins[]" label value=one.origin.to_string() checked=true lang=content_lang()/> }
    };
    let ticks = move |named: Vec<PublicOrigin>| named.into_iter().map(tick).collect_view();
    let named = chosen.iter().map(|origin| known.iter().find(|one| one.origin == *origin).cloned());
    let ticks = match named.collect() {
        Some(named) => ticks(named).into_any(),
        None => {
            // Something else was ticked since the proposal was saved.
            let (server, chosen) = (use_cases(), chosen.iter().copied().collect());
            load(async move { server?.origins_named(slug, chosen).await }, ticks).into_any()
        }
    };
    view! {
        <p class="form-label">{td_string!(l, proposal_document.sources_chosen)}</p>
        {ticks}
    }
    .into_any()
}

/// Fields that narrow the contributions; they are sent with the whole form.
fn search(look: Look, tables: Vec<(TableId, String)>, look_at: String) -> impl IntoView {
    let l = locale();
    let all = (String::new(), td_string!(l, contribution.any).to_string());
    let options = std::iter::once(all)
        .chain(tables.into_iter().map(|(id, name)| (id.to_string(), name)))
        .map(|(value, words)| {
            let selected = !value.is_empty() && look.table.map(|table| table.to_string()).as_ref() == Some(&value);
            view! { <option value=value selected=selected lang=content_lang()>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="field mb-3">
            <label class="form-label" for="look_table">{td_string!(l, contribution.table)}</label>
            <select class="form-select" id="look_table" name="look_table">{options}</select>
        </div>
        <div class="field mb-3">
            <label class="form-label" for="look_words">{td_string!(l, contribution.words)}</label>
            <input type="search" class="form-control" id="look_words" name="look_words" maxlength="100" value=look.words/>
        </div>
        <p>
            <button type="submit" class="btn btn-outline-primary btn-sm" formaction=look_at>
                {td_string!(l, proposal_document.sources_look)}
            </button>
        </p>
    }
}

fn fold(words: String, rows: Vec<AnyView>) -> Option<impl IntoView> {
    (!rows.is_empty()).then(|| view! { <details class="more"><summary>{words}</summary>{rows}</details> })
}

/// One source: its tick, and folded its first words, its page, and for a new proposal a link that begins with it.
fn offer(source: Source, begin: Option<&str>) -> impl IntoView + use<> {
    let l = locale();
    let supports = source.supports.map(|count| format!(" · {}", td_string!(l, contribution.n_supports, count = count)));
    let of = Value::content(source.title.clone());
    let begin = begin.map(|slug| {
        let href = format!("{}?da={}", paths::new_proposal(slug), paths::encode(&source.origin.to_string()));
        view! { " " <a href=href>{td_string!(l, proposal_document.start_from)}{of.clone().aloud()}</a> }
    });
    view! {
        <div class="mb-3">
            <Check name="origins[]" label=source.title value=source.origin.to_string() lang=content_lang()/>
            <p class="row-meta"><span lang=content_lang()>{source.table}</span>{supports}</p>
            <details class="more">
                <summary>{td_string!(l, proposal_document.source_excerpt)}{of.clone().aloud()}</summary>
                <p class="mb-1" lang=content_lang()>{source.excerpt}</p>
                <p>
                    <a href=source.href>{td_string!(l, proposal_document.source_open)}{of.aloud()}</a>
                    {begin}
                </p>
            </details>
        </div>
    }
}
