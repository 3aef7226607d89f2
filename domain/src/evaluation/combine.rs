//! Contributions that ask the same become one, one that asks several things becomes several. What people wrote stays as it
//! is: new contributions are composed, and the old ones are answered with them.

use super::{Assessment, Evaluation, TOGETHER_MAX, all_answerable};
use crate::{
    code::coded,
    contribution::{BODY_MAX, ModerationState, NewContribution, TITLE_MAX},
    invalid::FieldErrors,
    personal_data::without_codes,
    reason::Reason,
    refusal::{Blocker, StepRefused},
    stage::Stage,
    text,
};
use std::collections::BTreeMap;

/// Most parts into which one contribution is divided.
pub const PARTS_MAX: u32 = 6;

coded! {
    /// How contributions are composed from others.
    pub enum Combining {
        /// Several that ask the same become one.
        Merge = "merge",
        /// One that asks several things becomes several.
        Split = "split",
    }
}

impl Combining {
    /// How what it was composed from stands afterwards.
    #[must_use]
    pub const fn evaluation(self) -> Evaluation {
        match self {
            Self::Merge => Evaluation::Merged,
            Self::Split => Evaluation::Split,
        }
    }
}

/// Whether `taken` contributions become `made` others in this way.
#[must_use]
pub const fn suits(kind: Combining, taken: u32, made: u32) -> bool {
    match kind {
        Combining::Merge => taken >= 2 && taken <= TOGETHER_MAX && made == 1,
        Combining::Split => taken == 1 && made >= 2 && made <= PARTS_MAX,
    }
}

/// Lets contributions of a process at `stage` be composed from others: while they are taken and while they are examined,
/// not once the result is with the body.
///
/// # Errors
/// `WrongState` in another stage, `NotAnswerable` with how many are hidden, held or answered.
pub fn may_combine(
    stage: Stage,
    taken: impl IntoIterator<Item = (ModerationState, Assessment)>,
) -> Result<(), StepRefused> {
    match stage {
        Stage::Opening | Stage::Closing => all_answerable(taken),
        _ => Err(Blocker::WrongState.into()),
    }
}

/// What became of a contribution that was composed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub moderation: ModerationState,
    pub answered: bool,
    /// Somebody supports, discusses or reported it, or took it up.
    pub touched: bool,
}

/// Lets what was composed be taken back, all of it: while nobody stands behind it or built on it.
///
/// # Errors
/// `WrongState` in another stage, `ComposedUntouched` where somebody did.
pub fn may_take_back(stage: Stage, made: impl IntoIterator<Item = Standing>) -> Result<(), StepRefused> {
    may_combine(stage, [])?;
    let untouched = |one: Standing| one.moderation == ModerationState::Published && !one.answered && !one.touched;
    if made.into_iter().all(untouched) { Ok(()) } else { Err(Blocker::ComposedUntouched.into()) }
}

/// Several contributions as one, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    pub contribution: NewContribution,
    pub reason: Reason,
}

impl Merged {
    /// Reads `title`, `body`, `table`, `place` and `reason`.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(title: &str, body: &str, table: &str, place: &str, reason: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let contribution = errors.take_all(NewContribution::parse(title, body, table, place));
        let reason = errors.take_all(Reason::parse(reason));
        contribution.zip(reason).map(|(contribution, reason)| Self { contribution, reason }).ok_or(errors)
    }
}

/// One thing that a contribution asks among others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub title: String,
    /// Markdown.
    pub body: String,
}

/// One contribution as several, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divided {
    pub parts: Vec<Part>,
    pub reason: Reason,
}

impl Divided {
    /// Reads `titles[1]`, `bodies[1]` and so on, and `reason`. The first two parts must be there; a later one that is
    /// blank is none.
    ///
    /// # Errors
    /// Field by field.
    pub fn parse(
        titles: &BTreeMap<String, String>,
        bodies: &BTreeMap<String, String>,
        reason: &str,
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let reason = errors.take_all(Reason::parse(reason));
        let mut parts = Vec::new();
        for number in 1..=PARTS_MAX {
            let typed =
                |fields: &BTreeMap<String, String>| fields.get(&number.to_string()).cloned().unwrap_or_default();
            let (title, body) = (typed(titles), typed(bodies));
            if number > 2 && title.trim().is_empty() && body.trim().is_empty() {
                continue;
            }
            let title =
                errors.take(&format!("titles[{number}]"), text::line(&title, TITLE_MAX).and_then(without_codes));
            let body = errors.take(&format!("bodies[{number}]"), text::prose(&body, BODY_MAX).and_then(without_codes));
            parts.extend(title.zip(body).map(|(title, body)| Part { title, body }));
        }
        match reason {
            Some(reason) if errors.is_empty() => Ok(Self { parts, reason }),
            _ => Err(errors),
        }
    }
}

/// The words with which the text of a merged contribution begins: what each original says, quoted, so that nothing is
/// lost. Where that is longer than a text may be, their titles alone.
#[must_use]
pub fn quoted(originals: &[(&str, &str)]) -> String {
    let quote = |body: &str| body.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>();
    let whole = originals.iter().map(|(title, body)| format!("**{title}**\n\n{}", quote(body).join("\n")));
    let whole = whole.collect::<Vec<_>>().join("\n\n");
    if u32::try_from(whole.chars().count()).is_ok_and(|length| length <= BODY_MAX) {
        return whole;
    }
    originals.iter().map(|(title, _)| format!("- {title}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
