//! More time for a process: where it is asked and decided, and the story that everybody reads.

use super::{
    extension_forms::{DecisionForm, DeleteForm, DraftForm, GeneralForm, SendForm, lacks, sender},
    progress::ProgressBox,
    slug, work_crumbs,
};
use crate::{
    api::extension::DraftExtension,
    components::{Empty, Facts, MissingList, Page, Value, blocker_words, load, process_words, words::role_words},
    contract::{
        extension::{ExtensionRow, Extensions},
        use_cases,
    },
    format::date,
    i18n::*,
    paths,
    visit::{locale, visit},
};
use domain::{extension::ExtensionState, id::DocumentId, role::Role};
use leptos::{prelude::*, server_fn::ServerFn};

#[component]
pub(crate) fn ExtensionsPage() -> impl IntoView {
    let slug = slug();
    let server = use_cases();
    load(async move { server?.extensions(slug).await }, shown)
}

fn shown(found: Extensions) -> impl IntoView {
    let l = locale();
    let crumbs = work_crumbs(&found.process);
    let slug = found.process.slug.clone();
    let pack = found.process.pack.cite();
    let latest = match &found.expired {
        Some(expired) => {
            let ways = td_string!(l, extension.ways_on).to_string();
            Some(view! { <p class="alert alert-warning">{blocker_words(l, expired)}" "{ways}</p> }.into_any())
        }
        None => found
            .latest
            .map(|day| view! { <p>{td_string!(l, extension.latest, day = date(day), pack = pack)}</p> }.into_any()),
    };
    let empty = found.rows.is_empty().then(|| view! { <Empty words=td_string!(l, extension.none)/> });
    let new = (found.may_begin || (found.may_draft && refused_new()))
        .then(|| view! { <DraftForm slug=slug.clone() draft=None documents=found.papers.clone()/> });
    let general =
        found.may_declare.then(|| view! { <GeneralForm slug=slug.clone() documents=found.documents.clone()/> });
    let rows = found
        .rows
        .into_iter()
        .enumerate()
        .map(|(place, row)| {
            let draft = row.state == ExtensionState::Draft;
            let lacks = lacks(&row, found.may_draft);
            let sender = (draft && !found.may_ask).then(|| {
                view! { <MissingList lead=td_string!(l, extension.hindered) lacks=lacks.clone()/>{sender(l, &found.senders)} }
            });
            let known = |id| found.documents.iter().any(|one| one.id == id);
            let publishes = row.request_document.is_some_and(|id| !known(id));
            let send = (draft && found.may_ask)
                .then(|| view! { <SendForm slug=slug.clone() row=row.clone() lacks=lacks publishes/> });
            let edit = (draft && found.may_draft).then(|| {
                view! {
                    <DraftForm slug=slug.clone() draft=Some(row.clone()) documents=found.papers.clone()/>
                    <DeleteForm slug=slug.clone() row=row.clone()/>
                }
            });
            let decide = (found.may_decide && row.state == ExtensionState::Requested).then(|| {
                view! {
                    <DecisionForm slug=slug.clone() row=row.clone() documents=found.documents.clone()/>
                }
            });
            view! { <li class="section">{one(l, place + 1, row)}{sender}{send}{edit}{decide}</li> }
        })
        .collect::<Vec<_>>();
    view! {
        <Page title=td_string!(l, extension.extensions) of=found.process.title crumbs=crumbs>
            <p class="page-lead">{td_string!(l, extension.lead)}</p>
            <ProgressBox/>
            {latest}
            {deciders(l, &found.deciders)}
            {empty}
            <ol class="plain-list">{rows}</ol>
            {new}
            {general}
        </Page>
    }
}

/// Who answers a request; where the rules name several, whoever comes first.
pub(crate) fn deciders(l: Locale, roles: &[Role]) -> impl IntoView + use<> {
    let names: Vec<String> = roles.iter().map(|role| role_words(l, *role)).collect();
    let words = match names.as_slice() {
        [] => None,
        [one] => Some(td_string!(l, extension.decider, who = one.clone())),
        _ => Some(td_string!(l, extension.deciders, who = names.join(", "))),
    };
    words.map(|words| view! { <p>{words}</p> })
}

/// Whether a new draft was refused: its form stands there with what was typed, also where another was begun meanwhile.
fn refused_new() -> bool {
    let of_none = |values: &[(String, String)]| values.iter().all(|(name, _)| name != "form");
    visit().submitted.as_ref().is_some_and(|sent| sent.to == DraftExtension::PATH && of_none(&sent.values))
}

