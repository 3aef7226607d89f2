//! What became of a contribution: how it was assessed, and the answer its author was given.

mod combine;
mod together;

pub use combine::{Combining, Divided, Merged, PARTS_MAX, Part, Standing, may_combine, may_take_back, quoted, suits};
pub use together::{TOGETHER_MAX, Unanswerable, all_answerable, ticked, unanswerable};

use crate::{
    code::{choice, coded},
    contribution::ModerationState,
    invalid::{Fault, FieldErrors},
    refusal::{Blocker, StepRefused},
    stage::Stage,
    text,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Most characters of an answer.
pub const ANSWER_MAX: u32 = 4_000;

coded! {
    /// How a contribution was assessed.
    pub enum Evaluation {
        Unassessed = "unassessed",
        InSynthesis = "in_synthesis",
        Merged = "merged",
        /// Divided into several, each with what it asks.
        Split = "split",
        Accepted = "accepted",
        PartlyAccepted = "partly_accepted",
        Rejected = "rejected",
        OutOfScope = "out_of_scope",
        /// Put off: what it asks is decided later.
        Deferred = "deferred",
    }
}

impl Evaluation {
    /// Whether it is a result that an author can be told.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        !matches!(self, Self::Unassessed | Self::InSynthesis)
    }

    /// Whether somebody may choose it as an answer: a merge and a division are known by what they make.
    #[must_use]
    pub const fn is_given_by_hand(self) -> bool {
        self.is_settled() && !matches!(self, Self::Merged | Self::Split)
    }

    /// The step that leads here; none leads back to the start.
    #[must_use]
    pub const fn step(self) -> Option<AssessmentStep> {
        match self {
            Self::Unassessed => None,
            Self::InSynthesis => Some(AssessmentStep::Synthesise),
            Self::Merged => Some(AssessmentStep::Merge),
            Self::Split => Some(AssessmentStep::Split),
            Self::Accepted => Some(AssessmentStep::Accept),
            Self::PartlyAccepted => Some(AssessmentStep::AcceptInPart),
            Self::Rejected => Some(AssessmentStep::Reject),
            Self::OutOfScope => Some(AssessmentStep::PutOutOfScope),
            Self::Deferred => Some(AssessmentStep::Defer),
        }
    }

    /// Whether the answer must say why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::PartlyAccepted | Self::Rejected | Self::OutOfScope | Self::Deferred)
    }
}

/// A contribution's evaluation, and whether its author was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    pub evaluation: Evaluation,
    pub answered: bool,
}

coded! {
    /// What moves an assessment.
    pub enum AssessmentStep {
        /// A facilitator takes it up in a synthesis.
        Synthesise = "synthesise",
        Merge = "merge",
        Split = "split",
        Accept = "accept",
        AcceptInPart = "accept_in_part",
        Reject = "reject",
        PutOutOfScope = "put_out_of_scope",
        Defer = "defer",
        /// The author is told.
        Answer = "answer",
    }
}

impl Assessment {
    /// How every contribution starts.
    pub const START: Self = Self { evaluation: Evaluation::Unassessed, answered: false };

    /// The assessment after `step`; it may change until the author is answered, never after.
    ///
    /// # Errors
    /// `WrongState` when the step does not exist here.
    pub fn after(self, step: AssessmentStep) -> Result<Self, StepRefused> {
        use AssessmentStep as T;
        let settle = |evaluation| Ok(Self { evaluation, answered: false });
        match (self.answered, step) {
            (false, T::Answer) if self.evaluation.is_settled() => Ok(Self { answered: true, ..self }),
            (true, _) | (false, T::Answer) => Err(Blocker::WrongState.into()),
            (false, T::Synthesise) => settle(Evaluation::InSynthesis),
            (false, T::Merge) => settle(Evaluation::Merged),
            (false, T::Split) => settle(Evaluation::Split),
            (false, T::Accept) => settle(Evaluation::Accepted),
            (false, T::AcceptInPart) => settle(Evaluation::PartlyAccepted),
            (false, T::Reject) => settle(Evaluation::Rejected),
            (false, T::PutOutOfScope) => settle(Evaluation::OutOfScope),
            (false, T::Defer) => settle(Evaluation::Deferred),
        }
    }
}

impl Assessment {
    /// The assessment once the body decided: its word stands over an answer that was given before (DOMAIN C8).
    #[must_use]
    pub const fn decided(self, evaluation: Evaluation) -> Self {
        Self { evaluation, answered: true }
    }
}

impl fmt::Display for Assessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.evaluation, if self.answered { "+answered" } else { "" })
    }
}

/// The answer to a contribution, which may come at any time, while contributions are taken too: no rule sets a first day,
/// and who is off topic is told at once. Its result, with the reason where the result asks for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub evaluation: Evaluation,
    pub reason: String,
}

impl Answer {
    /// Reads `evaluation` and `reason`; the reason may be blank when all of it was accepted.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(evaluation: &str, reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let settled = |one: Evaluation| if one.is_given_by_hand() { Ok(one) } else { Err(Fault::Choice) };
        let evaluation = errors.take("evaluation", choice(evaluation).and_then(settled));
        let reason = errors.take("reason", text::optional_prose(reason, ANSWER_MAX));
        match (evaluation, reason) {
            (Some(evaluation), Some(reason)) if evaluation.needs_reason() && reason.is_empty() => {
                Err(FieldErrors::one("reason", Fault::Required))
            }
            (Some(evaluation), Some(reason)) => Ok(Self { evaluation, reason }),
            _ => Err(errors),
        }
    }

    /// The assessment once this answer is given to who waits for one.
    ///
    /// # Errors
    /// `WrongState` when an answer was given before.
    pub fn give(&self, before: Assessment) -> Result<Assessment, StepRefused> {
        let step = self.evaluation.step().ok_or(Blocker::WrongState)?;
        before.after(step)?.after(AssessmentStep::Answer)
    }
}

/// Lets somebody answer a contribution by hand: one that everybody reads, while its process is not over.
///
/// # Errors
/// `WrongState`.
pub fn may_answer(moderation: ModerationState, process: Stage) -> Result<(), StepRefused> {
    if moderation.is_public() && !process.is_over() { Ok(()) } else { Err(Blocker::WrongState.into()) }
}

/// Whether a contribution that becomes public again without an answer has to be asked for one: contributions are taken
/// no more, the others were answered or soon will be.
#[must_use]
pub const fn owes_answer(assessment: Assessment, process: Stage) -> bool {
    let later = matches!(process, Stage::Closing | Stage::Concluded | Stage::Impact | Stage::Monitored);
    later && !assessment.answered
}

#[cfg(test)]
mod tests;
