//! The proposals of the whole tenant.

use super::{
    filters::{filter_of, filters, narrows},
    rows::rows,
};
use crate::{
    components::{Empty, FollowFeed, Page, Pager, load},
    contract::{
        contributions::{ContributionList, Filter, Results},
        use_cases,
    },
    feed::{Subject, title},
    format::number,
    i18n::*,
    paths,
    visit::{locale, visit},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn ContributionsPage() -> impl IntoView {
    let filter = filter_of(&use_query_map().read_untracked());
    let server = use_cases();
    let asked = filter.clone();
    load(async move { server?.contributions(filter).await }, move |list| page(asked, list))
}

fn page(filter: Filter, list: ContributionList) -> impl IntoView {
    let l = locale();
    let none = if narrows(&filter) { td_string!(l, contribution.none) } else { td_string!(l, contribution.none_yet) };
    let empty = list.slice.rows.is_empty().then(|| view! { <Empty words=none/> });
    let propose = list.choices.iter().any(|choice| choice.open).then(|| {
        view! {
            <p><a class="btn btn-primary" href=paths::PROPOSE>{td_string!(l, contribution.propose).to_string()}</a></p>
        }
    });
    view! {
        <Page title=td_string!(l, contribution.proposals) description=td_string!(l, contribution.proposals_lead)>
            <p class="page-lead lead">{td_string!(l, contribution.proposals_lead).to_string()}</p>
            {propose}
            {filters(&filter, &list.choices)}
            <h2 class="h5" id="risultati">{results_words(l, list.results)}</h2>
            {empty}
            {rows(list.slice.rows)}
            <Pager next=list.slice.next/>
            <p><a href=paths::RECEIPT>{td_string!(l, contribution.receipt_find).to_string()}</a></p>
            <p><a href=paths::MODERATION_REGISTER>{td_string!(l, moderation.register).to_string()}</a></p>
            <FollowFeed path=paths::PROPOSALS_FEED title=title(l, Subject::Proposals(&visit().place.name))/>
        </Page>
    }
}

/// How many results there are, as far as they were counted.
fn results_words(l: Locale, results: Results) -> String {
    if results.more {
        td_string!(l, contribution.results_more, number = number(l, results.count))
    } else {
        td_string!(l, contribution.n_results, count = results.count)
    }
}
