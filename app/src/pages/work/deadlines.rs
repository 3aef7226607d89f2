//! The open deadlines of all tenants, for the coordinator.

use super::when_words;
use crate::{
    components::{Empty, Page, Pager, load, process_words, words::role_words},
    contract::{
        use_cases,
        work::{DeadlinesWanted, RegionalDeadline, RegionalDeadlines},
    },
    format::rome_day,
    i18n::*,
    paths,
    visit::{content_lang, locale, visit},
};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub(crate) fn DeadlinesPage() -> impl IntoView {
    let query = use_query_map().read_untracked().clone();
    let text = |name: &str| query.get(name).unwrap_or_default();
    let wanted =
        DeadlinesWanted { tenant: text("ente"), from: text("dal"), until: text("al"), after: query.get("dopo") };
    let asked = wanted.clone();
    let server = use_cases();
    load(async move { server?.regional_deadlines(wanted).await }, move |found| shown(asked, found))
}

fn shown(asked: DeadlinesWanted, RegionalDeadlines { slice: found, tenants }: RegionalDeadlines) -> impl IntoView {
    let l = locale();
    let narrowed = asked != DeadlinesWanted { after: asked.after.clone(), ..DeadlinesWanted::default() };
    let filters = filters(asked, tenants);
    let all =
        narrowed.then(|| view! { <p><a href=paths::DEADLINES>{td_string!(l, contribution.clear_filters)}</a></p> });
    let today = rome_day(visit().now);
    let content = if found.rows.is_empty() {
        let words = if narrowed { td_string!(l, work.no_such_deadlines) } else { td_string!(l, work.no_deadlines) };
        view! { <Empty words/> }.into_any()
    } else {
        table(l, found.rows, today).into_any()
    };
    view! {
        <Page title=td_string!(l, work.deadlines)>
            <p class="page-lead">{td_string!(l, work.deadlines_lead)}</p>
            {filters}
            {all}
            {content}
            <Pager next=found.next/>
        </Page>
    }
}

fn filters(asked: DeadlinesWanted, tenants: Vec<(String, String)>) -> impl IntoView {
    let l = locale();
    let tenants = tenants
        .into_iter()
        .map(|(slug, name)| {
            let selected = slug == asked.tenant;
            view! { <option value=slug selected=selected lang=content_lang()>{name}</option> }
        })
        .collect_view();
    view! {
        <form method="get" action=paths::DEADLINES class="filters" role="search" aria-label=td_string!(l, work.narrow)>
            <div>
                <label for="ente" class="form-label">{td_string!(l, work.tenant)}</label>
                <select id="ente" name="ente" class="form-select">
                    <option value="">{td_string!(l, console.any)}</option>
                    {tenants}
                </select>
            </div>
            <div>
                <label for="dal" class="form-label">{td_string!(l, audit.from)}</label>
                <input type="date" id="dal" name="dal" class="form-control" value=asked.from/>
            </div>
            <div>
                <label for="al" class="form-label">{td_string!(l, audit.until)}</label>
                <input type="date" id="al" name="al" class="form-control" value=asked.until/>
            </div>
            <button type="submit" class="btn btn-outline-primary">{td_string!(l, console.filter)}</button>
        </form>
    }
}

fn table(l: Locale, rows: Vec<RegionalDeadline>, today: chrono::NaiveDate) -> impl IntoView {
    let heads = [
        td_string!(l, work.when),
        td_string!(l, work.what),
        td_string!(l, work.tenant),
        td_string!(l, work.path),
        td_string!(l, work.who),
    ];
    let [when, what, tenant, path, who] = heads.map(ToString::to_string);
    let head = [&when, &what, &tenant, &path, &who].map(|words| view! { <th scope="col">{words.clone()}</th> });
    let rows = rows
        .into_iter()
        .map(|row| {
            let late = row.due < today;
            let process = match row.process {
                Some((title, href)) => view! { <a href=href lang=content_lang()>{title}</a> }.into_any(),
                None => view! { <span class="muted">{td_string!(l, work.unnamed_path)}</span> }.into_any(),
            };
            let mark = if late { "status status-late" } else { "status status-waiting" };
            view! {
                <tr>
                    <td data-label=when.clone()><span class=mark>{when_words(l, row.due, today)}</span></td>
                    <td data-label=what.clone()>{process_words::deadline(l, row.kind)}</td>
                    <td data-label=tenant.clone() lang=content_lang()>
                        <a href=paths::tenant(&row.tenant.0)>{row.tenant.1}</a>
                    </td>
                    <td data-label=path.clone()>{process}</td>
                    <td data-label=who.clone()>{role_words(l, row.who)}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <table class="table table-cards">
            <thead><tr>{head.into_iter().collect::<Vec<_>>()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
