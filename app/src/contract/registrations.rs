//! Registration to meetings: places and an end, who comes and who waits, checking in at the door.

use super::{Slice, meetings::MeetingRow};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    id::MeetingId,
    meeting::MeetingState,
    registration::{CheckInCode, NewRegistration, RegistrationWindow},
};

/// How registration to a meeting stands, for the person who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrationView {
    pub places: u32,
    pub free: u64,
    pub waiting: u64,
    /// The first instant that is too late.
    pub closes_at: DateTime<Utc>,
    pub standing: Standing,
    /// The name that the person goes by, for who is about to register.
    pub name: String,
}

/// What the person who asks may do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The meeting was not called yet.
    NotYet,
    /// The end is past.
    Closed,
    /// Registers, after signing in where nobody did.
    Open,
    Registered(Box<MyRegistration>),
}

/// What the person who asks said, and the place that it gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyRegistration {
    pub who: NewRegistration,
    /// How many wait before, of who waits.
    pub ahead: Option<u64>,
    pub code: CheckInCode,
    /// The code as a picture that a telephone reads.
    pub picture: QrCode,
    /// Until the meeting starts.
    pub may_leave: bool,
    pub checked_in: bool,
}

/// A square of dark and light fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrCode {
    /// Fields on a side, the quiet border among them.
    pub side: u32,
    /// The dark fields, as the path of a drawing (SVG).
    pub dark: String,
}

/// A registration in the list of who runs the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredRow {
    pub who: NewRegistration,
    /// Where in the list, counted as people came.
    pub position: u32,
    pub waits: bool,
    pub code: CheckInCode,
    pub checked_in: bool,
}

/// Who registered, for who runs the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegistrationDesk {
    pub row: MeetingRow,
    pub version: i32,
    pub window: Option<RegistrationWindow>,
    /// Whether places and end may still be set.
    pub may_open: bool,
    /// From the day of the meeting on.
    pub may_check_in: bool,
    /// With the first page of the list.
    pub counted: Option<Counted>,
    pub rows: Slice<RegisteredRow>,
}

/// How many have a place, how many wait, how many came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub seated: u64,
    pub waiting: u64,
    pub present: u64,
}

/// Which part of the list is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegisteredFilter {
    /// Part of a name or of an organisation, or blank.
    pub words: String,
    pub after: Option<String>,
}

/// A meeting for which the person who asks registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyMeeting {
    pub meeting: MeetingId,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub place: Option<String>,
    pub state: MeetingState,
    /// Whether no place is free yet.
    pub waits: bool,
}

#[async_trait]
pub trait Registrations {
    /// Who registered, for who runs the meeting.
    async fn registration_desk(&self, id: MeetingId, filter: RegisteredFilter) -> Outcome<RegistrationDesk>;

    /// The meetings to come for which the person who asks registered, the nearest first.
    async fn my_meetings(&self) -> Outcome<Vec<MyMeeting>>;

    /// Asks people to register: so many `places`, until the hour `time` of the day `date`; who waits moves up where
    /// there are more than before.
    async fn open_registration(&self, id: MeetingId, version: i32, places: &str, date: &str, time: &str)
    -> Outcome<()>;

    /// Registers the person who asks; tells whether they wait for a place.
    async fn register(&self, id: MeetingId, new: NewRegistration) -> Outcome<bool>;

    /// Changes what the person who asks said.
    async fn change_registration(&self, id: MeetingId, new: NewRegistration) -> Outcome<()>;

    /// Gives the place of the person who asks to the first who waits.
    async fn cancel_registration(&self, id: MeetingId) -> Outcome<()>;

    /// Notes that who has this code came: a line of the private list of who attended.
    async fn check_in(&self, id: MeetingId, code: CheckInCode) -> Outcome<()>;

    /// Takes that back.
    async fn undo_check_in(&self, id: MeetingId, code: CheckInCode) -> Outcome<()>;
}
