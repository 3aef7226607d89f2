//! Minutes (*verbali*): drafted, commented by the members, approved, published, and then only added to.

use crate::{
    calendar::{Deadline, Holidays, add_days},
    code::coded,
    invalid::FieldErrors,
    meeting::MeetingState,
    pack::RulePack,
    refusal::{Blocker, StepRefused},
    text,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

mod approval;
mod decision;

pub use approval::{Tally, Voice};
pub use decision::{Decision, Dissent, with_decision, with_dissent};

coded! {
    /// Where minutes stand.
    pub enum MinutesState {
        Draft = "draft",
        /// Members comment until the instant kept beside the state.
        InComment = "in_comment",
        Approved = "approved",
        Published = "published",
    }
}

coded! {
    /// What moves minutes.
    pub enum MinutesStep {
        /// The draft goes to the members.
        OpenComments = "open_comments",
        /// The draft is rewritten; its comment window will begin anew.
        Rewrite = "rewrite",
        Approve = "approve",
        Publish = "publish",
    }
}

impl MinutesState {
    /// The state after `step`, guards apart.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: MinutesStep) -> Result<Self, StepRefused> {
        use MinutesState as S;
        use MinutesStep as T;
        match (self, step) {
            (S::Draft, T::OpenComments) => Ok(S::InComment),
            (S::InComment, T::Rewrite) => Ok(S::Draft),
            (S::InComment, T::Approve) => Ok(S::Approved),
            (S::Approved, T::Publish) => Ok(S::Published),
            _ => Err(Blocker::WrongState.into()),
        }
    }
}

impl MinutesState {
    /// The state after `step` where the body has `members` who comment, or none: then a draft is approved as it is.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after_among(self, step: MinutesStep, members: bool) -> Result<Self, StepRefused> {
        match (self, step) {
            (Self::Draft, MinutesStep::Approve) if !members => Ok(Self::Approved),
            (Self::Draft, MinutesStep::OpenComments) if !members => Err(Blocker::WrongState.into()),
            _ => self.after(step),
        }
    }
}

/// Whether minutes of a meeting may be begun: once it was held.
///
/// # Errors
/// `WrongState` before.
pub fn may_begin(meeting: MeetingState) -> Result<(), StepRefused> {
    if meeting == MeetingState::Held { Ok(()) } else { Err(Blocker::WrongState.into()) }
}

/// The last day on which members comment minutes that go to them `today`, for so many `days`.
#[must_use]
pub fn comment_window(today: NaiveDate, days: u32, pack: &RulePack, holidays: Holidays) -> Deadline {
    Deadline(holidays.roll(add_days(today, days), pack.rolling))
}

/// Minutes as their rules see them; `comments_until` is the first instant at which comments are no longer taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    pub state: MinutesState,
    pub comments_until: Option<DateTime<Utc>>,
}

impl Minutes {
    /// Minutes nobody has seen yet.
    pub const DRAFT: Self = Self { state: MinutesState::Draft, comments_until: None };

    /// The minutes with their comment window open until `until`.
    ///
    /// # Errors
    /// `WrongState`.
    pub fn open_comments(self, until: DateTime<Utc>) -> Result<Self, StepRefused> {
        let state = self.state.after(MinutesStep::OpenComments)?;
        Ok(Self { state, comments_until: Some(until) })
    }

    /// The minutes taken back to be rewritten.
    ///
    /// # Errors
    /// `WrongState`.
    pub fn rewrite(self) -> Result<Self, StepRefused> {
        Ok(Self { state: self.state.after(MinutesStep::Rewrite)?, comments_until: None })
    }

    /// The minutes approved at `now`; where all `agreed` ([`Tally::agreed`]), their window ends with it.
    ///
    /// # Errors
    /// `CommentsStillOpen` before the window ends, or `WrongState`.
    pub fn approve(self, now: DateTime<Utc>, agreed: bool) -> Result<Self, StepRefused> {
        let state = self.state.after(MinutesStep::Approve)?;
        let comments_until = self.comments_until.map(|until| if agreed { until.min(now) } else { until });
        Self { comments_until, ..self }.after_window(state, now)
    }

