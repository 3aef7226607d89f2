//! People's words as they meant them: Markdown, made harmless.

use crate::{escape, visit::content_lang};
use leptos::prelude::*;

/// A text written in Markdown.
#[component]
pub fn Prose(#[prop(into)] source: String) -> impl IntoView {
    let html = escape::markdown(&source);
    view! { <div class="prose measure" lang=content_lang() inner_html=html></div> }
}
