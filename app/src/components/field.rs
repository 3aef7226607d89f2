//! Fields with label, hint and fault, linked for screen readers.

use super::{changes::Changes, form_state::FormState};
use crate::{
    escape::escape,
    i18n::*,
    islands::CharactersLeft,
    visit::{content_lang, locale},
};
use domain::difference::Piece;
use leptos::prelude::*;

/// What a field is called, with its language where it is not the page's.
pub(super) struct Label {
    words: String,
    lang: Option<&'static str>,
}

impl From<String> for Label {
    fn from(words: String) -> Self {
        Self { words, lang: None }
    }
}

/// Label, hint, what others stored and fault around a control; `control` receives id, `aria-describedby` and
/// `aria-invalid`.
pub(super) fn group<V: IntoView + 'static>(
    state: &FormState,
    name: &str,
    label: Label,
    hint: Option<AnyView>,
    optional: bool,
    since: Option<Vec<Piece>>,
    control: impl FnOnce(String, Option<String>, bool) -> V,
) -> AnyView {
    let l = locale();
    let id = state.id(name);
    let Label { words: label, lang } = label;
    let fault = state.fault(name, &label).map(|words| sentence(&words));
    let (hint_id, fault_id) = (format!("{id}-aiuto"), format!("{id}-errore"));
    let since_id = format!("{id}-salvato");
    let described = [
        hint.is_some().then(|| hint_id.clone()),
        since.is_some().then(|| since_id.clone()),
        fault.is_some().then(|| fault_id.clone()),
    ];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    let control = control(id.clone(), described, fault.is_some());
    let optional = optional.then(|| format!(" ({})", td_string!(l, common.optional)));
    let label = match lang {
        Some(lang) => view! { <span lang=lang>{label}</span> }.into_any(),
        None => label.into_any(),
    };
    view! {
        <div class="field mb-4">
            <label for=id class="form-label">{label}{optional}</label>
            {hint.map(|hint| view! { <p class="form-text" id=hint_id>{hint}</p> })}
            {control}
            {since.map(|pieces| view! { <div id=since_id><p class="form-text">{td_string!(l, common.stored_since).to_string()}</p><Changes pieces/></div> })}
            {fault.map(|fault| view! { <p class="invalid-feedback d-block" id=fault_id>{fault}</p> })}
        </div>
    }
    .into_any()
}

/// The words with a capital: under a field they stand alone.
pub(crate) fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

fn class_of(invalid: bool) -> &'static str {
    if invalid { "form-control is-invalid" } else { "form-control" }
}

/// One line of text.
#[component]
pub fn TextField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    /// What may be typed, in the words of the rules: the hint leads to it.
    #[prop(optional, into)]
    choices: Option<String>,
    #[prop(optional, into)] value: String,
    /// `text`, `email`, `url`, `number`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] optional: bool,
    /// Asked for in some cases, which the hint tells.
    #[prop(optional)]
    sometimes: bool,
    #[prop(optional)] max: Option<u32>,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] inputmode: Option<&'static str>,
    /// The language of the label, where it is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<&'static str>,
) -> impl IntoView {
    let state = FormState::current();
    // A date is compared whole by whoever reads it: its parts would be noise.
    let since = state.since(&name, &value).filter(|_| kind != "date");
    let value = state.value(&name, &value);
    let choices = choices.map(|words| view! { " "<span lang=content_lang()>{words}</span> });
    let hint = hint.map(|words| view! { {words}{choices} }.into_any());
    let sent_as = name.clone();
    group(&state, &sent_as, Label { words: label, lang }, hint, optional, since, move |id, described, invalid| {
        view! {
            <input
                type=kind name=name id=id value=value maxlength=max class=class_of(invalid) required=!optional && !sometimes
                autocomplete=autocomplete inputmode=inputmode
                aria-describedby=described aria-invalid=invalid.then_some("true")
            />
        }
    })
}

/// Several lines of text; its content is escaped here, which a bare `textarea` would not do.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional, into)] value: String,
    #[prop(optional)] optional: bool,
    /// Asked for in some cases, which the hint tells.
    #[prop(optional)]
    sometimes: bool,
    max: u32,
    #[prop(default = 6)] rows: u32,
    /// The language of the label, where it is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<&'static str>,
) -> impl IntoView {
    let state = FormState::current();
    let since = state.since(&name, &value);
    let value = escape(&state.value(&name, &value));
    let field = state.id(&name);
    let sent_as = name.clone();
    let hint = hint.map(IntoAny::into_any);
    group(&state, &sent_as, Label { words: label, lang }, hint, optional, since, move |id, described, invalid| {
        view! {
            <textarea
                name=name id=id rows=rows maxlength=max class=class_of(invalid) required=!optional && !sometimes
                aria-describedby=described aria-invalid=invalid.then_some("true")
                inner_html=format!("\n{value}")
            ></textarea>
            <CharactersLeft field max left=td_string!(locale(), common.characters_left).to_string()/>
        }
    })
}

/// A date.
#[component]
pub fn DateField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// `aaaa-mm-gg`.
    #[prop(optional, into)]
    value: String,
    #[prop(optional)] optional: bool,
    /// Asked for by some of what the form may do.
    #[prop(optional)]
    sometimes: bool,
) -> impl IntoView {
    view! { <TextField name label hint=hint value kind="date" optional sometimes/> }
}

/// A time of the day.
#[component]
pub fn TimeField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    view! { <TextField name label value kind="time" optional/> }
}

/// A tick; sends `value` (by default `si`) when ticked.
#[component]
pub fn Check(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(default = "si".to_owned(), into)] value: String,
    #[prop(optional)] checked: bool,
    /// The language of the label, where it is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<&'static str>,
) -> impl IntoView {
    let state = FormState::current();
    let id = state.id(&format!("{name}-{value}"));
    let checked = state.ticked(name, &value, checked);
    let fault = state.fault_at(id.clone(), name, &label).map(|words| sentence(&words));
    let invalid = fault.is_some().then_some("true");
    let fault_id = format!("{id}-errore");
    let described = fault.is_some().then(|| fault_id.clone());
    view! {
        <div class="form-check mb-3">
            <input
                type="checkbox" name=name id=id.clone() value=value checked=checked
                aria-describedby=described aria-invalid=invalid
            />
            <label for=id lang=lang>{label}</label>
            {fault.map(|fault| view! { <p class="invalid-feedback d-block" id=fault_id>{fault}</p> })}
        </div>
    }
}

/// A file to send; the form needs `files=true`.
#[component]
pub fn FileField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// Accepted endings, as the attribute `accept`.
    accept: &'static str,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let state = FormState::current();
    // Browsers forget the file that was chosen.
    let again = state.was_refused().then(|| td_string!(locale(), common.file_again).to_string());
    let hint = [hint, again].into_iter().flatten().reduce(|hint, again| format!("{hint} {again}"));
    let hint = hint.map(IntoAny::into_any);
    group(&state, name, label.into(), hint, optional, None, move |id, described, invalid| {
        view! {
            <input
                type="file" name=name id=id accept=accept class=class_of(invalid)
                aria-describedby=described aria-invalid=invalid.then_some("true")
            />
        }
    })
}

/// A value that the person does not see.
#[component]
pub fn Hidden(name: &'static str, #[prop(into)] value: String) -> impl IntoView {
    let value = match use_context::<FormState>() {
        Some(form) => form.hidden(name, value),
        None => value,
    };
    view! { <input type="hidden" name=name value=value/> }
}