    fn after_window(self, state: MinutesState, now: DateTime<Utc>) -> Result<Self, StepRefused> {
        match self.comments_until {
            Some(until) if now < until => Err(Blocker::CommentsStillOpen { until }.into()),
            _ => Ok(Self { state, ..self }),
        }
    }

    /// The minutes of a meeting without members approved at `now`: nobody is asked to comment first.
    ///
    /// # Errors
    /// `CommentsStillOpen` where comments were opened all the same and their window runs, or `WrongState`.
    pub fn approve_alone(self, now: DateTime<Utc>) -> Result<Self, StepRefused> {
        let state = self.state.after_among(MinutesStep::Approve, false)?;
        self.after_window(state, now)
    }

    /// The minutes published.
    ///
    /// # Errors
    /// `WrongState` unless they are approved.
    pub fn publish(self) -> Result<Self, StepRefused> {
        Ok(Self { state: self.state.after(MinutesStep::Publish)?, ..self })
    }

    /// Whether a person may comment at `now`.
    ///
    /// # Errors
    /// `NotAMember`, `CommentsClosed` from the end of the window on, or `WrongState` outside it.
    pub fn may_comment(self, is_member: bool, now: DateTime<Utc>) -> Result<(), StepRefused> {
        match (self.state, self.comments_until) {
            _ if !is_member => Err(Blocker::NotAMember.into()),
            (MinutesState::InComment, Some(until)) if now < until => Ok(()),
            (_, Some(until)) => Err(Blocker::CommentsClosed { until }.into()),
            (_, None) => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether the text and the decisions may change: in draft alone, so that members comment on what they read.
    ///
    /// # Errors
    /// `MinutesApproved` once they are, `WrongState` while members comment.
    pub fn may_edit(self) -> Result<(), StepRefused> {
        match self.state {
            MinutesState::Draft => Ok(()),
            MinutesState::InComment => Err(Blocker::WrongState.into()),
            MinutesState::Approved | MinutesState::Published => Err(Blocker::MinutesApproved.into()),
        }
    }

    /// Whether an addendum may be put to the minutes: once they are approved.
    ///
    /// # Errors
    /// `WrongState` before.
    pub fn may_add_addendum(self) -> Result<(), StepRefused> {
        match self.state {
            MinutesState::Approved | MinutesState::Published => Ok(()),
            MinutesState::Draft | MinutesState::InComment => Err(Blocker::WrongState.into()),
        }
    }
}

/// The text of minutes as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMinutes {
    pub text: String,
}

/// A member's comment as typed; an objection is published with the minutes, under the organisation's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMinutesComment {
    pub text: String,
    pub objection: bool,
}

/// An addendum to approved minutes as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAddendum {
    pub text: String,
}

impl NewMinutes {
    /// Reads `text`.
    ///
    /// # Errors
    /// When it is blank, longer than 40,000 characters or holds control characters.
    pub fn parse(typed: &str) -> Result<Self, FieldErrors> {
        read(typed, 40_000).map(|text| Self { text })
    }
}

impl NewMinutesComment {
    /// Reads `text`, and `objection`, a tick box: blank is no.
    ///
    /// # Errors
    /// When the text is blank, longer than 2,000 characters or holds control characters.
    pub fn parse(typed: &str, objection: &str) -> Result<Self, FieldErrors> {
        read(typed, 2_000).map(|text| Self { text, objection: !objection.trim().is_empty() })
    }
}

impl NewAddendum {
    /// Reads `text`.
    ///
    /// # Errors
    /// When it is blank, longer than 8,000 characters or holds control characters.
    pub fn parse(typed: &str) -> Result<Self, FieldErrors> {
        read(typed, 8_000).map(|text| Self { text })
    }
}

fn read(typed: &str, max: u32) -> Result<String, FieldErrors> {
    text::prose(typed, max).map_err(|fault| FieldErrors::one("text", fault))
}

#[cfg(test)]
mod tests;
