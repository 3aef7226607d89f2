//! Where a facilitator works on a table: write on the left, sources on the right.

use super::{form::TableFields, syntheses::syntheses, tables_words, work_crumbs};
use crate::{
    api::tables::{EditTable, WriteSynthesis},
    components::{
        Check, Choices, Crumb, Empty, Form, Hidden, Page, SelectField, Submit, TextArea, TextField,
        contribution_words::synthesis_words, load,
    },
    contract::{
        tables::{Source, SynthesisDesk, TableDraft},
        use_cases,
    },
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::{id::PersonId, origin::Origin, thematic_table::SynthesisKind};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn SynthesisDeskPage() -> impl IntoView {
    let params = use_params_map().read_untracked().clone();
    let (slug, table) = (params.get("slug").unwrap_or_default(), params.get("table").unwrap_or_default());
    let server = use_cases();
    load(async move { server?.synthesis_desk(slug, table.parse()?).await }, page)
}

fn page(desk: SynthesisDesk) -> impl IntoView {
    let l = locale();
    let mut crumbs = work_crumbs(&desk.process);
    crumbs.push(Crumb::new(tables_words(l, &desk.process), paths::tables_work(&desk.process.slug)));
    let public = paths::table(&desk.process.slug, desk.table.id);
    let title = desk.table.name.clone();
    let write = desk.may_synthesise.then(|| write(desk.table.id.to_string(), desk.sources));
    let edit = desk.may_edit.then(|| edit(desk.table, desk.facilitators));
    view! {
        <Page title lang=content_lang() crumbs>
            <p><a href=public>{td_string!(l, moderation.open_page).to_string()}</a></p>
            {write}
            {syntheses(desk.syntheses, desk.may_synthesise)}
            {edit}
        </Page>
    }
}

fn write(table: String, sources: Vec<Source>) -> impl IntoView {
    let l = locale();
    let kinds = SynthesisKind::ALL.iter().map(|kind| (kind.code().to_owned(), synthesis_words(l, *kind))).collect();
    let none = sources.is_empty().then(|| view! { <Empty words=td_string!(l, table.no_sources)/> });
    view! {
        <section aria-labelledby="scrivi" class="section">
            <h2 id="scrivi">{td_string!(l, table.write).to_string()}</h2>
            <p class="muted">{td_string!(l, table.write_hint).to_string()}</p>
            <Form to=WriteSynthesis::PATH>
                <Hidden name="table" value=table/>
                <div class="editor">
                    <div>
                        <SelectField name="kind" label=td_string!(l, table.kind) options=kinds/>
                        <TextField name="title" label=td_string!(l, table.synthesis_title) max=120/>
                        <TextArea name="text" label=td_string!(l, table.synthesis_text) max=8_000 rows=12/>
                        <Submit label=td_string!(l, table.publish)/>
                    </div>
                    <Choices name="sources" legend=td_string!(l, table.tick_sources)>
                        {none}
                        {sources.into_iter().map(tick).collect_view()}
                    </Choices>
                </div>
            </Form>
        </section>
    }
}

fn tick(source: Source) -> impl IntoView {
    let l = locale();
    let supports = td_string!(l, contribution.n_supports, count = source.row.supports);
    let taken = if source.taken { format!(", {}", td_string!(l, table.taken)) } else { String::new() };
    let label = source.row.title.clone();
    let href = paths::contribution(source.row.id);
    view! {
        <Check name="sources[]" value=Origin::Contribution(source.row.id).to_string() label lang=content_lang()/>
        <p class="muted"><span lang=content_lang()>{source.row.excerpt}</span>{format!(" ({supports}{taken}) ")}<a href=href>{td_string!(l, moderation.open_page).to_string()}</a></p>
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
