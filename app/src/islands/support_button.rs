//! Supporting a proposal without leaving the page.

use crate::api::contributions::{Support, support};
use leptos::{prelude::*, server_fn::ServerFn, task::spawn_local};

/// The button that adds or takes back a support, with the count; a plain form where scripts do not run.
#[island]
pub fn SupportButton(
    /// The contribution.
    id: String,
    /// Page to which a refused form returns, percent-encoded.
    from: String,
    count: u32,
    mine: bool,
    /// Words of the button when pressing adds the support.
    add: String,
    /// Words of the button when pressing takes it back.
    withdraw: String,
) -> impl IntoView {
    let count = RwSignal::new(count);
    let mine = RwSignal::new(mine);
    let form = NodeRef::<leptos::html::Form>::new();
    let contribution = id.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (id, on) = (contribution.clone(), if mine.get_untracked() { "no" } else { "si" });
        spawn_local(async move {
            match support(id, on.to_owned()).await {
                Ok(now) => {
                    count.set(now.count);
                    mine.set(now.mine);
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
                <span class="support-count" aria-live="polite">{move || count.get()}</span>
            </button>
        </form>
    }
}
