//! Who attended, by name: private.

use crate::{
    api::meetings::{AddAttendee, RemoveAttendee},
    components::{
        Crumb, Empty, Form, Hidden, Page, SelectField, Submit, TextField, load, organ_words::gender_words, work_crumbs,
    },
    contract::{meetings::AttendanceList, use_cases},
    error::AppError,
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::locale,
};
use domain::{
    meeting::{Gender, MeetingState},
    refusal::Blocker,
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn AttendancePage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let server = use_cases();
    let fetch = async move {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        server?.attendance_list(id).await
    };
    load(fetch, show)
}

fn show(found: AttendanceList) -> impl IntoView {
    let l = locale();
    let id = found.row.id.to_string();
    let mut crumbs = work_crumbs(&found.row.path.title, &found.row.path.slug);
    crumbs.push(Crumb::content(found.row.title.clone(), paths::meeting_work(found.row.id)));
    let empty = found.lines.is_empty().then(|| view! { <Empty words=td_string!(l, meeting.no_attendees)/> });
    let may_write = found.may_write;
    let closed = found.closed.map(|why| {
        let words = match why {
            Blocker::MinutesApproved => td_string!(l, meeting.attendance_minuted),
            _ => td_string!(l, meeting.attendance_over),
        };
        view! { <p>{words}</p> }
    });
    let add = (may_write && found.row.state == MeetingState::Held).then(|| add(id.clone()));
    let rows = found
        .lines
        .into_iter()
        .map(|(line, who)| {
            let (id, name) = (id.clone(), who.name.clone());
            let remove = may_write.then(|| {
                view! {
                    <Form to=RemoveAttendee::PATH key=line.to_string() class="inline-form">
                        <Hidden name="meeting" value=id/>
                        <Hidden name="attendee" value=line.to_string()/>
                        <Submit kind="btn-link btn-sm" label=td_string!(l, meeting.remove_named, name = name)/>
                    </Form>
                }
            });
            let meta = format!("{} · {}", who.category, gender_words(l, who.gender));
            view! {
                <li>
                    <p class="row-title">{who.name}" · "{who.organisation}</p>
                    <p class="row-meta">{meta}</p>
                    {remove}
                </li>
            }
        })
        .collect_view();
    view! {
        <Page title=td_string!(l, meeting.attendance_list) of=found.row.title.clone() crumbs=crumbs>
            <p class="page-lead">{td_string!(l, meeting.attendance_lead)}</p>
            <ProgressBox of=found.row.path.slug.clone()/>
            {closed}
            {empty}
            <ul class="row-list">{rows}</ul>
            {add}
        </Page>
    }
}

fn add(id: String) -> impl IntoView {
    let l = locale();
    let genders = Gender::ALL.iter().map(|gender| (gender.code().to_owned(), gender_words(l, *gender))).collect();
    view! {
        <section class="section" aria-labelledby="aggiungi">
            <h2 id="aggiungi">{td_string!(l, meeting.add_attendee)}</h2>
            <Form to=AddAttendee::PATH class="narrow">
                <Hidden name="meeting" value=id/>
                <TextField name="organisation" label=td_string!(l, meeting.organisation) max=160/>
                <TextField name="category" label=td_string!(l, meeting.category) max=80/>
                <TextField name="name" label=td_string!(l, meeting.name) max=120/>
                <SelectField name="gender" label=td_string!(l, meeting.gender) options=genders/>
                <Submit label=td_string!(l, meeting.add)/>
            </Form>
        </section>
    }
}
