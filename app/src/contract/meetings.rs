//! Meetings: the calendar, one meeting with its papers, and the work of who runs them.

use super::{
    Slice,
    documents::{DocumentChoice, PathName},
    minutes::PublicMinutes,
    registrations::RegistrationView,
};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    id::{AttendeeId, DocumentId, MeetingId},
    meeting::{Attendance, MeetingMode, MeetingOf, MeetingState, MeetingStep, NewAttendee, NewMeeting},
    minutes::MinutesState,
    organ::OrganKind,
    reason::Reason,
    refusal::Blocker,
};

/// Whose meeting it is, in words to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyName {
    Organ(OrganKind),
    /// A thematic table, by its name.
    Table(String),
    Public,
}

/// A meeting in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    pub id: MeetingId,
    pub path: PathName,
    pub of: MeetingOf,
    /// Counts the meetings of the same body.
    pub number: u32,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub mode: MeetingMode,
    pub place: Option<String>,
    pub state: MeetingState,
    pub minutes_published: bool,
}

/// Which part of a calendar is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CalendarFilter {
    /// The slug of one path, or blank for all.
    pub path: String,
    /// Where the page of the meetings to come starts.
    pub after: Option<String>,
    /// Where the page of the past meetings starts.
    pub before: Option<String>,
}

/// The calendar of a tenant or of one path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub upcoming: Slice<MeetingRow>,
    pub past: Slice<MeetingRow>,
    /// The paths that a visitor may choose.
    pub paths: Vec<PathName>,
    /// The path that was chosen.
    pub path: Option<PathName>,
    /// Whether the person may plan meetings of the chosen path.
    pub may_manage: bool,
}

/// One meeting, for everybody who may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingView {
    pub row: MeetingRow,
    pub body: BodyName,
    /// Markdown.
    pub agenda: String,
    /// Where to connect; of organs, for those who sit there alone.
    pub link: Option<String>,
    /// Why it was cancelled.
    pub reason: Option<String>,
    pub attendance: Option<Attendance>,
    pub categories: Vec<(String, u64)>,
    pub papers: Vec<DocumentChoice>,
    pub minutes: Option<PublicMinutes>,
    pub may_manage: bool,
    /// Where people are asked to register.
    pub registration: Option<RegistrationView>,
    /// Whether there are minutes in preparation that the person may read.
    pub may_read_draft: bool,
}

/// The meetings of a path, for who runs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingDesk {
    pub path: PathName,
    pub upcoming: Slice<MeetingRow>,
    pub past: Slice<MeetingRow>,
    /// Not once the path is over.
    pub may_plan: bool,
    /// Whose meetings may be planned: code and identifier as one word, and the name.
    pub bodies: Vec<(String, BodyName)>,
}

/// One meeting, for who runs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingWork {
    pub row: MeetingRow,
    pub body: BodyName,
    pub agenda: String,
    pub link: Option<String>,
    pub reason: Option<String>,
    pub attendance: Option<Attendance>,
    pub version: i32,
    pub steps: Vec<MeetingStep>,
    /// Why a convened meeting cannot be recorded as held yet.
    pub hindrances: Vec<Blocker>,
    /// How many stand on the list of who attended already.
    pub present: Attendance,
    /// Whether people may be asked to register, or were.
    pub asks_registration: bool,
    pub may_edit: bool,
    pub papers: Vec<DocumentChoice>,
    /// Documents of the path that are not among the papers.
    pub offered: Vec<DocumentChoice>,
    pub minutes: Option<MinutesState>,
}

/// Who attended, by name: private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceList {
    pub row: MeetingRow,
    pub lines: Vec<(AttendeeId, NewAttendee)>,
    pub may_write: bool,
    /// Why nobody changes it any more, where nobody does.
    pub closed: Option<Blocker>,
}

#[async_trait]
pub trait Meetings {
    /// The calendar of the tenant, or of one path.
    async fn calendar(&self, filter: CalendarFilter) -> Outcome<Calendar>;

    /// One meeting.
    async fn meeting(&self, id: MeetingId, after: Option<String>) -> Outcome<MeetingView>;

    /// The meetings of the path `slug`, for who runs them.
    async fn meeting_desk(&self, slug: String, filter: CalendarFilter) -> Outcome<MeetingDesk>;

    /// One meeting, for who runs it.
    async fn meeting_work(&self, id: MeetingId) -> Outcome<MeetingWork>;

    /// Who attended; for staff and the privacy officer alone.
    async fn attendance_list(&self, id: MeetingId) -> Outcome<AttendanceList>;

    /// Plans a meeting of the path `slug`.
    async fn plan_meeting(&self, slug: String, of: MeetingOf, new: NewMeeting) -> Outcome<MeetingId>;

    /// Changes a meeting that was not held yet.
    async fn edit_meeting(&self, id: MeetingId, version: i32, new: NewMeeting) -> Outcome<()>;

    /// Calls the meeting: where it is still to come the members of its organ get the agenda by mail. Tells whether it is.
    async fn convene_meeting(&self, id: MeetingId, version: i32) -> Outcome<bool>;

    /// Records that the meeting was held, and how many came.
    async fn hold_meeting(&self, id: MeetingId, version: i32, attendance: Attendance) -> Outcome<()>;

    /// Cancels the meeting with a public reason.
    async fn cancel_meeting(&self, id: MeetingId, version: i32, reason: Reason) -> Outcome<()>;

    /// Adds a line to the list of who attended.
    async fn add_attendee(&self, id: MeetingId, new: NewAttendee) -> Outcome<()>;

    /// Takes a line from the list of who attended.
    async fn remove_attendee(&self, id: MeetingId, attendee: AttendeeId) -> Outcome<()>;

    /// Puts a document of the path among the papers.
    async fn attach_paper(&self, id: MeetingId, document: DocumentId) -> Outcome<()>;

    /// Takes a document from the papers of a meeting that was not held yet.
    async fn detach_paper(&self, id: MeetingId, document: DocumentId) -> Outcome<()>;
}
