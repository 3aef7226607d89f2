//! The actions of the agenda, in the order of their making.

use crate::{
    components::{Badge, Empty, Page, Pager, load},
    contract::{
        action_sheets::{ActionList, ActionRow},
        use_cases,
    },
    i18n::*,
    paths,
    visit::{content_lang, locale},
    wording::action::{situation_tone, situation_words},
};
use domain::action_sheet::ActionSituation;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn ActionsPage() -> impl IntoView {
    let query = use_query_map().read_untracked().clone();
    let situation = query.get("situazione").and_then(|code| code.parse().ok());
    let after = query.get("dopo");
    let server = use_cases();
    load(async move { server?.actions(situation, after).await }, move |list| shown(situation, list))
}

fn shown(situation: Option<ActionSituation>, list: ActionList) -> impl IntoView {
    let l = locale();
    let agenda = list.agenda.map(|title| view! { <p class="muted" lang=content_lang()>{title}</p> });
    let filters = agenda.is_some().then(|| filters(situation));
    let words = if filters.is_some() { td_string!(l, action.none_here) } else { td_string!(l, action.none) };
    let empty = list.slice.rows.is_empty().then(|| view! { <Empty words/> });
    let rows = list.slice.rows.into_iter().map(row).collect_view();
    view! {
        <Page title=td_string!(l, action.actions) description=td_string!(l, action.lead).to_string()>
            <p class="page-lead">{td_string!(l, action.lead)}</p>
            {agenda}
            {filters}
            {empty}
            <ul class="row-list">{rows}</ul>
            <Pager next=list.slice.next/>
        </Page>
    }
}

fn row(row: ActionRow) -> impl IntoView {
    let l = locale();
    let (slug, path) = row.path;
    let from = td_string!(l, action.from_proposal, number = row.proposal);
    view! {
        <li>
            <h2 class="row-title h5" lang=content_lang()><a href=paths::action(&row.code)>{row.title}</a></h2>
            <p class="row-meta">
                <span class="tag">{row.code}</span>
                <Badge words=situation_words(l, row.situation) tone=situation_tone(row.situation)/>
                <span>{from}": "<a href=paths::process(&slug) lang=content_lang()>{path}</a></span>
            </p>
        </li>
    }
}

/// The filter by situation: a plain form that asks for an address.
fn filters(situation: Option<ActionSituation>) -> impl IntoView {
    let l = locale();
    let options = ActionSituation::ALL.iter().map(|&one| {
        view! { <option value=one.code() selected=situation == Some(one)>{situation_words(l, one)}</option> }
    });
    let options = options.collect_view();
    let clear = situation.map(|_| view! { <a href=paths::ACTIONS>{td_string!(l, contribution.clear_filters)}</a> });
    view! {
        <form class="filters" method="get" action=paths::ACTIONS role="search" aria-label=td_string!(l, action.filters).to_string()>
            <div class="field">
                <label for="situazione" class="form-label">{td_string!(l, action.situation)}</label>
                <select id="situazione" name="situazione" class="form-select">
                    <option value="">{td_string!(l, contribution.any)}</option>
                    {options}
                </select>
            </div>
            <div class="form-actions">
                <button type="submit" class="btn btn-primary">{td_string!(l, contribution.filter)}</button>
                {clear}
            </div>
        </form>
    }
}
