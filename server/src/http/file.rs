//! Files of documents and contributions and texts of agreements, handed out after a check each time.

use super::page;
use crate::{
    state::App,
    use_cases::{FileOut, Handle, TextOut},
};
use app::error::{AppError, Outcome};
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::{IntoResponse, Response},
};
use domain::document::FileKind;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// The file of a document; who may not read it sees the page of what does not exist.
pub(super) async fn document(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let found = match id.parse() {
        Ok(id) => handle.document_file(id).await,
        Err(_) => Err(AppError::NotFound),
    };
    answer(&app, handle, found, request).await
}

/// The file beside a contribution, for who may read it now.
pub(super) async fn attachment(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let found = match id.parse() {
        Ok(id) => handle.attachment(id).await,
        Err(_) => Err(AppError::NotFound),
    };
    answer(&app, handle, found, request).await
}

/// The logo of the tenant, which its name tells from any other: browsers keep it.
pub(super) async fn logo(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(name): Path<String>,
    request: Request,
) -> Response {
    match handle.logo(&name).await {
        Ok(file) => {
            let mut headers = HeaderMap::new();
            set(&mut headers, header::CACHE_CONTROL, "public, max-age=31536000, immutable");
            set(&mut headers, header::CONTENT_TYPE, &file.media_type);
            (headers, file.bytes).into_response()
        }
        Err(_) => page::page(State(app), Extension(handle), request).await,
    }
}

/// The document of a request for more time, for the guarantor.
pub(super) async fn extension_request(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path((tenant, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    of_extension(&app, handle, (&tenant, &id), false, request).await
}

/// The document of the answer to a request for more time, for the guarantor.
pub(super) async fn extension_answer(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path((tenant, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    of_extension(&app, handle, (&tenant, &id), true, request).await
}

async fn of_extension(
    app: &App,
    handle: Handle,
    (tenant, id): (&str, &str),
    answered: bool,
    request: Request,
) -> Response {
    let found = match (tenant.parse(), id.parse()) {
        (Ok(tenant), Ok(id)) => handle.extension_file(tenant, id, answered).await,
        _ => Err(AppError::NotFound),
    };
    answer(app, handle, found, request).await
}

/// The file, unless the browser has it already; without one, the page of its address, which says what is wrong.
pub(super) async fn answer(app: &App, handle: Handle, found: Outcome<FileOut>, request: Request) -> Response {
    let Ok(file) = found else { return page::page(State(app.clone()), Extension(handle), request).await };
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

/// The text of a path's agreement: the current one, or the signed one of the parameter `versione`.
pub(super) async fn agreement(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(slug): Path<String>,
    request: Request,
) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let version = query.split('&').find_map(|pair| pair.strip_prefix("versione=")?.parse().ok());
    match handle.agreement_text(&slug, version).await {
        Ok(found) => text(found),
        Err(_) => page::page(State(app), Extension(handle), request).await,
    }
}

/// The text that a party is asked to sign.
pub(super) async fn agreement_by_link(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(key): Path<String>,
    request: Request,
) -> Response {
    match handle.text_by_link(&key).await {
        Ok(found) => text(found),
        Err(_) => page::page(State(app), Extension(handle), request).await,
    }
}

fn text(found: TextOut) -> Response {
    let mut headers = HeaderMap::new();
    set(&mut headers, header::CACHE_CONTROL, "private, no-cache");
    set(&mut headers, header::CONTENT_TYPE, FileKind::Txt.media_type());
    let name = format!("attachment; filename=\"accordo-{}.txt\"", found.version);
    set(&mut headers, header::CONTENT_DISPOSITION, &name);
    (headers, found.text).into_response()
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    headers.insert(name, HeaderValue::from_str(value).expect("media types, hashes and plain names are headers"));
}
