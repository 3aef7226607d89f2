//! Meetings as calendars (iCalendar, RFC 5545): one meeting, or a calendar to subscribe to. A meeting keeps its
//! identifier for good, on whatever host it is read, and its sequence grows with each change, so that what was called off disappears there too.

use super::{feed::wanted_language, file};
use crate::{
    state::App,
    store::meetings::Meeting,
    use_cases::{FileOut, Handle, MeetingNews},
};
use app::{
    error::{AppError, Outcome},
    feed::{self, Subject},
    i18n::Locale,
    paths,
};
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::Response,
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    id::TenantId,
    meeting::{MeetingOf, MeetingState},
};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};

const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";
/// How often programs should ask again.
const REFRESH: TimeDelta = TimeDelta::hours(6);

/// The meetings of all paths.
pub(super) async fn tenant(State(app): State<App>, Extension(handle): Extension<Handle>, request: Request) -> Response {
    let news = handle.meeting_news(None).await;
    answer(app, handle, news, request).await
}

/// The meetings of one path.
pub(super) async fn path(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let news = handle.meeting_news(Some(&slug)).await;
    answer(app, handle, news, request).await
}

/// The meetings of a thematic table.
pub(super) async fn table(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path((slug, table)): Path<(String, String)>,
    request: Request,
) -> Response {
    let news = match table.parse() {
        Ok(table) => handle.table_meeting_news(&slug, table).await,
        Err(_) => Err(AppError::NotFound),
    };
    answer(app, handle, news, request).await
}

/// One meeting.
pub(super) async fn meeting(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let found = match id.parse() {
        Ok(id) => handle.one_meeting_news(id).await,
        Err(_) => Err(AppError::NotFound),
    };
    let news = found.map(|meeting| MeetingNews { of: Some(meeting.title.clone()), meetings: vec![meeting] });
    answer(app, handle, news, request).await
}

async fn answer(app: App, handle: Handle, news: Outcome<MeetingNews>, request: Request) -> Response {
    let l = wanted_language(&request);
    let made =
        news.map(|news| FileOut::made("incontri.ics".into(), MEDIA_TYPE, calendar(l, &handle, &news).into_bytes()));
    file::answer(&app, handle, made, request).await
}

fn calendar(l: Locale, handle: &Handle, news: &MeetingNews) -> String {
    let place = handle.scope.place();
    let origin = handle.app.origin_of(place);
    let name = news.of.as_ref().unwrap_or(&place.name);
    let mut calendar = Calendar::new();
    calendar.name(&feed::title(l, Subject::Meetings(name))).ttl(&REFRESH);
    for meeting in &news.meetings {
        calendar.push(event(l, place.id, &origin, meeting));
    }
    calendar.to_string()
}

/// How many may come to a meeting that takes place, and until when they register.
fn asked(meeting: &Meeting) -> Option<(u32, DateTime<Utc>)> {
    let window = meeting.registration.filter(|_| meeting.state != MeetingState::Cancelled)?;
    Some((window.places, window.end(meeting.starts_at)))
}

fn event(l: Locale, tenant: TenantId, origin: &str, meeting: &Meeting) -> Event {
    // Where an organ connects is for those who sit there.
    let link = meeting.link.as_deref().filter(|_| !matches!(meeting.of, MeetingOf::Organ(_)));
    let status = match meeting.state {
        MeetingState::Planned => EventStatus::Tentative,
        MeetingState::Convened | MeetingState::Held => EventStatus::Confirmed,
        MeetingState::Cancelled => EventStatus::Cancelled,
    };
    let mut event = Event::new();
    event
        .uid(&format!("{}@{tenant}.tavolo", meeting.id))
        .sequence(u32::try_from(meeting.version).unwrap_or_default())
        .timestamp(meeting.created_at)
        .starts(meeting.starts_at)
        .status(status)
        .summary(&meeting.title)
        .description(&feed::meeting(l, &meeting.agenda, link, asked(meeting)))
        .url(&format!("{origin}{}", paths::meeting(meeting.id)));
    if let Some(place) = &meeting.place {
        event.location(place);
    }
    event.done()
}
