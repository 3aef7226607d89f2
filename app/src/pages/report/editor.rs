//! Where the final report is written and submitted.

use super::expenses::expenses;
use crate::{
    api::report::{SaveReport, SubmitReport},
    components::{
        Badge, Facts, FinalSubmit, Form, Hidden, Lack, Missing, Page, Prose, Submit, TextArea, load, step_button,
    },
    contract::{report::ReportView, use_cases},
    format::date,
    i18n::*,
    pages::process::ProgressBox,
    pages::{process::RevocationNote, proposal_document::work_crumbs},
    paths,
    visit::locale,
    wording::section_words,
};
use domain::{refusal::Blocker, report::ReportSection};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn ReportEditorPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let server = use_cases();
    load(async move { server?.final_report(slug).await }, move |view| {
        let (state, tone) = match view.submitted_on {
            Some(on) => (td_string!(l, report.state_submitted, on = date(on)), "success"),
            None => (td_string!(l, report.state_draft).to_string(), "secondary"),
        };
        let due = vec![(td_string!(l, report.due).to_string(), view.due.map(|due| date(due.0)).unwrap_or_default())];
        let revocation = view.revocation.clone().map(|found| view! { <RevocationNote found/> });
        view! {
            <Page title=td_string!(l, report.editor_title) of=view.process.title.clone() crumbs=work_crumbs(&view.process)>
                <ProgressBox/>
                <p><Badge words=state tone/></p>
                <Facts rows=due/>
                {revocation}
                {texts(&view)}
                {expenses(&view, true)}
                {submit(&view)}
            </Page>
        }
    })
}

fn readable(view: &ReportView) -> impl Iterator<Item = ReportSection> + use<> {
    let annex = view.may_read_annex;
    ReportSection::ALL.iter().copied().filter(move |section| section.is_public() || annex)
}

fn texts(view: &ReportView) -> AnyView {
    let l = locale();
    let text = |section: ReportSection| view.texts.get(&section).cloned().unwrap_or_default();
    if !view.may_write {
        let rows = readable(view).map(|section| {
            let text = text(section);
            let body = if text.is_empty() {
                view! { <p class="muted">{td_string!(l, report.not_written)}</p> }.into_any()
            } else {
                view! { <Prose source=text/> }.into_any()
            };
            view! { <h2>{section_words(l, section)}</h2>{body} }
        });
        return view! { <div class="document">{rows.collect_view()}</div> }.into_any();
    }
    let texts = view.texts.clone();
    let sections: Vec<ReportSection> = readable(view).collect();
    let fields = move || {
        let field = |section: ReportSection| {
            let text = texts.get(&section).cloned().unwrap_or_default();
            let hint = (!section.is_public()).then(|| td_string!(l, report.annex_lead).to_string());
            let label = section_words(l, section);
            view! {
                {hint.map(|hint| view! { <p class="alert alert-info">{hint}</p> })}
                <TextArea
                    name=format!("sections[{section}]") label=label value=text
                    optional=!section.is_mandatory() max=20_000 rows=6
                />
            }
        };
        sections.into_iter().map(field).collect_view()
    };
    let (slug, version) = (view.process.slug.clone(), view.version.to_string());
    view! {
        <Form to=SaveReport::PATH>
            <Hidden name="slug" value=slug/>
            <Hidden name="version" value=version/>
            {fields()}
            <Submit label=td_string!(l, report.save)/>
        </Form>
    }
    .into_any()
}

fn submit(view: &ReportView) -> Option<AnyView> {
    let l = locale();
    if !view.may_write {
        return None;
    }
    let place = |blocker: &Blocker| match blocker {
        Blocker::ReportSections { missing } => missing.first().map(|section| format!("#sections[{section}]")),
        Blocker::ReportExpenses => Some("#spese".to_owned()),
        Blocker::ToConclude => Some(paths::workspace(&view.process.slug)),
        _ => None,
    };
    let lacks: Vec<Lack> = view.blockers.iter().map(|blocker| (blocker.clone(), place(blocker))).collect();
    let count = view.expenses.iter().filter(|(_, expense)| expense.paid_on.is_none()).count();
    let unpaid = (count > 0).then(|| {
        view! {
            <p class="alert alert-warning"><a href="#spese">{td_string!(l, report.unpaid_many, count = count)}</a></p>
        }
    });
    let (slug, version) = (view.process.slug.clone(), view.version.to_string());
    Some(
        view! {
            <section class="section side-box" aria-labelledby="invio">
                <h2 id="invio">{td_string!(l, report.submit)}</h2>
                <p>{td_string!(l, report.submit_hint)}</p>
                {unpaid}
                <Form to=SubmitReport::PATH>
                    <Missing lead=td_string!(l, report.missing) lacks=lacks.clone()/>
                    <Hidden name="slug" value=slug/>
                    <Hidden name="version" value=version/>
                    <FinalSubmit label=td_string!(l, report.submit) loses=td_string!(l, report.submit_loses) kind=step_button(&lacks)/>
                </Form>
            </section>
        }
        .into_any(),
    )
}
