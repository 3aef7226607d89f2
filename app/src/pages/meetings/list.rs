//! Meetings in a list.

use crate::{
    components::{
        Badge, Empty, Pager,
        organ_words::{meeting_words, mode_words, of_words},
    },
    contract::{Slice, meetings::MeetingRow},
    format::{moment, rome_day},
    i18n::*,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::meeting::MeetingState;
use leptos::prelude::*;

/// Meetings by date, each a link to its page; `work` leads to where they are run.
#[component]
pub(crate) fn MeetingList(
    rows: Vec<MeetingRow>,
    #[prop(optional)] work: bool,
    /// Names the path of each meeting.
    #[prop(optional)]
    with_path: bool,
) -> impl IntoView {
    let l = locale();
    let rows = rows
        .into_iter()
        .map(|row| {
            let href = if work { paths::meeting_work(row.id) } else { paths::meeting(row.id) };
            let unrecorded = rome_day(row.starts_at) < rome_day(visit().now) && row.state != MeetingState::Held && row.state != MeetingState::Cancelled;
            let (words, tone) = match unrecorded {
                true => (td_string!(l, meeting.unrecorded).to_string(), "secondary"),
                false => meeting_words(l, row.state),
            };
            let place = match row.place {
                Some(place) => view! { <span lang=content_lang()>{place}</span> }.into_any(),
                None => mode_words(l, row.mode).into_any(),
            };
            let path = with_path.then(|| view! { " · "<span lang=content_lang()>{row.path.title}</span> });
            let owed = work && row.state == MeetingState::Held;
            let minutes = match row.minutes_published {
                true => Some((td_string!(l, meeting.minutes_published), "success")),
                false => owed.then(|| (td_string!(l, meeting.minutes_to_come), "warning")),
            };
            let minutes = minutes.map(|(words, tone)| view! { " "<Badge words tone/> });
            view! {
                <li>
                    <p class="row-meta">{moment(row.starts_at)}</p>
                    <p class="row-title"><a href=href lang=content_lang()>{row.title}</a>" "<Badge words tone/>{minutes}</p>
                    <p class="row-meta">{of_words(l, row.of)}" · "{place}{path}</p>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="calendar-list row-list">{rows}</ul> }
}

/// The meetings to come, then the past ones, each with its pages.
pub(super) fn halves(
    upcoming: Slice<MeetingRow>,
    past: Slice<MeetingRow>,
    work: bool,
    with_path: bool,
) -> impl IntoView {
    let l = locale();
    let no_upcoming = upcoming.rows.is_empty().then(|| view! { <Empty words=td_string!(l, meeting.no_upcoming)/> });
    let no_past = past.rows.is_empty().then(|| view! { <Empty words=td_string!(l, meeting.no_past)/> });
    view! {
        <section class="section" aria-labelledby="in-arrivo">
            <h2 id="in-arrivo">{td_string!(l, meeting.upcoming)}</h2>
            {no_upcoming}
            <MeetingList rows=upcoming.rows work with_path/>
            <Pager next=upcoming.next/>
        </section>
        <section class="section" aria-labelledby="passati">
            <h2 id="passati">{td_string!(l, meeting.past)}</h2>
            {no_past}
            <MeetingList rows=past.rows work with_path/>
            <Pager next=past.next parameter="prima"/>
        </section>
    }
}
