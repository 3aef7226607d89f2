//! The clock of a process: days left, extensions, next deadlines.

use super::due_path;
use crate::{
    components::{process_words, words::role_words},
    contract::process::Workspace,
    format::{date, rome_day},
    i18n::*,
    pages::work::when_words,
    paths,
    visit::{locale, visit},
};
use domain::action::Action;
use leptos::prelude::*;

/// Days left or late, the end with its extensions, what is due.
#[component]
pub(super) fn Clock(found: Workspace) -> impl IntoView {
    let l = locale();
    let today = rome_day(visit().now);
    let slug = found.row.slug;
    let running = found.row.stage.is_running();
    let left = found.authorised_end.filter(|_| running).map(|end| end.signed_duration_since(today).num_days());
    let face = match left {
        Some(days) if days >= 0 => view! {
            <p class="clock">
                <strong class="clock-days">{days}</strong>" "
                <span class="clock-what">{td_string!(l, process.days_left, count = days)}</span>
            </p>
        }
        .into_any(),
        Some(days) => view! {
            <p class="clock is-late">
                <strong class="clock-days">{-days}</strong>" "
                <span class="clock-what">{td_string!(l, process.days_late)}</span>
            </p>
        }
        .into_any(),
        None if running => view! { <p>{td_string!(l, process.no_end)}</p> }.into_any(),
        None if found.row.started_on.is_none() => view! { <p>{td_string!(l, process.no_clock)}</p> }.into_any(),
        None => ().into_any(),
    };
    let old = found.original_end.filter(|old| found.authorised_end != Some(*old));
    let end = found.authorised_end.map(|end| {
        view! {
            <p>
                {td_string!(l, process.end)}": "
                {old.map(|old| view! { <del class="old-date">{date(old)}</del>" " })}
                {date(end)}
            </p>
        }
    });
    let extensions = found.may_read_extensions.then(|| {
        let count = found.extensions.len();
        view! { <p><a href=paths::extensions(&slug)>{td_string!(l, process.room_extensions)}</a>{format!(" ({count})")}</p> }
    });
    let open = found.deadlines.into_iter().filter(|entry| !entry.done).collect::<Vec<_>>();
    let empty = open.is_empty().then(|| view! { <p>{td_string!(l, process.no_deadlines)}</p> });
    let rows = open
        .into_iter()
        .map(|entry| {
            let words = process_words::deadline(l, entry.kind);
            let meeting = entry.meeting.filter(|_| found.actions.contains(&Action::ReadOrganPapers));
            let href = due_path(&slug, entry.kind, meeting, found.actions.contains(&Action::ReadDrafts));
            // What is done on this very page needs no way to it.
            let words = if href == paths::workspace(&slug) {
                words.into_any()
            } else {
                view! { <a href=href>{words}</a> }.into_any()
            };
            view! {
                <li class=if entry.overdue { "is-late" } else { "" }>
                    <strong>{words}</strong>
                    <span class="task-when">{when_words(l, entry.due, today)}</span>
                    <span class="task-who">{role_words(l, entry.who)}</span>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <h2 class="h4">{td_string!(l, process.clock)}</h2>
        {face}
        {end}
        {extensions}
        <h3 class="h5">{td_string!(l, process.deadlines)}</h3>
        {empty}
        <ul class="task-list">{rows}</ul>
    }
}
