//! Contributions (*contributi*) of citizens: typed input, moderation, and when they may be sent.

mod assisted;
mod first;
mod revision;
mod thread;

pub use assisted::{NewAssisted, SOURCE_MAX};
pub use first::{Writer, begins};
pub use revision::{NewAddition, Revised, Revision, revision};
pub use thread::{COMMENT_MAX, CommentOrder, CommentShown, NewComment, comment_shown, thread_of};

use crate::{
    calendar::Deadline,
    code::{choice, coded},
    id::TableId,
    invalid::{Fault, FieldErrors},
    pack::RulePack,
    personal_data::without_codes,
    reason::Reason,
    refusal::{Blocker, StepRefused},
    stage::Stage,
    text,
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// Most characters of a contribution's title.
pub const TITLE_MAX: u32 = 120;
/// Most characters of a contribution's Markdown text.
pub const BODY_MAX: u32 = 8_000;
/// Most characters that an author adds at a time.
pub const ADDITION_MAX: u32 = 2_000;

coded! {
    /// Where a contribution or comment stands with the moderator.
    pub enum ModerationState {
        Draft = "draft",
        PendingModeration = "pending_moderation",
        Published = "published",
        Reported = "reported",
        Hidden = "hidden",
        Restored = "restored",
    }
}

coded! {
    /// What moves a contribution through moderation.
    pub enum ModerationStep {
        /// The author sends it to a moderator who reads it first.
        Submit = "submit",
        /// It becomes public: by its author, or by the moderator where texts are read first.
        Publish = "publish",
        /// A reader reports it.
        Report = "report",
        /// The moderator finds nothing wrong with a reported text.
        Dismiss = "dismiss",
        /// The moderator hides it, with a reason.
        Hide = "hide",
        /// The moderator shows a hidden text again.
        Restore = "restore",
    }
}

impl ModerationState {
    /// The state after `step`.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: ModerationStep) -> Result<Self, StepRefused> {
        use ModerationState as S;
        use ModerationStep as T;
        match (self, step) {
            (S::Draft, T::Submit) => Ok(S::PendingModeration),
            (S::Draft | S::PendingModeration, T::Publish) => Ok(S::Published),
            (S::Published | S::Restored, T::Report) => Ok(S::Reported),
            (S::Reported, T::Dismiss) => Ok(S::Published),
            (S::PendingModeration | S::Published | S::Reported | S::Restored, T::Hide) => Ok(S::Hidden),
            (S::Hidden, T::Restore) => Ok(S::Restored),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether anybody may read it.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Reported | Self::Restored)
    }
}

coded! {
    /// Why a moderator hid a text.
    pub enum HideGround {
        Offensive = "offensive",
        PersonalData = "personal_data",
        Unlawful = "unlawful",
        Spam = "spam",
        OffTopic = "off_topic",
        Duplicate = "duplicate",
    }
}

/// The ground and the words with which a text was hidden; its author reads both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HideReason {
    pub ground: HideGround,
    pub reason: Reason,
}

impl HideReason {
    /// Reads `ground` and `reason`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(ground: &str, reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let ground = errors.take("ground", choice(ground));
        let reason = errors.take_all(Reason::parse(reason));
        ground.zip(reason).map(|(ground, reason)| Self { ground, reason }).ok_or(errors)
    }
}

coded! {
    /// What a reader may report and a moderator may hide.
    pub enum ModeratedKind {
        Contribution = "contribution",
        Comment = "comment",
    }
}

coded! {
    /// How a contribution reached the process.
    pub enum ContributionChannel {
        Online = "online",
        Event = "event",
        Paper = "paper",
        Phone = "phone",
        Survey = "survey",
        /// Composed by staff from others, which it names.
        Composed = "composed",
    }
}

/// A contribution as typed: title, Markdown text, table and optional place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContribution {
    pub title: String,
    pub body: String,
    pub table: TableId,
    pub place: Option<String>,
}

impl NewContribution {
    /// Reads `title`, `body`, `table` and `place`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(title: &str, body: &str, table: &str, place: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, TITLE_MAX).and_then(without_codes));
        let body = errors.take("body", text::prose(body, BODY_MAX).and_then(without_codes));
        let table = errors.take("table", choice(table));
        let place = errors.take("place", text::optional_line(place, 120));
        match (title, body, table, place) {
            (Some(title), Some(body), Some(table), Some(place)) => Ok(Self { title, body, table, place }),
            _ => Err(errors),
        }
    }
}

/// When contributions are taken: `closes_at` is the first instant at which they no longer are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContributionWindow {
    pub phase_open: bool,
    pub closes_at: Option<DateTime<Utc>>,
}

impl ContributionWindow {
    /// The window of a process at `stage`: its pack says in which stage, `last` is the last good day.
    #[must_use]
    pub fn of(stage: Stage, pack: &RulePack, last: Option<NaiveDate>) -> Self {
        let phase_open = pack.contributions_phase().is_some_and(|phase| phase.stage == stage);
        Self { phase_open, closes_at: last.filter(|_| phase_open).map(|day| Deadline(day).instant()) }
    }

    /// Whether a process at `stage` has started and opens its window in a phase to come.
    #[must_use]
    pub fn is_ahead(stage: Stage, pack: &RulePack) -> bool {
        stage.is_running() && pack.contributions_phase().is_some_and(|phase| stage < phase.stage)
    }
}

/// Whether a contribution, comment or support may be sent at `now`.
///
/// # Errors
/// `ContributionsClosed` from the closing instant on, `ContributionsNotOpen` in another phase.
pub fn may_contribute(window: ContributionWindow, now: DateTime<Utc>) -> Result<(), StepRefused> {
    match window.closes_at {
        Some(at) if now >= at => Err(Blocker::ContributionsClosed { at }.into()),
        _ if !window.phase_open => Err(Blocker::ContributionsNotOpen.into()),
        _ => Ok(()),
    }
}

/// Whether a person born on `born` has turned `min` by `today`; who is born on 29 February turns on 1 March.
///
/// # Errors
/// `TooYoung`, naming the age.
pub fn old_enough(born: NaiveDate, today: NaiveDate, min: u32) -> Result<(), Fault> {
    if years(born, today) >= i64::from(min) { Ok(()) } else { Err(Fault::TooYoung { min }) }
}

/// How many years a person born on `born` has turned by `today`; none where that is no age.
#[must_use]
pub fn age(born: NaiveDate, today: NaiveDate) -> Option<u8> {
    u8::try_from(years(born, today)).ok().filter(|age| *age <= 130)
}

fn years(born: NaiveDate, today: NaiveDate) -> i64 {
    let before_birthday = (today.month(), today.day()) < (born.month(), born.day());
    i64::from(today.year()) - i64::from(born.year()) - i64::from(before_birthday)
}

/// Whether who declared to have reached the age `declared` need not say once more that it is at least `min_age`.
#[must_use]
pub fn age_known(declared: Option<u8>, min_age: u8) -> bool {
    min_age == 0 || declared.is_some_and(|age| age >= min_age)
}

/// Reads a date of birth: a day of the calendar, not after `today`.
///
/// # Errors
/// As [`text::date`], or `Future`.
pub fn birth_date(typed: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    text::date(typed).and_then(|born| if born > today { Err(Fault::Future) } else { Ok(born) })
}

#[cfg(test)]
mod tests;
