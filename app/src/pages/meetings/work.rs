//! Where one meeting is run.

use super::fields::{MeetingFields, Typed};
use crate::{
    api::meetings::{AttachPaper, CancelMeeting, ConveneMeeting, DetachPaper, EditMeeting, HoldMeeting},
    components::{
        Badge, Crumb, DocumentPicker, Facts, Form, Hidden, Lack, MissingList, Page, Submit, TextArea, TextField, load,
        organ_words::{body_words, meeting_words, minutes_words, mode_words},
        work_crumbs,
    },
    contract::{meetings::MeetingWork, use_cases},
    error::AppError,
    format::{day_of, moment},
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::{
    calendar::clock_in_rome,
    meeting::{MeetingOf, MeetingState, MeetingStep},
    refusal::Blocker,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn MeetingWorkPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let server = use_cases();
    let fetch = async move {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        server?.meeting_work(id).await
    };
    load(fetch, show)
}

fn show(found: MeetingWork) -> impl IntoView {
    let l = locale();
    let row = found.row.clone();
    let (words, tone) = meeting_words(l, row.state);
    let mut crumbs = work_crumbs(&row.path.title, &row.path.slug);
    crumbs.push(Crumb::new(td_string!(l, meeting.meetings), paths::meetings_work(&row.path.slug)));
    let facts = vec![
        (td_string!(l, meeting.when).to_string(), moment(row.starts_at)),
        (td_string!(l, meeting.at).to_string(), row.place.clone().unwrap_or_default()),
        (td_string!(l, meeting.how).to_string(), mode_words(l, row.mode)),
        (td_string!(l, meeting.who).to_string(), body_words(l, &found.body)),
        (td_string!(l, organ.reason).to_string(), found.reason.clone().unwrap_or_default()),
        (
            td_string!(l, meeting.write_minutes).to_string(),
            found.minutes.map(|state| minutes_words(l, state).0).unwrap_or_default(),
        ),
    ];
    let held = (row.state == MeetingState::Held).then(|| view! {
        <a class="btn btn-primary" href=paths::minutes_work(row.id)>{td_string!(l, meeting.write_minutes)}</a>
        <a class="btn btn-outline-primary" href=paths::attendance(row.id)>{td_string!(l, meeting.attendance_list)}</a>
    });
    let registrations = found.asks_registration.then(|| view! {
        <a class="btn btn-outline-primary" href=paths::registrations(row.id)>{td_string!(l, registration.registrations)}</a>
    });
    let steps = (!found.steps.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="passi">
                <h2 id="passi">{td_string!(l, meeting.next_steps)}</h2>
                {found.steps.iter().map(|step| step_form(*step, &found)).collect_view()}
            </section>
        }
    });
    let later = |one: &Blocker| matches!(one, Blocker::MeetingNotYetDue { .. });
    let organs = paths::organs_work(&row.path.slug);
    let lacks: Vec<Lack> =
        found.hindrances.iter().filter(|one| !later(one)).map(|one| (one.clone(), Some(organs.clone()))).collect();
    let hold_from = found
        .hindrances
        .iter()
        .any(later)
        .then(|| view! { <p class="muted">{td_string!(l, meeting.hold_from, day = day_of(row.starts_at))}</p> });
    let edit = found.may_edit.then(|| edit(&found));
    view! {
        <Page title=row.title.clone() lang=content_lang() crumbs=crumbs>
            <ProgressBox of=row.path.slug.clone()/>
            <p><Badge words tone/></p>
            <Facts rows=facts/>
            <div class="cluster">
                {held}
                {registrations}
                <a class="btn btn-outline-primary" href=paths::meeting(row.id)>{td_string!(l, meeting.view_public)}</a>
            </div>
            {hold_from}
            <MissingList lead=td_string!(l, meeting.hold_missing) lacks/>
            {steps}
            {papers(&found)}
            {edit}
        </Page>
    }
}

