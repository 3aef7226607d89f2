//! Between writing and publishing: the proposals that may already say the same.

use super::{
    new::{form, path_of},
    support::FirstSupport,
};
use crate::{
    api::contributions::Support,
    components::{Crumb, Empty, Form, Hidden, Page, Submit, Value, contribution_words::EvaluationStatus, load},
    contract::{
        contributions::{ContributionRow, SimilarDesk},
        use_cases,
    },
    format::day_of,
    i18n::*,
    pages::process::ProgressInShort,
    paths,
    visit::{content_lang, locale, visit},
};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn SimilarPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.similar_desk().await }, page)
}

fn page(SimilarDesk { desk, similar }: SimilarDesk) -> impl IntoView {
    let l = locale();
    let crumbs = vec![
        Crumb::new(td_string!(l, contribution.proposals), paths::CONTRIBUTIONS),
        Crumb::new(td_string!(l, contribution.propose), paths::PROPOSE),
    ];
    let progress = path_of(&desk, &chosen_table()).map(|slug| view! { <ProgressInShort of=slug/> });
    let content = if visit().me.is_none() || desk.tables.is_empty() {
        // Whoever comes here without having written begins at the beginning.
        view! { <p><a class="btn btn-primary" href=paths::PROPOSE>{td_string!(l, contribution.propose).to_string()}</a></p> }
            .into_any()
    } else {
        let ask_age = desk.ask_age;
        let empty = similar.is_empty().then(|| view! { <Empty words=td_string!(l, contribution.similar_none)/> });
        view! {
            <p class="page-lead lead">{td_string!(l, contribution.similar_lead).to_string()}</p>
            {empty}
            <ul class="row-list">{similar.into_iter().map(|row| one(row, ask_age)).collect_view()}</ul>
            <section class="section" aria-labelledby="comunque">
                <h2 id="comunque">{td_string!(l, contribution.similar_publish).to_string()}</h2>
                <p>{td_string!(l, contribution.similar_file).to_string()}</p>
                {form(desk, String::new(), true)}
            </section>
        }
        .into_any()
    };
    view! { <Page title=td_string!(l, contribution.similar) crumbs>{progress}{content}</Page> }
}

/// The table chosen in the form that led here.
fn chosen_table() -> String {
    let visit = visit();
    let sent = visit.submitted.as_ref().and_then(|sent| sent.values.iter().find(|(name, _)| name == "table"));
    sent.map(|(_, table)| table.clone()).unwrap_or_default()
}

/// One that may say the same, and a button that supports it instead.
fn one(row: ContributionRow, ask_age: Option<u8>) -> impl IntoView {
    let l = locale();
    let id = row.id.to_string();
    let of = Value::content(row.title.clone());
    let label = td_string!(l, contribution.similar_support);
    let support = match ask_age {
        Some(age) => view! {
            <FirstSupport id=row.id age words=label key=id kind="btn-outline-primary" of=Some(of)/>
        }
        .into_any(),
        None => view! {
            <Form to=Support::PATH key=id.clone() class="inline-form">
                <Hidden name="id" value=id/>
                <Hidden name="on" value="si"/>
                <Submit label kind="btn-outline-primary" of=of/>
            </Form>
        }
        .into_any(),
    };
    view! {
        <li>
            <h2 class="row-title" lang=content_lang()><a href=paths::contribution(row.id)>{row.title}</a></h2>
            <p class="row-text" lang=content_lang()>{row.excerpt}</p>
            <p class="row-meta">
                <span class="tag" lang=content_lang()>{row.table}</span>
                <EvaluationStatus state=row.state/>
                <span>{td_string!(l, contribution.n_supports, count = row.supports)}</span>
                <span>{day_of(row.at)}</span>
            </p>
            {support}
        </li>
    }
}
