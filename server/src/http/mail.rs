//! The demo's mail as JSON, for tests.

use crate::use_cases::Handle;
use app::contract::people::People;
use axum::{
    Extension, Json,
    response::{IntoResponse, Response},
};

pub(super) async fn kept(Extension(handle): Extension<Handle>) -> Response {
    match handle.kept_mail().await {
        Ok(mails) => Json(mails).into_response(),
        Err(error) => error.status().into_response(),
    }
}
