//! A field for what is never shown again.

use super::{field::group, form_state::FormState};
use crate::{i18n::*, visit::locale};
use leptos::prelude::*;

/// A secret: what was typed is not sent back, not even where the form was refused.
#[component]
pub fn SecretField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    max: u32,
) -> impl IntoView {
    let state = FormState::current();
    let again = state.was_refused().then(|| format!(" {}", td_string!(locale(), common.secret_again)));
    let hint = format!("{hint}{}", again.unwrap_or_default()).into_any();
    group(&state, name, label.into(), Some(hint), true, None, move |id, described, invalid| {
        let class = if invalid { "form-control is-invalid" } else { "form-control" };
        view! {
            <input
                type="password" name=name id=id maxlength=max class=class autocomplete="off" spellcheck="false"
                aria-describedby=described aria-invalid=invalid.then_some("true")
            />
        }
    })
}
