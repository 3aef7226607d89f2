//! People's words as they meant them: Markdown, made harmless.

use crate::visit::content_lang;
use leptos::prelude::*;

/// A text written in Markdown.
#[component]
pub fn Prose(#[prop(into)] source: String) -> impl IntoView {
    #[cfg(feature = "ssr")]
    let html = crate::escape::markdown(&source);
    #[cfg(not(feature = "ssr"))]
    let html = super::field::escape(&source);
    view! { <div class="prose measure" lang=content_lang() inner_html=html></div> }
}
