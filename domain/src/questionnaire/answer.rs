//! Answers: read from a form, question by question, as far as their conditions hold.

use super::{Asks, Definition, Question};
use crate::{
    invalid::{Fault, FieldErrors},
    number::whole,
    text,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was answered to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// One choice, counted from nought.
    One(u32),
    /// Some choices, in order.
    Many(Vec<u32>),
    /// A column for each row, where one was chosen.
    Rows(Vec<Option<u32>>),
    Number(i64),
    Text(String),
}

impl Given {
    /// Whether it is, or holds, this choice.
    #[must_use]
    pub fn holds(&self, choice: u32) -> bool {
        match self {
            Self::One(one) => *one == choice,
            Self::Many(many) => many.contains(&choice),
            Self::Rows(_) | Self::Number(_) | Self::Text(_) => false,
        }
    }
}

/// One person's answers, by the key of the question; what was not answered is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<u32, Given>);

/// The name of the field for a question, or for one row of it.
#[must_use]
pub fn field_of(question: u32, row: Option<usize>) -> String {
    row.map_or_else(|| format!("q{question}"), |row| format!("q{question}r{row}"))
}

/// Whether a field with this name may be one of [`field_of`], which is sent once for each tick.
#[must_use]
pub fn is_field(name: &str) -> bool {
    name.strip_prefix('q').is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
}

impl Question {
    /// Whether it is asked of somebody who gave `answers` so far.
    #[must_use]
    pub fn is_shown(&self, answers: &Answers) -> bool {
        self.shown_if.is_none_or(|wanted| answers.0.get(&wanted.question).is_some_and(|it| it.holds(wanted.choice)))
    }
}

impl Definition {
    /// Reads what was sent, by the names of [`field_of`]; what is not asked under these answers counts for nothing.
    ///
    /// # Errors
    /// Field by field; where nothing at all was answered, `Required` at the first question.
    pub fn read(&self, sent: &[(String, String)]) -> Result<Answers, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut answers = Answers::default();
        for question in self.questions() {
            if !question.is_shown(&answers) {
                continue;
            }
            if let Some(given) = read_one(&mut errors, question, sent) {
                answers.0.insert(question.key, given);
            }
        }
        if answers.0.is_empty() && errors.is_empty() {
            let first = self.questions().next().map_or(0, |question| question.key);
            errors.add(&field_of(first, None), Fault::Required);
        }
        if errors.is_empty() { Ok(answers) } else { Err(errors) }
    }
}

/// What was sent for one question; nothing where it was left out or is faulty.
fn read_one(errors: &mut FieldErrors, question: &Question, sent: &[(String, String)]) -> Option<Given> {
    let name = field_of(question.key, None);
    let typed = |name: &str| sent.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim()).to_owned();
    let missing = |errors: &mut FieldErrors, name: &str| {
        if question.required {
            errors.add(name, Fault::Required);
        }
    };
    match &question.asks {
        Asks::Several { options } => {
            let ticked = sent.iter().filter(|(key, value)| *key == name && !value.is_empty());
            let read: Result<Vec<u32>, Fault> = ticked.map(|(_, value)| index(value, options.len())).collect();
            let mut many = errors.take(&name, read)?;
            many.sort_unstable();
            many.dedup();
            if many.is_empty() {
                missing(errors, &name);
                return None;
            }
            Some(Given::Many(many))
        }
        Asks::Matrix { rows, columns } => {
            let mut read = Vec::with_capacity(rows.len());
            for row in 0..rows.len() {
                let name = field_of(question.key, Some(row));
                let value = typed(&name);
                if value.is_empty() {
                    missing(errors, &name);
                    read.push(None);
                } else {
                    read.push(errors.take(&name, index(&value, columns.len())));
                }
            }
            read.iter().any(Option::is_some).then_some(Given::Rows(read))
        }
        asks => {
            let value = typed(&name);
            if value.is_empty() {
                missing(errors, &name);
                return None;
            }
            errors.take(&name, plain(asks, &value))
        }
    }
}

/// An answer that is one value.
fn plain(asks: &Asks, value: &str) -> Result<Given, Fault> {
    match asks {
        Asks::Number { min, max } => whole(value, *min, *max).map(Given::Number),
        Asks::Text { max } => text::prose(value, *max).map(Given::Text),
        other => index(value, other.choices().len()).map(Given::One),
    }
}

/// One of so many choices, counted from nought.
fn index(value: &str, count: usize) -> Result<u32, Fault> {
    let index: u32 = value.parse().map_err(|_| Fault::Choice)?;
    if (index as usize) < count { Ok(index) } else { Err(Fault::Choice) }
}

/// What is noted beside answers that came on paper: the number on the sheet, which comes once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPaper {
    pub number: u32,
}

impl NewPaper {
    /// Reads `number`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(number: &str) -> Result<Self, FieldErrors> {
        let number = whole(number, 1, 999_999).map_err(|fault| FieldErrors::one("number", fault))?;
        Ok(Self { number: u32::try_from(number).unwrap_or(0) })
    }
}
