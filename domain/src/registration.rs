//! Registration (*iscrizione*) to a meeting: places, who waits for one, the code to show at the door.

use crate::{
    calendar::{day_in_rome, instant_in_rome},
    code::{choice, coded},
    invalid::{Fault, FieldErrors},
    meeting::{Gender, MeetingOf, MeetingState, time_of_day},
    number::whole,
    refusal::{Blocker, StepRefused},
    text,
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

mod code;

pub use code::CheckInCode;

/// The most places that a meeting may have.
pub const MOST_PLACES: u32 = 5_000;

coded! {
    /// As what somebody takes part.
    pub enum AttendeeKind {
        Citizen = "citizen",
        Association = "association",
        School = "school",
        Firm = "firm",
        PublicBody = "public_body",
        Other = "other",
    }
}

/// How many may come, and until when they say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegistrationWindow {
    pub places: u32,
    /// The first instant that is too late.
    pub closes_at: DateTime<Utc>,
}

impl RegistrationWindow {
    /// Reads `places`, and the day and the hour of the end, `date` and `time`; the end is no later than the meeting.
    /// At least the `taken` places stay.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        places: &str,
        date: &str,
        time: &str,
        starts_at: DateTime<Utc>,
        taken: u32,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let places = errors.take("places", whole(places, i64::from(taken.max(1)), i64::from(MOST_PLACES)));
        let date = errors.take("date", text::date(date));
        let time = errors.take("time", time_of_day(time));
        let closes_at = date.zip(time).map(|(day, time)| instant_in_rome(day, time));
        if closes_at.is_some_and(|end| end > starts_at) {
            errors.add("date", Fault::Order);
        }
        match (places.and_then(|places| u32::try_from(places).ok()), closes_at) {
            (Some(places), Some(closes_at)) if errors.is_empty() => Ok(Self { places, closes_at }),
            _ => Err(errors),
        }
    }

    /// The first instant that is too late for a meeting that starts at `starts_at`, which may have been moved.
    #[must_use]
    pub fn end(self, starts_at: DateTime<Utc>) -> DateTime<Utc> {
        self.closes_at.min(starts_at)
    }
}

/// Whether people may be asked to register: not for organs, whose members are called, nor for what is over.
///
/// # Errors
/// `WrongState`.
pub fn may_open(of: MeetingOf, state: MeetingState) -> Result<(), StepRefused> {
    if matches!(of, MeetingOf::Organ(_)) {
        return Err(Blocker::WrongState.into());
    }
    state.may_edit()
}

/// Whether somebody may register at `now`.
///
/// # Errors
/// `RegistrationNotOpen` before the meeting was called, or where nobody is asked; `RegistrationClosed` after the end.
pub fn may_register(
    state: MeetingState,
    window: Option<RegistrationWindow>,
    starts_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<(), StepRefused> {
    let (MeetingState::Convened, Some(window)) = (state, window) else {
        return Err(Blocker::RegistrationNotOpen.into());
    };
    let at = window.end(starts_at);
    if now >= at { Err(Blocker::RegistrationClosed { at }.into()) } else { Ok(()) }
}

/// Whether who registered may still change what they said, or give the place back: until the meeting starts.
///
/// # Errors
/// `RegistrationClosed`, or `WrongState` once the meeting is held or cancelled.
pub fn may_leave(state: MeetingState, starts_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), StepRefused> {
    state.may_edit()?;
    if now >= starts_at { Err(Blocker::RegistrationClosed { at: starts_at }.into()) } else { Ok(()) }
}

/// Whether people are checked in on `today` at a meeting planned for `on`.
///
/// # Errors
/// `MeetingNotYetDue` before its day, `WrongState` where it was never called or is cancelled.
pub fn may_check_in(state: MeetingState, on: NaiveDate, today: NaiveDate) -> Result<(), StepRefused> {
    match state {
        MeetingState::Convened | MeetingState::Held if today >= on => Ok(()),
        MeetingState::Convened => Err(Blocker::MeetingNotYetDue { on }.into()),
        MeetingState::Planned | MeetingState::Held | MeetingState::Cancelled => Err(Blocker::WrongState.into()),
    }
}

/// The lowest seat that is not among `taken`, in any order; none where all `places` are taken.
#[must_use]
pub fn free_seat(taken: &[u32], places: u32) -> Option<u32> {
    let mut sorted = taken.to_vec();
    sorted.sort_unstable();
    let last = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
    let free = (1..).zip(&sorted).find(|(seat, taken)| seat != *taken).map(|(seat, _)| seat);
    (last < places).then(|| free.unwrap_or(last + 1))
}

/// When those who registered are reminded: at eight in the morning of the day before.
#[must_use]
pub fn remind_at(starts_at: DateTime<Utc>) -> DateTime<Utc> {
    let eight = NaiveTime::MIN + chrono::TimeDelta::hours(8);
    instant_in_rome(day_in_rome(starts_at).pred_opt().unwrap_or(NaiveDate::MIN), eight)
}

/// What somebody says who registers; `needs` is read by who convenes the meeting alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRegistration {
    pub name: String,
    pub kind: AttendeeKind,
    pub organisation: Option<String>,
    pub gender: Gender,
    pub needs: String,
}

impl NewRegistration {
    /// Reads `name`, `kind`, `organisation`, `gender` and `needs`; who comes for an organisation names it.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(name: &str, kind: &str, organisation: &str, gender: &str, needs: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let name = errors.take("name", text::line(name, 120));
        let kind: Option<AttendeeKind> = errors.take("kind", choice(kind));
        let organisation = errors.take("organisation", text::optional_line(organisation, 160));
        let gender = errors.take("gender", choice(gender));
        let needs = errors.take("needs", text::optional_prose(needs, 1_000));
        if kind.is_some_and(|kind| kind != AttendeeKind::Citizen) && organisation == Some(None) {
            errors.add("organisation", Fault::Required);
        }
        match (name, kind, organisation, gender, needs) {
            (Some(name), Some(kind), Some(organisation), Some(gender), Some(needs)) if errors.is_empty() => {
                Ok(Self { name, kind, organisation, gender, needs })
            }
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests;
