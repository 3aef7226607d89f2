//! The parties as everybody sees them: organisations, never persons.

use super::words::{kind_words, standing_words, state_words};
use crate::{
    contract::agreements::PartyRow,
    format,
    i18n::*,
    visit::{content_lang, locale},
};
use domain::{agreement::AgreementStanding, party::PartyState};
use leptos::prelude::*;

/// The table of parties.
#[component]
pub(super) fn Parties(rows: Vec<PartyRow>) -> impl IntoView {
    let l = locale();
    let rows = rows.into_iter().map(|row| view! { <Party row/> }).collect_view();
    view! {
        <table class="table table-cards">
            <thead>
                <tr>
                    <th scope="col">{td_string!(l, agreement.column_organisation)}</th>
                    <th scope="col">{td_string!(l, agreement.column_kind)}</th>
                    <th scope="col">{td_string!(l, agreement.column_state)}</th>
                    <th scope="col">{td_string!(l, agreement.column_version)}</th>
                    <th scope="col">{td_string!(l, agreement.column_date)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn Party(row: PartyRow) -> impl IntoView {
    let l = locale();
    let (state, tone) = state_words(l, row.state, row.signed_version);
    // What nobody verified is no signature yet.
    let version =
        row.signed_version.filter(|_| !matches!(row.state, PartyState::FileReceived | PartyState::FileTakenIn));
    let unsigned = version.is_none();
    let version = version.map_or("–".to_owned(), |version| version.to_string());
    let day = row.answered_on.map_or("–".to_owned(), format::date);
    let taken_in = row.taken_in_on.map(|day| {
        view! { <br/><span class="muted">{td_string!(l, agreement.taken_in_on, day = format::date(day))}</span> }
    });
    view! {
        <tr>
            <th scope="row" lang=content_lang()>{row.organisation}</th>
            <td data-label=td_string!(l, agreement.column_kind)>{kind_words(l, row.kind)}</td>
            <td data-label=td_string!(l, agreement.column_state)><span class=tone>{state}</span>{taken_in}</td>
            <td class:is-empty=unsigned data-label=td_string!(l, agreement.column_version)>{version}</td>
            <td class:is-empty=row.answered_on.is_none() data-label=td_string!(l, agreement.column_date)>{day}</td>
        </tr>
    }
}

/// How many signed, and whether the agreement is valid.
#[component]
pub(super) fn Standing(standing: AgreementStanding) -> impl IntoView {
    let l = locale();
    let files = standing.files_received + standing.files_taken_in;
    let total = standing.signed + files + standing.declined + standing.invited;
    let files = (files > 0).then(|| {
        let words = td_string!(l, agreement.files_count, files = files, taken = standing.files_taken_in);
        format!("{words} ")
    });
    let tone = if standing.is_valid() { "alert alert-success" } else { "alert alert-info" };
    view! {
        <p class=tone>
            {td_string!(l, agreement.signed_count, signed = standing.signed, total = total)} " " {files}
            {standing_words(l, &standing)}
        </p>
    }
}
