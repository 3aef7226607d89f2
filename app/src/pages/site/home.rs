//! The home page of a tenant.

use crate::{
    components::{Empty, FollowFeed, Page, PhaseLine, load},
    contract::{
        questionnaires::QuestionnaireRow,
        site::{AxisCard, Decided, DecisionRow, HomeView, NextDate, NextMeeting, OpenNow, PathCard},
        use_cases,
    },
    feed::{Subject, title},
    format::{date, moment, number, until},
    i18n::*,
    paths,
    visit::{content_lang, locale, today, visit},
    wording::decision_words,
};
use domain::stage::Stage;
use leptos::prelude::*;

#[component]
pub(crate) fn Home() -> impl IntoView {
    let place = visit().place.clone();
    let server = use_cases();
    let l = locale();
    load(async move { server?.home().await }, move |home| {
        let HomeView { open, questionnaires, paths: cards, axes, decisions, meetings, union } = home;
        let nothing = cards.is_empty() && union.is_none();
        let news = (!cards.is_empty()).then(|| {
            view! { <FollowFeed path=paths::NEWS_FEED title=title(l, Subject::Tenant(&place.name))/> }
        });
        view! {
            <Page title=place.name lang=content_lang() description=place.description.clone()>
                <p class="page-lead" lang=content_lang()>{place.description}</p>
                {open.map(open_now)}
                {(!questionnaires.is_empty()).then(|| open_questionnaires(questionnaires))}
                {union.map(of_union)}
                {nothing.then(|| view! { <Empty words=td_string!(l, home.no_paths)/> })}
                {(!cards.is_empty()).then(|| path_cards(cards))}
                {(!axes.is_empty()).then(|| axis_cards(axes))}
                {(!meetings.is_empty()).then(|| next_meetings(meetings))}
                {(!decisions.is_empty()).then(|| last_decisions(decisions))}
                {news}
            </Page>
        }
    })
}

/// The one thing open now, with its button.
fn open_now(open: OpenNow) -> impl IntoView {
    let l = locale();
    let left = match open.days_left {
        0 => td_string!(l, home.last_day).to_string(),
        days => td_string!(l, home.open_until, count = days, until = until(l, open.until, today())),
    };
    view! {
        <section class="now-box" aria-labelledby="ora">
            <h2 id="ora">{left}</h2>
            <p><a href=paths::process(&open.slug) lang=content_lang()>{open.title}</a></p>
            <p><a class="btn btn-primary" href=paths::PROPOSE>{td_string!(l, home.propose).to_string()}</a></p>
        </section>
    }
}

