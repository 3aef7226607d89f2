//! Who registered for a meeting: for who runs it.

use crate::{
    api::registrations::{CheckIn, OpenRegistration, UndoCheckIn},
    components::{
        Badge, Crumb, DateField, Empty, Facts, Form, Hidden, Page, Pager, Submit, TextField, TimeField, Value, load,
        organ_words::attendee_kind_words, work_crumbs,
    },
    contract::{
        registrations::{RegisteredFilter, RegisteredRow, RegistrationDesk},
        use_cases,
    },
    error::AppError,
    format::{end, moment, number},
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::locale,
};
use domain::{calendar::clock_in_rome, id::MeetingId};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn RegistrationsPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let query = use_query_map().read_untracked().clone();
    let words = query.get("cerca").unwrap_or_default();
    let code = query.get("codice").unwrap_or_default();
    let filter = RegisteredFilter { words: words.clone(), after: query.get("dopo") };
    let server = use_cases();
    let fetch = async move {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        server?.registration_desk(id, filter).await
    };
    load(fetch, move |found| show(found, words, code))
}

fn show(found: RegistrationDesk, words: String, code: String) -> impl IntoView {
    let l = locale();
    let id = found.row.id;
    let (title, slug) = (found.row.title.clone(), found.row.path.slug.clone());
    let mut crumbs = work_crumbs(&found.row.path.title, &found.row.path.slug);
    crumbs.push(Crumb::content(found.row.title.clone(), paths::meeting_work(id)));
    let until = found.window.map(|window| end(window.end(found.row.starts_at))).unwrap_or_default();
    let facts = found.counted.filter(|_| found.window.is_some()).map(|counted| {
        vec![
            (td_string!(l, meeting.when).to_string(), moment(found.row.starts_at)),
            (td_string!(l, registration.closes).to_string(), until),
            (td_string!(l, registration.seated).to_string(), number(l, counted.seated)),
            (td_string!(l, registration.on_list).to_string(), number(l, counted.waiting)),
            (td_string!(l, registration.present).to_string(), number(l, counted.present)),
        ]
    });
    let asked = found.window.is_some();
    let attendance = found.counted.is_some_and(|counted| counted.present > 0).then(|| {
        view! { <p><a href=paths::attendance(id)>{td_string!(l, meeting.attendance_list)}</a></p> }
    });
    let window = found.may_open.then(|| window(&found));
    let door = (asked && found.may_check_in).then(|| door(id, code));
    let list = asked.then(|| list(id, found, words));
    view! {
        <Page title=td_string!(l, registration.registrations) of=title crumbs=crumbs>
            <p class="page-lead">{td_string!(l, registration.desk_lead)}</p>
            <ProgressBox of=slug/>
            {facts.map(|rows| view! { <Facts rows/> })}
            {attendance}
            {door}
            {list}
            {window}
        </Page>
    }
}

/// Places and an end.
fn window(found: &RegistrationDesk) -> impl IntoView + use<> {
    let l = locale();
    let at = clock_in_rome(found.window.map_or(found.row.starts_at, |window| window.closes_at));
    let places = found.window.map(|window| window.places.to_string()).unwrap_or_default();
    let label = match found.window {
        Some(_) => td_string!(l, common.save).to_string(),
        None => td_string!(l, registration.open).to_string(),
    };
    let (id, version) = (found.row.id.to_string(), found.version.to_string());
    view! {
        <section class="section" aria-labelledby="posti">
            <h2 id="posti">{td_string!(l, registration.window)}</h2>
            <p>{td_string!(l, registration.window_lead)}</p>
            <Form to=OpenRegistration::PATH class="narrow">
                <Hidden name="meeting" value=id/>
                <Hidden name="version" value=version/>
                <TextField
                    name="places" label=td_string!(l, registration.places) value=places kind="number" inputmode="numeric"
                    hint=td_string!(l, registration.places_hint).to_string()
                />
                <DateField name="date" label=td_string!(l, registration.last_day) value=at.date().to_string()/>
                <TimeField name="time" label=td_string!(l, registration.last_hour) value=at.format("%H:%M").to_string()/>
                <Submit label/>
            </Form>
        </section>
    }
}

