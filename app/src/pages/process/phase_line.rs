//! The phases of a process on one line, with their dates.

use super::span;
use crate::{components::process_words, contract::process::PhaseView, format::date, i18n::*, visit::locale};
use domain::{pack::RulePack, stage::Stage};
use leptos::prelude::*;

/// The phases as the pack names them: done, present, to come; an end that moved is struck, with its new date beside.
#[component]
pub(crate) fn PhaseLine(pack: &'static RulePack, stage: Stage, phases: Vec<PhaseView>) -> impl IntoView {
    let l = locale();
    let steps = pack
        .phases
        .iter()
        .map(|rule| {
            let phase = phases.iter().find(|phase| phase.key == rule.key).cloned().unwrap_or_default();
            let still = matches!(stage, Stage::Designed | Stage::Ready | Stage::Suspended | Stage::Withdrawn);
            let (class, state) = if still || rule.stage > stage {
                ("is-next", td_string!(l, process.phase_next))
            } else if rule.stage == stage {
                ("is-now", td_string!(l, process.phase_now))
            } else {
                ("is-done", td_string!(l, process.phase_done))
            };
            let old = phase.old_to.map(|old| view! { <del class="old-date">{date(old)}</del>" " });
            view! {
                <li class=class aria-current=(class == "is-now").then_some("step")>
                    <span class="phase-name">{process_words::text(l, &rule.name)}</span>
                    <span class="visually-hidden">{format!(" ({state})")}</span>
                    <span class="phase-dates">{old}{span(l, phase.from, phase.to)}</span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! { <ol class="phase-line">{steps}</ol> }
}
