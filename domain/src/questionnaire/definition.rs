//! What is asked: sections, questions, and the answers on which a question depends.

use super::QuestionKind;
use crate::refusal::{Blocker, StepRefused};
use serde::{Deserialize, Serialize};

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
    pub(super) fn fresh_key(&self) -> u32 {
        let sections = self.sections.iter().map(|section| section.key);
        sections.chain(self.questions().map(|question| question.key)).max().unwrap_or(0) + 1
    }
}
