//! What every page of a process shows: where it is, what comes next, who must take it, by when, and what is missing.

use super::{late, slug, stage_class, workspace_step::needed};
use crate::{
    components::{load, process_words, words::role_words},
    contract::{
        process::{ProcessRow, Progress},
        use_cases,
    },
    error::AppError,
    format::{date, rome_day, until},
    i18n::*,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::{
    action::Action,
    process::NextStep,
    stage::{Stage, Step},
};
use leptos::prelude::*;

/// Where a process is and what comes next, in two lines; what is missing unfolds.
#[component]
pub(crate) fn ProgressBox(
    /// Its name in addresses, where the page's own address does not hold it.
    #[prop(optional, into)]
    of: Option<String>,
) -> impl IntoView {
    let slug = of.unwrap_or_else(slug);
    let server = use_cases();
    load(async move { server?.progress(slug).await }, progress_shown)
}

/// The path and whether it takes contributions, in one line: what somebody who writes to it needs of all that.
#[component]
pub(crate) fn ProgressInShort(of: String) -> impl IntoView {
    let server = use_cases();
    load(async move { server?.process_row(of).await }, |row| {
        let l = locale();
        let open = row
            .open_until
            .map(|day| format!(" {}", td_string!(l, process.open_until, until = until(l, day, rome_day(visit().now)))));
        view! {
            <section class="progress-box" aria-label=td_string!(l, process.progress).to_string()>
                <p>
                    <a href=paths::process(&row.slug) lang=content_lang()>{row.title}</a>" "
                    <span class=stage_class(row.stage)>{process_words::stage_in(l, row.stage, row.pack)}</span>{open}
                </p>
            </section>
        }
    })
}

/// The same on a page that a link or an invitation opens: who does not see the process itself reads the page without.
#[component]
pub(crate) fn ProgressWhereSeen(of: String) -> impl IntoView {
    let server = use_cases();
    let fetch = async move {
        match server?.progress(of).await {
            Ok(found) => Ok(Some(found)),
            Err(AppError::NotFound) => Ok(None),
            Err(other) => Err(other),
        }
    };
    load(fetch, |found| found.map(progress_shown))
}

/// What was found, as it is shown.
pub(crate) fn progress_shown(found: Progress) -> impl IntoView {
    let l = locale();
    let row = found.row;
    let end = row.end.filter(|_| row.stage.is_running());
    let end = end.map(|end| format!(" {}: {}", td_string!(l, process.end), date(end)));
    let past = row.overdue.then(|| late(l));
    let next = found.next.and_then(|next| {
        let stage = coming(l, &row, next.step, found.interrupted)?;
        Some(view! {
            <p><strong>{td_string!(l, process.comes_next)}": "{stage}</strong>". "{who_and_when(l, &next)}</p>
            {needs(l, &row.slug, next, &found.actions)}
        })
    });
    view! {
        <section class="progress-box" aria-label=td_string!(l, process.progress).to_string()>
            <p><span class=stage_class(row.stage)>{process_words::stage_in(l, row.stage, row.pack)}</span>{end}{past}</p>
            {next}
        </section>
    }
}

/// Where `step` leads.
pub(super) fn coming(l: Locale, row: &ProcessRow, step: Step, interrupted: Option<Stage>) -> Option<String> {
    let stage = row.stage.after(step, interrupted).ok()?;
    Some(process_words::stage_in(l, stage, row.pack))
}

/// Who takes the step, by when, and whether that day is past.
pub(super) fn who_and_when(l: Locale, next: &NextStep) -> impl IntoView + use<> {
    let due = next.due.map(|due| format!(" ({})", td_string!(l, process.by, day = date(due.0)))).unwrap_or_default();
    let past = next.is_late(rome_day(visit().now)).then(|| late(l));
    let who = td_string!(l, process.up_to, role = role_words(l, next.who));
    view! { {who}{due}{past} }
}

/// How much the step lacks, which unfolds to all that it needs.
pub(super) fn needs(l: Locale, slug: &str, next: NextStep, actions: &[Action]) -> AnyView {
    let missing = next.requirements.iter().filter(|requirement| !requirement.met).count();
    // Whose turn it is, which is not always who takes the step.
    let mut turns: Vec<String> = Vec::new();
    for requirement in next.requirements.iter().filter(|requirement| !requirement.met) {
        let who = role_words(l, requirement.who);
        if !turns.contains(&who) {
            turns.push(who);
        }
    }
    let summary = match missing {
        0 => td_string!(l, process.nothing_missing).to_string(),
        count => {
            let missing = td_string!(l, process.missing_count, count = count);
            format!("{missing} ({})", td_string!(l, process.supplied_by, role = turns.join(", ")))
        }
    };
    let rows: Vec<_> = next.requirements.into_iter().map(|requirement| needed(l, slug, requirement, actions)).collect();
    if rows.is_empty() {
        return view! { <p>{summary}</p> }.into_any();
    }
    view! {
        <details class="more">
            <summary>{summary}</summary>
            <ul class="check-list">{rows}</ul>
        </details>
    }
    .into_any()
}
