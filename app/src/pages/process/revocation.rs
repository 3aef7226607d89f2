//! That the grant of a path may be revoked: why, and by which rule.

use crate::{
    components::{Prose, process_words},
    contract::process::PossibleRevocation,
    format::date,
    i18n::*,
    visit::locale,
};
use leptos::prelude::*;

/// The warning for those who look after the grant.
#[component]
pub(crate) fn RevocationNote(found: PossibleRevocation) -> impl IntoView {
    let l = locale();
    let why = match found.refused_on {
        Some(on) => td_string!(l, revocation.why_on, on = date(on)),
        None => td_string!(l, revocation.why).to_string(),
    };
    let words = (!found.reason.is_empty()).then(|| {
        view! { <p>{td_string!(l, revocation.words)}":"</p><Prose source=found.reason/> }
    });
    let basis = process_words::text(l, &found.pack.legal_basis);
    view! {
        <section class="alert alert-warning" aria-labelledby="revoca">
            <h2 id="revoca" class="h5">{td_string!(l, revocation.title)}</h2>
            <p>{why}</p>
            {words}
            <p>{td_string!(l, revocation.rule, pack = found.pack.cite(), basis = basis)}</p>
            <p>{td_string!(l, revocation.act)}</p>
        </section>
    }
}
