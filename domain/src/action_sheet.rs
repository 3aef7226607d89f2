//! Action sheets (*schede azione*) of an agenda: what becomes of the proposals that the body accepts.

use crate::{
    code::{choice, coded},
    invalid::FieldErrors,
    outcome::MeritDecision,
    refusal::{Blocker, StepRefused},
    text,
};
use serde::{Deserialize, Serialize};

coded! {
    /// Where an action stands; people read the four situations of Prato's agenda and what lies before and after them.
    pub enum ActionSituation {
        /// The proposal was accepted, and nobody said yet when.
        Idea = "idea",
        /// Within three years.
        PlannedLater = "planned_later",
        ShortTerm = "short_term",
        /// Programmed, and not started.
        Programmed = "programmed",
        Running = "running",
        Completed = "completed",
        /// Given up, with a reason.
        Abandoned = "abandoned",
    }
}

coded! {
    /// What moves an action.
    pub enum ActionStep {
        /// Takes it up for the next three years.
        PlanLater = "plan_later",
        /// Takes it up for the short term.
        BringNear = "bring_near",
        /// Puts it into the year's programme.
        Programme = "programme",
        Start = "start",
        Complete = "complete",
        /// Gives it up; asks for the reason.
        Abandon = "abandon",
    }
}

impl ActionSituation {
    /// The situation after `step`. What has not started may skip a situation; nothing goes back.
    ///
    /// # Errors
    /// `WrongState` where the step does not exist.
    pub fn after(self, step: ActionStep) -> Result<Self, StepRefused> {
        use ActionSituation as S;
        use ActionStep as T;
        match (self, step) {
            (S::Idea, T::PlanLater) => Ok(S::PlannedLater),
            (S::Idea | S::PlannedLater, T::BringNear) => Ok(S::ShortTerm),
            (S::Idea | S::PlannedLater | S::ShortTerm, T::Programme) => Ok(S::Programmed),
            (S::Programmed, T::Start) => Ok(S::Running),
            (S::Running, T::Complete) => Ok(S::Completed),
            (S::Idea | S::PlannedLater | S::ShortTerm | S::Programmed | S::Running, T::Abandon) => Ok(S::Abandoned),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// The steps that lead on from here.
    pub fn steps(self) -> impl Iterator<Item = ActionStep> {
        ActionStep::ALL.iter().copied().filter(move |&step| self.after(step).is_ok())
    }
}

impl ActionStep {
    /// Whether the public is owed a reason.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Abandon)
    }
}

/// When a decided proposal becomes an action sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Making {
    /// With the publication of the decisions.
    AtOnce,
    /// When who answers for the decision asks for it.
    OnRequest,
    Never,
}

impl Making {
    /// What the body's decision on a proposal means for the agenda.
    #[must_use]
    pub const fn of(decision: MeritDecision) -> Self {
        match decision {
            MeritDecision::Accepted => Self::AtOnce,
            MeritDecision::PartlyAccepted => Self::OnRequest,
            MeritDecision::Rejected | MeritDecision::Deferred => Self::Never,
        }
    }
}

/// The code of the sheet that is made as the `count`th of its agenda.
#[must_use]
pub fn code(count: u64) -> String {
    format!("A{count}")
}

/// A step as typed, with the reason where one is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMove {
    pub step: ActionStep,
    pub reason: String,
}

impl NewMove {
    /// Reads the fields `step` and `reason`; the reason may be empty unless the step owes one.
    ///
    /// # Errors
    /// The fault of each field.
    pub fn parse(step: &str, reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let step = errors.take("step", choice::<ActionStep>(step));
        let needed = step.is_some_and(ActionStep::needs_reason);
        let reason = if needed { text::prose(reason, 2_000) } else { text::optional_prose(reason, 2_000) };
        let reason = errors.take("reason", reason);
        match (step, reason) {
            (Some(step), Some(reason)) => Ok(Self { step, reason }),
            _ => Err(errors),
        }
    }
}

/// Title and description of an action, as long as those of the proposal it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionText {
    pub title: String,
    pub text: String,
}

impl ActionText {
    /// Reads the fields `title` and `text`.
    ///
    /// # Errors
    /// The fault of each field.
    pub fn parse(title: &str, text: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, 160));
        let text = errors.take("text", text::prose(text, 8_000));
        match (title, text) {
            (Some(title), Some(text)) => Ok(Self { title, text }),
            _ => Err(errors),
        }
    }
}

#[cfg(test)]
mod tests;
