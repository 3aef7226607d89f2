//! The button of what nobody takes back.

use super::form_state::FormState;
use crate::{i18n::*, visit::locale};
use leptos::prelude::*;

/// A button that first says what follows and cannot be undone, and then does it; without scripts too.
#[component]
pub fn FinalSubmit(
    #[prop(into)] label: String,
    /// What will be lost or can no longer be changed, in a sentence.
    #[prop(into)]
    loses: String,
    /// `btn-primary` unless told.
    #[prop(default = "btn-primary")]
    kind: &'static str,
    /// Name and value sent when a form has several buttons.
    #[prop(optional)]
    name: Option<&'static str>,
    #[prop(optional)] value: Option<&'static str>,
) -> impl IntoView {
    let open = FormState::current().refused_by(name.zip(value));
    let confirm = td_string!(locale(), common.confirm, what = uncapitalised(&label));
    view! {
        // The first button of a form is the one that the key Enter presses in a field: this one does nothing.
        <button type="submit" disabled hidden></button>
        <details class="final" open=open>
            <summary class=format!("btn {kind}")>{format!("{label}…")}</summary>
            <p>{loses}</p>
            <button type="submit" class=format!("btn {kind}") name=name value=value>{confirm}</button>
        </details>
    }
}

/// `words` as they stand within a sentence.
fn uncapitalised(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::uncapitalised;

    #[test]
    fn a_label_goes_on_within_a_sentence() {
        assert_eq!(uncapitalised("Èleggi"), "èleggi");
        assert_eq!(uncapitalised(""), "");
    }
}