/// The code that somebody says or shows: a telephone that reads the picture comes here with it.
fn door(id: MeetingId, code: String) -> impl IntoView {
    let l = locale();
    view! {
        <section class="section" aria-labelledby="accoglienza">
            <h2 id="accoglienza">{td_string!(l, registration.door)}</h2>
            <Form to=CheckIn::PATH class="narrow">
                <Hidden name="meeting" value=id.to_string()/>
                <TextField
                    name="code" label=td_string!(l, registration.code) value=code max=12 autocomplete="off"
                    hint=td_string!(l, registration.code_hint).to_string()
                />
                <Submit label=td_string!(l, registration.check_in)/>
            </Form>
        </section>
    }
}

fn list(id: MeetingId, found: RegistrationDesk, words: String) -> impl IntoView {
    let l = locale();
    let empty = found.rows.rows.is_empty().then(|| match words.is_empty() {
        true => view! { <Empty words=td_string!(l, registration.nobody)/> },
        false => view! { <Empty words=td_string!(l, registration.nobody_found)/> },
    });
    let open = found.may_check_in;
    let rows = found.rows.rows.into_iter().map(|row| line(id, row, open)).collect_view();
    view! {
        <section class="section" aria-labelledby="elenco">
            <h2 id="elenco">{td_string!(l, registration.list)}</h2>
            <form method="get" action=paths::registrations(id) class="filters">
                <div class="field">
                    <label class="form-label" for="cerca">{td_string!(l, registration.find)}</label>
                    <input class="form-control" type="search" name="cerca" id="cerca" maxlength="80" value=words/>
                </div>
                <button type="submit" class="btn btn-outline-primary">{td_string!(l, registration.find_button)}</button>
            </form>
            {empty}
            <ul class="row-list">{rows}</ul>
            <Pager next=found.rows.next/>
        </section>
    }
}

fn line(id: MeetingId, row: RegisteredRow, open: bool) -> impl IntoView {
    let l = locale();
    let (words, tone) = match (row.checked_in, row.waits) {
        (true, _) => (td_string!(l, registration.came), "success"),
        (false, true) => (td_string!(l, registration.waits), "warning"),
        (false, false) => (td_string!(l, registration.has_place), "primary"),
    };
    let who = match &row.who.organisation {
        Some(organisation) => format!("{} · {organisation}", row.who.name),
        None => row.who.name.clone(),
    };
    let meta = format!(
        "{} · {} · {}",
        number(l, row.position.into()),
        attendee_kind_words(l, row.who.kind),
        row.code.as_str()
    );
    let needs = (!row.who.needs.is_empty()).then(|| {
        view! { <p><strong>{td_string!(l, registration.needs)}": "</strong>{row.who.needs.clone()}</p> }
    });
    let (name, code) = (row.who.name, row.code.as_str().to_owned());
    let button = open.then(|| match row.checked_in {
        true => view! {
            <Form to=UndoCheckIn::PATH key=code.clone() class="inline-form">
                <Hidden name="meeting" value=id.to_string()/>
                <Hidden name="code" value=code/>
                <Submit kind="btn-link btn-sm" label=td_string!(l, registration.undo) of=Value::content(name)/>
            </Form>
        }
        .into_any(),
        false => view! {
            <Form to=CheckIn::PATH key=code.clone() class="inline-form">
                <Hidden name="meeting" value=id.to_string()/>
                <Hidden name="code" value=code/>
                <Submit kind="btn-outline-primary btn-sm" label=td_string!(l, registration.check_in) of=Value::content(name)/>
            </Form>
        }
        .into_any(),
    });
    view! {
        <li>
            <p class="row-title">{who}" "<Badge words tone/></p>
            <p class="row-meta">{meta}</p>
            {needs}
            {button}
        </li>
    }
}
