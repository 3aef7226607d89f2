//! What a person did, and what became of it.

use super::comments::comments;
use crate::{
    api::space::KeepPreferences,
    components::{
        Empty, Form, Page, SelectField, Submit, TextField, contribution_words::EvaluationStatus, load,
        organ_words::organ_words,
    },
    contract::{
        contributions::ContributionRow,
        space::{Seat, SeatMinutes, Space},
        use_cases,
    },
    format::{day_of, end, moment},
    i18n::*,
    paths,
    visit::{content_lang, locale},
};
use domain::organ::OrganKind;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn SpacePage() -> impl IntoView {
    let server = use_cases();
    let from = use_query_map().read_untracked().get("commenti");
    load(async move { server?.my_space(from).await }, page)
}

/// A list of the page: where it is, its title, what it holds, or what it will hold.
struct Part {
    id: &'static str,
    title: String,
    content: Result<AnyView, String>,
}

fn page(space: Space) -> impl IntoView {
    let l = locale();
    let email = space.email.clone();
    let languages = vec![
        ("it".to_owned(), td_string!(l, space.italian).to_string()),
        ("en".to_owned(), td_string!(l, space.english).to_string()),
    ];
    let part = |id, title: &str, none: &str, content: Option<AnyView>| Part {
        id,
        title: title.to_owned(),
        content: content.ok_or(none.to_owned()),
    };
    let said = (!space.comments.rows.is_empty()).then(|| comments(space.comments).into_any());
    let parts = [
        part("mie", td_string!(l, space.mine), td_string!(l, space.mine_none), list(space.contributions)),
        part("commenti", td_string!(l, space.comments), td_string!(l, space.comments_none), said),
        part("sostengo", td_string!(l, space.supported), td_string!(l, space.supported_none), list(space.supported)),
        part("seguo", td_string!(l, space.followed), td_string!(l, space.followed_none), list(space.followed)),
    ];
    let (filled, empty): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| part.content.is_ok());
    let mut anchors = Vec::new();
    if !space.seats.is_empty() {
        anchors.push(("#organi", td_string!(l, space.seats).to_string()));
    }
    if !space.news.is_empty() {
        anchors.push(("#novita", td_string!(l, space.news_title, count = space.news.len() as u64)));
    }
    let mut anchors: Vec<_> = anchors.into_iter().map(|(href, words)| (href.to_owned(), words)).collect();
    anchors.extend(filled.iter().map(|part| (format!("#{}", part.id), part.title.clone())));
    anchors.push((paths::MY_MEETINGS.to_owned(), td_string!(l, registration.mine).to_string()));
    anchors.push(("#preferenze".to_owned(), td_string!(l, space.preferences).to_string()));
    anchors.push((paths::OWN_DATA.to_owned(), td_string!(l, own.your_data).to_string()));
    let anchors = anchors
        .into_iter()
        .map(|(href, words)| view! { <li class="list-inline-item"><a href=href>{words}</a></li> })
        .collect_view();
    view! {
        <Page title=td_string!(l, space.space)>
            <p class="page-lead lead">{td_string!(l, space.space_lead).to_string()}</p>
            <nav aria-label=td_string!(l, space.parts).to_string()><ul class="list-inline">{anchors}</ul></nav>
            {seats(space.seats)}
            {news(space.news)}
            {filled.into_iter().map(shown).collect_view()}
            <section aria-labelledby="preferenze" class="section">
                <h2 id="preferenze">{td_string!(l, space.preferences).to_string()}</h2>
                <p class="muted">{td_string!(l, space.signed_in_as, email = email)}</p>
                <Form to=KeepPreferences::PATH class="form">
                    <TextField
                        name="name" label=td_string!(l, space.name) value=space.name max=80 autocomplete="nickname"
                        hint=td_string!(l, space.name_hint).to_string()
                    />
                    <SelectField name="language" label=td_string!(l, space.language) value=space.language options=languages/>
                    <Submit label=td_string!(l, common.save)/>
                </Form>
                <p class="mt-3"><a href=paths::WAYS_IN>{td_string!(l, space.ways_link).to_string()}</a></p>
            </section>
            {empty.into_iter().map(shown).collect_view()}
        </Page>
    }
}

/// A list with its title; what is empty says what will appear.
fn shown(part: Part) -> impl IntoView {
    let Part { id, title, content } = part;
    let content = content.unwrap_or_else(|none| view! { <Empty words=none/> }.into_any());
    view! {
        <section aria-labelledby=id class="section">
            <h2 id=id>{title}</h2>
            {content}
        </section>
    }
}

