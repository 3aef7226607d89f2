//! What became of a contribution, and what is still to come.

use crate::contract::combining::Lineage;
use chrono::NaiveDate;
use domain::{
    action_sheet::ActionSituation,
    evaluation::{Combining, Evaluation},
    outcome::{MeritDecision, evaluation_from},
    role::Role,
};

/// What happened to a contribution, or will; an action that is there says how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoryWhat {
    Proposed,
    /// Staff composed it from others.
    Born(Lineage),
    /// Staff composed others from it.
    Became(Lineage),
    /// What staff composed from it was taken back; with the titles of that.
    Returned {
        kind: Combining,
        titles: Vec<String>,
        by: Role,
    },
    InSynthesis {
        table: String,
        title: String,
    },
    InDocument {
        number: u32,
        title: String,
    },
    Decided {
        decision: MeritDecision,
    },
    Answered {
        evaluation: Evaluation,
    },
    Action {
        number: String,
        title: String,
        situation: Option<ActionSituation>,
    },
}

/// Where a step of a story stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoryPlace {
    Done,
    Now,
    Next,
}

/// One step of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryStep {
    pub what: StoryWhat,
    pub place: StoryPlace,
    /// When it happened, or is expected.
    pub on: Option<NaiveDate>,
    /// The page that shows it.
    pub href: Option<String>,
    /// The reason given, Markdown.
    pub why: Option<String>,
}

/// The way of a contribution from its author to the decision, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    pub steps: Vec<StoryStep>,
}

impl Story {
    /// Puts what happened besides where its day belongs: after what is done that day, before what is to come.
    pub fn insert(&mut self, besides: Vec<StoryStep>) {
        for step in besides {
            let later = |other: &StoryStep| other.place != StoryPlace::Done || other.on > step.on;
            let place = self.steps.iter().position(later).unwrap_or(self.steps.len());
            self.steps.insert(place, step);
        }
    }

    /// How the contribution stands by what the body decided, if it decided.
    #[must_use]
    pub fn decided(&self) -> Option<Evaluation> {
        let decision = |step: &StoryStep| match step.what {
            StoryWhat::Decided { decision } if step.place == StoryPlace::Done => Some(decision),
            _ => None,
        };
        evaluation_from(&self.steps.iter().filter_map(decision).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(what: StoryWhat, place: StoryPlace) -> StoryStep {
        StoryStep { what, place, on: None, href: None, why: None }
    }

    #[test]
    fn what_the_body_decided_counts_for_more_than_an_earlier_answer() {
        let answered = step(StoryWhat::Answered { evaluation: Evaluation::Accepted }, StoryPlace::Done);
        let decided = |place| step(StoryWhat::Decided { decision: MeritDecision::Rejected }, place);
        let story = |steps| Story { steps };
        assert_eq!(story(vec![answered.clone()]).decided(), None);
        assert_eq!(story(vec![answered.clone(), decided(StoryPlace::Next)]).decided(), None);
        assert_eq!(story(vec![answered, decided(StoryPlace::Done)]).decided(), Some(Evaluation::Rejected));
    }
}
