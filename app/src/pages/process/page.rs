//! The public page of a process.

use super::{
    extensions::ExtensionStory, guarantee::GuaranteeBox, history::HistoryList, late, lists_from, now::now, slug,
    stage_class,
};
use crate::{
    components::{Crumb, Empty, Facts, FollowFeed, Page, Pager, PhaseLine, Value, load, process_words},
    contract::{
        Slice,
        process::{ActRow, ProcessRow, ProcessView, PublicPapers},
        use_cases,
    },
    feed::{Subject, title},
    format::date,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::{calendar::complete_months, observatory::is_final, pack::Weight, sheet_field::SheetField};
use leptos::prelude::*;

#[component]
pub(crate) fn ProcessPage() -> impl IntoView {
    let slug = slug();
    let (server, from) = (use_cases(), lists_from());
    load(async move { server?.process(slug, from).await }, shown)
}

fn shown(found: ProcessView) -> impl IntoView {
    let l = locale();
    let row = found.row.clone();
    let pack = row.pack;
    let stage = process_words::stage_in(l, row.stage, pack);
    let fictional = (!found.fictional_note.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary><span class="fictional">{td_string!(l, process.fictional)}</span></summary>
                <p lang=content_lang()>{found.fictional_note.clone()}</p>
            </details>
        }
    });
    let work = found.may_work.then(|| view! {
        <p><a class="btn btn-outline-primary" href=paths::workspace(&row.slug)>{td_string!(l, process.work_here)}</a></p>
    });
    let end = end_of(l, &found);
    let lasted = lasted(l, &found);
    let about = about(l, &found);
    let now = now(l, &found);
    let papers = found.papers;
    // What was never made is not announced once nobody makes it any more.
    let to_come = row.stage.is_running() && pack.agreement != Weight::None;
    let agreed = to_come || found.guarantee.agreement.is_some();
    let (acts, extensions, history) = (found.acts, found.extensions, found.history);
    view! {
        <Page
            title=row.title.clone() lang=content_lang() description=row.summary.clone()
            crumbs=vec![Crumb::new(td_string!(l, process.paths), paths::PROCESSES)]
        >
            <p><span class=stage_class(row.stage)>{stage}</span></p>
            <p class="page-lead" lang=content_lang()>{row.summary.clone()}</p>
            {fictional}
            <section aria-labelledby="fasi">
                <h2 id="fasi" class="visually-hidden">{td_string!(l, process.phases)}</h2>
                <PhaseLine pack stage=row.stage interrupted=found.interrupted dates=found.phases/>
                {end}
                {lasted}
            </section>
            {now}
            <div class="page-grid page-grid-aside-first">
                <aside><GuaranteeBox pack guarantee=found.guarantee/></aside>
                <div>
                    {work}
                    {sections(l, &row, papers, agreed)}
                    {about}
                    <section class="section" aria-labelledby="atti">
                        <h2 id="atti">{td_string!(l, process.acts)}</h2>
                        {act_list(l, acts)}
                    </section>
                    <ExtensionStory rows=extensions/>
                    <section class="section" aria-labelledby="storia">
                        <h2 id="storia">{td_string!(l, process.history)}</h2>
                        <HistoryList page=history started=row.started_on/>
                        <FollowFeed path=paths::process_feed(&row.slug) title=title(l, Subject::Path(&row.title))/>
                    </section>
                </div>
            </div>
        </Page>
    }
}

/// The end of the process: where an extension moved it, the old date is struck.
fn end_of(l: Locale, found: &ProcessView) -> impl IntoView + use<> {
    let end = found.authorised_end?;
    let moved = found.original_end.filter(|old| *old != end);
    let past = found.row.overdue.then(|| late(l));
    Some(match moved {
        Some(old) => view! {
            <p>
                {td_string!(l, process.end_moved)}": "
                <del class="old-date"><span class="visually-hidden">{td_string!(l, process.old_end)}" "</span>{date(old)}</del>" "
                <a href="#proroghe"><ins class="new-date">{date(end)}</ins></a>{past}
            </p>
        }
        .into_any(),
        None => view! { <p>{format!("{}: {}", td_string!(l, process.end), date(end))}{past}</p> }.into_any(),
    })
}