/// The requests of a process for everybody; nothing where there is none.
#[component]
pub(super) fn ExtensionStory(rows: Vec<ExtensionRow>) -> impl IntoView {
    let l = locale();
    (!rows.is_empty()).then(|| {
        let rows = rows.into_iter().enumerate().map(|(place, row)| view! { <li>{one(l, place + 1, row)}</li> });
        view! {
            <section class="section" aria-labelledby="proroghe">
                <h2 id="proroghe">{td_string!(l, extension.extensions)}</h2>
                <ol class="plain-list">{rows.collect::<Vec<_>>()}</ol>
            </section>
        }
    })
}

fn state_class(state: ExtensionState) -> &'static str {
    match state {
        ExtensionState::Draft => "status status-draft",
        ExtensionState::Requested => "status status-waiting",
        ExtensionState::Granted | ExtensionState::Declared => "status status-ok",
        ExtensionState::GrantedReduced => "status status-partial",
        ExtensionState::Refused => "status status-no",
        ExtensionState::Lapsed => "status status-late",
    }
}

/// One request with its answer.
fn one(l: Locale, place: usize, row: ExtensionRow) -> impl IntoView {
    let file = |id: Option<DocumentId>, words: String| {
        id.map(|id| view! { <li><a href=paths::document_file(id)>{words}</a></li> })
    };
    let request = file(row.request_document, td_string!(l, extension.request_document).to_string());
    let decision = file(row.decision_document, td_string!(l, extension.decision_document).to_string());
    let name = if row.state.was_asked() {
        td_string!(l, extension.number_of, n = place)
    } else {
        td_string!(l, extension.general_of, n = place)
    };
    view! {
        <h3 class="h5">
            {name}" "
            <span class=state_class(row.state)>{process_words::extension(l, row.state)}</span>
        </h3>
        {extension_facts(l, row)}
        <ul class="plain-list">{request}{decision}</ul>
    }
}

/// What was asked, why, and what was answered.
pub(crate) fn extension_facts(l: Locale, row: ExtensionRow) -> impl IntoView {
    let day = |day: Option<chrono::NaiveDate>| day.map(date).unwrap_or_default();
    let granted = if row.state.is_granted() { row.granted_days.to_string() } else { String::new() };
    let asked = vec![
        (td_string!(l, extension.days_asked).to_string(), row.days_asked.to_string().into()),
        (td_string!(l, extension.asked_until).to_string(), date(row.text.until).into()),
        (td_string!(l, extension.asked_on).to_string(), day(row.requested_on).into()),
    ];
    // Nobody asked for what an authority gave to all: its day is that on which it was recorded.
    let (asked, decided_on, decided_as) = if row.state.was_asked() {
        (asked, td_string!(l, extension.decided_on), td_string!(l, extension.decided_as))
    } else {
        (Vec::new(), td_string!(l, extension.recorded_on), td_string!(l, extension.recorded_as))
    };
    let facts = vec![
        (decided_on.to_string(), day(row.decided_on).into()),
        (decided_as.to_string(), row.decided_as.map(|role| role_words(l, role)).unwrap_or_default().into()),
        (td_string!(l, extension.granted_days).to_string(), granted.into()),
        (td_string!(l, extension.act).to_string(), Value::content(row.act)),
        (td_string!(l, extension.note).to_string(), Value::content(row.note)),
    ];
    let facts: Vec<_> = asked.into_iter().chain(facts).collect();
    let end = row.end_after.map(|end| {
        view! {
            <p>
                {td_string!(l, extension.new_end)}": "
                <del class="old-date">{date(row.end_before)}</del>" "
                <ins class="new-date">{date(end)}</ins>
            </p>
        }
    });
    let why = vec![
        (td_string!(l, extension.reasons).to_string(), Value::content(row.text.reasons)),
        (td_string!(l, extension.progress).to_string(), Value::content(row.text.progress)),
        (td_string!(l, extension.timetable).to_string(), Value::content(row.text.timetable)),
    ];
    // What is to be sent, or answered, lies open.
    let open = matches!(row.state, ExtensionState::Draft | ExtensionState::Requested);
    view! {
        {end}
        <Facts rows=facts/>
        <details class="more" open=open><summary>{td_string!(l, extension.why)}</summary><Facts rows=why/></details>
    }
}
