//! Where the document is written: sections and proposals on the left, checks and steps on the right.

use super::{checks, rounds, section_beside, section_title, steps, title_shown, votes, work_crumbs};
use crate::{
    api::proposal_document::{RemoveProposal, SaveSections},
    components::{Badge, Empty, Facts, Form, Hidden, Page, Prose, Submit, TextArea, TextField, Value, load},
    contract::{proposal_document::DocumentView, use_cases},
    format::date,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
    wording::{document_state, verdict_words},
};
use domain::{
    document_content::{SECTION_MAX, Section, SectionSource, is_one_line},
    money::money,
    proposal_document::ProposalText,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

/// Most bytes of what is asked for on one line.
const LINE: usize = 400;

#[component]
pub(crate) fn DocumentEditorPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.proposal_document(slug).await }, move |view| {
        let (words, tone) = document_state(l, view.state);
        let public = view.sent_on.is_some().then(|| view! {
            <p><a href=paths::proposal_document(&view.process.slug)>{td_string!(l, proposal_document.read_public)}</a></p>
        });
        let version = match view.version {
            0 => td_string!(l, proposal_document.version_none).to_string(),
            number => number.to_string(),
        };
        let facts = vec![
            (td_string!(l, proposal_document.version).to_string(), version),
            (
                td_string!(l, proposal_document.verdict).to_string(),
                view.verdict.map(|verdict| verdict_words(l, verdict)).unwrap_or_default(),
            ),
            (td_string!(l, proposal_document.sent_on).to_string(), view.sent_on.map(date).unwrap_or_default()),
        ];
        // What nobody saved has no version that a fingerprint could prove.
        let fingerprint = (view.version > 0).then(|| {
            view! {
                <p class="hash">{td_string!(l, proposal_document.fingerprint)}": "{view.sha256.to_string()}</p>
            }
        });
        view! {
            <Page title=td_string!(l, proposal_document.editor_title) of=view.process.title.clone() crumbs=work_crumbs(&view.process)>
                <ProgressBox/>
                <p><Badge words tone/></p>
                <Facts rows=facts/>
                {public}
                <p><a href=paths::document_versions(&view.process.slug)>{td_string!(l, proposal_document.versions)}</a></p>
                <div class="page-grid">
                    <div>{sections(&view)}{proposals(&view)}</div>
                    <div>
                        {checks::findings(&view)}
                        {checks::requirements(&view)}
                        {steps::opinion(&view)}
                        {votes::votes(&view)}
                        {steps::buttons(&view)}
                        {rounds::rounds(&view.rounds, Some(&view.process.slug))}
                        {fingerprint}
                    </div>
                </div>
            </Page>
        }
    })
}

fn sections(view: &DocumentView) -> AnyView {
    let l = locale();
    if !view.rights.may_write {
        let rows = view.content.sections.iter().map(|section| {
            let body = if section.text.is_empty() {
                view! { <p class="muted">{td_string!(l, proposal_document.text_empty)}</p> }.into_any()
            } else {
                view! { <Prose source=section.text.clone()/> }.into_any()
            };
            view! { <h3>{title_shown(l, section)}</h3>{body} }
        });
        let rows = rows.collect_view();
        return view! { <section class="section document"><h2>{td_string!(l, proposal_document.sections)}</h2>{rows}</section> }
            .into_any();
    }
    let mandatory = view.mandatory.clone();
    let sections = view.content.sections.clone();
    let fields = move || {
        let field = |section: Section| {
            let intro = section.key == "proposals";
            let mandatory = mandatory.contains(&section.key) && !intro;
            let (label, lang) = section_title(l, &section);
            let hint = section_beside(l, &section).map(str::to_owned);
            let name = format!("sections[{}]", section.key);
            let short = section.text.len() <= LINE && !section.text.contains('\n');
            if SectionSource::of(&section.key) == Some(SectionSource::Submission) && section.text.is_empty() {
                let by_itself = td_string!(l, proposal_document.filled_at_submission);
                return view! {
                    <p class="mb-0 fw-semibold">{title_shown(l, &section)}</p>
                    <p class="form-text">{by_itself}</p>
                }
                .into_any();
            }
            if is_one_line(&section.key) && short {
                let (value, max) = (section.text, LINE as u32);
                return view! { <TextField name label lang hint value optional=!mandatory max/> }.into_any();
            }
            let rows = if section.text.len() > 400 { 12 } else { 4 };
            view! { <TextArea name=name label lang hint value=section.text optional=!mandatory max=SECTION_MAX rows=rows/> }
                .into_any()
        };
        sections.into_iter().map(field).collect_view()
    };
    let (slug, version) = (view.process.slug.clone(), view.version.to_string());
    view! {
        <section class="section" aria-labelledby="sezioni">
            <h2 id="sezioni">{td_string!(l, proposal_document.sections)}</h2>
            <Form to=SaveSections::PATH>
                <Hidden name="slug" value=slug/>
                <Hidden name="version" value=version/>
                {fields()}
                <Submit label=td_string!(l, proposal_document.save_sections)/>
            </Form>
        </section>
    }
    .into_any()
}

fn proposals(view: &DocumentView) -> impl IntoView {
    let l = locale();
    let empty = view
        .content
        .proposals
        .is_empty()
        .then(|| view! { <Empty words=td_string!(l, proposal_document.no_proposals)/> });
    let rows = view.content.proposals.iter().map(|one| proposal(view, one)).collect_view();
    let add = view.rights.may_write.then(|| view! {
        <p class="mt-4"><a class="btn btn-outline-primary" href=paths::new_proposal(&view.process.slug)>{td_string!(l, proposal_document.add_proposal)}</a></p>
    });
    view! {
        <section class="section" aria-labelledby="proposte">
            <h2 id="proposte">{td_string!(l, proposal_document.proposals)}</h2>
            {empty}
            {rows}
            {add}
        </section>
    }
}

fn proposal(view: &DocumentView, one: &ProposalText) -> impl IntoView {
    let l = locale();
    let (slug, version, number) = (view.process.slug.clone(), view.version.to_string(), one.number);
    let facts = vec![
        (td_string!(l, proposal_document.competence).to_string(), Value::content(one.competence.clone())),
        (td_string!(l, proposal_document.feasibility).to_string(), Value::content(one.feasibility.clone())),
        (td_string!(l, proposal_document.cost).to_string(), one.cost.map(money).unwrap_or_default().into()),
        (td_string!(l, proposal_document.sources).to_string(), one.origins.len().to_string().into()),
    ];
    let of = Value::content(one.title.clone());
    let actions = view.rights.may_write.then(|| {
        view! {
            <div class="form-actions">
                <a class="btn btn-outline-primary btn-sm" href=paths::proposal_editor(&slug, number)>
                    {td_string!(l, proposal_document.edit)}
                    {of.clone().aloud()}
                </a>
                <Form to=RemoveProposal::PATH key=format!("togli-{}", one.number) class="inline-form">
                    <Hidden name="slug" value=slug/>
                    <Hidden name="version" value=version/>
                    <Hidden name="number" value=number.to_string()/>
                    <Submit kind="btn-link btn-sm" label=td_string!(l, proposal_document.remove_proposal) of=of/>
                </Form>
            </div>
        }
    });
    view! {
        <article class="section" id=format!("proposta-{}", one.number)>
            <h3 lang=content_lang()>{format!("{}. {}", one.number, one.title)}</h3>
            <Prose source=one.text.clone()/>
            <Facts rows=facts/>
            {actions}
        </article>
    }
}