fn step_form(step: MeetingStep, found: &MeetingWork) -> AnyView {
    let l = locale();
    let (id, version) = (found.row.id.to_string(), found.version.to_string());
    let present = found.present;
    let called = match found.row.of {
        _ if found.row.starts_at < visit().now => td_string!(l, meeting.convene_past_text),
        MeetingOf::Public => td_string!(l, meeting.convene_public_text),
        MeetingOf::Organ(_) | MeetingOf::Table(_) => td_string!(l, meeting.convene_text),
    };
    match step {
        MeetingStep::Convene => view! {
            <Form to=ConveneMeeting::PATH class="narrow">
                <Hidden name="meeting" value=id/>
                <Hidden name="version" value=version/>
                <p>{called}</p>
                <Submit label=td_string!(l, meeting.convene)/>
            </Form>
        }
        .into_any(),
        MeetingStep::Hold => view! {
            <Form to=HoldMeeting::PATH class="narrow">
                <Hidden name="meeting" value=id/>
                <Hidden name="version" value=version/>
                <TextField name="women" label=td_string!(l, meeting.women) value=counted(present.women) kind="number" inputmode="numeric" optional=true/>
                <TextField name="men" label=td_string!(l, meeting.men) value=counted(present.men) kind="number" inputmode="numeric" optional=true/>
                <TextField name="undeclared" label=td_string!(l, meeting.undeclared) value=counted(present.undeclared) kind="number" inputmode="numeric" optional=true/>
                <Submit label=td_string!(l, meeting.hold)/>
            </Form>
        }
        .into_any(),
        MeetingStep::Cancel => cancel(id, version).into_any(),
    }
}

/// What the list of who attended says already; blank where it says nothing.
fn counted(n: u32) -> String {
    if n == 0 { String::new() } else { n.to_string() }
}

/// Cancelling cannot be undone: it is folded away until somebody wants it.
fn cancel(id: String, version: String) -> impl IntoView {
    let l = locale();
    let refused = visit().submitted.as_ref().is_some_and(|sent| sent.to == CancelMeeting::PATH);
    view! {
        <details class="more" open=refused>
            <summary>{td_string!(l, meeting.cancel)}</summary>
            <Form to=CancelMeeting::PATH class="narrow">
                <Hidden name="meeting" value=id/>
                <Hidden name="version" value=version/>
                <TextArea name="reason" label=td_string!(l, meeting.cancel_reason) hint=td_string!(l, meeting.cancel_hint).to_string() max=2_000 rows=3/>
                <Submit kind="btn-danger" label=td_string!(l, meeting.cancel)/>
            </Form>
        </details>
    }
}

fn papers(found: &MeetingWork) -> impl IntoView + use<> {
    let l = locale();
    let (id, may_edit) = (found.row.id, found.may_edit);
    let rows = found
        .papers
        .iter()
        .cloned()
        .map(|paper| {
            let document = paper.id.to_string();
            let name = paper.title.clone();
            let remove = may_edit.then(|| {
                view! {
                    <Form to=DetachPaper::PATH key=document.clone() class="inline-form">
                        <Hidden name="meeting" value=id.to_string()/>
                        <Hidden name="document" value=document.clone()/>
                        <Submit kind="btn-link btn-sm" label=td_string!(l, meeting.remove_named, name = name)/>
                    </Form>
                }
            });
            view! { <li><a href=paths::document_file(paper.id)>{paper.title}</a>" "{remove}</li> }
        })
        .collect_view();
    let offered = found.offered.clone();
    let attach = if offered.is_empty() {
        view! { <p class="muted">{td_string!(l, meeting.no_offer)}</p> }.into_any()
    } else {
        view! {
            <Form to=AttachPaper::PATH class="narrow">
                <Hidden name="meeting" value=id.to_string()/>
                <DocumentPicker name="document" label=td_string!(l, meeting.attach) choices=offered/>
                <Submit kind="btn-outline-primary" label=td_string!(l, meeting.attach_button)/>
            </Form>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="documenti">
            <h2 id="documenti">{td_string!(l, meeting.papers)}</h2>
            <ul class="row-list">{rows}</ul>
            {attach}
        </section>
    }
}

fn edit(found: &MeetingWork) -> impl IntoView + use<> {
    let l = locale();
    let start = clock_in_rome(found.row.starts_at);
    let typed = Typed {
        title: found.row.title.clone(),
        date: start.date().to_string(),
        time: start.format("%H:%M").to_string(),
        mode: found.row.mode.code().to_owned(),
        place: found.row.place.clone().unwrap_or_default(),
        link: found.link.clone().unwrap_or_default(),
        agenda: found.agenda.clone(),
    };
    let refused = visit().submitted.as_ref().is_some_and(|sent| sent.to == EditMeeting::PATH);
    let (id, version) = (found.row.id.to_string(), found.version.to_string());
    view! {
        <details class="more" open=refused>
            <summary>{td_string!(l, meeting.edit)}</summary>
            <p>{td_string!(l, meeting.edit_hint)}</p>
            <Form to=EditMeeting::PATH key="modifica" class="narrow">
                <Hidden name="meeting" value=id/>
                <Hidden name="version" value=version/>
                <MeetingFields typed/>
                <Submit label=td_string!(l, common.save)/>
            </Form>
        </details>
    }
}
