//! The frozen proposal document as a file: for those who prepare it, for the guarantor, for everybody once it was sent.

use super::page;
use crate::{
    state::App,
    use_cases::{Frozen, Handle},
};
use app::error::Outcome;
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use domain::document::FileKind;
use http::header;

/// What was submitted, for those who prepare the document; the parameter `numero` names an earlier submission.
pub(super) async fn submitted(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let found = handle.submitted_file(&slug, number(&request)).await;
    answer(&app, handle, found, request).await
}

/// The document that was sent to the body.
pub(super) async fn public(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let found = handle.public_file(&slug).await;
    answer(&app, handle, found, request).await
}

/// What was submitted, for the guarantor; the parameter `numero` names an earlier submission.
pub(super) async fn case(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path((tenant, process)): Path<(String, String)>,
    request: Request,
) -> Response {
    let found = match (tenant.parse(), process.parse()) {
        (Ok(tenant), Ok(process)) => handle.case_file(tenant, process, number(&request)).await,
        _ => Err(app::error::AppError::NotFound),
    };
    answer(&app, handle, found, request).await
}

fn number(request: &Request) -> Option<u32> {
    request.uri().query()?.split('&').find_map(|pair| pair.strip_prefix("numero=")?.parse().ok())
}

async fn answer(app: &App, handle: Handle, found: Outcome<Frozen>, request: Request) -> Response {
    let Ok(file) = found else { return page::render(app, handle, request, None).await };
    let headers = [
        (header::CONTENT_TYPE, FileKind::Txt.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", file.name)),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
        (header::ETAG, format!("\"{}\"", file.sha256)),
    ];
    (headers, file.bytes).into_response()
}
