//! Where a person declares an age, once.

use super::DateField;
use crate::{i18n::*, visit::locale};
use leptos::prelude::*;

/// The date of birth, asked from who has not yet declared to be at least `age`; it is not kept.
#[component]
pub fn BirthField(age: u8) -> impl IntoView {
    let l = locale();
    view! {
        <DateField
            name="born" label=td_string!(l, contribution.born)
            hint=td_string!(l, contribution.born_hint, age = age)
        />
    }
}
