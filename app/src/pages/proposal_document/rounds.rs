//! The exchanges with the guarantor.

use crate::{
    components::Badge,
    contract::proposal_document::DocumentView,
    format::moment,
    i18n::*,
    paths,
    visit::{content_lang, locale},
    wording::round_words,
};
use leptos::prelude::*;

pub(super) fn rounds(view: &DocumentView) -> Option<AnyView> {
    let l = locale();
    let rows = view
        .rounds
        .iter()
        .map(|round| {
            let said = match &round.answer {
                None => view! { <p>{td_string!(l, proposal_document.waiting)}</p> }.into_any(),
                Some((decision, reason, at)) => {
                    let (words, tone) = round_words(l, *decision);
                    view! { <p><Badge words tone/>" "{moment(*at)}</p><p class="quote" lang=content_lang()>{reason.clone()}</p> }.into_any()
                }
            };
            view! {
                <li>
                    <p class="row-title">{td_string!(l, proposal_document.round_n, number = round.number)}" · "{moment(round.submitted_at)}</p>
                    {said}
                    <p class="hash">{round.sha256.to_string()}</p>
                    <p><a href=paths::submission_file(&view.process.slug, round.number)>{td_string!(l, proposal_document.frozen_file)}</a></p>
                </li>
            }
        })
        .collect_view();
    (!view.rounds.is_empty()).then(|| {
        view! {
            <section class="section side-box" aria-labelledby="scambi">
                <h2 id="scambi">{td_string!(l, proposal_document.rounds)}</h2>
                <ul class="row-list">{rows}</ul>
            </section>
        }
        .into_any()
    })
}
