//! The button that sends a form.

use super::Value;
use leptos::prelude::*;

/// The button that sends the form.
#[component]
pub fn Submit(
    #[prop(into)] label: String,
    /// `btn-primary` unless told.
    #[prop(default = "btn-primary")]
    kind: &'static str,
    /// Name and value sent when a form has several buttons.
    #[prop(optional, into)]
    name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    #[prop(optional)] id: Option<&'static str>,
    /// What it is about, where buttons of the same name stand on a page: heard, not seen.
    #[prop(optional_no_strip, into)]
    of: Option<Value>,
) -> impl IntoView {
    view! { <button type="submit" id=id class=format!("btn {kind}") name=name value=value>{label}{of.map(Value::aloud)}</button> }
}
