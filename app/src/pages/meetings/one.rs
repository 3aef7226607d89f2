//! One meeting, for everybody.

use super::registration::registration;
use crate::{
    components::{
        Badge, Crumb, Empty, Facts, Page, Prose, load,
        organ_words::{body_words, meeting_words, mode_words},
        path_crumbs,
    },
    contract::{documents::DocumentChoice, meetings::MeetingView, use_cases},
    error::AppError,
    format::{date, moment, number, points},
    i18n::*,
    pages::minutes::public_minutes,
    pages::process::ProgressBox,
    paths,
    visit::{content_lang, locale, visit},
};
use domain::meeting::MeetingState;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

#[component]
pub(crate) fn MeetingPage() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let after = use_query_map().read_untracked().get("dopo");
    let server = use_cases();
    let fetch = async move {
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        server?.meeting(id, after).await
    };
    load(fetch, show)
}

fn show(found: MeetingView) -> impl IntoView {
    let l = locale();
    let row = found.row.clone();
    let (words, tone) = meeting_words(l, row.state);
    let cancelled = found.reason.clone().map(|reason| {
        view! {
            <p class="alert alert-warning">{td_string!(l, meeting.cancelled_because, reason = reason)}</p>
        }
    });
    let ahead = row.starts_at > visit().now && row.state != MeetingState::Cancelled;
    let add = ahead.then(|| {
        view! {
            <a class="btn btn-outline-primary" href=paths::meeting_file(row.id) download="">{td_string!(l, follow.add_to_calendar)}</a>
        }
    });
    let manage = found.may_manage.then(|| {
        view! {
            <a class="btn btn-outline-primary" href=paths::meeting_work(row.id)>{td_string!(l, meeting.manage)}</a>
        }
    });
    let draft = found.may_read_draft.then(|| {
        view! {
            <a class="btn btn-outline-primary" href=paths::minutes(row.id)>{td_string!(l, meeting.draft_minutes)}</a>
        }
    });
    let link = found.link.clone().map(|link| view! {
        <p><a href=link.clone() rel="nofollow noopener noreferrer">{td_string!(l, meeting.link)}": "{link.clone()}</a></p>
    });
    let facts = vec![
        (td_string!(l, meeting.when).to_string(), moment(row.starts_at)),
        (td_string!(l, meeting.at).to_string(), row.place.clone().unwrap_or_default()),
        (td_string!(l, meeting.how).to_string(), mode_words(l, row.mode)),
        (td_string!(l, meeting.who).to_string(), body_words(l, &found.body)),
    ];
    let mut crumbs = path_crumbs(&row.path.title, &row.path.slug);
    crumbs.push(Crumb::new(td_string!(l, meeting.meetings), paths::meetings(&row.path.slug)));
    let attendance = attendance(&found);
    let registration = found.registration.map(|found| registration(row.id, found));
    let minutes = found.minutes.map(|minutes| public_minutes(minutes, row.number));
    view! {
        <Page title=row.title lang=content_lang() crumbs=crumbs>
            <p><Badge words tone/></p>
            {cancelled}
            <div class="cluster">{add}{manage}{draft}</div>
            <Facts rows=facts/>
            {link}
            <section class="section" aria-labelledby="ordine">
                <h2 id="ordine">{td_string!(l, meeting.agenda)}</h2>
                <Prose source=points(&found.agenda)/>
            </section>
            {registration}
            {papers(found.papers)}
            {attendance}
            {minutes}
            <ProgressBox of=row.path.slug.clone()/>
        </Page>
    }
}

fn papers(papers: Vec<DocumentChoice>) -> impl IntoView {
    let l = locale();
    let empty = papers.is_empty().then(|| view! { <Empty words=td_string!(l, meeting.no_papers)/> });
    let rows = papers
        .into_iter()
        .map(|paper| {
            view! {
                <li><a href=paths::document_file(paper.id) lang=content_lang()>{paper.title}</a>" ("{date(paper.dated)}")"</li>
            }
        })
        .collect_view();
    view! {
        <section class="section" aria-labelledby="documenti">
            <h2 id="documenti">{td_string!(l, meeting.papers)}</h2>
            {empty}
            <ul class="row-list">{rows}</ul>
        </section>
    }
}

/// How many came: numbers, never names.
fn attendance(found: &MeetingView) -> Option<impl IntoView + use<>> {
    let l = locale();
    let counted = found.attendance?;
    let n = |count: u32| number(l, u64::from(count));
    let words = td_string!(
        l,
        meeting.attendance_counts,
        total = n(counted.total()),
        women = n(counted.women),
        men = n(counted.men),
        undeclared = n(counted.undeclared)
    );
    let categories = found.categories.iter().map(|(name, count)| format!("{name}: {}", number(l, *count)));
    let categories = categories.collect::<Vec<_>>().join("; ");
    let categories =
        (!categories.is_empty()).then(|| view! { <p>{td_string!(l, meeting.by_category)}": "{categories}</p> });
    Some(view! {
        <section class="section" aria-labelledby="presenze">
            <h2 id="presenze">{td_string!(l, meeting.attendance)}</h2>
            <p>{words}</p>
            {categories}
        </section>
    })
}
