//! The syntheses of a table, each with the proposals it came from.

use crate::{
    api::tables::EditSynthesis,
    components::{
        Empty, Fold, Form, Hidden, Prose, SelectField, Submit, TextArea, TextField, contribution_words::synthesis_words,
    },
    contract::tables::SynthesisView,
    format::day_of,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::thematic_table::SynthesisKind;
use leptos::{prelude::*, server_fn::ServerFn};

/// Needs first, then what the table proposes.
pub(super) fn syntheses(all: Vec<SynthesisView>, desk: bool) -> impl IntoView {
    let l = locale();
    let empty = all.is_empty().then(|| view! { <Empty words=td_string!(l, table.syntheses_none)/> });
    let (needs, proposed): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.kind == SynthesisKind::Need);
    let needs = group(td_string!(l, table.needs).to_string(), needs, desk);
    let proposed = group(td_string!(l, table.proposed).to_string(), proposed, desk);
    view! {
        <section aria-labelledby="sintesi" class="section">
            <h2 id="sintesi">{td_string!(l, table.syntheses).to_string()}</h2>
            {empty}
            {needs}
            {proposed}
        </section>
    }
}

fn group(title: String, all: Vec<SynthesisView>, desk: bool) -> Option<impl IntoView> {
    let rows = all.into_iter().map(|synthesis| one(synthesis, desk)).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <h3 class="h5">{title}</h3><ul class="row-list">{rows}</ul> })
}

fn one(synthesis: SynthesisView, desk: bool) -> impl IntoView {
    let l = locale();
    let edit = desk.then(|| edit(&synthesis));
    let sources = synthesis
        .sources
        .into_iter()
        .map(|(id, title)| view! { <li><a href=paths::contribution(id) lang=content_lang()>{title}</a></li> })
        .collect_view();
    let id = format!("sintesi-{}", synthesis.id);
    view! {
        <li id=id>
            <h4 class="row-title" lang=content_lang()>{synthesis.title}</h4>
            <Prose source=synthesis.text/>
            <p class="row-meta">
                <span class="tag">{synthesis_words(l, synthesis.kind)}</span>
                <span>{day_of(synthesis.at)}</span>
            </p>
            <details class="more">
                <summary>{td_string!(l, table.sources).to_string()}</summary>
                <ul>{sources}</ul>
            </details>
            {edit}
        </li>
    }
}

/// The form that changes a synthesis, or why it stays as it is.
fn edit(synthesis: &SynthesisView) -> AnyView {
    let l = locale();
    if synthesis.used {
        return view! { <p class="muted">{td_string!(l, table.synthesis_used).to_string()}</p> }.into_any();
    }
    let kinds = SynthesisKind::ALL.iter().map(|kind| (kind.code().to_owned(), synthesis_words(l, *kind))).collect();
    let (id, version) = (synthesis.id.to_string(), synthesis.version.to_string());
    let (kind, title, text) = (synthesis.kind.code(), synthesis.title.clone(), synthesis.text.clone());
    view! {
        <Fold words=td_string!(l, table.edit_synthesis) to=EditSynthesis::PATH key=id.clone()>
            <Form to=EditSynthesis::PATH key=id.clone() class="form">
                <Hidden name="id" value=id/>
                <Hidden name="version" value=version/>
                <SelectField name="kind" label=td_string!(l, table.kind) value=kind options=kinds/>
                <TextField name="title" label=td_string!(l, table.synthesis_title) value=title max=120/>
                <TextArea name="text" label=td_string!(l, table.synthesis_text) value=text max=8_000 rows=8/>
                <Submit label=td_string!(l, common.save)/>
            </Form>
        </Fold>
    }
    .into_any()
}
