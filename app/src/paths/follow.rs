//! Addresses of feeds and of calendars to subscribe to.

use domain::id::{MeetingId, TableId};

/// The steps of all paths as a feed.
pub const NEWS_FEED: &str = "/novita.atom";
/// The newest proposals as a feed.
pub const PROPOSALS_FEED: &str = "/proposte.atom";
/// The latest decisions as a feed.
pub const DECISIONS_FEED: &str = "/decisioni.atom";
/// The meetings of all paths as a calendar.
pub const CALENDAR_FILE: &str = "/calendario.ics";

/// The steps of a process as a feed.
#[must_use]
pub fn process_feed(slug: &str) -> String {
    format!("/percorsi/{slug}/novita.atom")
}

/// The meetings of a process as a calendar.
#[must_use]
pub fn process_calendar(slug: &str) -> String {
    format!("/percorsi/{slug}/calendario.ics")
}

/// The meetings of a thematic table as a calendar.
#[must_use]
pub fn table_calendar(slug: &str, table: TableId) -> String {
    format!("/percorsi/{slug}/tavoli/{table}/calendario.ics")
}

/// One meeting for a calendar.
#[must_use]
pub fn meeting_file(id: MeetingId) -> String {
    format!("/incontri/{id}/incontro.ics")
}
