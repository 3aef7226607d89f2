//! Planning, calling, holding and cancelling meetings; who attended; papers.

#[cfg(feature = "ssr")]
use super::typed::{chosen, seen};
use crate::error::Outcome;
#[cfg(feature = "ssr")]
use crate::{contract::use_cases, notice::Notice, paths, respond};
#[cfg(feature = "ssr")]
use domain::{
    invalid::FieldErrors,
    meeting::{Attendance, MeetingOf, NewAttendee, NewMeeting},
    reason::Reason,
};
use leptos::prelude::*;

/// Plans a meeting; `of` is `public`, `organ:<id>` or `table:<id>`.
#[server(prefix = "/api", endpoint = "meetings/plan")]
pub async fn plan_meeting(
    slug: String,
    of: String,
    title: String,
    date: String,
    time: String,
    mode: String,
    #[server(default)] place: String,
    #[server(default)] link: String,
    agenda: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let (kind, id) = of.split_once(':').unwrap_or((&of, ""));
    let mut errors = FieldErrors::default();
    let of = errors.take("of", MeetingOf::parse(kind, id));
    let new = match NewMeeting::parse(&title, &date, &time, &mode, &place, &link, &agenda) {
        Ok(new) => Some(new),
        Err(faults) => {
            faults.iter().for_each(|(field, fault)| errors.add(field, fault.clone()));
            None
        }
    };
    let (Some(of), Some(new)) = (of, new) else { return Err(errors.into()) };
    let id = server.plan_meeting(slug, of, new).await?;
    respond::redirect(&paths::meeting_work(id), Notice::MeetingPlanned);
    Ok(())
}

/// Changes a meeting that was not held yet.
#[server(prefix = "/api", endpoint = "meetings/edit")]
pub async fn edit_meeting(
    meeting: String,
    version: String,
    title: String,
    date: String,
    time: String,
    mode: String,
    #[server(default)] place: String,
    #[server(default)] link: String,
    agenda: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    let new = NewMeeting::parse(&title, &date, &time, &mode, &place, &link, &agenda)?;
    server.edit_meeting(id, seen(&version)?, new).await?;
    respond::redirect(&paths::meeting_work(id), Notice::Saved);
    Ok(())
}

/// Calls a meeting.
#[server(prefix = "/api", endpoint = "meetings/convene")]
pub async fn convene_meeting(meeting: String, version: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    let ahead = server.convene_meeting(id, seen(&version)?).await?;
    let notice = if ahead { Notice::MeetingConvened } else { Notice::MeetingConvenedLate };
    respond::redirect(&paths::meeting_work(id), notice);
    Ok(())
}

/// Records that a meeting was held.
#[server(prefix = "/api", endpoint = "meetings/hold")]
pub async fn hold_meeting(
    meeting: String,
    version: String,
    women: String,
    men: String,
    undeclared: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.hold_meeting(id, seen(&version)?, Attendance::parse(&women, &men, &undeclared)?).await?;
    respond::redirect(&paths::meeting_work(id), Notice::MeetingHeld);
    Ok(())
}

/// Cancels a meeting, with a reason.
#[server(prefix = "/api", endpoint = "meetings/cancel")]
pub async fn cancel_meeting(meeting: String, version: String, reason: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.cancel_meeting(id, seen(&version)?, Reason::parse(&reason)?).await?;
    respond::redirect(&paths::meeting_work(id), Notice::MeetingCancelled);
    Ok(())
}

/// Adds a line to the private list of who attended.
#[server(prefix = "/api", endpoint = "meetings/attendee")]
pub async fn add_attendee(
    meeting: String,
    organisation: String,
    category: String,
    name: String,
    gender: String,
) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.add_attendee(id, NewAttendee::parse(&organisation, &category, &name, &gender)?).await?;
    respond::redirect(&paths::attendance(id), Notice::Saved);
    Ok(())
}

/// Takes a line from the private list of who attended.
#[server(prefix = "/api", endpoint = "meetings/attendee-remove")]
pub async fn remove_attendee(meeting: String, attendee: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.remove_attendee(id, attendee.parse()?).await?;
    respond::redirect(&paths::attendance(id), Notice::Saved);
    Ok(())
}

/// Puts a document among the papers of a meeting.
#[server(prefix = "/api", endpoint = "meetings/paper")]
pub async fn attach_paper(meeting: String, document: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    let document = chosen("document", &document)?;
    server.attach_paper(id, document).await?;
    respond::redirect(&paths::meeting_work(id), Notice::Saved);
    Ok(())
}

/// Takes a document from the papers of a meeting.
#[server(prefix = "/api", endpoint = "meetings/paper-remove")]
pub async fn detach_paper(meeting: String, document: String) -> Outcome<()> {
    let server = use_cases()?;
    let id = meeting.parse()?;
    server.detach_paper(id, document.parse()?).await?;
    respond::redirect(&paths::meeting_work(id), Notice::Saved);
    Ok(())
}
