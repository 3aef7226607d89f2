//! Where the record of a process is prepared: what it says, what is missing, and its file.

use super::{fields::own_fields, received::received};
use crate::{
    api::observatory::{CheckRecord, RestoreRecord},
    components::{Facts, FileField, Form, Hidden, Page, Submit, Value, load},
    contract::{observatory::RecordView, use_cases},
    i18n::*,
    pages::process::ProgressBox,
    pages::proposal_document::work_crumbs,
    paths,
    visit::{content_lang, locale},
};
use domain::observatory::{Change, RecordField, RecordSection, Source, UNKNOWN};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn RecordPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.observatory_record(slug).await }, move |view| {
        let slug = view.process.slug.clone();
        let public =
            if view.public { td_string!(l, observatory.public) } else { td_string!(l, observatory.not_public) };
        let waiting = view.may_write.then(|| received(&view));
        let work = view.may_write.then(|| view! { {own_fields(&view)}{file(&view)} });
        view! {
            <Page title=td_string!(l, observatory.title) of=view.process.title.clone() crumbs=work_crumbs(&view.process)>
                <p class="page-lead">{td_string!(l, observatory.lead)}</p>
                <ProgressBox/>
                <p>
                    <a class="btn btn-primary" href=paths::observatory_draft(&slug)>{td_string!(l, observatory.download)}</a>
                </p>
                <p>{td_string!(l, observatory.download_hint)}" "{public}</p>
                {waiting}
                {preview(&view)}
                {missing(&view)}
                {differs(&view)}
                {work}
            </Page>
        }
    })
}

/// The whole record by its sections, as it goes out.
fn preview(view: &RecordView) -> impl IntoView + use<> {
    let l = locale();
    let sections = RecordSection::ALL.iter().map(|section| {
        let fields = RecordField::ALL.iter().filter(|field| field.section() == *section);
        let says = |field: &RecordField| view.record.get(*field).map_or(UNKNOWN.to_owned(), ToString::to_string);
        let rows: Vec<_> = fields.map(|field| (field.heading().to_owned(), Value::content(says(field)))).collect();
        view! { <h3 lang=content_lang()>{section.code()}</h3><div lang=content_lang()><Facts rows/></div> }
    });
    let others = view.record.others.iter().map(|(heading, cell)| (heading.clone(), Value::content(cell.clone())));
    let others: Vec<_> = others.collect();
    view! {
        <details class="more">
            <summary>{td_string!(l, observatory.preview)}</summary>
            {sections.collect_view()}
            <div lang=content_lang()><Facts rows=others/></div>
        </details>
    }
}

fn missing(view: &RecordView) -> impl IntoView + use<> {
    let l = locale();
    let slug = &view.process.slug;
    let rows = view.missing.iter().map(|&field| {
        let (words, href) = match field.source() {
            Source::Sheet(own) => {
                (td_string!(l, observatory.supply_sheet), Some(format!("{}#scheda-{own}", paths::sheet(slug))))
            }
            Source::Start => (td_string!(l, observatory.supply_start), Some(paths::start_notice(slug))),
            Source::Organs => (td_string!(l, observatory.supply_organs), Some(paths::organs_work(slug))),
            Source::Record => (td_string!(l, observatory.supply_record), Some(format!("#voci-fields[{field}]"))),
            Source::Conclusion | Source::Computed => (td_string!(l, observatory.supply_conclusion), None),
        };
        let words = match href.filter(|_| view.may_write) {
            Some(href) => view! { <a href=href>{words}{Value::content(field.heading()).aloud()}</a> }.into_any(),
            None => words.into_any(),
        };
        view! { <li class="is-missing"><span lang=content_lang()>{field.heading()}</span>": "{words}</li> }
    });
    let list = if view.missing.is_empty() {
        view! { <p>{td_string!(l, observatory.complete)}</p> }.into_any()
    } else {
        view! {
            <p>{td_string!(l, observatory.missing_lead)}</p>
            <ul class="check-list">{rows.collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="manca">
            <h2 id="manca">{td_string!(l, observatory.missing)}</h2>
            {list}
        </section>
    }
}

fn differs(view: &RecordView) -> impl IntoView + use<> {
    let l = locale();
    let sides = [td_string!(l, observatory.of_path), td_string!(l, observatory.of_record)];
    let (slug, version) = (view.process.slug.clone(), view.version.to_string());
    let restore = view.may_write.then(|| {
        view! {
            <Form to=RestoreRecord::PATH>
                <Hidden name="slug" value=slug/>
                <Hidden name="version" value=version/>
                <Submit kind="btn-outline-primary" label=td_string!(l, observatory.restore)/>
            </Form>
        }
    });
    (!view.differs.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="diverso">
                <h2 id="diverso">{td_string!(l, observatory.differs)}</h2>
                <p>{td_string!(l, observatory.differs_lead)}</p>
                {changes(&view.differs, sides.map(|side| side.to_string()))}
                {restore}
            </section>
        }
    })
}

/// Fields with what each side says; the words name the sides.
pub(super) fn changes(changes: &[Change], [here, there]: [String; 2]) -> impl IntoView + use<> {
    let l = locale();
    let said = |words: &Option<String>, side: &str| {
        let side = side.to_owned();
        match words {
            Some(words) => view! { <td data-label=side lang=content_lang()>{words.clone()}</td> }.into_any(),
            None => view! { <td data-label=side class="muted">{td_string!(l, observatory.unsaid)}</td> }.into_any(),
        }
    };
    let rows = changes.iter().map(|change| {
        view! {
            <tr>
                <th scope="row" lang=content_lang()>{change.heading.clone()}</th>
                {said(&change.here, &here)}
                {said(&change.there, &there)}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="table table-cards">
            <caption class="visually-hidden">{format!("{here} / {there}")}</caption>
            <thead>
                <tr>
                    <th scope="col">{td_string!(l, observatory.column)}</th>
                    <th scope="col">{here}</th>
                    <th scope="col">{there}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn file(view: &RecordView) -> impl IntoView + use<> {
    let l = locale();
    let slug = view.process.slug.clone();
    view! {
        <section class="section" aria-labelledby="da-file">
            <h2 id="da-file">{td_string!(l, observatory.file)}</h2>
            <p>{td_string!(l, observatory.file_lead)}</p>
            <Form to=CheckRecord::PATH files=true class="narrow">
                <Hidden name="slug" value=slug/>
                <FileField name="file" label=td_string!(l, observatory.file_field) hint=td_string!(l, observatory.file_hint) accept=".csv"/>
                <Submit label=td_string!(l, observatory.check)/>
            </Form>
        </section>
    }
}
