//! Calls of server functions: from islands, and from plain forms, whose refusal shows the page again.

use super::{cookie, page, refusal};
use crate::{state::App, use_cases::Handle};
use app::{
    contract::{self, documents::SentFile, drafts::Drafts},
    draft,
    error::AppError,
    paths,
    respond::{SentFields, SentFiles, SessionChange, SessionSlot},
    visit::Submitted,
};
use axum::{
    Extension, RequestExt,
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest, Multipart, Request, State},
    response::{IntoResponse, Redirect, Response},
};
use domain::{document::FILE_MAX_MIB, draft::DraftName, invalid::Fault, questionnaire::is_field};
use http::{HeaderValue, Method, StatusCode, header, request::Parts};
use leptos::{
    prelude::{FromServerFnError, provide_context},
    server_fn::error::SERVER_FN_ERROR_HEADER,
};
use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
};

/// Largest form without files: more than the longest text of any field, typed in signs of three bytes.
const TEXT_LIMIT: usize = 4 * 1024 * 1024;
/// Largest form with files.
const FILES_LIMIT: usize = 21 * 1024 * 1024;

/// Runs the server function at the request's path.
pub(super) async fn server_function(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    request: Request,
) -> Response {
    if request.method() == Method::GET && !accepts_calls(&request) {
        // The address of a refused form, asked for again: the page that held the form.
        let page = page_in(request.uri().query()).unwrap_or_default();
        return Redirect::to(paths::local(&page)).into_response();
    }
    let plain_form = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    let (mut parts, body) = request.with_limited_body().into_parts();
    let original = parts.clone();
    let limit = if has_files(&original) { FILES_LIMIT } else { TEXT_LIMIT };
    let Ok(body) = to_bytes(body, limit).await else {
        let error = AppError::invalid("file", Fault::FileSize { max_kib: FILE_MAX_MIB * 1024 });
        let mut response = show_again(&app, handle, original, Vec::new(), error).await;
        *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
        return response;
    };
    let (typed, files) = sent(&original, body.clone()).await;
    // Server functions take text; files wait beside them.
    let body = if files.is_some() {
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        parts.headers.insert(header::CONTENT_TYPE, form);
        parts.headers.remove(header::CONTENT_LENGTH);
        Bytes::from(encoded(&typed))
    } else if let Some(once) = each_once(&typed) {
        // They take a field once, too: what was ticked several times is read from `SentFields`.
        parts.headers.remove(header::CONTENT_LENGTH);
        Bytes::from(encoded(&once))
    } else {
        body
    };
    let fields = SentFields(Arc::new(typed.clone()));
    let files = SentFiles(Arc::new(Mutex::new(files.unwrap_or_default())));
    // Without it the framework would answer a refused form with an error in the address.
    parts.headers.remove(header::ACCEPT);

    let slot = SessionSlot::default();
    let (noted, bound, locale) = (Arc::clone(&slot), handle.clone(), cookie::locale(&original.headers));
    let context = move || {
        let handle: contract::Handle = Arc::new(bound.clone());
        provide_context(handle);
        provide_context(Arc::clone(&noted));
        provide_context(files.clone());
        provide_context(fields.clone());
        provide_context(locale);
    };
    let call = Request::from_parts(parts, Body::from(body));
    let mut response = leptos_axum::handle_server_fns_with_context(context, call).await.into_response();
    if let Some(change) = slot.lock().expect("no holder of the slot panics").take() {
        if matches!(change, SessionChange::Close | SessionChange::Leave(_)) {
            // Whoever sits down next does not read with "back" what the person read.
            response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
        }
        for cookie in cookie::session_change(&app.config, &change) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        // What waits beside those that may say the same is sent again from there.
        if response.headers().get(header::LOCATION).is_none_or(|to| to != paths::PROPOSE_SIMILAR) {
            forget_draft(&handle, &original, &typed).await;
        }
        if plain_form && response.headers().contains_key(header::LOCATION) {
            *response.status_mut() = StatusCode::SEE_OTHER;
        }
        return response;
    }
    let (head, answer) = response.into_parts();
    let answer = to_bytes(answer, TEXT_LIMIT).await.unwrap_or_default();
    let error = AppError::de(answer.clone());
    let subject = typed.iter().find_map(|(_, value)| value.parse().ok());
    refusal::note(&handle, called(&original), "call", subject, &error).await;
    if matches!(&error, AppError::StepRefused(refused) if refused.level_needed().is_some()) {
        keep_as_draft(&handle, &original, &typed).await;
    }
    if plain_form { show_again(&app, handle, original, typed, error).await } else { refused(head, answer, &error) }
}

