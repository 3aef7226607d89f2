//! Documents as a table, and how to check one.

use super::words::{annotation_words, kind_words, state_words, visibility_words};
use crate::{
    components::{Badge, Value, words::role_words},
    contract::documents::DocumentRow,
    format,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::document::Visibility;
use leptos::prelude::*;

/// The documents, each with its file; for who works on them also with state and a way to its page.
#[component]
pub(super) fn DocumentTable(rows: Vec<DocumentRow>, #[prop(optional)] work: bool) -> impl IntoView {
    let l = locale();
    let head = [
        td_string!(l, document.column_title),
        td_string!(l, document.column_date),
        td_string!(l, document.column_kind),
        td_string!(l, document.column_size),
        td_string!(l, document.column_protocol),
    ];
    let head = head.into_iter().map(|words| view! { <th scope="col">{words}</th> }).collect_view();
    let state = work.then(|| view! { <th scope="col">{td_string!(l, document.column_state)}</th> });
    let rows = rows.into_iter().map(|row| view! { <Row row work/> }).collect_view();
    view! {
        <table class="table table-cards">
            <thead><tr>{head}{state}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn Row(row: DocumentRow, work: bool) -> impl IntoView {
    let l = locale();
    let cancelled =
        row.is_cancelled().then(|| view! { " " <Badge words=td_string!(l, document.cancelled) tone="danger"/> });
    let title = if work {
        view! { <a href=paths::document_work(row.id) lang=content_lang()>{row.title.clone()}</a> }.into_any()
    } else {
        view! { <span lang=content_lang()>{row.title.clone()}</span> }.into_any()
    };
    let state = work.then(|| {
        let secret = (row.visibility == Visibility::Private).then(|| visibility_words(l, row.visibility));
        let words = [Some(state_words(l, row.state, row.signatures)), secret]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        view! { <td data-label=td_string!(l, document.column_state)>{words}</td> }
    });
    view! {
        <tr>
            <th scope="row">{title}{cancelled}<Annotations row=row.clone()/></th>
            <td data-label=td_string!(l, document.column_date)>{format::date(row.dated)}</td>
            <td data-label=td_string!(l, document.column_kind)>{kind_words(l, row.kind)}</td>
            <td data-label=td_string!(l, document.column_size)><FileLink row=row.clone()/></td>
            <td class:is-empty=row.stamp.is_none() data-label=td_string!(l, document.column_protocol)>{row.stamp.clone().unwrap_or_else(|| "–".into())}</td>
            {state}
        </tr>
    }
}

/// The link to the file, its kind and size, and its fingerprint on request.
#[component]
pub(super) fn FileLink(row: DocumentRow) -> impl IntoView {
    let l = locale();
    let kind = row.file_kind.map(|kind| kind.code().to_uppercase());
    let name = format!("{}: {}", td_string!(l, document.download), row.title);
    view! {
        <a href=paths::document_file(row.id) aria-label=name download="">{td_string!(l, document.download)}</a>
        " " {kind.map(|kind| view! { <span class="file-kind">{kind}</span> })} " "
        <span class="text-nowrap">{format::size(l, row.size)}</span>
        <details class="more">
            <summary>{td_string!(l, document.hash)}{Value::content(row.title.clone()).aloud()}</summary>
            <code class="hash">{row.sha256.to_string()}</code>
        </details>
    }
}

/// What was said of a document after it was protocolled.
#[component]
pub(super) fn Annotations(row: DocumentRow) -> impl IntoView {
    let l = locale();
    let rows = row
        .annotations
        .into_iter()
        .map(|said| {
            let role = role_words(l, said.role);
            let by = td_string!(l, document.annotation_line, role = role, at = format::day_of(said.at));
            view! { <li>{format!("{}: {} ({by})", annotation_words(l, said.kind), said.reason)}</li> }
        })
        .collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <ul class="plain-list small fw-normal">{rows}</ul> })
}

/// How a reader checks that a file is the one that was published.
#[component]
pub(super) fn HowToCheck() -> impl IntoView {
    let l = locale();
    view! {
        <section class="section measure" aria-labelledby="verifica">
            <h2 id="verifica" class="h4">{td_string!(l, document.check_title)}</h2>
            <p>{td_string!(l, document.check_lead)}</p>
        </section>
    }
}
