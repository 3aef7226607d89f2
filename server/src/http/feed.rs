//! Feeds (Atom, RFC 4287): the steps of paths, the newest proposals, the latest decisions. Feeds and entries keep their
//! identifiers for good, on whatever host they are read.

use super::file;
use crate::{
    state::App,
    use_cases::{DecisionNews, FileOut, Handle, StepNews},
};
use app::{
    contract::contributions::ContributionRow,
    error::Outcome,
    feed::{self, Subject},
    i18n::{Locale, LocaleExt},
    paths,
};
use atom_syndication::{Category, Entry, Feed, Link, Person, Text};
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::Response,
};
use chrono::{DateTime, Utc};
use domain::id::TenantId;
use sha2::{Digest, Sha256};
use uuid::Builder;

const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

/// The steps of all paths of the tenant.
pub(super) async fn tenant(State(app): State<App>, Extension(handle): Extension<Handle>, request: Request) -> Response {
    let made = Maker::of(&handle, &request, paths::PROCESSES);
    let news = handle.step_news().await;
    let feed = news.map(|steps| {
        let entries = steps.into_iter().map(|step| made.step(step, true)).collect();
        made.feed(Subject::Tenant(&made.place), entries)
    });
    answer(app, handle, feed, request).await
}

/// The steps of one path.
pub(super) async fn path(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let made = Maker::of(&handle, &request, &paths::process(&slug));
    let news = handle.path_news(&slug).await;
    let feed = news.map(|(title, steps)| {
        let entries = steps.into_iter().map(|step| made.step(step, false)).collect();
        made.feed(Subject::Path(&title), entries)
    });
    answer(app, handle, feed, request).await
}

/// The newest proposals.
pub(super) async fn proposals(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    request: Request,
) -> Response {
    let made = Maker::of(&handle, &request, paths::CONTRIBUTIONS);
    let news = handle.proposal_news().await;
    let feed = news.map(|rows| {
        let entries = rows.into_iter().map(|row| made.proposal(row)).collect();
        made.feed(Subject::Proposals(&made.place), entries)
    });
    answer(app, handle, feed, request).await
}

/// The latest decisions.
pub(super) async fn decisions(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    request: Request,
) -> Response {
    let made = Maker::of(&handle, &request, paths::PROCESSES);
    let news = handle.decision_news().await;
    let feed = news.map(|all| {
        let entries = all.into_iter().map(|one| made.decision(one)).collect();
        made.feed(Subject::Decisions(&made.place), entries)
    });
    answer(app, handle, feed, request).await
}

async fn answer(app: App, handle: Handle, feed: Outcome<Feed>, request: Request) -> Response {
    let made = feed.map(|feed| FileOut::made("novita.atom".into(), MEDIA_TYPE, feed.to_string().into_bytes()));
    file::answer(&app, handle, made, request).await
}

/// The language that the address asks for with `lingua`: programs keep no cookies.
pub(super) fn wanted_language(request: &Request) -> Locale {
    let query = request.uri().query().unwrap_or_default();
    if query.split('&').any(|pair| pair == "lingua=en") { Locale::en } else { Locale::it }
}

/// The name for good of `what` of a tenant, which no address is: a tenant may move to another host.
fn named(tenant: TenantId, what: &str) -> String {
    let hash: [u8; 32] = Sha256::digest(format!("{tenant} {what}")).into();
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    format!("urn:uuid:{}", Builder::from_custom_bytes(half).into_uuid())
}

/// Makes entries for one request: in its language, with addresses of its host.
struct Maker {
    l: Locale,
    origin: String,
    place: String,
    /// The page that shows the same.
    page: String,
    /// The address of the feed itself, and the name by which it is known.
    own: String,
    id: String,
    tenant: TenantId,
    /// When the tenant came to be: what a feed without entries is dated.
    since: DateTime<Utc>,
}

impl Maker {
    fn of(handle: &Handle, request: &Request, page: &str) -> Self {
        let place = handle.scope.place();
        let origin = handle.app.origin_of(place);
        let own = request.uri().path_and_query().map_or_else(String::new, ToString::to_string);
        Self {
            l: wanted_language(request),
            page: format!("{origin}{page}"),
            id: named(place.id, &own),
            own: format!("{origin}{own}"),
            tenant: place.id,
            place: place.name.clone(),
            since: place.created_at,
            origin,
        }
    }

    fn step(&self, step: StepNews, names_path: bool) -> Entry {
        let title = feed::step(self.l, names_path.then_some(step.path.as_str()), step.kind);
        let entry = self.entry(format!("urn:uuid:{}", step.id), title, &paths::process(&step.slug), step.at);
        let summary = (!step.note.is_empty()).then(|| Text::plain(step.note));
        Entry { summary, ..entry }
    }

    fn proposal(&self, row: ContributionRow) -> Entry {
        let entry = self.entry(format!("urn:uuid:{}", row.id), row.title, &paths::contribution(row.id), row.at);
        let table = Category { term: row.table, ..Category::default() };
        Entry { summary: Some(Text::plain(row.excerpt)), categories: vec![table], ..entry }
    }

    fn decision(&self, one: DecisionNews) -> Entry {
        let page = format!("{}#proposta-{}", paths::decisions(&one.slug), one.number);
        let title = feed::decision(self.l, &one.title, one.decision);
        let path = Category { term: one.path, ..Category::default() };
        let id = named(self.tenant, &format!("decision {} {}", one.process, one.number));
        Entry { categories: vec![path], ..self.entry(id, title, &page, one.at) }
    }

    /// An entry that leads to `page` and is known as `id`.
    fn entry(&self, id: String, title: String, page: &str, at: DateTime<Utc>) -> Entry {
        let href = format!("{}{page}", self.origin);
        Entry {
            title: Text::plain(title),
            id,
            updated: at.fixed_offset(),
            published: Some(at.fixed_offset()),
            links: vec![Link { href, rel: "alternate".into(), ..Link::default() }],
            ..Entry::default()
        }
    }

    fn feed(&self, of: Subject<'_>, entries: Vec<Entry>) -> Feed {
        let to = |href: &str, rel: &str| Link { href: href.into(), rel: rel.into(), ..Link::default() };
        let newest = entries.iter().map(|entry| entry.updated).max();
        Feed {
            title: Text::plain(feed::title(self.l, of)),
            id: self.id.clone(),
            updated: newest.unwrap_or(self.since.fixed_offset()),
            authors: vec![Person { name: self.place.clone(), ..Person::default() }],
            links: vec![to(&self.own, "self"), to(&self.page, "alternate")],
            lang: Some(self.l.as_str().into()),
            entries,
            ..Feed::default()
        }
    }
}
