//! Supporting a proposal without leaving the page.

use crate::api::contributions::{Support, support};
use leptos::{prelude::*, server_fn::ServerFn, task::spawn_local};
use serde::{Deserialize, Serialize};

/// The region of the page in which results are said.
const STATUS: &str = "annuncio";

/// What the button says, and what is said of pressing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportWords {
    /// The button when pressing adds the support.
    pub add: String,
    /// The button when pressing takes it back.
    pub withdraw: String,
    /// The support was added.
    pub added: String,
    /// It was taken back.
    pub withdrawn: String,
    /// Before the new number.
    pub total: String,
}

/// Says `words` in the status region of the page, in place of what was said before.
fn announce(words: &str) {
    if let Some(region) = document().get_element_by_id(STATUS) {
        region.set_text_content(Some(words));
    }
}

/// The button that adds or takes back a support, with the count; a plain form where scripts do not run.
#[island]
pub fn SupportButton(
    /// The contribution.
    id: String,
    /// Page to which a refused form returns, percent-encoded.
    from: String,
    count: u32,
    mine: bool,
    words: SupportWords,
) -> impl IntoView {
    let count = RwSignal::new(count);
    let mine = RwSignal::new(mine);
    let SupportWords { add, withdraw, added, withdrawn, total } = words;
    let form = NodeRef::<leptos::html::Form>::new();
    let contribution = id.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (id, on) = (contribution.clone(), if mine.get_untracked() { "no" } else { "si" });
        let (added, withdrawn, total) = (added.clone(), withdrawn.clone(), total.clone());
        spawn_local(async move {
            match support(id, on.to_owned(), String::new()).await {
                Ok(now) => {
                    count.set(now.count);
                    mine.set(now.mine);
                    let done = if now.mine { added } else { withdrawn };
                    announce(&format!("{done} {total}: {}.", now.count));
                }
                // The plain form shows on the page what went wrong.
                Err(_) => {
                    if let Some(form) = form.get_untracked() {
                        drop(form.submit());
                    }
                }
            }
        });
    };
    view! {
        <form
            method="post" class="inline-form" node_ref=form on:submit=send
            action=format!("{}?da={from}", <Support as ServerFn>::PATH)
        >
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="on" value=move || if mine.get() { "no" } else { "si" }/>
            <button
                type="submit"
                class=move || if mine.get() { "btn btn-outline-primary support-button" } else { "btn btn-primary support-button" }
            >
                <span>{move || if mine.get() { withdraw.clone() } else { add.clone() }}</span>
                <span class="support-count">{move || count.get()}</span>
            </button>
        </form>
    }
}