/// When it was concluded, and how many complete months it took.
fn lasted(l: Locale, found: &ProcessView) -> impl IntoView + use<> {
    let (from, to) = found.row.started_on.zip(found.concluded_on)?;
    let rows = vec![
        (td_string!(l, process.concluded_on).to_string(), date(to)),
        (td_string!(l, process.lasted_months).to_string(), complete_months(from, to).to_string()),
    ];
    Some(view! { <Facts rows/> })
}

/// Links to the parts of the process; what its pack does not know is left out.
fn sections(l: Locale, row: &ProcessRow, papers: PublicPapers, agreed: bool) -> impl IntoView + use<> {
    let (pack, slug) = (row.pack, row.slug.as_str());
    let base = paths::process(slug);
    let tables =
        if pack.is_permanent() { td_string!(l, process.section_axes) } else { td_string!(l, process.section_tables) };
    let mut links = vec![
        (paths::tables(slug), tables.to_string()),
        (paths::contributions_of(slug), td_string!(l, process.section_proposals).to_string()),
        (format!("{base}/incontri"), td_string!(l, process.section_meetings).to_string()),
        (paths::path_documents(slug), td_string!(l, process.section_documents).to_string()),
        (format!("{base}/chi-fa-cosa"), td_string!(l, process.section_who).to_string()),
    ];
    if agreed {
        links.push((format!("{base}/accordo"), td_string!(l, process.section_agreement).to_string()));
    }
    for (open, room, words) in [
        (papers.proposal_document, "documento", td_string!(l, process.section_document)),
        (papers.decisions, "decisioni", td_string!(l, process.section_decisions)),
        (papers.final_report, "relazione", td_string!(l, process.section_report)),
    ] {
        if open {
            links.push((format!("{base}/{room}"), words.to_string()));
        }
    }
    if pack.observatory_export && is_final(row.stage) {
        links.push((paths::observatory_file(slug), td_string!(l, process.section_observatory).to_string()));
    }
    let links = links
        .into_iter()
        .map(|(href, words)| view! { <li class="tile"><p class="tile-title"><a href=href>{words}</a></p></li> });
    view! {
        <nav class="section" aria-labelledby="parti">
            <h2 id="parti">{td_string!(l, process.sections)}</h2>
            <ul class="card-grid">{links.collect::<Vec<_>>()}</ul>
        </nav>
    }
}

/// The fields of the sheet that everybody may read.
fn about(l: Locale, found: &ProcessView) -> impl IntoView + use<> {
    let shown =
        |field: &&SheetField| field.is_public() && **field != SheetField::Title && **field != SheetField::Phases;
    let rows = SheetField::ALL
        .iter()
        .filter(shown)
        .map(|&field| {
            let value = match field {
                SheetField::PlannedStart => found.sheet.planned_start.map(date).unwrap_or_default().into(),
                SheetField::PlannedEnd => found.sheet.planned_end.map(date).unwrap_or_default().into(),
                field => Value::content(found.sheet.field(field)),
            };
            (process_words::field(l, field), value)
        })
        .collect::<Vec<(String, Value)>>();
    view! {
        <section class="section" aria-labelledby="in-breve">
            <details class="more">
                <summary><h2 id="in-breve" class="d-inline h4">{td_string!(l, process.about)}</h2></summary>
                <Facts rows/>
            </details>
        </section>
    }
}

/// Acts with their data, their page and their document.
pub(super) fn act_list(l: Locale, acts: Slice<ActRow>) -> impl IntoView {
    let Slice { rows: acts, next } = acts;
    if acts.is_empty() {
        return view! { <Empty words=td_string!(l, process.no_acts)/> }.into_any();
    }
    let rows = acts
        .into_iter()
        .map(|row| {
            let act = row.act;
            let line = td_string!(l, process.act_line, body = act.body, number = act.number, day = date(act.date));
            let link =
                act.link.map(|href| view! { <a href=href rel="noopener">{td_string!(l, process.open_link)}</a>" " });
            let file = row
                .document
                .map(|id| view! { <a href=paths::document_file(id)>{td_string!(l, process.open_document)}</a> });
            view! {
                <li>
                    <p class="row-title">{process_words::act(l, act.kind)}</p>
                    <p class="row-text" lang=content_lang()>{act.subject}</p>
                    <p class="row-meta">{line}" "{link}{file}</p>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! { <ul class="row-list">{rows}</ul><Pager next parameter="atti"/> }.into_any()
}
