//! The situations of an action in words, as the agenda of Prato names them, with the colour of their badge.

use crate::i18n::*;
use domain::action_sheet::{ActionSituation, ActionStep};

/// Where an action stands.
pub(crate) fn situation_words(l: Locale, situation: ActionSituation) -> String {
    match situation {
        ActionSituation::Idea => td_string!(l, action.situation_idea),
        ActionSituation::PlannedLater => td_string!(l, action.situation_planned_later),
        ActionSituation::ShortTerm => td_string!(l, action.situation_short_term),
        ActionSituation::Programmed => td_string!(l, action.situation_programmed),
        ActionSituation::Running => td_string!(l, action.situation_running),
        ActionSituation::Completed => td_string!(l, action.situation_completed),
        ActionSituation::Abandoned => td_string!(l, action.situation_abandoned),
    }
    .to_string()
}

/// The colour of a situation's badge.
pub(crate) const fn situation_tone(situation: ActionSituation) -> &'static str {
    match situation {
        ActionSituation::Idea | ActionSituation::PlannedLater => "secondary",
        ActionSituation::ShortTerm | ActionSituation::Programmed => "warning",
        ActionSituation::Running => "primary",
        ActionSituation::Completed => "success",
        ActionSituation::Abandoned => "danger",
    }
}

/// What a step does, as its choice says.
pub(crate) fn step_words(l: Locale, step: ActionStep) -> String {
    match step {
        ActionStep::PlanLater => td_string!(l, action.step_plan_later),
        ActionStep::BringNear => td_string!(l, action.step_bring_near),
        ActionStep::Programme => td_string!(l, action.step_programme),
        ActionStep::Start => td_string!(l, action.step_start),
        ActionStep::Complete => td_string!(l, action.step_complete),
        ActionStep::Abandon => td_string!(l, action.step_abandon),
    }
    .to_string()
}
