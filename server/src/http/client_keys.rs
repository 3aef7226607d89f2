//! The platform's public key at an identity provider, for the provider to read.

use super::page;
use crate::{state::App, use_cases::Handle};
use app::error::AppError;
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use http::header;

/// The key as a set (RFC 7517).
pub(super) async fn public(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let found = match id.parse() {
        Ok(id) => handle.client_keys(id).await,
        Err(_) => Err(AppError::NotFound),
    };
    match found {
        Ok(keys) => {
            let headers = [(header::CONTENT_TYPE, "application/jwk-set+json"), (header::CACHE_CONTROL, "max-age=300")];
            (headers, keys).into_response()
        }
        Err(_) => page::page(State(app), Extension(handle), request).await,
    }
}
