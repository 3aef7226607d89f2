//! Moving and removing what is asked.

use super::{Definition, Question, Section};
use crate::{
    code::{UnknownCode, coded},
    refusal::{Blocker, StepRefused},
};
use std::{fmt, str::FromStr};

coded! {
    /// What is done with a part.
    pub enum How {
        Up = "up",
        Down = "down",
        Remove = "remove",
    }
}

/// A part of a questionnaire, by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Section(u32),
    Question(u32),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(key) => write!(f, "section:{key}"),
            Self::Question(key) => write!(f, "question:{key}"),
        }
    }
}

impl FromStr for Part {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let (kind, key) = text.split_once(':').ok_or(UnknownCode)?;
        let key = key.parse().map_err(|_| UnknownCode)?;
        match kind {
            "section" => Ok(Self::Section(key)),
            "question" => Ok(Self::Question(key)),
            _ => Err(UnknownCode),
        }
    }
}

/// One change of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrangement {
    pub part: Part,
    pub how: How,
}

impl Definition {
    /// The same, arranged; what stands at an end stays there.
    ///
    /// # Errors
    /// `WrongState` where the part is gone, `SectionNotEmpty` for a section that still asks something,
    /// `ConditionBroken` where a question would be asked before the answer on which it depends.
    pub fn arranged(&self, change: Arrangement) -> Result<Self, StepRefused> {
        let mut sections = self.sections.clone();
        let gone = || StepRefused::because(Blocker::WrongState);
        match change.part {
            Part::Section(key) => {
                let place = sections.iter().position(|section| section.key == key).ok_or_else(gone)?;
                match change.how {
                    How::Up => sections.swap(place, place.saturating_sub(1)),
                    How::Down => {
                        let next = (place + 1).min(sections.len() - 1);
                        sections.swap(place, next);
                    }
                    How::Remove if sections[place].questions.is_empty() => drop(sections.remove(place)),
                    How::Remove => return Err(Blocker::SectionNotEmpty.into()),
                }
            }
            Part::Question(key) => arrange_question(&mut sections, key, change.how).ok_or_else(gone)?,
        }
        let after = Self { sections };
        after.holds()?;
        Ok(after)
    }
}

/// Moves a question within its section, and over its ends into the next; nothing where it is gone.
fn arrange_question(sections: &mut [Section], key: u32, how: How) -> Option<()> {
    let at = |section: &Section| section.questions.iter().position(|question| question.key == key);
    let (of, place) = sections.iter().enumerate().find_map(|(of, section)| at(section).map(|place| (of, place)))?;
    let last = sections[of].questions.len() - 1;
    let take = |sections: &mut [Section]| -> Question { sections[of].questions.remove(place) };
    match how {
        How::Remove => drop(take(sections)),
        How::Up if place > 0 => sections[of].questions.swap(place, place - 1),
        How::Down if place < last => sections[of].questions.swap(place, place + 1),
        How::Up if of > 0 => {
            let moved = take(sections);
            sections[of - 1].questions.push(moved);
        }
        How::Down if of + 1 < sections.len() => {
            let moved = take(sections);
            sections[of + 1].questions.insert(0, moved);
        }
        How::Up | How::Down => {}
    }
    Some(())
}
