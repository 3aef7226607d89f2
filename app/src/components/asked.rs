//! The fields of a question that somebody wrote: their names and words are known only when they are shown.

use super::{field::sentence, form_state::FormState};
use crate::{
    escape::escape,
    i18n::*,
    visit::{content_lang, locale},
};
use leptos::prelude::*;

/// What a question looks like around its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The name of the field.
    pub name: String,
    pub words: String,
    pub hint: String,
    /// When it is asked, in words.
    pub when: Option<String>,
    pub optional: bool,
}

/// The question with its number and what helps to answer it; the fault stands below.
struct Parts {
    id: String,
    described: Option<String>,
    optional: Option<String>,
    hint: Option<AnyView>,
    when: Option<AnyView>,
    fault: Option<AnyView>,
    invalid: Option<&'static str>,
}

fn parts(state: &FormState, asked: &Asked) -> Parts {
    let id = state.id(&asked.name);
    let fault = state.fault_at(id.clone(), &asked.name, &asked.words).map(|words| sentence(&words));
    let (hint_id, when_id, fault_id) = (format!("{id}-aiuto"), format!("{id}-quando"), format!("{id}-errore"));
    let said = [
        asked.when.is_some().then(|| when_id.clone()),
        (!asked.hint.is_empty()).then(|| hint_id.clone()),
        fault.is_some().then(|| fault_id.clone()),
    ];
    let described = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let optional = asked.optional.then(|| format!(" ({})", td_string!(locale(), common.optional)));
    let hint = (!asked.hint.is_empty())
        .then(|| view! { <p class="form-text" id=hint_id lang=content_lang()>{asked.hint.clone()}</p> }.into_any());
    let when = asked.when.clone().map(|when| view! { <p class="form-text" id=when_id>{when}</p> }.into_any());
    let invalid = fault.is_some().then_some("true");
    let fault = fault.map(|fault| view! { <p class="invalid-feedback d-block" id=fault_id>{fault}</p> }.into_any());
    Parts { id, described: (!described.is_empty()).then_some(described), optional, hint, when, fault, invalid }
}

/// One of these, or any of these where `many`: `(value, words)`.
#[component]
pub fn AskedChoices(asked: Asked, options: Vec<(String, String)>, #[prop(optional)] many: bool) -> impl IntoView {
    let state = FormState::current();
    let Parts { id, described, optional, hint, when, fault, .. } = parts(&state, &asked);
    let kind = if many { "checkbox" } else { "radio" };
    let none =
        (asked.optional && !many).then(|| (String::new(), td_string!(locale(), questionnaire.unanswered).to_string()));
    let options = options
        .into_iter()
        .chain(none)
        .map(|(value, words)| {
            // What takes a choice back is said by the platform, and not by who asked.
            let (end, lang) = if value.is_empty() { ("nessuna", None) } else { (value.as_str(), content_lang()) };
            let (id, checked) = (format!("{id}-{end}"), state.ticked(&asked.name, &value, false));
            view! {
                <div class="form-check">
                    <input type=kind name=asked.name.clone() id=id.clone() value=value checked=checked/>
                    <label for=id lang=lang>{words}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choices" id=id tabindex="-1" aria-describedby=described>
            <legend><span lang=content_lang()>{asked.words}</span>{optional}</legend>
            {when}
            {hint}
            {fault}
            {options}
        </fieldset>
    }
}

/// One line, for a number.
#[component]
pub fn AskedNumber(asked: Asked) -> impl IntoView {
    let state = FormState::current();
    let Parts { id, described, optional, hint, when, fault, invalid } = parts(&state, &asked);
    let value = state.value(&asked.name, "");
    view! {
        <div class="field mb-4 narrow">
            <label class="form-label" for=id.clone()><span lang=content_lang()>{asked.words}</span>{optional}</label>
            {when}
            {hint}
            <input
                type="text" inputmode="numeric" maxlength="12" class="form-control" name=asked.name id=id value=value
                autocomplete="off" aria-describedby=described aria-invalid=invalid
            />
            {fault}
        </div>
    }
}

/// Some lines, for the respondent's own words.
#[component]
pub fn AskedText(asked: Asked, max: u32) -> impl IntoView {
    let state = FormState::current();
    let Parts { id, described, optional, hint, when, fault, invalid } = parts(&state, &asked);
    let value = escape(&state.value(&asked.name, ""));
    view! {
        <div class="field mb-4">
            <label class="form-label" for=id.clone()><span lang=content_lang()>{asked.words}</span>{optional}</label>
            {when}
            {hint}
            <textarea
                rows="4" maxlength=max class="form-control" name=asked.name id=id
                aria-describedby=described aria-invalid=invalid inner_html=format!("\n{value}")
            ></textarea>
            {fault}
        </div>
    }
}
