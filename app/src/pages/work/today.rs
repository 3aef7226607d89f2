//! The staff's first page: what is due, what is blocked, what changed.

use super::{
    changes::changes,
    points::{at_a_point, at_points},
    when_words,
};
use crate::{
    components::{Empty, Page, Value, blocker_words, load, process_words, words::role_words},
    contract::{
        use_cases,
        work::{BlockedRow, DueRow, Today, Waiting, WaitingRow},
    },
    format::{date, rome_day},
    i18n::*,
    pages::process::due_path,
    paths,
    visit::{content_lang, locale, visit},
};
use chrono::NaiveDate;
use domain::role::Role;
use leptos::prelude::*;

#[component]
pub(crate) fn TodayPage() -> impl IntoView {
    let server = use_cases();
    load(async move { server?.today().await }, shown)
}

fn shown(found: Today) -> impl IntoView {
    let l = locale();
    let today = rome_day(visit().now);
    let new = found.may_create.then(|| {
        view! {
            <p><a class="btn btn-outline-primary" href=paths::NEW_PROCESS>{td_string!(l, process.new_path)}</a></p>
        }
    });
    let points = at_a_point().then(|| at_points(l, &found.processes));
    let no_paths = found.processes.is_empty().then(|| view! { <Empty words=td_string!(l, work.no_paths)/> });
    let own = found
        .processes
        .into_iter()
        .map(|(slug, title)| view! { <li><a href=paths::workspace(&slug) lang=content_lang()>{title}</a></li> })
        .collect::<Vec<_>>();
    let (supplies, stopped): (Vec<_>, Vec<_>) = found.blocked.into_iter().partition(|row| row.mine);
    view! {
        <Page title=td_string!(l, work.today)>
            <p class="page-lead">{td_string!(l, work.today_lead)}</p>
            {points}
            <section class="section" aria-labelledby="scadenze">
                <h2 id="scadenze">{td_string!(l, work.due)}</h2>
                {due(l, found.due, found.waiting, found.ready, supplies, today)}
            </section>
            <section class="section" aria-labelledby="fermo">
                <h2 id="fermo">{td_string!(l, work.blocked)}</h2>
                {blocked(l, stopped)}
            </section>
            <section class="section" aria-labelledby="novita">
                <h2 id="novita">{td_string!(l, work.changes)}</h2>
                {changes(l, found.changes, found.since)}
            </section>
            <section class="section" aria-labelledby="percorsi">
                <h2 id="percorsi">{td_string!(l, work.your_paths)}</h2>
                {no_paths}
                <ul class="plain-list">{own}</ul>
                {new}
            </section>
            {offices(l)}
        </Page>
    }
}

/// The way to the pages of work that belong to no path.
fn offices(l: Locale) -> Option<impl IntoView> {
    let entries = crate::routes::offices(&visit());
    let links = entries
        .into_iter()
        .map(|(words, href)| view! { <li><a class="btn btn-outline-primary btn-sm" href=href>{words(l)}</a></li> });
    let links = links.collect::<Vec<_>>();
    (!links.is_empty()).then(|| {
        view! {
            <nav class="section" aria-labelledby="altre">
                <h2 id="altre">{td_string!(l, work.offices)}</h2>
                <ul class="list-inline">{links}</ul>
            </nav>
        }
    })
}

/// The way to where a row is settled; who hears it is told what waits, and on which path.
fn open_button(l: Locale, href: String, what: String, title: &str) -> impl IntoView + use<> {
    button(td_string!(l, work.open), href, what, title)
}

/// A button with these words; who hears it is told of what, and on which path.
fn button(words: &'static str, href: String, what: String, title: &str) -> impl IntoView + use<> {
    let what = Value::from(what).aloud();
    let of = (!title.is_empty()).then(|| Value::content(title).aloud());
    view! { <a class="btn btn-outline-primary btn-sm" href=href>{words}{what}{of}</a> }
}

/// What is due, oldest first, then what waits without a day: first what is up to this reader, then the rest.
fn due(
    l: Locale,
    rows: Vec<DueRow>,
    waiting: Vec<WaitingRow>,
    ready: Vec<BlockedRow>,
    supplies: Vec<BlockedRow>,
    today: NaiveDate,
) -> impl IntoView {
    if rows.is_empty() && waiting.is_empty() && ready.is_empty() && supplies.is_empty() {
        return view! { <Empty words=td_string!(l, work.no_due)/> }.into_any();
    }
    let rows = rows.into_iter().map(|row| {
        let whose = row.mine;
        let class = match row.due.signed_duration_since(today).num_days() {
            days if days < 0 => "is-late",
            0..=7 => "is-soon",
            _ => "",
        };
        let mine = if row.mine { format!(" ({})", td_string!(l, work.mine)) } else { String::new() };
        let kind = process_words::deadline(l, row.kind);
        let what = format!("{kind}, {}", date(row.due));
        let line = view! {
            <li class=class>
                <strong>{kind}</strong>" "<span lang=content_lang()>{row.title.clone()}</span>
                <span class="task-when">{when_words(l, row.due, today)}</span>
                <span class="task-who">{role_words(l, row.who)}{mine}</span>
                {open_button(l, due_path(&row.slug, row.kind, row.meeting, row.mine), what, &row.title)}
            </li>
        };
        (whose, line.into_any())
    });
    let waiting = waiting.into_iter().map(|row| (row.mine, waits(l, row).into_any()));
    let ready = ready.into_iter().map(|row| {
        let step = process_words::step(l, row.step.step);
        let line = view! {
            <li>
                <strong>{step.clone()}</strong>" "<span lang=content_lang()>{row.title.clone()}</span>
                <span class="task-who">{td_string!(l, work.ready)}</span>
                {open_button(l, paths::workspace(&row.slug), step, &row.title)}
            </li>
        };
        (true, line.into_any())
    });
    let supplies = supplies.into_iter().map(|row| (true, stopped(l, row).into_any()));
    let (mine, others): (Vec<_>, Vec<_>) =
        rows.chain(waiting).chain(ready).chain(supplies).partition(|(mine, _)| *mine);
    let none = mine.is_empty().then(|| view! { <p>{td_string!(l, work.no_due_mine)}</p> });
    view! {
        {none}
        {tasks(td_string!(l, work.due_mine), mine)}
        {tasks(td_string!(l, work.due_others), others)}
    }
    .into_any()
}

