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
mod new;
mod results;

pub use answer::{Answers, Given, NewPaper, field_of};
pub use arrange::{Arrangement, How, Part};
pub use new::{NewQuestion, NewSection, TypedQuestion};
pub use results::{LEAST, Partition, Result as QuestionResult, Shown, results};

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
            errors.add("closes_on", Fault::Order);
        }
        match (title, lead, audience, closes_on) {
            (Some(title), Some(lead), Some(audience), Some(closes_on)) if errors.is_empty() => {
                Ok(Self { title, lead, audience, closes_on, publishes })
            }
            _ => Err(errors),
        }
    }
}

/// What is asked, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    pub sections: Vec<Section>,
}

/// Questions that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub key: u32,
    pub title: String,
    #[serde(default)]
    pub lead: String,
    #[serde(default)]
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Stays the same wherever the question is moved.
    pub key: u32,
    pub text: String,
    #[serde(default)]
    pub hint: String,
    #[serde(default)]
    pub required: bool,
    pub asks: Asks,
    #[serde(default)]
    pub shown_if: Option<Condition>,
}

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Asks {
    /// One of these.
    Single { options: Vec<String> },
    /// Any of these.
    Several { options: Vec<String> },
    /// A step from `from` to `to`, whose ends are named.
    Scale { from: i64, to: i64, low: String, high: String },
    /// One of the columns for each row.
    Matrix { rows: Vec<String>, columns: Vec<String> },
    /// A whole number.
    Number { min: i64, max: i64 },
    /// The respondent's own words.
    Text { max: u32 },
}

/// The answer of an earlier question with which a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    pub question: u32,
    /// Counted from nought among [`Asks::choices`].
    pub choice: u32,
}

impl Asks {
    /// The kind of answer.
    #[must_use]
    pub const fn kind(&self) -> QuestionKind {
        match self {
            Self::Single { .. } => QuestionKind::Single,
            Self::Several { .. } => QuestionKind::Several,
            Self::Scale { .. } => QuestionKind::Scale,
            Self::Matrix { .. } => QuestionKind::Matrix,
            Self::Number { .. } => QuestionKind::Number,
            Self::Text { .. } => QuestionKind::Text,
        }
    }

    /// What may be chosen as a whole; none where one chooses row by row, or writes.
    #[must_use]
    pub fn choices(&self) -> Vec<String> {
        match self {
            Self::Single { options } | Self::Several { options } => options.clone(),
            Self::Scale { from, to, .. } => (*from..=*to).map(|step| step.to_string()).collect(),
            Self::Matrix { .. } | Self::Number { .. } | Self::Text { .. } => Vec::new(),
        }
    }
}

impl Definition {
    /// Every question, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question with this key, and its number as people count, from one.
    #[must_use]
    pub fn question(&self, key: u32) -> Option<(usize, &Question)> {
        (1..).zip(self.questions()).find(|(_, question)| question.key == key)
    }

    /// Whether each condition names an answer of an earlier question.
    ///
    /// # Errors
    /// `ConditionBroken`, with the number of the first question whose condition does not.
    pub fn holds(&self) -> Result<(), StepRefused> {
        let all: Vec<&Question> = self.questions().collect();
        let broken = all.iter().enumerate().find(|(place, question)| {
            question.shown_if.is_some_and(|wanted| {
                let asked = all[..*place].iter().find(|earlier| earlier.key == wanted.question);
                asked.is_none_or(|asked| asked.asks.choices().len() <= wanted.choice as usize)
            })
        });
        let number = |place: usize| u32::try_from(place + 1).unwrap_or(u32::MAX);
        broken.map_or(Ok(()), |(place, _)| Err(Blocker::ConditionBroken { number: number(place) }.into()))
    }

    /// Whether it can be opened.
    ///
    /// # Errors
    /// `QuestionsMissing` where nothing is asked; as [`Self::holds`].
    pub fn may_open(&self) -> Result<(), StepRefused> {
        if self.questions().next().is_none() { Err(Blocker::QuestionsMissing.into()) } else { self.holds() }
    }

    /// A key that no section and no question has.
    fn fresh_key(&self) -> u32 {
        let sections = self.sections.iter().map(|section| section.key);
        sections.chain(self.questions().map(|question| question.key)).max().unwrap_or(0) + 1
    }
}

#[cfg(test)]
mod tests;
