//! The three phases of a process as a line, the present one marked.

use crate::{i18n::*, visit::locale};
use domain::{
    pack::{RulePack, Text},
    stage::Stage,
};
use leptos::prelude::*;

/// Where a phase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhaseState {
    Done,
    Now,
    Next,
}

/// The phases of `pack` through which the clock runs, as a process at `stage` sees them.
#[must_use]
pub fn phases_at(pack: &RulePack, stage: Stage, interrupted: Option<Stage>) -> Vec<(&Text, PhaseState)> {
    let reached = match stage {
        Stage::Suspended | Stage::Withdrawn => interrupted.unwrap_or(Stage::Designed),
        stage => stage,
    };
    let state = |phase: Stage| match phase.cmp(&reached) {
        std::cmp::Ordering::Less => PhaseState::Done,
        std::cmp::Ordering::Equal => PhaseState::Now,
        std::cmp::Ordering::Greater => PhaseState::Next,
    };
    pack.phases.iter().filter(|phase| phase.stage.is_running()).map(|phase| (&phase.name, state(phase.stage))).collect()
}

/// The phases of a process, upright as in a card.
#[component]
pub fn PhaseLine(pack: &'static RulePack, stage: Stage, interrupted: Option<Stage>) -> impl IntoView {
    let l = locale();
    let items = phases_at(pack, stage, interrupted)
        .into_iter()
        .map(|(name, state)| {
            let name = match l {
                Locale::it => name.it.clone(),
                Locale::en => name.en.clone(),
            };
            let (class, words) = match state {
                PhaseState::Done => ("is-done", td_string!(l, home.phase_done)),
                PhaseState::Now => ("is-now", td_string!(l, home.phase_now)),
                PhaseState::Next => ("is-next", td_string!(l, home.phase_next)),
            };
            view! {
                <li class=class aria-current=(state == PhaseState::Now).then_some("step")>
                    <span class="phase-name">{name}</span>
                    <span class="phase-dates">{words.to_string()}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="phase-line phase-line-tall">{items}</ol> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::pack;

    #[test]
    fn a_suspended_process_stays_where_it_was() {
        let pack = pack::find("er-lr15-2018", 1).expect("the pack is there");
        let states = |stage, interrupted| -> Vec<PhaseState> {
            phases_at(pack, stage, interrupted).into_iter().map(|(_, state)| state).collect()
        };
        use PhaseState::{Done, Next, Now};
        assert_eq!(states(Stage::Opening, None), [Done, Now, Next]);
        assert_eq!(states(Stage::Suspended, Some(Stage::Opening)), [Done, Now, Next]);
        assert_eq!(states(Stage::Monitored, None), [Done, Done, Done]);
        assert_eq!(states(Stage::Withdrawn, None), [Next, Next, Next]);
    }
}
