//! The filters above the list of proposals: a plain form that asks for an address.

use crate::{
    components::contribution_words::evaluation_words,
    contract::contributions::{Filter, Order, TableChoice},
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::{evaluation::Evaluation, id::TableId};
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

/// The filter that the address asks for; what cannot be read is left out.
pub(super) fn filter_of(query: &ParamsMap) -> Filter {
    let of = |name: &str| query.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    Filter {
        process: of("percorso"),
        table: of("tavolo").and_then(|table| table.parse().ok()),
        state: of("stato").and_then(|state| state.parse().ok()),
        words: of("parole").unwrap_or_default().chars().take(100).collect(),
        order: if of("ordine").as_deref() == Some("sostenute") { Order::Supported } else { Order::Recent },
        after: of("dopo"),
    }
}

/// Whether it leaves proposals out.
pub(super) fn narrows(filter: &Filter) -> bool {
    Filter { after: None, order: Order::default(), ..filter.clone() } != Filter::default()
}

/// The filters, set as they are asked for.
pub(super) fn filters(filter: &Filter, choices: &[TableChoice]) -> impl IntoView + use<> {
    let l = locale();
    let mut processes: Vec<(String, String)> = Vec::new();
    for choice in choices {
        if !processes.iter().any(|(slug, _)| *slug == choice.slug) {
            processes.push((choice.slug.clone(), choice.process.clone()));
        }
    }
    let many = processes.len() > 1;
    let within = |choice: &&TableChoice| filter.process.as_ref().is_none_or(|slug| *slug == choice.slug);
    let table_name = |choice: &TableChoice| {
        if many && filter.process.is_none() {
            format!("{} ({})", choice.name, choice.process)
        } else {
            choice.name.clone()
        }
    };
    let tables = choices.iter().filter(within).map(|choice| (choice.id.to_string(), table_name(choice))).collect();
    let states = Evaluation::ALL.iter().map(|state| (state.code().to_owned(), evaluation_words(l, *state))).collect();
    let orders = vec![
        ("recenti".to_owned(), td_string!(l, contribution.order_recent).to_string()),
        ("sostenute".to_owned(), td_string!(l, contribution.order_supported).to_string()),
    ];
    let order = if filter.order == Order::Supported { "sostenute" } else { "recenti" };
    let any = || Some(td_string!(l, contribution.any).to_string());
    let table = filter.table.map(|table: TableId| table.to_string()).unwrap_or_default();
    let state = filter.state.map(|state| state.code().to_owned()).unwrap_or_default();
    let unfolded = Filter { words: String::new(), after: None, ..filter.clone() } != Filter::default();
    let clear = (narrows(filter) || filter.order != Order::default()).then(|| {
        view! { <a href=paths::CONTRIBUTIONS>{td_string!(l, contribution.clear_filters).to_string()}</a> }
    });
    view! {
        <form class="filters" method="get" action=paths::CONTRIBUTIONS role="search" aria-label=td_string!(l, contribution.filters).to_string()>
            <div class="field">
                <label for="parole" class="form-label">{td_string!(l, contribution.words).to_string()}</label>
                <input type="search" id="parole" name="parole" class="form-control" maxlength="100" value=filter.words.clone()/>
            </div>
            <details class="more" open=unfolded>
                <summary>{td_string!(l, contribution.more_filters).to_string()}</summary>
                <div class="filter-row">
                    {many.then(|| choice("percorso", td_string!(l, contribution.process), filter.process.clone().unwrap_or_default(), any(), processes))}
                    {choice("tavolo", td_string!(l, contribution.table), table, any(), tables)}
                    {choice("stato", td_string!(l, contribution.state), state, any(), states)}
                    {choice("ordine", td_string!(l, contribution.order), order.to_owned(), None, orders)}
                </div>
            </details>
            <div class="form-actions">
                <button type="submit" class="btn btn-primary">{td_string!(l, contribution.filter).to_string()}</button>
                {clear}
            </div>
        </form>
    }
}

/// A choice of the filters; `any` is the entry that filters nothing.
pub(super) fn choice(
    name: &'static str,
    label: &str,
    chosen: String,
    any: Option<String>,
    options: Vec<(String, String)>,
) -> impl IntoView + use<> {
    let label = label.to_owned();
    let all = any.map(|words| (String::new(), words)).into_iter().chain(options);
    let options = all
        .map(|(value, words)| {
            let selected = value == chosen;
            let lang = content_lang().filter(|_| matches!(name, "percorso" | "tavolo") && !value.is_empty());
            view! { <option value=value selected=selected lang=lang>{words}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=name class="form-label">{label}</label>
            <select id=name name=name class="form-select">{options}</select>
        </div>
    }
}
