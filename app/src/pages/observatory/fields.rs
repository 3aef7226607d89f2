//! The fields that the record alone says.

use crate::{
    api::observatory::SaveRecord,
    components::{Form, Hidden, SelectField, Submit, TextArea, TextField},
    contract::observatory::RecordView,
    i18n::*,
    visit::locale,
};
use domain::observatory::RecordField;
use leptos::{prelude::*, server_fn::ServerFn};

/// Their form.
pub(super) fn own_fields(view: &RecordView) -> impl IntoView + use<> {
    let l = locale();
    let (slug, version) = (view.process.slug.clone(), view.version.to_string());
    let said = |field: RecordField| view.record.get(field).map(ToString::to_string).unwrap_or_default();
    let [logo, year, cofinancing, outsiders, tasks, map, prevalence] = [
        RecordField::Logo,
        RecordField::FundingYear,
        RecordField::Cofinancing,
        RecordField::Outsiders,
        RecordField::CommitteeTasks,
        RecordField::ImpactMap,
        RecordField::Prevalence,
    ]
    .map(said);
    let choices = RecordField::Cofinancing.choices().into_iter().map(|one| (one.to_owned(), one.to_owned()));
    let none = (String::new(), td_string!(l, observatory.unsaid).to_string());
    let choices: Vec<_> = std::iter::once(none).chain(choices).collect();
    let all_tasks = RecordField::CommitteeTasks.choices().join(", ");
    view! {
        <section class="section" aria-labelledby="solo-qui">
            <h2 id="solo-qui">{td_string!(l, observatory.only_here)}</h2>
            <Form to=SaveRecord::PATH key="voci" class="narrow">
                <Hidden name="slug" value=slug/>
                <Hidden name="version" value=version/>
                <TextField name="fields[funding_year]" label=td_string!(l, observatory.funding_year) value=year inputmode="numeric" optional=true/>
                <SelectField name="fields[cofinancing]" label=td_string!(l, observatory.cofinancing) options=choices value=cofinancing optional=true/>
                <TextArea name="fields[outsiders]" label=td_string!(l, observatory.outsiders) hint=td_string!(l, observatory.outsiders_hint).to_string() value=outsiders max=8_000 rows=3 optional=true/>
                <TextField name="fields[committee_tasks]" label=td_string!(l, observatory.committee_tasks) hint=td_string!(l, observatory.committee_tasks_hint).to_string() choices=all_tasks value=tasks optional=true/>
                <TextField name="fields[prevalence]" label=td_string!(l, observatory.prevalence) hint=td_string!(l, observatory.prevalence_hint).to_string() value=prevalence optional=true/>
                <TextField name="fields[impact_map]" label=td_string!(l, observatory.impact_map) hint=td_string!(l, observatory.impact_map_hint).to_string() value=map optional=true/>
                <TextField name="fields[logo]" label=td_string!(l, observatory.logo) hint=td_string!(l, observatory.logo_hint).to_string() value=logo optional=true/>
                <Submit label=td_string!(l, observatory.save)/>
            </Form>
        </section>
    }
}
