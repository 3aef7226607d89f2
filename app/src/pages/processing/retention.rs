//! What the platform deletes by itself, when it did, and what the law keeps.

use super::crumbs;
use crate::{
    components::{Empty, Page, load},
    contract::{
        processing::{DeletedView, PassingView, RetentionView},
        use_cases,
    },
    format::{date, moment},
    i18n::*,
    visit::locale,
    wording::processing::{passing_words, period_words},
};
use leptos::prelude::*;

#[component]
pub(crate) fn RetentionPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.retention().await }, page)
}

fn page(found: RetentionView) -> impl IntoView {
    let l = locale();
    let empty = found.log.is_empty().then(|| view! { <Empty words=td_string!(l, processing.log_empty)/> });
    let lasting = [
        td_string!(l, processing.lasting_papers),
        td_string!(l, processing.lasting_minutes),
        td_string!(l, processing.lasting_texts),
        td_string!(l, processing.lasting_log),
        td_string!(l, processing.lasting_accounts),
    ];
    let lasting = lasting.into_iter().map(|words| view! { <li>{words.to_string()}</li> }).collect_view();
    view! {
        <Page title=td_string!(l, processing.retention) crumbs=crumbs()>
            <p class="page-lead">{td_string!(l, processing.retention_lead)}</p>
            <section class="section" aria-labelledby="scadono">
                <h2 id="scadono">{td_string!(l, processing.passing)}</h2>
                <table class="table table-cards">
                    <thead>
                        <tr>
                            <th scope="col">{td_string!(l, processing.kind)}</th>
                            <th scope="col">{td_string!(l, processing.period)}</th>
                            <th scope="col">{td_string!(l, processing.last)}</th>
                            <th scope="col">{td_string!(l, processing.removed)}</th>
                        </tr>
                    </thead>
                    <tbody>{found.kinds.into_iter().map(kind).collect_view()}</tbody>
                </table>
            </section>
            <section class="section" aria-labelledby="cancellati">
                <h2 id="cancellati">{td_string!(l, processing.log)}</h2>
                {empty}
                <ul>{found.log.into_iter().map(line).collect_view()}</ul>
            </section>
            <section class="section" aria-labelledby="restano">
                <h2 id="restano">{td_string!(l, processing.lasting)}</h2>
                <p>{td_string!(l, processing.lasting_lead)}</p>
                <ul>{lasting}</ul>
            </section>
        </Page>
    }
}

fn kind(one: PassingView) -> impl IntoView {
    let l = locale();
    let last = one.last.map_or_else(|| td_string!(l, processing.never).to_string(), moment);
    view! {
        <tr>
            <th scope="row">{passing_words(l, one.kind)}</th>
            <td data-label=td_string!(l, processing.period)>{period_words(l, one.kind)}</td>
            <td data-label=td_string!(l, processing.last)>{last}</td>
            <td data-label=td_string!(l, processing.removed)>{one.removed}</td>
        </tr>
    }
}

fn line(one: DeletedView) -> impl IntoView {
    let l = locale();
    view! { <li>{date(one.day)}": "{passing_words(l, one.kind)}", "{one.removed}</li> }
}
