//! What a person commented, in their own space.

use crate::{
    components::Pager,
    contract::{Slice, space::OwnComment},
    format::day_of,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use leptos::prelude::*;

/// The comments, each with the way to where it stands.
pub(super) fn comments(page: Slice<OwnComment>) -> impl IntoView {
    view! {
        <ul class="row-list">{page.rows.into_iter().map(row).collect_view()}</ul>
        <Pager next=page.next parameter="commenti"/>
    }
}

fn row(row: OwnComment) -> impl IntoView {
    let l = locale();
    let href = paths::comment(row.on, row.id, row.far);
    let below = match row.title {
        Some(title) => view! { {td_string!(l, space.comment_on)}<span lang=content_lang()>{title}</span> }.into_any(),
        None => td_string!(l, space.comment_on_hidden).into_any(),
    };
    let hidden = row.hidden.then(|| {
        view! { <span class="status status-closed">{td_string!(l, space.comment_hidden).to_string()}</span> }
    });
    let waiting = row.waiting.then(|| {
        view! { <span class="status status-waiting">{td_string!(l, contribution.waiting).to_string()}</span> }
    });
    view! {
        <li>
            <h3 class="row-title" lang=content_lang()><a href=href>{row.excerpt}</a></h3>
            <p class="row-meta">{hidden}{waiting}<span>{below}</span><span>{day_of(row.at)}</span></p>
        </li>
    }
}
