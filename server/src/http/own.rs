//! All that is kept of the person who asks, as a file.

use super::{cookie, file, security::no_store};
use crate::{
    state::App,
    use_cases::{FileOut, Handle},
};
use app::{
    components::words::error_words,
    error::{AppError, Outcome},
    paths,
};
use axum::{
    Extension,
    extract::{Request, State},
    response::{IntoResponse, Redirect, Response},
};

/// For programs.
pub(super) async fn data(State(app): State<App>, Extension(handle): Extension<Handle>, request: Request) -> Response {
    let found = handle.own_data_file().await;
    no_store(answer(app, handle, found, request).await)
}

/// For people.
pub(super) async fn page(State(app): State<App>, Extension(handle): Extension<Handle>, request: Request) -> Response {
    let found = handle.own_data_page(cookie::locale(request.headers())).await;
    no_store(answer(app, handle, found, request).await)
}

/// The file; who is not signed in goes there first, and then to the page that offers it; who asks too often reads so.
async fn answer(app: App, handle: Handle, found: Outcome<FileOut>, request: Request) -> Response {
    match found {
        Err(AppError::SignInRequired) => Redirect::to(&paths::sign_in(paths::OWN_DATA)).into_response(),
        Err(error @ AppError::TooMany) => {
            (error.status(), error_words(cookie::locale(request.headers()), &error).join(" ")).into_response()
        }
        found => file::answer(&app, handle, found, request).await,
    }
}
