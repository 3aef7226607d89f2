//! The meetings for which one registered.

use crate::{
    components::{Badge, Crumb, Empty, Page, load},
    contract::{registrations::MyMeeting, use_cases},
    format::moment,
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::meeting::MeetingState;
use leptos::prelude::*;

#[component]
pub(crate) fn MyMeetingsPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.my_meetings().await }, show)
}

fn show(rows: Vec<MyMeeting>) -> impl IntoView {
    let l = locale();
    let crumbs = vec![Crumb::new(td_string!(l, space.space), paths::MY_SPACE)];
    let empty = rows.is_empty().then(|| {
        view! {
            <Empty words=td_string!(l, registration.mine_none)/>
            <p><a href=paths::CALENDAR>{td_string!(l, meeting.calendar)}</a></p>
        }
    });
    view! {
        <Page title=td_string!(l, registration.mine) crumbs>
            <p class="page-lead">{td_string!(l, registration.mine_lead)}</p>
            {empty}
            <ul class="row-list">{rows.into_iter().map(row).collect_view()}</ul>
        </Page>
    }
}

fn row(row: MyMeeting) -> impl IntoView {
    let l = locale();
    let (words, tone) = match (row.state, row.waits) {
        (MeetingState::Cancelled, _) => (td_string!(l, meeting.state_cancelled), "danger"),
        (_, true) => (td_string!(l, registration.waits), "warning"),
        (_, false) => (td_string!(l, registration.has_place), "success"),
    };
    let place = row.place.map(|place| view! { " · "<span lang=content_lang()>{place}</span> });
    view! {
        <li>
            <p class="row-title"><a href=paths::meeting(row.meeting) lang=content_lang()>{row.title}</a></p>
            <p class="row-meta"><Badge words tone/>" "{moment(row.starts_at)}{place}</p>
        </li>
    }
}
