//! The record of a process for the regional observatory as a file: for those who prepare it, for everybody in the end.

use super::page;
use crate::{state::App, use_cases::Handle};
use app::error::Outcome;
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use domain::document::FileKind;
use http::header;

/// The record as it stands, for those who prepare it.
pub(super) async fn draft(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let found = handle.record_file(&slug).await;
    answer(app, handle, (&slug, found), request).await
}

/// The record of a concluded process.
pub(super) async fn public(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let found = handle.public_record_file(&slug).await;
    answer(app, handle, (&slug, found), request).await
}

async fn answer(app: App, handle: Handle, (slug, found): (&str, Outcome<String>), request: Request) -> Response {
    let Ok(file) = found else { return page::page(State(app), Extension(handle), request).await };
    let headers = [
        (header::CONTENT_TYPE, FileKind::Csv.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"osservatorio-{slug}.csv\"")),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    (headers, file).into_response()
}
