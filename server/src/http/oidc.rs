//! The ways to an identity provider and back. Links lead there, not forms: the policy of pages lets no form leave.

use super::{
    cookie,
    page::{self, with_notice},
    security::no_store,
};
use crate::{
    state::App,
    use_cases::{
        Handle,
        identities::{Came, Stopped, Wish},
    },
};
use app::{error::AppError, leaving::leaving_page, notice::Notice, paths, respond::SessionChange};
use axum::{
    Extension, Form,
    extract::{Path, Query, Request, State},
    response::{Html, IntoResponse, Redirect, Response},
};
use domain::{assurance::Assurance, oidc_fault::OidcFault};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    dopo: String,
    livello: Option<String>,
}

impl Wanted {
    /// How surely the person must be known.
    fn least(&self) -> Assurance {
        self.livello.as_ref().and_then(|level| level.parse().ok()).unwrap_or(Assurance::Address)
    }
}

/// Begins a sign-in.
pub(super) async fn begin(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(provider): Path<String>,
    Query(wanted): Query<Wanted>,
    request: Request,
) -> Response {
    let least = wanted.least();
    go(&app, handle, &provider, (wanted.dopo, false, least), request).await
}

/// Begins to join an identity to the account that is open: from a page of ours alone, or others could make a browser
/// join theirs.
pub(super) async fn join(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Path(provider): Path<String>,
    Query(wanted): Query<Wanted>,
    request: Request,
) -> Response {
    if handle.scope.signed_in().is_none() || !from_here(request.headers()) {
        return no_store(Redirect::to(paths::WAYS_IN).into_response());
    }
    let least = wanted.least();
    let back = if wanted.dopo.is_empty() { paths::WAYS_IN.to_owned() } else { wanted.dopo };
    go(&app, handle, &provider, (back, true, least), request).await
}

async fn go(
    app: &App,
    handle: Handle,
    provider: &str,
    (back, joins, least): (String, bool, Assurance),
    request: Request,
) -> Response {
    let kept = cookie::oidc_key(&app.config, request.headers());
    let begun = match provider.parse() {
        Ok(provider) => handle.begin_sign_in(Wish { provider, back: back.clone(), joins, least }, kept).await,
        Err(_) => Err(Stopped::Error(AppError::NotFound)),
    };
    match begun {
        Ok(begun) => {
            let mut response = Redirect::to(&begun.to).into_response();
            response.headers_mut().append(header::SET_COOKIE, cookie::keep_oidc_key(&app.config, &begun.browser));
            no_store(response)
        }
        Err(stopped) => stop(app, handle, stopped, (&back, joins, least), request).await,
    }
}

#[derive(Deserialize)]
pub(super) struct Brought {
    state: Option<String>,
    code: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// Longest value that is looked at.
const LONGEST: usize = 4096;

/// Ends a sign-in.
pub(super) async fn finish(
    State(app): State<App>,
    Extension(handle): Extension<Handle>,
    Query(brought): Query<Brought>,
    request: Request,
) -> Response {
    let short = |value: Option<String>| value.filter(|value| value.len() <= LONGEST);
    let came = Came {
        state: short(brought.state),
        code: short(brought.code),
        issuer: short(brought.iss),
        error: short(brought.error),
    };
    let kept = cookie::oidc_key(&app.config, request.headers());
    let finished = handle.finish_sign_in(came, kept, cookie::locale(request.headers())).await;
    match finished.result {
        Ok(session) => {
            let notice = if finished.joins && finished.back == paths::WAYS_IN {
                Notice::IdentityJoined
            } else {
                Notice::SignedIn
            };
            let mut response = Redirect::to(&with_notice(session.onwards(&finished.back), notice)).into_response();
            for cookie in cookie::session_change(&app.config, &SessionChange::Open(session)) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            response.headers_mut().append(header::SET_COOKIE, cookie::keep_oidc_key(&app.config, ""));
            no_store(response)
        }
        Err(stopped) => {
            let wished = (finished.back.as_str(), finished.joins, finished.least);
            stop(&app, handle, stopped, wished, request).await
        }
    }
}

/// After signing out: on to the provider, or home when everything is done.
pub(super) async fn leave(State(app): State<App>, Extension(handle): Extension<Handle>, request: Request) -> Response {
    let to = match cookie::leaving_key(&app.config, request.headers()) {
        Some(key) => handle.leave_provider(&key).await.unwrap_or_default(),
        None => None,
    };
    let mut response = match to {
        Some(to) => Html(leaving_page(cookie::locale(request.headers()), &to)).into_response(),
        None => Redirect::to(&with_notice(paths::HOME, Notice::SignedOut)).into_response(),
    };
    response.headers_mut().append(header::SET_COOKIE, cookie::forget_leaving(&app.config));
    no_store(response)
}

#[derive(Deserialize)]
pub(super) struct Word {
    logout_token: String,
}

/// A provider says that somebody signed out (Back-Channel Logout 1.0, section 2.8).
pub(super) async fn back_channel(
    Extension(handle): Extension<Handle>,
    Path(provider): Path<String>,
    Form(word): Form<Word>,
) -> Response {
    let ended = match provider.parse() {
        Ok(provider) => handle.end_at_word(provider, &word.logout_token).await,
        Err(_) => Err(Stopped::Error(AppError::NotFound)),
    };
    no_store(match ended {
        Ok(()) => StatusCode::OK.into_response(),
        Err(Stopped::Fault(fault)) => (StatusCode::BAD_REQUEST, fault.code()).into_response(),
        Err(Stopped::Error(error)) => error.status().into_response(),
    })
}

/// Says what is wrong where the person goes on: a fault of the sign-in there, anything else as for any page.
async fn stop(
    app: &App,
    handle: Handle,
    stopped: Stopped,
    (back, joins, least): (&str, bool, Assurance),
    request: Request,
) -> Response {
    match stopped {
        Stopped::Fault(fault) => {
            let page = match (joins, back) {
                (true, paths::WAYS_IN) => back.to_owned(),
                (true, _) => paths::sign_in_surely(paths::local(back), least),
                // The page names the level, and its links ask for it.
                (false, _) if fault == OidcFault::Level => paths::sign_in_surely(paths::local(back), least),
                (false, _) => paths::sign_in(paths::local(back)),
            };
            no_store(Redirect::to(&paths::with_fault(&page, fault.code())).into_response())
        }
        Stopped::Error(AppError::NotFound) => page::page(State(app.clone()), Extension(handle), request).await,
        Stopped::Error(AppError::SignInRequired) => Redirect::to(&paths::sign_in(paths::WAYS_IN)).into_response(),
        Stopped::Error(error) => no_store((error.status(), error.to_string()).into_response()),
    }
}

/// Whether a link on a page of this host was followed, as the browser says.
fn from_here(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site.as_bytes() == b"same-origin")
}
