//! One table: focus, audience, syntheses, the newest proposals.

use super::{public_crumbs, syntheses::syntheses, tables_words};
use crate::{
    components::{Crumb, Empty, Facts, FollowCalendar, Page, Value, load},
    contract::{tables::TableView, use_cases},
    i18n::*,
    pages::process::ProgressBox,
    pages::{
        contributions::{rows, slot_words},
        meetings::MeetingList,
    },
    paths,
    visit::{content_lang, locale},
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub(crate) fn TablePage() -> impl IntoView {
    let params = use_params_map().read_untracked().clone();
    let (slug, table) = (params.get("slug").unwrap_or_default(), params.get("table").unwrap_or_default());
    let server = use_cases();
    load(async move { server?.table(slug, table.parse()?).await }, page)
}

fn page(view: TableView) -> impl IntoView {
    let l = locale();
    let mut crumbs = public_crumbs(&view.process);
    crumbs.push(Crumb::new(tables_words(l, &view.process), paths::tables(&view.process.slug)));
    let facilitator = if view.has_facilitator {
        td_string!(l, table.facilitator_named)
    } else {
        td_string!(l, table.facilitator_missing)
    };
    let facts = vec![
        (td_string!(l, table.focus).to_string(), Value::content(view.focus)),
        (td_string!(l, table.audience).to_string(), Value::content(view.audience)),
        (td_string!(l, table.facilitator).to_string(), facilitator.to_string().into()),
    ];
    let work = (view.may_edit || view.may_synthesise).then(|| {
        let href = paths::table_work(&view.process.slug, view.id);
        view! { <p><a class="btn btn-outline-primary" href=href>{td_string!(l, table.work_one).to_string()}</a></p> }
    });
    let propose = view.slot.open.then(|| {
        view! { <p><a class="btn btn-primary" href=paths::propose_at(view.id)>{td_string!(l, contribution.propose_here).to_string()}</a></p> }
    });
    let empty = view.contributions.is_empty().then(|| view! { <Empty words=td_string!(l, contribution.none)/> });
    let all = (!view.contributions.is_empty()).then(|| {
        view! { <p><a href=paths::contributions_at(view.id)>{td_string!(l, table.all_gathered).to_string()}</a></p> }
    });
    let no_sessions = view.meetings.is_empty().then(|| view! { <Empty words=td_string!(l, meeting.no_sessions)/> });
    view! {
        <Page title=view.name lang=content_lang() crumbs>
            <Facts rows=facts/>
            {work}
            {syntheses(view.syntheses, false)}
            <section aria-labelledby="sedute" class="section">
                <h2 id="sedute">{td_string!(l, meeting.sessions).to_string()}</h2>
                {no_sessions}
                <MeetingList rows=view.meetings/>
                <FollowCalendar path=paths::table_calendar(&view.process.slug, view.id)/>
            </section>
            <section aria-labelledby="raccolte" class="section">
                <h2 id="raccolte">{td_string!(l, table.gathered).to_string()}</h2>
                <p class="muted">{slot_words(l, view.slot)}</p>
                {propose}
                {empty}
                {rows(view.contributions)}
                {all}
            </section>
            <ProgressBox/>
        </Page>
    }
}
