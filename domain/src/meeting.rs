//! Meetings (*incontri*) of an organ, of a thematic table or of the public.

use crate::{
    code::{choice, coded},
    id::{OrganId, TableId},
    invalid::{Fault, FieldErrors},
    organ::is_constituted,
    refusal::{Blocker, StepRefused},
    text,
};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

mod attendance;
mod paper;

pub use attendance::{Attendance, Gender, NewAttendee, may_change_list};
pub use paper::may_read_paper;

coded! {
    /// Where a meeting stands.
    pub enum MeetingState {
        Planned = "planned",
        Convened = "convened",
        Held = "held",
        Cancelled = "cancelled",
    }
}

coded! {
    /// What moves a meeting.
    pub enum MeetingStep {
        /// The call goes out.
        Convene = "convene",
        Hold = "hold",
        /// Asks for a reason.
        Cancel = "cancel",
    }
}

impl MeetingState {
    /// The state after `step`.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: MeetingStep) -> Result<Self, StepRefused> {
        use MeetingState as S;
        use MeetingStep as T;
        match (self, step) {
            (S::Planned, T::Convene) => Ok(S::Convened),
            (S::Convened, T::Hold) => Ok(S::Held),
            (S::Planned | S::Convened, T::Cancel) => Ok(S::Cancelled),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether place, time and agenda may still change.
    ///
    /// # Errors
    /// `WrongState` once it was held or cancelled.
    pub fn may_edit(self) -> Result<(), StepRefused> {
        match self {
            Self::Planned | Self::Convened => Ok(()),
            Self::Held | Self::Cancelled => Err(Blocker::WrongState.into()),
        }
    }

    /// The state after the meeting planned for `on` was held, recorded on `today`; `seats` are the organisations that
    /// sit on the organ that met, where one did.
    ///
    /// # Errors
    /// `MeetingNotYetDue` before its day, `NobodyToMeet` where nobody sits on the organ, or `WrongState`.
    pub fn hold(self, on: NaiveDate, today: NaiveDate, seats: Option<u64>) -> Result<Self, StepRefused> {
        let held = self.after(MeetingStep::Hold)?;
        let early = (today < on).then_some(Blocker::MeetingNotYetDue { on });
        let empty = seats.is_some_and(|seats| !is_constituted(seats)).then_some(Blocker::NobodyToMeet);
        StepRefused::unless_clear(early.into_iter().chain(empty).collect())?;
        Ok(held)
    }
}

impl MeetingStep {
    /// Whether the step is taken only with a written reason.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Cancel)
    }
}

/// Whose meeting it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingOf {
    Organ(OrganId),
    Table(TableId),
    Public,
}

impl MeetingOf {
    /// The word for this kind in storage and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Organ(_) => "organ",
            Self::Table(_) => "table",
            Self::Public => "public",
        }
    }

    /// Reads the word of a kind, and the identifier of the organ or table.
    ///
    /// # Errors
    /// `Required` for a blank kind, `Choice` for an unknown kind or a missing identifier.
    pub fn parse(kind: &str, id: &str) -> Result<Self, Fault> {
        match kind.trim() {
            "" => Err(Fault::Required),
            "organ" => id.trim().parse().map(Self::Organ).map_err(|_| Fault::Choice),
            "table" => id.trim().parse().map(Self::Table).map_err(|_| Fault::Choice),
            "public" => Ok(Self::Public),
            _ => Err(Fault::Choice),
        }
    }
}

coded! {
    /// How people attend.
    pub enum MeetingMode {
        InPerson = "in_person",
        Online = "online",
        Hybrid = "hybrid",
    }
}

/// A meeting as typed: a place unless it is online, a link unless it is in person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeeting {
    pub title: String,
    pub date: NaiveDate,
    pub time: NaiveTime,
    pub mode: MeetingMode,
    pub place: Option<String>,
    pub link: Option<String>,
    pub agenda: String,
}

impl NewMeeting {
    /// Reads `title`, `date`, `time`, `mode`, `place`, `link` and `agenda`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        title: &str,
        date: &str,
        time: &str,
        mode: &str,
        place: &str,
        link: &str,
        agenda: &str,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, 160));
        let date = errors.take("date", text::date(date));
        let time = errors.take("time", time_of_day(time));
        let mode = errors.take("mode", choice(mode));
        let mut place = errors.take("place", text::optional_line(place, 200));
        let blank = link.trim().is_empty();
        let mut link = errors.take("link", if blank { Ok(None) } else { text::link(link).map(Some) });
        let agenda = errors.take("agenda", text::prose(agenda, 8_000));
        if matches!(mode, Some(MeetingMode::InPerson | MeetingMode::Hybrid)) && place == Some(None) {
            place = errors.take("place", Err(Fault::Required));
        }
        if matches!(mode, Some(MeetingMode::Online | MeetingMode::Hybrid)) && link == Some(None) {
            link = errors.take("link", Err(Fault::Required));
        }
        match (title, date, time, mode, place, link, agenda) {
            (Some(title), Some(date), Some(time), Some(mode), Some(place), Some(link), Some(agenda)) => {
                Ok(Self { title, date, time, mode, place, link, agenda })
            }
            _ => Err(errors),
        }
    }
}

/// A time of the day typed as `18:00` or `18.00`.
///
/// # Errors
/// `Required` when blank, `Time` when it is none.
pub fn time_of_day(typed: &str) -> Result<NaiveTime, Fault> {
    let text = typed.trim().replace('.', ":");
    if text.is_empty() {
        return Err(Fault::Required);
    }
    NaiveTime::parse_from_str(&text, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(&text, "%H:%M:%S"))
        .map_err(|_| Fault::Time)
}

#[cfg(test)]
mod tests;
