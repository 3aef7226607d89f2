//! The words of feeds and of calendars to subscribe to.

use crate::{
    components::{contribution_words::decision_words, process_words},
    format::end,
    i18n::*,
};
use chrono::{DateTime, Utc};
use domain::{history::HistoryKind, outcome::MeritDecision};

/// What a feed or a calendar is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The steps of all paths of the tenant of this name.
    Tenant(&'a str),
    /// The steps of the path of this title.
    Path(&'a str),
    /// The proposals of the tenant of this name.
    Proposals(&'a str),
    /// The decisions of the tenant of this name.
    Decisions(&'a str),
    /// The meetings of whatever bears this name: a tenant, a path, a thematic table.
    Meetings(&'a str),
}

/// What the feed or the calendar is called.
#[must_use]
pub fn title(l: Locale, of: Subject<'_>) -> String {
    match of {
        Subject::Tenant(name) => td_string!(l, follow.of_tenant, name = name),
        Subject::Path(name) => td_string!(l, follow.of_path, name = name),
        Subject::Proposals(name) => td_string!(l, follow.of_proposals, name = name),
        Subject::Decisions(name) => td_string!(l, follow.of_decisions, name = name),
        Subject::Meetings(name) => td_string!(l, follow.of_meetings, name = name),
    }
}

/// A step of a path, as the entry of a feed; `path` names it where the feed tells of many.
#[must_use]
pub fn step(l: Locale, path: Option<&str>, kind: HistoryKind) -> String {
    let step = process_words::history(l, kind);
    path.map_or(step.clone(), |path| format!("{path}: {step}"))
}

/// What became of a proposal, as the entry of a feed.
#[must_use]
pub fn decision(l: Locale, title: &str, decision: MeritDecision) -> String {
    format!("{title}: {}", decision_words(l, decision).to_lowercase())
}

/// What a calendar says of a meeting: its agenda as typed, where to connect, and how many may come where they
/// register until a moment.
#[must_use]
pub fn meeting(l: Locale, agenda: &str, link: Option<&str>, asked: Option<(u32, DateTime<Utc>)>) -> String {
    let link = link.map(|link| format!("{}: {link}", td_string!(l, meeting.link)));
    let asked =
        asked.map(|(places, until)| td_string!(l, registration.in_calendar, count = places, until = end(until)));
    [Some(agenda.to_owned()), link, asked]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}
