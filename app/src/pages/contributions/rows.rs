//! A list of proposals, wherever it stands.

use crate::{
    components::contribution_words::EvaluationStatus,
    contract::contributions::{ContributionRow, Slot},
    format::{day_of, until},
    i18n::*,
    paths,
    visit::{content_lang, locale, today},
};
use leptos::prelude::*;

/// Title, first words, table, state, supports, comments and date of each.
pub(crate) fn rows(all: Vec<ContributionRow>) -> impl IntoView {
    let l = locale();
    let one = move |row: ContributionRow| {
        let shown = !row.hidden && !row.waiting;
        let hidden = row.hidden.then(|| {
            view! { <span class="status status-closed">{td_string!(l, contribution.hidden).to_string()}</span> }
        });
        let waiting = row.waiting.then(|| {
            view! { <span class="status status-waiting">{td_string!(l, contribution.waiting).to_string()}</span> }
        });
        view! {
            <li>
                <h3 class="row-title" lang=content_lang()><a href=paths::contribution(row.id)>{marked(&row.title, &row.found)}</a></h3>
                <p class="row-text" lang=content_lang()>{marked(&row.excerpt, &row.found)}</p>
                <p class="row-meta">
                    <span class="tag" lang=content_lang()>{row.table}</span>
                    {shown.then(|| view! { <EvaluationStatus state=row.state/> })}
                    {hidden}
                    {waiting}
                    <span>{td_string!(l, contribution.n_supports, count = row.supports)}</span>
                    <span>{td_string!(l, contribution.n_comments, count = row.comments)}</span>
                    <span>{day_of(row.at)}</span>
                </p>
            </li>
        }
    };
    view! { <ul class="row-list">{all.into_iter().map(one).collect_view()}</ul> }
}

/// A text with the words that were looked for marked in it.
pub(super) fn marked(text: &str, found: &[String]) -> AnyView {
    if found.is_empty() {
        return text.to_owned().into_any();
    }
    let is_word = |c: char| c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c);
    let (mut parts, mut plain, mut rest) = (Vec::new(), String::new(), text);
    while let Some(first) = rest.chars().next() {
        let inside = is_word(first);
        let end = rest.find(|c| is_word(c) != inside).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if inside && found.iter().any(|word| word == run) {
            parts.push(std::mem::take(&mut plain).into_any());
            parts.push(view! { <mark>{run.to_owned()}</mark> }.into_any());
        } else {
            plain.push_str(run);
        }
        rest = after;
    }
    parts.push(plain.into_any());
    parts.collect_view().into_any()
}

/// Whether proposals are taken, and until when.
pub(crate) fn slot_words(l: Locale, slot: Slot) -> String {
    match (slot.open, slot.until) {
        (true, Some(day)) => td_string!(l, contribution.open_until, until = until(l, day, today())),
        (true, None) => td_string!(l, contribution.open_now).to_string(),
        (false, _) => td_string!(l, contribution.closed_now).to_string(),
    }
}
