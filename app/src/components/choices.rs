//! Ticks that belong together.

use super::{field::sentence, form_state::FormState};
use leptos::prelude::*;

/// A group of ticks under one legend; the fault of the field `name` stands below it.
#[component]
pub fn Choices(name: &'static str, #[prop(into)] legend: String, children: Children) -> impl IntoView {
    let state = FormState::current();
    let id = state.id(name);
    let fault_id = format!("{id}-errore");
    let fault = state.fault(name, &legend).map(|words| sentence(&words));
    let described = fault.is_some().then(|| fault_id.clone());
    view! {
        <fieldset class="choices" id=id tabindex="-1" aria-describedby=described>
            <legend>{legend}</legend>
            {fault.map(|fault| view! { <p class="invalid-feedback d-block" id=fault_id>{fault}</p> })}
            {children()}
        </fieldset>
    }
}
