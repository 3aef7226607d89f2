//! Published minutes, for everybody.

use super::parts::{addenda, approved_by, comments, decisions};
use crate::{components::Prose, contract::minutes::PublicMinutes, format::date, i18n::*, visit::locale};
use leptos::prelude::*;

/// Text, decisions, approvals, objections and addenda: organisations, never delegates.
pub(crate) fn public_minutes(minutes: PublicMinutes, meeting: u32) -> impl IntoView {
    let l = locale();
    let approved = minutes.approved_on.map(|day| td_string!(l, minutes.approved_on, day = date(day)));
    let published = minutes.published_on.map(|day| td_string!(l, minutes.published_on, day = date(day)));
    let when = approved.into_iter().chain(published).collect::<Vec<_>>().join(" · ");
    let approvals = approved_by(&minutes.approved_by).map(|names| {
        view! {
            <section class="section" aria-labelledby="approvazioni">
                <h2 id="approvazioni">{td_string!(l, minutes.approvals)}</h2>
                {names}
            </section>
        }
    });
    let objections = (!minutes.objections.rows.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="obiezioni">
                <h2 id="obiezioni">{td_string!(l, minutes.objections)}</h2>
                {comments(minutes.objections)}
            </section>
        }
    });
    let decided = (!minutes.decisions.is_empty()).then(|| decisions(minutes.decisions, meeting));
    view! {
        <section class="section" aria-labelledby="verbale">
            <h2 id="verbale">{td_string!(l, minutes.minutes)}</h2>
            <p class="muted">{when}</p>
            <Prose source=minutes.text/>
        </section>
        {decided}
        {approvals}
        {objections}
        {addenda(minutes.addenda)}
    }
}
