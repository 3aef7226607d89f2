//! Whether the process lives, and whether it can serve.

use crate::state::App;
use axum::extract::State;
use http::StatusCode;

pub(super) async fn alive() -> &'static str {
    "ok"
}

pub(super) async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    if app.db.is_up().await {
        (StatusCode::OK, "ok")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer")
    }
}
