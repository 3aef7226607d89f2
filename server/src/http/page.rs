//! Pages, rendered on the server.

use super::{cookie, refusal, security};
use crate::{state::App, use_cases::Handle};
use app::{
    contract,
    notice::Notice,
    paths,
    visit::{Me, Place, RefusalShown, Submitted, Visit},
};
use axum::{
    Extension,
    extract::{Path, Request, State},
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderValue, Method, StatusCode, header};
use leptos::{nonce::Nonce, prelude::provide_context};
use std::sync::Arc;

/// Any page that somebody asks for.
pub(super) async fn page(State(app): State<App>, Extension(handle): Extension<Handle>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let (reader, path) = (handle.clone(), request.uri().path().to_owned());
    let asked = without_notice(request.uri());
    let mut response = render(&app, handle, request, None).await;
    refusal::note_reading(&reader, &path, response.status()).await;
    let link = response.status().is_success() || response.status() == StatusCode::UNAUTHORIZED;
    if response.status() == StatusCode::UNAUTHORIZED {
        // Who must sign in first does so at once, and comes back.
        response = Redirect::to(&paths::sign_in(&asked)).into_response();
    }
    if link && paths::leads_on(&asked) {
        response.headers_mut().append(header::SET_COOKIE, cookie::keep_link(&app.config, &asked));
    }
    response
}

/// The page of a tenant that is closed, whatever was asked for and in whatever way.
pub(super) async fn closed(app: &App, handle: Handle, mut request: Request) -> Response {
    *request.method_mut() = Method::GET;
    render(app, handle, request, None).await
}

/// Renders the page of `request`; `submitted` is a refused form to be shown again on it.
pub(super) async fn render(app: &App, handle: Handle, request: Request, submitted: Option<Submitted>) -> Response {
    let locale = cookie::locale(request.headers());
    let path = without_notice(request.uri());
    let personal = paths::is_sheet(request.uri().path()) || request.uri().path().starts_with(paths::MY_SPACE);
    let keep = HeaderValue::from_static(if personal { "no-store" } else { "private, no-cache" });
    let notice = request.uri().query().and_then(notice_in);
    let code_sent_to = cookie::code_sent_to(&app.config, request.headers());
    let visit = Arc::new(Visit { code_sent_to, ..visit(app, &handle, locale, path, notice, submitted) });
    let handle: contract::Handle = Arc::new(handle);
    let options = app.leptos.clone();
    let nonce = Nonce::new();
    let policy = security::page_policy(nonce.as_inner());
    let render = leptos_axum::render_app_async_with_context(
        move || {
            provide_context(nonce.clone());
            provide_context(RefusalShown::default());
            provide_context(Arc::clone(&visit));
            provide_context(Arc::clone(&handle));
            provide_context(options.clone());
        },
        app::shell,
    );
    let mut response = render(request).await;
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    response.headers_mut().insert(header::CACHE_CONTROL, keep);
    response
}

fn visit(
    app: &App,
    handle: &Handle,
    locale: app::i18n::Locale,
    path: String,
    notice: Option<Notice>,
    submitted: Option<Submitted>,
) -> Visit {
    let tenant = handle.scope.place();
    let me = handle.scope.signed_in().map(|actor| {
        let mut roles: Vec<_> = actor.grants.iter().map(|grant| grant.role).collect();
        roles.sort_unstable();
        roles.dedup();
        Me { id: actor.person.id, name: actor.person.name.clone(), roles, level: actor.level }
    });
    Visit {
        place: Place {
            tenant: tenant.id,
            kind: tenant.kind,
            state: tenant.state,
            template: tenant.template,
            name: tenant.name.clone(),
            description: tenant.description.clone(),
            has_agenda: tenant.has_agenda,
            accent: tenant.accent.clone(),
            logo: tenant.logo.clone(),
            needs: tenant.needs,
            origin: app.origin_of(tenant),
            platform_origin: app.config.origin(&app.config.base_host),
        },
        me,
        locale,
        path,
        now: app.clock.now(),
        demo: app.config.demo,
        notice,
        submitted,
        code_sent_to: None,
        assets: Arc::clone(&app.assets),
    }
}

/// Path and query as they are linked to again: what was said once is not said with the next page.
fn without_notice(uri: &http::Uri) -> String {
    let rest: Vec<_> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("esito="))
        .collect();
    if rest.is_empty() { uri.path().to_owned() } else { format!("{}?{}", uri.path(), rest.join("&")) }
}

/// The address `page` with what is said there.
pub(super) fn with_notice(page: &str, notice: Notice) -> String {
    let joint = if page.contains('?') { '&' } else { '?' };
    format!("{page}{joint}esito={}", notice.code())
}

/// The notice named by the parameter `esito`.
fn notice_in(query: &str) -> Option<Notice> {
    query.split('&').find_map(|pair| pair.strip_prefix("esito=")).and_then(Notice::from_code)
}

/// Keeps the language and goes back to the page.
pub(super) async fn set_language(State(app): State<App>, Path(code): Path<String>, request: Request) -> Response {
    let locale = if code == "en" { app::i18n::Locale::en } else { app::i18n::Locale::it };
    let back = super::call::page_in(request.uri().query()).or_else(|| came_from(request.headers()));
    let mut response = Redirect::to(paths::local(&back.unwrap_or_default())).into_response();
    response.headers_mut().insert(header::SET_COOKIE, cookie::keep_language(&app.config, locale));
    response
}

/// Back to the mailed link that this browser opened, after signing in for it.
pub(super) async fn back_to_link(State(app): State<App>, request: Request) -> Response {
    let link = cookie::link(&app.config, request.headers()).filter(|link| paths::leads_on(link));
    let link = link.unwrap_or_default();
    let to = paths::local(&link);
    let notice = request.uri().query().and_then(notice_in);
    let to = notice.map_or_else(|| to.to_owned(), |notice| with_notice(to, notice));
    let mut response = Redirect::to(&to).into_response();
    response.headers_mut().insert(header::SET_COOKIE, cookie::keep_link(&app.config, ""));
    security::no_store(response)
}

/// The path of the page on this host that the browser says to come from.
fn came_from(headers: &http::HeaderMap) -> Option<String> {
    let page: http::Uri = headers.get(header::REFERER)?.to_str().ok()?.parse().ok()?;
    let here = headers.get(header::HOST)?.to_str().ok()?;
    (page.authority()?.as_str() == here).then(|| page.path().to_owned())
}
