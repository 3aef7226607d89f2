//! Files of documents, handed out after a check each time.

use super::page;
use crate::{state::App, use_cases::Handle};
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// The file of a document; who may not read it sees the page of what does not exist.
pub(super) async fn document(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let Ok(id) = id.parse() else { return page::render(&app, handle, request, None).await };
    let Ok(file) = handle.document_file(id).await else { return page::render(&app, handle, request, None).await };
    let tag = format!("\"{}\"", file.sha256);
    let mut headers = HeaderMap::new();
    set(&mut headers, header::ETAG, &tag);
    set(&mut headers, header::CACHE_CONTROL, "private, no-cache");
    if request.headers().get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    set(&mut headers, header::CONTENT_TYPE, &file.media_type);
    set(&mut headers, header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{}\"", file.name));
    (headers, file.bytes).into_response()
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    headers.insert(name, HeaderValue::from_str(value).expect("media types, hashes and plain names are headers"));
}
