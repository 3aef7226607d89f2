//! Meetings: the calendar, one meeting, and the work of who runs them.

mod attendance;
mod calendar;
mod desk;
mod fields;
mod list;
mod one;
mod registration;
mod registrations;
mod work;

pub(crate) use attendance::AttendancePage;
pub(crate) use calendar::{CalendarPage, PathMeetingsPage};
pub(crate) use desk::MeetingDeskPage;
pub(crate) use list::MeetingList;
pub(crate) use one::MeetingPage;
pub(crate) use registrations::RegistrationsPage;
pub(crate) use work::MeetingWorkPage;
