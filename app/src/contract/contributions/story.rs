//! What became of a contribution, and what is still to come.

use chrono::NaiveDate;
use domain::{action_sheet::ActionSituation, evaluation::Evaluation, outcome::MeritDecision};

/// What happened to a contribution, or will; an action that is there says how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoryWhat {
    Proposed,
    InSynthesis { table: String, title: String },
    InDocument { number: u32, title: String },
    Decided { decision: MeritDecision },
    Answered { evaluation: Evaluation },
    Action { number: String, title: String, situation: Option<ActionSituation> },
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
