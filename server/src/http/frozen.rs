//! The frozen proposal document as a file: for those who prepare it, for the guarantor, for everybody once it was sent.

use super::file::answer;
use crate::{state::App, use_cases::Handle};
use app::error::AppError;
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::Response,
};

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
        _ => Err(AppError::NotFound),
    };
    answer(&app, handle, found, request).await
}

fn number(request: &Request) -> Option<u32> {
    request.uri().query()?.split('&').find_map(|pair| pair.strip_prefix("numero=")?.parse().ok())
}