/// What can be answered.
fn open_questionnaires(rows: Vec<QuestionnaireRow>) -> impl IntoView {
    let l = locale();
    let rows = rows
        .into_iter()
        .map(|row| {
            let until_words = |day| td_string!(l, questionnaire.until, until = until(l, day, today()));
            let until = row.closes_on.map(|day| format!(" · {}", until_words(day)));
            let href = paths::questionnaire(row.id);
            view! { <li><a href=href lang=content_lang()>{row.title}</a>{until}</li> }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="questionari">
            <h2 id="questionari">{td_string!(l, home.questionnaires).to_string()}</h2>
            <ul class="plain-list">{rows}</ul>
        </section>
    }
}

fn of_union((name, origin): (String, String)) -> impl IntoView {
    let l = locale();
    view! {
        <section class="now-box" aria-labelledby="unione">
            <h2 id="unione">{td_string!(l, home.with_union, name = name.clone())}</h2>
            <p>{td_string!(l, home.with_union_lead).to_string()}</p>
            <p><a class="btn btn-primary" href=origin>{name}</a></p>
        </section>
    }
}

fn path_cards(cards: Vec<PathCard>) -> impl IntoView {
    let l = locale();
    let tiles = cards
        .into_iter()
        .map(|card| {
            let state = stage_words(l, card.stage)
                .map(|words| view! { <p><span class="status status-closed">{words}</span></p> });
            let fictional = card
                .fictional
                .then(|| view! { <p><span class="fictional">{td_string!(l, home.fictional).to_string()}</span></p> });
            view! {
                <li class="tile">
                    <h3 class="tile-title" lang=content_lang()><a href=paths::process(&card.slug)>{card.title}</a></h3>
                    <p lang=content_lang()>{card.summary}</p>
                    {state}
                    <PhaseLine pack=card.pack stage=card.stage interrupted=card.interrupted/>
                    {card.next.map(|next| view! { <p class="fw-semibold">{next_words(l, next)}</p> })}
                    {fictional}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="percorsi">
            <h2 id="percorsi">{td_string!(l, home.paths).to_string()}</h2>
            <ul class="card-grid">{tiles}</ul>
        </section>
    }
}

/// A stage that the line of phases does not show.
fn stage_words(l: Locale, stage: Stage) -> Option<String> {
    let words = match stage {
        Stage::Concluded => td_string!(l, home.stage_concluded),
        Stage::Impact => td_string!(l, home.stage_impact),
        Stage::Monitored => td_string!(l, home.stage_monitored),
        Stage::Archived => td_string!(l, home.stage_archived),
        Stage::Suspended => td_string!(l, home.stage_suspended),
        Stage::Withdrawn => td_string!(l, home.stage_withdrawn),
        Stage::Designed | Stage::Ready | Stage::Sharing | Stage::Opening | Stage::Closing => return None,
    };
    Some(words.to_string())
}

fn next_words(l: Locale, next: NextDate) -> String {
    match next {
        NextDate::ContributionsUntil(day) => td_string!(l, home.contributions_until, until = until(l, day, today())),
        NextDate::EndPast(day) => td_string!(l, home.end_past, date = date(day)),
        NextDate::End(day) => td_string!(l, home.end_on, date = date(day)),
        NextDate::Concluded(day) => td_string!(l, home.concluded_on, date = date(day)),
    }
}

fn axis_cards(axes: Vec<AxisCard>) -> impl IntoView {
    let l = locale();
    let tiles = axes
        .into_iter()
        .map(|axis| {
            let count =
                td_string!(l, home.n_suggestions, count = axis.contributions, number = number(l, axis.contributions));
            view! {
                <li class="tile">
                    <h3 class="tile-title" lang=content_lang()><a href=paths::table(&axis.slug, axis.id)>{axis.name}</a></h3>
                    <p class="tile-meta">{count}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="assi">
            <h2 id="assi">{td_string!(l, home.axes).to_string()}</h2>
            <ul class="card-grid">{tiles}</ul>
        </section>
    }
}

fn next_meetings(meetings: Vec<NextMeeting>) -> impl IntoView {
    let l = locale();
    let rows = meetings
        .into_iter()
        .map(|meeting| {
            view! {
                <li>
                    <a class="row-title" href=paths::meeting(meeting.id) lang=content_lang()>{meeting.title}</a>
                    <p class="row-meta">{moment(meeting.starts_at)}{meeting.place.map(|place| view! { " · "<span lang=content_lang()>{place}</span> })}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="incontri">
            <h2 id="incontri">{td_string!(l, home.meetings).to_string()}</h2>
            <ul class="row-list">{rows}</ul>
        </section>
    }
}

fn last_decisions(decisions: Vec<DecisionRow>) -> impl IntoView {
    let l = locale();
    let rows = decisions
        .into_iter()
        .map(|row| {
            let day = date(row.date);
            let (href, meta) = match row.what {
                Decided::Act { body, number, document } => {
                    let meta = td_string!(l, home.act, body = body, number = number, date = day).to_string();
                    match document {
                        Some(id) => {
                            (paths::document_file(id), format!("{meta} · {}", td_string!(l, home.opens_document)))
                        }
                        None => (format!("{}#atti", paths::process(&row.slug)), meta),
                    }
                }
                Decided::Proposal { number, decision } => {
                    let decision = decision_words(l, decision);
                    let meta = td_string!(l, home.decided, number = number, decision = decision, date = day);
                    (paths::decisions(&row.slug), meta.to_string())
                }
            };
            view! {
                <li>
                    <a class="row-title" href=href lang=content_lang()>{row.subject}</a>
                    <p class="row-meta">{meta}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="decisioni">
            <h2 id="decisioni">{td_string!(l, home.decisions).to_string()}</h2>
            <ul class="row-list">{rows}</ul>
        </section>
    }
}
