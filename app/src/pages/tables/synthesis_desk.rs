//! Where a facilitator works on a table: write on the left, sources on the right.

use super::{form::TableFields, sources::TableSources, syntheses::syntheses, tables_words, work_crumbs};
use crate::{
    api::{
        drafts::LookForSources,
        tables::{EditTable, WriteSynthesis},
    },
    components::{
        Crumb, Form, Hidden, Page, SelectField, Submit, TextArea, TextField, contribution_words::synthesis_words, load,
    },
    contract::{
        Slice,
        proposal_document::Look,
        tables::{Source, SynthesisDesk, TableDraft},
        use_cases,
    },
    i18n::*,
    pages::process::ProgressBox,
    pages::proposal_document::look_of,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::{
    id::{PersonId, TableId},
    thematic_table::SynthesisKind,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn SynthesisDeskPage() -> impl IntoView {
    let params = use_params_map().read_untracked().clone();
    let (slug, table) = (params.get("slug").unwrap_or_default(), params.get("table").unwrap_or_default());
    let server = use_cases();
    let look = look_of(&use_query_map().read_untracked());
    let asked = look.clone();
    load(async move { server?.synthesis_desk(slug, table.parse()?, asked).await }, move |desk| page(desk, look))
}

fn page(desk: SynthesisDesk, look: Look) -> impl IntoView {
    let l = locale();
    let mut crumbs = work_crumbs(&desk.process);
    crumbs.push(Crumb::new(tables_words(l, &desk.process), paths::tables_work(&desk.process.slug)));
    let public = paths::table(&desk.process.slug, desk.table.id);
    let title = desk.table.name.clone();
    let write = desk.may_synthesise.then(|| write(desk.process.slug.clone(), desk.table.id, desk.sources, look));
    let edit = desk.may_edit.then(|| edit(desk.table, desk.facilitators));
    view! {
        <Page title lang=content_lang() crumbs>
            <ProgressBox/>
            <p><a href=public>{td_string!(l, moderation.open_page).to_string()}</a></p>
            {write}
            {syntheses(desk.syntheses, desk.may_synthesise)}
            {edit}
        </Page>
    }
}

fn write(slug: String, table: TableId, sources: Slice<Source>, look: Look) -> impl IntoView {
    let l = locale();
    let kinds = SynthesisKind::ALL.iter().map(|kind| (kind.code().to_owned(), synthesis_words(l, *kind))).collect();
    let look_at = format!("{}?da={}", LookForSources::PATH, paths::encode(&visit().path));
    let enter = look_at.clone();
    view! {
        <section aria-labelledby="scrivi" class="section">
            <h2 id="scrivi">{td_string!(l, table.write).to_string()}</h2>
            <p class="muted">{td_string!(l, table.write_hint).to_string()}</p>
            <Form to=WriteSynthesis::PATH>
                // Enter in a field presses the first button of a form: here it looks for sources, and publishes nothing.
                <input type="submit" hidden formaction=enter/>
                <Hidden name="table" value=table.to_string()/>
                <div class="editor">
                    <div>
                        <SelectField name="kind" label=td_string!(l, table.kind) options=kinds/>
                        <TextField name="title" label=td_string!(l, table.synthesis_title) max=120/>
                        <TextArea name="text" label=td_string!(l, table.synthesis_text) max=8_000 rows=12/>
                        <Submit label=td_string!(l, table.publish)/>
                    </div>
                    <TableSources slug table sources look look_at/>
                </div>
            </Form>
        </section>
    }
}

fn edit(table: TableDraft, facilitators: Vec<(PersonId, String)>) -> impl IntoView {
    let l = locale();
    let (id, version) = (table.id.to_string(), table.version.to_string());
    view! {
        <section aria-labelledby="modifica" class="section">
            <h2 id="modifica">{td_string!(l, table.edit).to_string()}</h2>
            <Form to=EditTable::PATH key="modifica" class="form">
                <Hidden name="table" value=id/>
                <Hidden name="version" value=version/>
                <TableFields draft=Some(table) facilitators/>
                <Submit label=td_string!(l, common.save)/>
            </Form>
        </section>
    }
}
