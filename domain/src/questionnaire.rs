//! Questionnaires (*questionari*): what is asked, who answers, until when. What was opened is never changed: a
//! correction is a new version.

use crate::{
    code::coded,
    invalid::{Fault, FieldErrors},
    refusal::{Blocker, StepRefused},
    text,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

mod answer;
mod arrange;
mod definition;
mod new;
mod results;

pub use answer::{Answers, Given, NewPaper, field_of, is_field};
pub use arrange::{Arrangement, How, Part};
pub use definition::{Asks, Condition, Definition, Question, Section};
pub use new::{NewQuestion, NewSection, TypedQuestion};
pub use results::{LEAST, OfQuestion, Partition, Result as QuestionResult, Shown, results};

/// The most sections of a questionnaire.
pub const MOST_SECTIONS: usize = 20;
/// The most questions of a questionnaire.
pub const MOST_QUESTIONS: usize = 60;
/// The most addresses that are invited at a time.
pub const MOST_INVITED: u32 = 200;

coded! {
    /// Where a questionnaire stands.
    pub enum QuestionnaireState {
        Draft = "draft",
        Open = "open",
        Closed = "closed",
    }
}

coded! {
    /// What moves a questionnaire on.
    pub enum QuestionnaireStep {
        Open = "open",
        Close = "close",
    }
}

coded! {
    /// Who answers.
    pub enum Audience {
        /// Whoever has the address, without being known.
        Anonymous = "anonymous",
        /// Who signed in, once.
        SignedIn = "signed_in",
        /// Who was sent a link, once.
        Invited = "invited",
    }
}

coded! {
    /// How an answer came in.
    pub enum AnswerChannel {
        Web = "web",
        Paper = "paper",
    }
}

coded! {
    /// What kind of answer a question asks for.
    pub enum QuestionKind {
        Single = "single",
        Several = "several",
        Scale = "scale",
        Matrix = "matrix",
        Number = "number",
        Text = "text",
    }
}

impl QuestionnaireState {
    /// The state that `step` leads to.
    ///
    /// # Errors
    /// `WrongState` where the step does not exist.
    pub fn after(self, step: QuestionnaireStep) -> Result<Self, StepRefused> {
        match (self, step) {
            (Self::Draft, QuestionnaireStep::Open) => Ok(Self::Open),
            (Self::Open, QuestionnaireStep::Close) => Ok(Self::Closed),
            _ => Err(Blocker::WrongState.into()),
        }
    }

    /// Whether what is asked may still be changed.
    ///
    /// # Errors
    /// `WrongState` once it was opened.
    pub fn may_edit(self) -> Result<(), StepRefused> {
        if self == Self::Draft { Ok(()) } else { Err(Blocker::WrongState.into()) }
    }

    /// The state at `now` of what is answered until the instant `end`: then it is closed by itself.
    #[must_use]
    pub fn at(self, end: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Self {
        if self == Self::Open && end.is_some_and(|end| now >= end) { Self::Closed } else { self }
    }
}

/// What a questionnaire says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionnaireHead {
    pub title: String,
    pub lead: String,
    pub audience: Audience,
    /// The last day on which it is answered; else somebody closes it.
    pub closes_on: Option<NaiveDate>,
    /// Whether everybody reads the results once it is closed.
    pub publishes: bool,
}

impl QuestionnaireHead {
    /// Reads `title`, `lead`, `audience`, `closes_on`, which `today` has not passed, and `publishes`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        title: &str,
        lead: &str,
        audience: &str,
        closes_on: &str,
        publishes: bool,
        today: NaiveDate,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, 160));
        let lead = errors.take("lead", text::optional_prose(lead, 2_000));
        let audience = errors.take("audience", crate::code::choice(audience));
        let blank = closes_on.trim().is_empty();
        let closes_on = errors.take("closes_on", if blank { Ok(None) } else { text::date(closes_on).map(Some) });
        if closes_on.flatten().is_some_and(|day| day < today) {
            errors.add("closes_on", Fault::Past);
        }
        match (title, lead, audience, closes_on) {
            (Some(title), Some(lead), Some(audience), Some(closes_on)) if errors.is_empty() => {
                Ok(Self { title, lead, audience, closes_on, publishes })
            }
            _ => Err(errors),
        }
    }

    /// The same with a later last day, which `today` has not passed either.
    ///
    /// # Errors
    /// `Past` or `Order` at `closes_on`, beside what is no date.
    pub fn extended(&self, closes_on: &str, today: NaiveDate) -> Result<Self, FieldErrors> {
        let wrong = |fault| FieldErrors::one("closes_on", fault);
        let day = text::date(closes_on).map_err(wrong)?;
        if day < today {
            return Err(wrong(Fault::Past));
        }
        if self.closes_on.is_some_and(|before| day <= before) {
            return Err(wrong(Fault::Order));
        }
        Ok(Self { closes_on: Some(day), ..self.clone() })
    }
}

#[cfg(test)]
mod tests;
