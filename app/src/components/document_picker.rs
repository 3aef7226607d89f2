//! A choice among the documents of a path.

use super::SelectField;
use crate::{contract::documents::DocumentChoice, format, i18n::*, visit::locale};
use leptos::prelude::*;

/// A document to attach; sends its id, or nothing typed when none is chosen.
#[component]
pub fn DocumentPicker(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// What the view offers, from `use_cases::documents::choices`.
    choices: Vec<DocumentChoice>,
    /// Id of the document chosen so far.
    #[prop(optional, into)]
    value: String,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let none = if optional {
        td_string!(locale(), document.choose).to_string()
    } else {
        td_string!(locale(), document.choose_one).to_string()
    };
    let listed = choices
        .into_iter()
        .map(|document| (document.id.to_string(), format!("{} ({})", document.title, format::date(document.dated))));
    let options = std::iter::once((String::new(), none)).chain(listed).collect();
    view! { <SelectField name label hint=hint value options optional content=true/> }
}
