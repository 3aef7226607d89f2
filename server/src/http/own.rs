//! All that is kept of the person who asks, as a file.

use super::{cookie, file};
use crate::{state::App, use_cases::Handle};
use axum::{
    Extension,
    extract::{Request, State},
    response::Response,
};

/// For programs.
pub(super) async fn data(State(app): State<App>, Extension(handle): Extension<Handle>, request: Request) -> Response {
    let found = handle.own_data_file().await;
    file::answer(&app, handle, found, request).await
}

/// For people.
pub(super) async fn page(State(app): State<App>, Extension(handle): Extension<Handle>, request: Request) -> Response {
    let found = handle.own_data_page(cookie::locale(request.headers())).await;
    file::answer(&app, handle, found, request).await
}
