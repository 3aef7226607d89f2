//! A long form that keeps itself while somebody writes.

use crate::api::drafts::keep_draft;
use leptos::{
    leptos_dom::helpers::TimeoutHandle,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::{Element, Event, FormData, HtmlFormElement, UrlSearchParams},
};
use std::time::Duration;

/// How long nothing must be typed before the draft is kept.
const PAUSE: Duration = Duration::from_secs(2);

/// Keeps what is typed into the form around it, and says when it did.
#[island]
pub fn DraftKeeper(
    /// The draft's name.
    form: String,
    /// Words before the hour at which the draft was kept.
    saved: String,
    failed: String,
    /// Words of the button that tries again.
    retry: String,
) -> impl IntoView {
    let here = NodeRef::<leptos::html::Div>::new();
    let said = RwSignal::new(String::new());
    let lost = RwSignal::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let around = move || here.get_untracked().and_then(|here| form_around(&here));
    let keep = Callback::new(move |()| {
        let Some(fields) = around().and_then(|form| typed(&form)) else { return };
        let (form, saved, failed) = (form.clone(), saved.clone(), failed.clone());
        spawn_local(async move {
            let kept = keep_draft(form, fields).await;
            lost.set(kept.is_err());
            said.set(kept.map_or(failed, |at| format!("{saved} {at}.")));
        });
    });
    let rest = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let own = move |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.and_then(|target| form_around(&target)).is_some_and(|form| around() == Some(form))
    };
    let writing = window_event_listener(leptos::ev::input, move |event| {
        if own(&event) {
            rest();
            timer.set_value(set_timeout_with_handle(move || keep.run(()), PAUSE).ok());
        }
    });
    // What is sent needs no draft any more.
    let sending = window_event_listener(leptos::ev::submit, move |event| {
        if own(&event) {
            rest();
        }
    });
    on_cleanup(move || {
        writing.remove();
        sending.remove();
    });
    view! {
        <div class="draft-keeper" node_ref=here>
            <p class="form-text" role="status">{said}</p>
            <button type="button" class="btn btn-link btn-sm" hidden=move || !lost.get() on:click=move |_| keep.run(())>
                {retry}
            </button>
        </div>
    }
}

fn form_around(element: &Element) -> Option<HtmlFormElement> {
    element.closest("form").ok().flatten()?.dyn_into().ok()
}

/// The fields of the form, encoded as it would send them.
fn typed(form: &HtmlFormElement) -> Option<String> {
    let fields = FormData::new_with_form(form).ok()?;
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    Some(fields.to_string().into())
}
