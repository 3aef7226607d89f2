//! The text of an agreement with its version and fingerprint.

use crate::{components::Prose, contract::agreements::AgreementText, format, i18n::*, visit::locale};
use leptos::prelude::*;

/// A version of the text: its number, the words to read, the fingerprint, and the file exactly as it is signed.
#[component]
pub(super) fn TextOf(text: AgreementText, href: String) -> impl IntoView {
    let l = locale();
    let frozen = text.frozen_at.map(|at| {
        view! { <p class="small">{td_string!(l, agreement.frozen_on, day = format::day_of(at))}</p> }
    });
    view! {
        <section class="section" aria-labelledby="testo">
            <h2 id="testo">{td_string!(l, agreement.version, version = text.version)}</h2>
            {frozen}
            <div class="document"><Prose source=text.text/></div>
            <Fingerprint sha256=text.sha256.to_string() href/>
        </section>
    }
}

/// The fingerprint, and the file to check it with.
#[component]
pub(super) fn Fingerprint(sha256: String, href: String) -> impl IntoView {
    let l = locale();
    view! {
        <p class="mt-3">
            <a class="btn btn-outline-primary btn-sm" href=href download="">{td_string!(l, agreement.download_text)}</a>
        </p>
        <details class="more">
            <summary>{td_string!(l, agreement.hash)}</summary>
            <p><code class="hash">{sha256}</code></p>
            <p>{td_string!(l, agreement.hash_hint)}</p>
        </details>
    }
}
