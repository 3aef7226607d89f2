//! A choice among the documents of a path.

use super::SelectField;
use crate::{contract::documents::DocumentChoice, format, i18n::*, visit::locale};
use leptos::prelude::*;

/// A document to attach; sends its id, or nothing typed when none is chosen.
#[component]
pub fn DocumentPicker(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    /// What the view offers, from `use_cases::documents::choices`.
    choices: Vec<DocumentChoice>,
    /// Id of the document chosen so far.
    #[prop(optional, into)]
    value: String,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let none = optional.then(|| (String::new(), td_string!(locale(), document.choose).to_string()));
    let listed = choices.into_iter().map(|document| (document.id.to_string(), named(&document)));
    let options = none.into_iter().chain(listed).collect();
    view! { <SelectField name label hint=hint value options optional ask=!optional content=true/> }
}

/// Its title and date, and whether it is private: whoever attaches it to a public act must know.
fn named(document: &DocumentChoice) -> String {
    let (title, dated) = (document.title.clone(), format::date(document.dated));
    if document.private {
        td_string!(locale(), document.choice_private, title = title, dated = dated)
    } else {
        format!("{title} ({dated})")
    }
}
