//! One action: what it is, where it stands, its story, and the forms of those who keep it.

use super::{desk::desk, story::story};
use crate::{
    components::{Badge, Crumb, Page, Prose, load},
    contract::{action_sheets::ActionView, use_cases},
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
    wording::action::{situation_tone, situation_words},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn ActionPage() -> impl IntoView {
    let code = use_params_map().read_untracked().get("code").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.action(code).await }, shown)
}

fn shown(found: ActionView) -> impl IntoView {
    let l = locale();
    let note = found.origin.process.fictional_note.clone();
    let fictional = (!note.is_empty()).then(|| view! { <p class="fictional" lang=content_lang()>{note}</p> });
    let crumbs = vec![Crumb::new(td_string!(l, action.actions), paths::ACTIONS)];
    let of = td_string!(l, action.code_of, code = found.code.clone());
    view! {
        <Page title=found.words.title.clone() lang=content_lang() crumbs>
            <p class="row-meta">
                <span class="tag">{of}</span>
                <span lang=content_lang()>{found.agenda.clone()}</span>
                <Badge words=situation_words(l, found.situation) tone=situation_tone(found.situation)/>
            </p>
            {fictional}
            <Prose source=found.words.text.clone()/>
            {story(&found)}
            <ProgressBox of=found.origin.process.slug.clone()/>
            {desk(&found)}
        </Page>
    }
}
