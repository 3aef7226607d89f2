//! What lies beside the text while minutes are written.

use crate::{
    components::{Empty, Prose},
    contract::minutes::{BesideMinutes, EarlierMinutes},
    format::{day_of, number, points},
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use leptos::prelude::*;

/// Agenda, attendance and earlier minutes.
pub(super) fn beside(found: BesideMinutes) -> impl IntoView {
    let l = locale();
    let agenda = if found.agenda.is_empty() {
        view! { <Empty words=td_string!(l, minutes.no_agenda)/> }.into_any()
    } else {
        view! { <Prose source=points(&found.agenda)/> }.into_any()
    };
    let attended = found.attended.map(|total| {
        view! { <p>{td_string!(l, minutes.attended, total = number(l, u64::from(total)))}</p> }
    });
    let earlier = found.earlier.into_iter().map(earlier).collect_view();
    view! {
        <section class="section sources" aria-labelledby="accanto">
            <h2 id="accanto">{td_string!(l, minutes.beside)}</h2>
            <details class="more">
                <summary>{td_string!(l, minutes.agenda)}</summary>
                {agenda}
            </details>
            {attended}
            {earlier}
        </section>
    }
}

fn earlier(one: EarlierMinutes) -> impl IntoView {
    let l = locale();
    view! {
        <details class="more">
            <summary><span lang=content_lang()>{one.title}</span>", "{day_of(one.at)}</summary>
            <Prose source=one.text/>
            <p><a href=paths::minutes_work(one.meeting)>{td_string!(l, minutes.open_earlier)}</a></p>
        </details>
    }
}
