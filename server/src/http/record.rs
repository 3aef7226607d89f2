//! The record of a process for the regional observatory as a file: for those who prepare it, for everybody in the end.

use super::file::answer;
use crate::{state::App, use_cases::Handle};
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::Response,
};

/// The record as it stands, for those who prepare it.
pub(super) async fn draft(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let found = handle.record_file(&slug).await;
    answer(&app, handle, found, request).await
}

/// The record of a concluded process.
pub(super) async fn public(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let found = handle.public_record_file(&slug).await;
    answer(&app, handle, found, request).await
}
