//! A choice in a form.

use super::{field::group, form_state::FormState};
use crate::{
    i18n::*,
    visit::{content_lang, locale},
};
use domain::difference::difference;
use leptos::prelude::*;

/// A choice among `(value, words)`.
#[component]
pub fn SelectField(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    #[prop(optional, into)] value: String,
    options: Vec<(String, String)>,
    #[prop(optional)] optional: bool,
    /// The options bear titles that somebody wrote.
    #[prop(optional)]
    content: bool,
    /// Nothing is chosen beforehand: an answer that commits is not given by leaving the field alone.
    #[prop(optional)]
    ask: bool,
    /// Under which heading each option stands, where they are grouped: those of one follow each other.
    #[prop(optional)]
    groups: Vec<String>,
) -> impl IntoView {
    let state = FormState::current();
    let chosen = state.value(name, &value);
    let none = ask.then(|| (String::new(), td_string!(locale(), common.choose_one).to_string()));
    // What nobody has chosen yet stands under no heading.
    let headings = groups.into_iter().chain(std::iter::repeat_with(String::new));
    let options: Vec<_> = none.into_iter().map(|none| (String::new(), none)).chain(headings.zip(options)).collect();
    let words_of =
        |value: &str| options.iter().find(|(_, (one, _))| one == value).map_or("", |(_, (_, words))| words.as_str());
    let since = state.since(name, &value).map(|_| difference(words_of(&value), words_of(&chosen)));
    let option = |(value, words): (String, String)| {
        let selected = value == chosen;
        let lang = content_lang().filter(|_| content && !value.is_empty());
        view! { <option value=value selected=selected lang=lang>{words}</option> }
    };
    let mut headed: Vec<(String, Vec<_>)> = Vec::new();
    for (heading, one) in options {
        match headed.last_mut().filter(|(last, _)| *last == heading) {
            Some((_, below)) => below.push(option(one)),
            None => headed.push((heading, vec![option(one)])),
        }
    }
    let options = headed
        .into_iter()
        .map(|(heading, below)| match heading.as_str() {
            "" => below.into_any(),
            _ => view! { <optgroup label=heading>{below}</optgroup> }.into_any(),
        })
        .collect_view();
    let hint = hint.map(IntoAny::into_any);
    group(&state, name, label.into(), hint, optional, since, move |id, described, invalid| {
        view! {
            <select
                name=name id=id class=if invalid { "form-select is-invalid" } else { "form-select" }
                aria-describedby=described aria-invalid=invalid.then_some("true")
            >
                {options}
            </select>
        }
    })
}
