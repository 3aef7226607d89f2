//! The phases of a process as a line, the present one marked.

use super::process_words;
use crate::{
    contract::process::PhaseView,
    format::{date, rome_day},
    i18n::*,
    paths,
    visit::{locale, visit},
};
use chrono::NaiveDate;
use domain::{
    pack::{PhaseRule, RulePack},
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

/// The phases of `pack` as a process at `stage` sees them.
#[must_use]
pub fn phases_at(pack: &RulePack, stage: Stage, interrupted: Option<Stage>) -> Vec<(&PhaseRule, PhaseState)> {
    let reached = match stage {
        Stage::Suspended | Stage::Withdrawn => interrupted.unwrap_or(Stage::Designed),
        stage => stage,
    };
    let state = |phase: Stage| match phase.cmp(&reached) {
        std::cmp::Ordering::Less => PhaseState::Done,
        std::cmp::Ordering::Equal => PhaseState::Now,
        std::cmp::Ordering::Greater => PhaseState::Next,
    };
    pack.phases.iter().map(|phase| (phase, state(phase.stage))).collect()
}

/// The phases of a process. With `dates` all of them, an end that moved struck with its new date beside; without, those
/// through which the clock runs, upright as in a card.
#[component]
pub fn PhaseLine(
    pack: &'static RulePack,
    stage: Stage,
    interrupted: Option<Stage>,
    #[prop(optional)] dates: Option<Vec<PhaseView>>,
) -> impl IntoView {
    let l = locale();
    let today = rome_day(visit().now);
    let class = if dates.is_some() { "phase-line" } else { "phase-line phase-line-tall" };
    let items = phases_at(pack, stage, interrupted)
        .into_iter()
        .filter(|(phase, _)| dates.is_some() || phase.stage.is_running())
        .map(|(phase, state)| {
            let dated = dates.iter().flatten().find(|one| one.key == phase.key).cloned().unwrap_or_default();
            let state = if lasts(phase, state, dated.to, today) { PhaseState::Now } else { state };
            let (class, words, aside) = match state {
                PhaseState::Done => ("is-done", td_string!(l, home.phase_done), td_string!(l, process.phase_done)),
                PhaseState::Now if stage == Stage::Withdrawn => {
                    let stopped = td_string!(l, process.phase_stopped);
                    ("is-next", stopped, stopped)
                }
                PhaseState::Now => ("is-now", td_string!(l, home.phase_now), td_string!(l, process.phase_now)),
                PhaseState::Next if stage == Stage::Withdrawn => {
                    let never = td_string!(l, process.phase_never);
                    ("is-next", never, never)
                }
                PhaseState::Next => ("is-next", td_string!(l, home.phase_next), td_string!(l, process.phase_next)),
            };
            let line = match &dates {
                None => view! { <span class="phase-dates">{words.to_string()}</span> }.into_any(),
                Some(_) => view! {
                    <span class="visually-hidden">{format!(" ({aside})")}</span>
                    <span class="phase-dates">{moved(l, &dated)}</span>
                }
                .into_any(),
            };
            view! {
                <li class=class aria-current=(class == "is-now").then_some("step")>
                    <span class="phase-name">{process_words::text(l, &phase.name)}</span>
                    {line}
                </li>
            }
        })
        .collect_view();
    view! { <ol class=class>{items}</ol> }
}

/// Whether a phase after the path's work, such as the follow-up, goes on though the path stands beyond it.
fn lasts(phase: &PhaseRule, state: PhaseState, to: Option<NaiveDate>, today: NaiveDate) -> bool {
    state == PhaseState::Done && !phase.stage.is_running() && to.is_some_and(|to| to > today)
}

/// `from … to …`; an end that moved stands struck before the new one, which leads to the act that moved it.
fn moved(l: Locale, dated: &PhaseView) -> AnyView {
    const END: &str = "\u{1}";
    let (Some(old), Some(to)) = (dated.old_to, dated.to) else {
        return span(l, dated.from, dated.to).into_any();
    };
    let words = match dated.from {
        Some(from) => td_string!(l, process.from_to, from = date(from), to = END),
        None => td_string!(l, process.until_only, to = END),
    };
    let (head, tail) = words.split_once(END).unwrap_or((words.as_str(), ""));
    let (head, tail) = (head.to_owned(), tail.to_owned());
    let to = match dated.moved_by {
        Some(act) => view! {
            <a href=paths::document_file(act)>
                {date(to)}<span class="visually-hidden">{format!(", {}", td_string!(l, extension.act_link))}</span>
            </a>
        }
        .into_any(),
        None => date(to).into_any(),
    };
    view! {
        {head}
        <span class="visually-hidden">{format!("({} ", td_string!(l, process.old_end))}</span>
        <del class="old-date">{date(old)}</del>
        <span class="visually-hidden">")"</span>
        " "{to}{tail}
    }
    .into_any()
}

/// `from … to …`, as far as both are known.
#[must_use]
pub fn span(l: Locale, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => td_string!(l, process.from_to, from = date(from), to = date(to)),
        (Some(from), None) => td_string!(l, process.from_only, from = date(from)),
        (None, Some(to)) => td_string!(l, process.until_only, to = date(to)),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::pack;

    #[test]
    fn a_follow_up_that_ends_next_year_is_not_done() {
        let pack = pack::find("er-lr15-2018", 1).expect("the pack is there");
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let last = pack.phases.iter().find(|phase| !phase.stage.is_running()).expect("the pack has a follow-up");
        let first = pack.phases.iter().find(|phase| phase.stage.is_running()).expect("the pack has phases");
        let today = day("2022-10-05");
        assert!(lasts(last, PhaseState::Done, Some(day("2023-08-27")), today));
        assert!(!lasts(last, PhaseState::Done, Some(day("2022-08-27")), today));
        assert!(!lasts(last, PhaseState::Next, Some(day("2023-08-27")), today));
        assert!(!lasts(first, PhaseState::Done, Some(day("2023-08-27")), today));
    }

    #[test]
    fn a_suspended_process_stays_where_it_was() {
        let pack = pack::find("er-lr15-2018", 1).expect("the pack is there");
        let states = |stage, interrupted| -> Vec<PhaseState> {
            let running = phases_at(pack, stage, interrupted).into_iter().filter(|(phase, _)| phase.stage.is_running());
            running.map(|(_, state)| state).collect()
        };
        use PhaseState::{Done, Next, Now};
        assert_eq!(states(Stage::Opening, None), [Done, Now, Next]);
        assert_eq!(states(Stage::Suspended, Some(Stage::Opening)), [Done, Now, Next]);
        assert_eq!(states(Stage::Monitored, None), [Done, Done, Done]);
        assert_eq!(states(Stage::Withdrawn, None), [Next, Next, Next]);
    }
}
