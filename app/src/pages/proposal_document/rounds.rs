//! The exchanges with the guarantor.

use crate::{
    components::Badge,
    contract::proposal_document::RoundLine,
    format::moment,
    i18n::*,
    paths,
    visit::{content_lang, locale},
    wording::round_words,
};
use leptos::prelude::*;

/// What went to the guarantor and what came back; `work` is the path whose submitted files the reader may open.
pub(super) fn rounds(all: &[RoundLine], work: Option<&str>) -> Option<AnyView> {
    let l = locale();
    let rows = all
        .iter()
        .map(|round| {
            let said = match &round.answer {
                None => view! { <p>{td_string!(l, proposal_document.waiting)}</p> }.into_any(),
                Some((decision, reason, at)) => {
                    let (words, tone) = round_words(l, *decision);
                    view! { <p><Badge words tone/>" "{moment(*at)}</p><p class="quote" lang=content_lang()>{reason.clone()}</p> }.into_any()
                }
            };
            let file = work.map(|slug| {
                let href = paths::submission_file(slug, round.number);
                view! { <p><a href=href>{td_string!(l, proposal_document.frozen_file)}</a></p> }
            });
            view! {
                <li>
                    <p class="row-title">{td_string!(l, proposal_document.round_n, number = round.number)}" · "{moment(round.submitted_at)}</p>
                    {said}
                    <p class="hash">{round.sha256.to_string()}</p>
                    {file}
                </li>
            }
        })
        .collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <section class="section side-box" aria-labelledby="scambi">
                <h2 id="scambi">{td_string!(l, proposal_document.rounds)}</h2>
                <ul class="row-list">{rows}</ul>
            </section>
        }
        .into_any()
    })
}