/// The organs on which the person sits, first of all; nothing for who sits on none.
fn seats(rows: Vec<Seat>) -> Option<impl IntoView> {
    let l = locale();
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="organi" class="section">
                <h2 id="organi">{td_string!(l, space.seats).to_string()}</h2>
                {rows.into_iter().map(seat).collect_view()}
            </section>
        }
    })
}

fn seat(seat: Seat) -> impl IntoView {
    let l = locale();
    let title = td_string!(l, space.seat_of, organ = organ_words(l, seat.organ), organisation = seat.organisation);
    let remarks = (seat.organ == OrganKind::GuaranteeCommittee)
        .then(|| view! { <p><a href=paths::remarks(&seat.path.slug)>{td_string!(l, space.seat_remarks)}</a></p> });
    let nothing = (remarks.is_none() && seat.minutes.is_empty() && seat.meetings.is_empty() && !seat.document)
        .then(|| view! { <p class="muted">{td_string!(l, space.seat_nothing).to_string()}</p> });
    let document = seat.document.then(|| {
        let words = if seat.to_vote { td_string!(l, space.seat_vote) } else { td_string!(l, space.seat_document) };
        view! { <p><a href=paths::document_editor(&seat.path.slug)>{words.to_string()}</a></p> }
    });
    let minutes = seat.minutes.into_iter().map(|SeatMinutes { meeting, until, closed, approved }| {
        let until = if closed {
            td_string!(l, space.seat_approve).to_string()
        } else if approved {
            td_string!(l, space.seat_approved, day = end(until))
        } else {
            td_string!(l, space.seat_until, day = end(until))
        };
        view! { <li><a href=paths::minutes(meeting.id) lang=content_lang()>{meeting.title}</a>" "<span class="muted">{until}</span></li> }
    });
    let minutes = minutes.collect_view();
    let meetings = seat.meetings.into_iter().map(|meeting| {
        let when = moment(meeting.starts_at);
        view! { <li><a href=paths::meeting(meeting.id) lang=content_lang()>{meeting.title}</a>" "<span class="muted">{when}</span></li> }
    });
    let meetings = meetings.collect_view();
    let minutes = (!minutes.is_empty())
        .then(|| view! { <h4>{td_string!(l, space.seat_minutes).to_string()}</h4><ul>{minutes}</ul> });
    let meetings = (!meetings.is_empty())
        .then(|| view! { <h4>{td_string!(l, space.seat_meetings).to_string()}</h4><ul>{meetings}</ul> });
    view! {
        <h3>{title}</h3>
        <p><a href=paths::who_does_what(&seat.path.slug) lang=content_lang()>{seat.path.title}</a></p>
        {document}
        {remarks}
        {minutes}
        {meetings}
        {nothing}
    }
}

/// What changed since the person last read it, on top; nothing where there is none.
fn news(rows: Vec<ContributionRow>) -> Option<impl IntoView> {
    let l = locale();
    let title = td_string!(l, space.news_title, count = rows.len() as u64);
    (!rows.is_empty()).then(|| {
        view! {
            <section aria-labelledby="novita" class="section">
                <h2 id="novita">{title}</h2>
                <ul class="row-list">{rows.into_iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}

fn list(rows: Vec<ContributionRow>) -> Option<AnyView> {
    (!rows.is_empty())
        .then(|| view! { <ul class="row-list">{rows.into_iter().map(row).collect_view()}</ul> }.into_any())
}

/// What has news says so.
fn row(row: ContributionRow) -> impl IntoView {
    let l = locale();
    let news = row.news.map(|at| view! { <strong>{td_string!(l, space.news, day = day_of(at))}</strong> });
    let waiting = row.waiting.then(|| {
        view! { <span class="status status-waiting">{td_string!(l, contribution.waiting).to_string()}</span> }
    });
    let hidden = row.hidden.then(|| {
        view! { <span class="status status-closed">{td_string!(l, contribution.hidden).to_string()}</span> }
    });
    view! {
        <li>
            <h3 class="row-title" lang=content_lang()><a href=paths::contribution(row.id)>{row.title}</a></h3>
            <p class="row-meta">
                <EvaluationStatus state=row.state/>
                {hidden}
                {waiting}
                {news}
                <span>{td_string!(l, contribution.n_supports, count = row.supports)}</span>
                <span>{td_string!(l, contribution.n_comments, count = row.comments)}</span>
                <span>{day_of(row.at)}</span>
            </p>
        </li>
    }
}
