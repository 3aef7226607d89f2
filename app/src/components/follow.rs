//! How to follow what a page shows from a program of one's own.

use crate::{
    i18n::*,
    visit::{locale, visit},
};
use leptos::prelude::*;
use leptos_meta::Link;

/// How to receive the feed at `path`, whose title is `title`; browsers and readers find it in the head, too.
#[component]
pub fn FollowFeed(#[prop(into)] path: String, title: String) -> impl IntoView {
    let l = locale();
    let address = address(&path);
    view! {
        <Link rel="alternate" type_="application/atom+xml" title href=address.clone()/>
        {more(td_string!(l, follow.feed_title), td_string!(l, follow.feed_how), address)}
    }
}

/// How to subscribe to the calendar at `path`.
#[component]
pub fn FollowCalendar(#[prop(into)] path: String) -> impl IntoView {
    let l = locale();
    more(td_string!(l, follow.calendar_title), td_string!(l, follow.calendar_how), address(&path))
}

/// The whole address, to be copied, in the language of the page.
fn address(path: &str) -> String {
    let visit = visit();
    let language = if visit.locale == Locale::en { "?lingua=en" } else { "" };
    format!("{}{path}{language}", visit.place.origin)
}

fn more(title: &'static str, how: &'static str, address: String) -> impl IntoView {
    let href = address.clone();
    view! {
        <details class="more">
            <summary>{title}</summary>
            <p>{how}</p>
            <p><a class="address" href=href download="">{address}</a></p>
        </details>
    }
}