/// Lines under their heading; nothing where there are none.
fn tasks(heading: &'static str, lines: Vec<(bool, AnyView)>) -> Option<impl IntoView> {
    let lines: Vec<_> = lines.into_iter().map(|(_, line)| line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h3>{heading}</h3>
            <ul class="task-list">{lines}</ul>
        }
    })
}

/// What waits for somebody; what waits for the reader stands out.
fn waits(l: Locale, row: WaitingRow) -> impl IntoView {
    let WaitingRow { what, count, path, since, who, mine, may_open, meeting } = row;
    let (slug, title) = path.map(|path| (path.slug, path.title)).unwrap_or_default();
    let (words, href) = match what {
        Waiting::ExtensionToSend => (td_string!(l, work.waiting_draft).to_string(), paths::extensions(&slug)),
        Waiting::ExtensionAnswer => (td_string!(l, work.waiting).to_string(), paths::extensions(&slug)),
        Waiting::Integration => (td_string!(l, work.waiting_integration).to_string(), paths::document_editor(&slug)),
        Waiting::DocumentToSend => (td_string!(l, work.waiting_to_send).to_string(), paths::document_editor(&slug)),
        Waiting::DocumentRefused => (td_string!(l, work.waiting_refused).to_string(), paths::document_editor(&slug)),
        Waiting::PersonalData => (td_string!(l, work.waiting_personal_data).to_string(), paths::document_editor(&slug)),
        Waiting::Reports => (td_string!(l, work.waiting_reports, count = count), paths::MODERATION.to_owned()),
        Waiting::Appeals => (td_string!(l, moderation.appeals_waiting, count = count), paths::APPEALS.to_owned()),
        Waiting::Candidacies => (td_string!(l, work.waiting_candidacies, count = count), paths::organs_work(&slug)),
        Waiting::Answers => (td_string!(l, work.waiting_answers, count = count), paths::answers_work(&slug)),
        Waiting::PastMeetings => (td_string!(l, work.waiting_meetings, count = count), paths::meetings_work(&slug)),
        Waiting::Minutes => {
            let href = meeting.map_or_else(|| paths::meetings_work(&slug), paths::minutes_work);
            (td_string!(l, work.waiting_minutes, count = count), href)
        }
        Waiting::PossibleRevocation => (td_string!(l, work.waiting_revocation).to_string(), paths::workspace(&slug)),
    };
    let turn = if mine { format!(" ({})", td_string!(l, work.mine)) } else { String::new() };
    let class = if mine { "is-soon" } else { "" };
    let open = may_open.then(|| open_button(l, href, words.clone(), &title));
    view! {
        <li class=class>
            <strong>{words}</strong>" "<span lang=content_lang()>{title}</span>
            <span class="task-when">{since.map(date)}</span>
            <span class="task-who">{role_words(l, who)}{turn}</span>
            {open}
        </li>
    }
}

/// What cannot go on, and by what; what the reader is to supply stands above, among what is up to the reader.
fn blocked(l: Locale, rows: Vec<BlockedRow>) -> impl IntoView {
    if rows.is_empty() {
        return view! { <p>{td_string!(l, work.no_blocked)}</p> }.into_any();
    }
    let rows = rows.into_iter().map(|row| stopped(l, row)).collect::<Vec<_>>();
    view! { <ul class="task-list">{rows}</ul> }.into_any()
}

/// A step that lacks something.
fn stopped(l: Locale, row: BlockedRow) -> impl IntoView {
    let missing: Vec<_> = row.step.requirements.iter().filter(|requirement| !requirement.met).collect();
    let count = missing.len();
    let what =
        missing.iter().map(|requirement| view! { <li>{blocker_words(l, &requirement.what)}</li> }).collect::<Vec<_>>();
    let step = process_words::step(l, row.step.step);
    // Who names the owner begins: nobody else is there yet.
    let (who, words, href) = if row.names_owner {
        (Role::TenantAdmin, td_string!(l, work.name_owner), paths::STAFF.to_owned())
    } else {
        (row.step.who, td_string!(l, work.open), paths::workspace(&row.slug))
    };
    let turn = if row.mine { format!(" ({})", td_string!(l, work.mine)) } else { String::new() };
    view! {
        <li class="is-blocked">
            <strong>{step.clone()}</strong>" "<span lang=content_lang()>{row.title.clone()}</span>
            <span class="task-who">{role_words(l, who)}{turn}</span>
            <details class="more"><summary>{td_string!(l, work.missing, count = count)}</summary><ul>{what}</ul></details>
            {button(words, href, step, &row.title)}
        </li>
    }
}
