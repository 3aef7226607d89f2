//! The calendar of a tenant, and of one path.

use super::list::halves;
use crate::{
    components::{FollowCalendar, Page, load, path_crumbs},
    contract::{documents::PathName, meetings::CalendarFilter, use_cases},
    i18n::*,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What the address asks for, of the path `slug`.
pub(super) fn filter_of(slug: String) -> CalendarFilter {
    let query = use_query_map().read_untracked().clone();
    CalendarFilter { path: slug, after: query.get("dopo"), before: query.get("prima") }
}

#[component]
pub(crate) fn CalendarPage() -> impl IntoView {
    let l = locale();
    let chosen = use_query_map().read_untracked().get("percorso").unwrap_or_default();
    let filter = filter_of(chosen.clone());
    let server = use_cases();
    load(async move { server?.calendar(filter).await }, move |found| {
        let file = match &found.path {
            Some(path) => paths::process_calendar(&path.slug),
            None => paths::CALENDAR_FILE.to_owned(),
        };
        view! {
            <Page title=td_string!(l, meeting.calendar) description=td_string!(l, meeting.calendar_lead).to_string()>
                <p class="page-lead">{td_string!(l, meeting.calendar_lead)}</p>
                {choice(found.paths, &chosen)}
                {halves(found.upcoming, found.past, false, true)}
                <FollowCalendar path=file/>
            </Page>
        }
    })
}

/// The choice of one path.
fn choice(paths: Vec<PathName>, chosen: &str) -> impl IntoView + use<> {
    let l = locale();
    let options = paths
        .into_iter()
        .map(|path| {
            let selected = path.slug == chosen;
            view! { <option value=path.slug selected=selected lang=content_lang()>{path.title}</option> }
        })
        .collect_view();
    view! {
        <form method="get" action=paths::CALENDAR class="filters">
            <div class="field">
                <label class="form-label" for="percorso">{td_string!(l, meeting.path)}</label>
                <select class="form-select" name="percorso" id="percorso">
                    <option value="">{td_string!(l, meeting.all_paths)}</option>
                    {options}
                </select>
            </div>
            <button type="submit" class="btn btn-outline-primary">{td_string!(l, meeting.filter)}</button>
        </form>
    }
}

#[component]
pub(crate) fn PathMeetingsPage() -> impl IntoView {
    let l = locale();
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    let filter = filter_of(slug);
    let server = use_cases();
    load(async move { server?.calendar(filter).await }, move |found| {
        let path = found.path.unwrap_or(PathName { slug: String::new(), title: String::new() });
        let manage = found.may_manage.then(|| view! {
            <p><a class="btn btn-outline-primary" href=paths::meetings_work(&path.slug)>{td_string!(l, meeting.manage_all)}</a></p>
        });
        let crumbs = path_crumbs(&path.title, &path.slug);
        view! {
            <Page title=td_string!(l, meeting.meetings) of=path.title crumbs>
                <ProgressBox/>
                {manage}
                {halves(found.upcoming, found.past, false, false)}
                <FollowCalendar path=paths::process_calendar(&path.slug)/>
            </Page>
        }
    })
}
