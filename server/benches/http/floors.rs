//! The floors: the same bytes from memory, and the same queries answered as JSON.

use crate::{
    Fault,
    cases::{Case, SUPPORT},
    client,
    data::{Data, TURNS},
};
use app::contract::{
    contributions::{CommentsAsked, ContributionList, Contributions, Filter, Shown},
    site::Site,
};
use axum::{
    Json, Router,
    extract::{Path, State},
    response::{IntoResponse, Response},
    routing::any,
};
use http::StatusCode;
use hyper::body::Bytes;
use serde_json::{Value, json};
use server::{seed::Seed, state::App, use_cases::Handle};
use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

#[derive(Clone)]
struct Floors {
    app: App,
    bytes: Arc<HashMap<String, Bytes>>,
    data: Arc<Wanted>,
}

struct Wanted {
    ids: Arc<Vec<domain::id::ContributionId>>,
    one: domain::id::ContributionId,
    page_500: String,
    citizens: Vec<Handle>,
    /// Whose turn it is to be supported.
    turn: AtomicUsize,
}

/// Serves both floors; the bytes are those that the real pages answer now.
pub(crate) async fn router(app: &App, data: &Data, cases: &[Case], pages: SocketAddr) -> Result<Router, Fault> {
    let mut bytes = HashMap::new();
    for case in cases {
        bytes.insert(case.name.to_owned(), client::body(pages, &case.request).await?);
    }
    let seed = Seed::of(app, "large").await?;
    let mut citizens = Vec::with_capacity(data.at_floor.len());
    for citizen in data.at_floor.iter() {
        citizens.push(seed.acting(*citizen).await?);
    }
    let wanted = Wanted {
        ids: Arc::clone(&data.ids),
        one: data.one,
        page_500: data.page_500.clone(),
        citizens,
        turn: AtomicUsize::default(),
    };
    let floors = Floors { app: app.clone(), bytes: Arc::new(bytes), data: Arc::new(wanted) };
    Ok(Router::new()
        .route("/bytes/{case}", any(from_memory))
        .route("/queries/{case}", any(from_queries))
        .with_state(floors))
}

async fn from_memory(State(floors): State<Floors>, Path(case): Path<String>) -> Response {
    match floors.bytes.get(&case) {
        Some(bytes) => ([(http::header::CONTENT_TYPE, "text/html; charset=utf-8")], bytes.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn from_queries(State(floors): State<Floors>, Path(case): Path<String>) -> Response {
    match answer(&floors, &case).await {
        Ok(value) => Json(value).into_response(),
        Err(fault) => (StatusCode::INTERNAL_SERVER_ERROR, fault.to_string()).into_response(),
    }
}

async fn answer(floors: &Floors, case: &str) -> Result<Value, Fault> {
    let seed = Seed::of(&floors.app, if case == "list-1000" { "small" } else { "large" }).await?;
    if case == SUPPORT {
        let turn = floors.data.turn.fetch_add(1, Ordering::Relaxed);
        let citizens = &floors.data.citizens;
        let handle = &citizens[turn / TURNS % citizens.len()];
        let supports = handle.support(floors.data.ids[turn % floors.data.ids.len()], true, "").await?;
        return Ok(json!({ "count": supports.count, "mine": supports.mine }));
    }
    let handle = seed.visiting();
    let list = |filter| async { Ok::<_, Fault>(list_as_json(&handle.contributions(filter).await?)) };
    match case {
        "home" => home(&handle).await,
        "list-search" => list(Filter { words: "sportello".into(), ..Filter::default() }).await,
        "list-page-500" => list(Filter { after: Some(floors.data.page_500.clone()), ..Filter::default() }).await,
        "one" => {
            let Shown::Whole(view) = handle.contribution(floors.data.one, CommentsAsked::START).await? else {
                return Err("the contribution is hidden".into());
            };
            Ok(
                json!({ "title": view.title, "body": view.body, "supports": view.supports, "comments": view.comments_count }),
            )
        }
        _ => list(Filter::default()).await,
    }
}

fn list_as_json(list: &ContributionList) -> Value {
    let row = |row: &app::contract::contributions::ContributionRow| {
        json!({
            "id": row.id, "title": row.title, "excerpt": row.excerpt, "table": row.table, "state": row.state.code(),
            "supports": row.supports, "comments": row.comments, "at": row.at,
        })
    };
    json!({ "rows": list.slice.rows.iter().map(row).collect::<Vec<_>>(), "next": list.slice.next, "count": list.results.count })
}

async fn home(handle: &Handle) -> Result<Value, Fault> {
    let home = handle.home().await?;
    Ok(json!({
        "open": home.open.map(|open| json!({ "slug": open.slug, "title": open.title, "until": open.until })),
        "paths": home.paths.iter().map(|path| json!({ "slug": path.slug, "title": path.title })).collect::<Vec<_>>(),
        "axes": home.axes.iter().map(|axis| json!({ "id": axis.id, "name": axis.name })).collect::<Vec<_>>(),
        "decisions": home.decisions.iter().map(|act| json!({ "subject": act.subject, "date": act.date })).collect::<Vec<_>>(),
        "meetings": home.meetings.iter().map(|next| json!({ "id": next.id, "title": next.title })).collect::<Vec<_>>(),
    }))
}