fn encoded(fields: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

/// The first value for each question of a questionnaire, where one has several. Whatever else comes twice is refused.
fn each_once(typed: &[(String, String)]) -> Option<Vec<(String, String)>> {
    let mut seen = HashSet::new();
    let once: Vec<_> = typed.iter().filter(|(name, _)| !is_field(name) || seen.insert(name)).cloned().collect();
    (once.len() < typed.len()).then_some(once)
}

/// The draft of the form that was sent, where it keeps one.
fn draft_of(call: &Parts, typed: &[(String, String)]) -> Option<DraftName> {
    let key = typed.iter().find(|(name, _)| name == "form").map_or("", |(_, key)| key);
    draft::name_of(call.uri.path(), key, &page_in(call.uri.query()).unwrap_or_default())
}

/// Who leaves the page to sign in more surely finds what they typed when they come back.
async fn keep_as_draft(handle: &Handle, call: &Parts, typed: &[(String, String)]) {
    let Some(form) = draft_of(call, typed).filter(|_| handle.scope.signed_in().is_some()) else { return };
    let Some(fields) = draft::worth_keeping(&form, typed.to_vec()) else { return };
    if handle.keep_draft(form, fields).await.is_err() {
        tracing::error!("what was typed could not be kept");
    }
}

/// What was sent needs no draft any more.
async fn forget_draft(handle: &Handle, call: &Parts, typed: &[(String, String)]) {
    let Some(form) = draft_of(call, typed) else { return };
    if handle.scope.signed_in().is_some() && handle.discard_draft(form).await.is_err() {
        tracing::error!("the draft of a form that was sent could not be forgotten");
    }
}

fn accepts_calls(request: &Request) -> bool {
    leptos::server_fn::axum::get_server_fn_service(request.uri().path(), request.method().clone()).is_some()
}

/// The server function of a request, as the audit log names it: `contributions/hide`.
fn called(call: &Parts) -> &'static str {
    let mut functions = leptos::server_fn::axum::server_fn_paths();
    let path = functions.find_map(|(path, _)| (path == call.uri.path()).then_some(path));
    path.and_then(|path| path.strip_prefix("/api/")).unwrap_or("unknown")
}

/// What an island receives.
fn refused(head: http::response::Parts, answer: Bytes, error: &AppError) -> Response {
    let mut response = Response::from_parts(head, Body::from(answer));
    *response.status_mut() = error.status();
    response
}

/// Renders the page that held the form, with what was typed and what was refused.
async fn show_again(
    app: &App,
    handle: Handle,
    call: Parts,
    values: Vec<(String, String)>,
    error: AppError,
) -> Response {
    let to = call.uri.path().to_owned();
    let back = page_in(call.uri.query()).or_else(|| page_among(&values)).unwrap_or_default();
    let status = error.status();
    let mut page = Request::new(Body::empty());
    *page.uri_mut() = paths::local(&back).parse().unwrap_or_default();
    *page.headers_mut() = call.headers;
    page.headers_mut().remove(header::CONTENT_TYPE);
    page.headers_mut().remove(header::CONTENT_LENGTH);
    let mut response = page::render(app, handle, page, Some(Submitted { to, error, values })).await;
    *response.status_mut() = status;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The page named by the parameter `da`, as sent.
pub(super) fn page_in(query: Option<&str>) -> Option<String> {
    page_among(&form_pairs(query.unwrap_or_default().as_bytes()))
}

/// The page named by `da` among these values.
fn page_among(values: &[(String, String)]) -> Option<String> {
    values.iter().find(|(name, _)| name == "da").map(|(_, page)| page.clone())
}

/// The text typed into a form and, where the form can send them, its files.
async fn sent(call: &Parts, body: Bytes) -> (Vec<(String, String)>, Option<Vec<SentFile>>) {
    if !has_files(call) {
        return (form_pairs(&body), None);
    }
    let mut again = Request::new(Body::from(body));
    if let Some(kind) = call.headers.get(header::CONTENT_TYPE) {
        again.headers_mut().insert(header::CONTENT_TYPE, kind.clone());
    }
    // The limit of the body is among them.
    again.extensions_mut().clone_from(&call.extensions);
    let (mut values, mut files) = (Vec::new(), Vec::new());
    let Ok(mut parts) = Multipart::from_request(again, &()).await else { return (values, Some(files)) };
    while let Ok(Some(part)) = parts.next_field().await {
        let Some(field) = part.name().map(ToOwned::to_owned) else { continue };
        match part.file_name().map(ToOwned::to_owned) {
            Some(name) => {
                let Ok(bytes) = part.bytes().await else { continue };
                files.push(SentFile { field, name, bytes: bytes.into() });
            }
            None => values.extend(part.text().await.ok().map(|text| (field, text))),
        }
    }
    (values, Some(files))
}

fn has_files(call: &Parts) -> bool {
    call.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"))
}

fn form_pairs(bytes: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(bytes).into_owned().collect()
}
