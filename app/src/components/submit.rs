//! The button that sends a form.

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
) -> impl IntoView {
    view! { <button type="submit" id=id class=format!("btn {kind}") name=name value=value>{label}</button> }
}
