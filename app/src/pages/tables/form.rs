//! The fields of a table.

use crate::{
    components::{SelectField, TextArea, TextField},
    contract::tables::TableDraft,
    i18n::*,
    visit::locale,
};
use domain::id::PersonId;
use leptos::prelude::*;

/// Name, focus, audience and facilitator, as `draft` has them.
#[component]
pub(super) fn TableFields(
    #[prop(optional_no_strip)] draft: Option<TableDraft>,
    facilitators: Vec<(PersonId, String)>,
) -> impl IntoView {
    let l = locale();
    let (name, focus, audience, facilitator) = match draft {
        Some(draft) => (draft.name, draft.focus, draft.audience, draft.facilitator),
        None => Default::default(),
    };
    let nobody = (String::new(), td_string!(l, table.nobody).to_string());
    let options =
        std::iter::once(nobody).chain(facilitators.into_iter().map(|(id, name)| (id.to_string(), name))).collect();
    let facilitator = facilitator.map(|person| person.to_string()).unwrap_or_default();
    view! {
        <TextField name="name" label=td_string!(l, table.name) value=name max=120/>
        <TextArea name="focus" label=td_string!(l, table.focus) value=focus max=2_000 rows=4/>
        <TextField name="audience" label=td_string!(l, table.audience) value=audience max=200/>
        <SelectField name="facilitator" label=td_string!(l, table.facilitator) value=facilitator options optional=true/>
    }
}
