//! What else a proposal says and said, beside the words that stand: whoever decides about it reads it all.

use crate::{
    components::{Badge, Prose},
    contract::revisions::{AddedWords, EarlierWords, MoreWords},
    format::moment,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::id::ContributionId;
use leptos::prelude::*;

/// Below the text of `of`: where it is about, what was added, what was replaced.
pub(super) fn more(of: ContributionId, words: MoreWords) -> impl IntoView {
    let l = locale();
    let MoreWords { place, added, replaced, earlier } = words;
    let shown = td_string!(l, moderation.earlier, count = replaced);
    let replaced = match (replaced, earlier.is_empty()) {
        (0, _) => ().into_any(),
        (_, true) => view! { <p class="row-meta"><a href=paths::contribution_versions(of)>{shown}</a></p> }.into_any(),
        (_, false) => view! {
            <details class="more">
                <summary>{shown}</summary>
                {earlier.into_iter().map(one).collect_view()}
            </details>
        }
        .into_any(),
    };
    view! {
        {place.map(about)}
        {added.into_iter().map(addition).collect_view()}
        {replaced}
    }
}

fn about(place: String) -> impl IntoView {
    let l = locale();
    view! { <p class="row-meta">{td_string!(l, contribution.place)} ": " <span lang=content_lang()>{place}</span></p> }
}

fn addition(added: AddedWords) -> impl IntoView {
    let l = locale();
    view! {
        <p class="row-meta">{td_string!(l, contribution.added_on, at = moment(added.at))}</p>
        <div class="quote"><Prose source=added.body/></div>
    }
}

fn one(old: EarlierWords) -> impl IntoView {
    let l = locale();
    let when = td_string!(l, moderation.earlier_when, from = moment(old.from), until = moment(old.until));
    let reported =
        old.reported.then(|| view! { <Badge words=td_string!(l, moderation.earlier_reported) tone="warning"/> });
    view! {
        <p class="row-meta"><span>{when}</span>{reported}</p>
        <div class="quote">
            <p lang=content_lang()><strong>{old.title}</strong></p>
            <Prose source=old.body/>
        </div>
        {old.place.map(about)}
    }
}
