//! Addresses of organs, meetings and minutes.

use domain::id::{MeetingId, MemberId};

/// Everything that meets, by date.
pub const CALENDAR: &str = "/calendario";

/// The meetings for which one registered.
pub const MY_MEETINGS: &str = "/spazio/incontri";

/// Who does what in a process.
#[must_use]
pub fn who_does_what(slug: &str) -> String {
    format!("/percorsi/{slug}/chi-fa-cosa")
}

/// What the guarantee committee of a process filed.
#[must_use]
pub fn remarks(slug: &str) -> String {
    format!("/percorsi/{slug}/chi-fa-cosa/osservazioni")
}

/// The meetings of a process.
#[must_use]
pub fn meetings(slug: &str) -> String {
    format!("/percorsi/{slug}/incontri")
}

/// One meeting.
#[must_use]
pub fn meeting(id: MeetingId) -> String {
    format!("/incontri/{id}")
}

/// The minutes of a meeting, where members comment on them.
#[must_use]
pub fn minutes(id: MeetingId) -> String {
    format!("/incontri/{id}/verbale")
}

/// Where an organisation answers its invitation to an organ.
#[must_use]
pub fn member_invitation(id: MemberId) -> String {
    format!("/inviti/organi/{id}")
}

/// Where the organs of a process are run.
#[must_use]
pub fn organs_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/organi")
}

/// Where the meetings of a process are run.
#[must_use]
pub fn meetings_work(slug: &str) -> String {
    format!("/lavoro/percorsi/{slug}/incontri")
}

/// Where one meeting is run.
#[must_use]
pub fn meeting_work(id: MeetingId) -> String {
    format!("/lavoro/incontri/{id}")
}

/// Who registered for a meeting.
#[must_use]
pub fn registrations(id: MeetingId) -> String {
    format!("/lavoro/incontri/{id}/iscritti")
}

/// The same, with the code that somebody shows at the door.
#[must_use]
pub fn check_in(id: MeetingId, code: &str) -> String {
    format!("{}?codice={}", registrations(id), super::encode(code))
}

/// Who attended a meeting, by name.
#[must_use]
pub fn attendance(id: MeetingId) -> String {
    format!("/lavoro/incontri/{id}/presenze")
}

/// Where the minutes of a meeting are written.
#[must_use]
pub fn minutes_work(id: MeetingId) -> String {
    format!("/lavoro/incontri/{id}/verbale")
}
