//! Keys that lead to parts of a page.

use leptos::{prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};
use serde::{Deserialize, Serialize};

/// A key, the id of what it leads to, and what it does in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortcut {
    key: String,
    target: String,
    words: String,
}

impl Shortcut {
    /// The key `key` for the element `target`.
    #[must_use]
    pub fn new(key: &str, target: &str, words: &str) -> Self {
        Self { key: key.to_owned(), target: target.to_owned(), words: words.to_owned() }
    }
}

/// Announces keys and listens to them: a link is followed, anything else is focused. They can be switched off, and
/// rest while something is typed.
#[island]
pub fn Shortcuts(
    keys: Vec<Shortcut>,
    title: String,
    /// Words of the switch while the keys rest.
    on: String,
    /// Words of the switch while they listen.
    off: String,
) -> impl IntoView {
    let listening = RwSignal::new(true);
    // Where scripts do not run, keys that do nothing are not announced.
    let awake = RwSignal::new(false);
    Effect::new(move || awake.set(true));
    let watched = keys.clone();
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let typing = target.is_some_and(|at| matches!(at.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        if !listening.get_untracked() || typing || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let pressed = event.key();
        let found = watched.iter().find(|shortcut| shortcut.key == pressed);
        let Some(element) = found.and_then(|shortcut| document().get_element_by_id(&shortcut.target)) else { return };
        event.prevent_default();
        let Ok(element) = element.dyn_into::<HtmlElement>() else { return };
        if element.tag_name() == "A" {
            element.click();
        } else {
            drop(element.focus());
        }
    });
    on_cleanup(move || listener.remove());
    let rows = keys
        .into_iter()
        .map(|shortcut| view! { <li><kbd>{shortcut.key}</kbd> " " {shortcut.words}</li> })
        .collect_view();
    let label = title.clone();
    view! {
        <section class="section" aria-label=label hidden=move || !awake.get()>
            <h3 class="h5">{title}</h3>
            <ul>{rows}</ul>
            <button type="button" class="btn btn-outline-primary btn-sm" on:click=move |_| listening.update(|it| *it = !*it)>
                {move || if listening.get() { off.clone() } else { on.clone() }}
            </button>
        </section>
    }
}
