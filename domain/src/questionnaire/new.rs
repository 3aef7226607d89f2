//! Sections and questions as they are typed.

use super::{Asks, Condition, Definition, MOST_QUESTIONS, MOST_SECTIONS, Question, QuestionKind, Section};
use crate::{
    code::choice,
    invalid::{Fault, FieldErrors},
    number::whole,
    refusal::{Blocker, StepRefused},
    text,
};

/// The furthest that a number may lie from nought.
const FURTHEST: i64 = 1_000_000_000;

/// A section as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSection {
    pub title: String,
    pub lead: String,
}

impl NewSection {
    /// Reads `title` and `lead`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(title: &str, lead: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = errors.take("title", text::line(title, 160));
        let lead = errors.take("lead", text::optional_prose(lead, 2_000));
        title.zip(lead).map(|(title, lead)| Self { title, lead }).ok_or(errors)
    }
}

/// A question as typed: each kind reads the fields that are its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    text: String,
    hint: String,
    required: bool,
    asks: Asks,
    shown_if: Option<Condition>,
}

/// The texts of the form for a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedQuestion {
    pub text: String,
    pub hint: String,
    pub kind: String,
    pub required: bool,
    /// One a line.
    pub options: String,
    /// One a line.
    pub rows: String,
    pub min: String,
    pub max: String,
    pub low: String,
    pub high: String,
    /// `question:choice`, or blank.
    pub shown_if: String,
}

impl NewQuestion {
    /// Reads `text`, `hint`, `kind`, `options`, `rows`, `min`, `max`, `low`, `high` and `shown_if`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(typed: &TypedQuestion) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let text = errors.take("text", text::line(&typed.text, 300));
        let hint = errors.take("hint", text::optional_line(&typed.hint, 300)).flatten().unwrap_or_default();
        let kind = errors.take("kind", choice(&typed.kind));
        let shown_if = errors.take("shown_if", condition(&typed.shown_if)).flatten();
        let asks = kind.and_then(|kind| asks(&mut errors, kind, typed));
        match (text, asks) {
            (Some(text), Some(asks)) if errors.is_empty() => {
                Ok(Self { text, hint, required: typed.required, asks, shown_if })
            }
            _ => Err(errors),
        }
    }
}

fn condition(typed: &str) -> Result<Option<Condition>, Fault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let (question, choice) = typed.split_once(':').ok_or(Fault::Choice)?;
    let number = |text: &str| text.parse().map_err(|_| Fault::Choice);
    Ok(Some(Condition { question: number(question)?, choice: number(choice)? }))
}

fn asks(errors: &mut FieldErrors, kind: QuestionKind, typed: &TypedQuestion) -> Option<Asks> {
    match kind {
        QuestionKind::Single => {
            errors.take("options", lines(&typed.options, 2, 20)).map(|options| Asks::Single { options })
        }
        QuestionKind::Several => {
            errors.take("options", lines(&typed.options, 2, 20)).map(|options| Asks::Several { options })
        }
        QuestionKind::Scale => {
            let from = errors.take("min", whole(&typed.min, 0, 1));
            let to = errors.take("max", whole(&typed.max, 2, 10));
            let low = errors.take("low", text::line(&typed.low, 80));
            let high = errors.take("high", text::line(&typed.high, 80));
            let ends = from.zip(to).zip(low.zip(high));
            ends.map(|((from, to), (low, high))| Asks::Scale { from, to, low, high })
        }
        QuestionKind::Matrix => {
            let rows = errors.take("rows", lines(&typed.rows, 1, 12));
            let columns = errors.take("options", lines(&typed.options, 2, 7));
            rows.zip(columns).map(|(rows, columns)| Asks::Matrix { rows, columns })
        }
        QuestionKind::Number => {
            let min = errors.take("min", whole(&typed.min, -FURTHEST, FURTHEST - 1));
            let least = min.map_or(-FURTHEST, |min| min + 1);
            let max = errors.take("max", whole(&typed.max, least, FURTHEST));
            min.zip(max).map(|(min, max)| Asks::Number { min, max })
        }
        QuestionKind::Text => {
            let blank = typed.max.trim().is_empty();
            let max = errors.take("max", if blank { Ok(1_000) } else { whole(&typed.max, 50, 2_000) });
            max.and_then(|max| u32::try_from(max).ok()).map(|max| Asks::Text { max })
        }
    }
}

/// From `min` to `max` different lines.
fn lines(typed: &str, min: u32, max: u32) -> Result<Vec<String>, Fault> {
    let mut read: Vec<String> = Vec::new();
    for typed in typed.lines().filter(|line| !line.trim().is_empty()) {
        let line = text::line(typed, 160)?;
        if read.contains(&line) {
            return Err(Fault::Repeated);
        }
        read.push(line);
    }
    let count = u32::try_from(read.len()).unwrap_or(u32::MAX);
    if (min..=max).contains(&count) { Ok(read) } else { Err(Fault::Lines { min, max }) }
}

impl Definition {
    /// The same with a section more at its end, or with section `key` as typed.
    ///
    /// # Errors
    /// `WrongState` where the section is gone, `QuestionnaireFull`.
    pub fn with_section(&self, key: Option<u32>, new: NewSection) -> Result<Self, StepRefused> {
        let mut after = self.clone();
        let NewSection { title, lead } = new;
        match key {
            Some(key) => {
                let section = after.sections.iter_mut().find(|section| section.key == key);
                let section = section.ok_or(Blocker::WrongState)?;
                (section.title, section.lead) = (title, lead);
            }
            None if self.sections.len() >= MOST_SECTIONS => return Err(Blocker::QuestionnaireFull.into()),
            None => after.sections.push(Section { key: self.fresh_key(), title, lead, questions: Vec::new() }),
        }
        Ok(after)
    }

    /// The same with a question more at the end of section `section`, or with question `key` as typed.
    ///
    /// # Errors
    /// `WrongState` where section or question are gone, `QuestionnaireFull`, `ConditionBroken`.
    pub fn with_question(&self, section: u32, key: Option<u32>, new: NewQuestion) -> Result<Self, StepRefused> {
        let mut after = self.clone();
        let NewQuestion { text, hint, required, asks, shown_if } = new;
        let made = |key| Question { key, text, hint, required, asks, shown_if };
        if let Some(key) = key {
            let mut all = after.sections.iter_mut().flat_map(|section| &mut section.questions);
            let old = all.find(|question| question.key == key).ok_or(Blocker::WrongState)?;
            let before = old.asks.choices();
            *old = made(key);
            let now = old.asks.choices();
            after.follow(key, &before, &now);
        } else {
            if self.questions().count() >= MOST_QUESTIONS {
                return Err(Blocker::QuestionnaireFull.into());
            }
            let fresh = self.fresh_key();
            let section = after.sections.iter_mut().find(|one| one.key == section).ok_or(Blocker::WrongState)?;
            section.questions.push(made(fresh));
        }
        after.holds()?;
        Ok(after)
    }

    /// Lets what depends on a choice of question `key` go on depending on it where it stands among the choices now; a
    /// choice that is gone leaves a condition that does not hold.
    fn follow(&mut self, key: u32, before: &[String], now: &[String]) {
        let place = |choice: u32| {
            let words = before.get(choice as usize)?;
            u32::try_from(now.iter().position(|one| one == words)?).ok()
        };
        let all = self.sections.iter_mut().flat_map(|section| &mut section.questions);
        for wanted in all.filter_map(|question| question.shown_if.as_mut()).filter(|wanted| wanted.question == key) {
            wanted.choice = place(wanted.choice).unwrap_or(u32::MAX);
        }
    }
}
