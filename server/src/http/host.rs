//! Which tenant a host names, and who asks: binds every request to a [`TenantScope`](crate::auth::TenantScope).

use super::{
    cookie,
    network::{self, caller},
    page,
};
use crate::{auth, state::App, store::tenants, use_cases::Handle};
use app::{
    api::site::SendFeedback,
    error::{AppError, Outcome},
    paths,
};
use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::tenant::TenantState;
use http::{HeaderMap, StatusCode, header};
use leptos::server_fn::ServerFn;
use std::net::SocketAddr;

/// Puts the [`Handle`] of this request into its extensions; an unknown host is a plain 404.
pub(super) async fn bind(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0);
    let rendering = app.clone();
    match handle(app, request.headers(), peer).await {
        Ok(handle) => {
            request.extensions_mut().insert(handle.clone());
            if handle.scope.place().state == TenantState::Suspended && !open_when_suspended(request.uri().path()) {
                return page::closed(&rendering, handle, request).await;
            }
            next.run(request).await
        }
        Err(AppError::NotFound) => (StatusCode::NOT_FOUND, "404\n").into_response(),
        Err(error) => error.status().into_response(),
    }
}

/// What a suspended tenant still answers: signing in, the language, the export, privacy and accessibility with its
/// feedback; everything else is the closed page.
fn open_when_suspended(path: &str) -> bool {
    let signing_in = path.starts_with("/api/people/") || path == paths::SIGN_IN || path == paths::SIGN_IN_CODE;
    let at_provider =
        ["/accedi/oidc/", "/api/oidc/", paths::OIDC_SIGNED_OUT].iter().any(|start| path.starts_with(start));
    let kept_mail = path == paths::DEV_MAIL || path == "/dev/mail.json";
    let owed = [paths::PRIVACY, paths::LEGAL_NOTES, paths::ACCESSIBILITY, SendFeedback::PATH].contains(&path);
    signing_in
        || at_provider
        || kept_mail
        || owed
        || path == paths::EXPORT
        || path.starts_with("/lingua/")
        || path.starts_with("/logo/")
}

async fn handle(app: App, headers: &HeaderMap, peer: Option<SocketAddr>) -> Outcome<Handle> {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).ok_or(AppError::NotFound)?;
    let host = host
        .rsplit_once(':')
        .filter(|(_, port)| port.chars().all(|c| c.is_ascii_digit()))
        .map_or(host, |(name, _)| name);
    let host = host.to_lowercase();
    let base = &app.config.base_host;
    // Where names stop at this machine, its address is the platform's too; elsewhere it is a host like any other.
    let here = base == "localhost" && host == "127.0.0.1";
    let tenant = if host == *base || here {
        tenants::platform(&app.db).await?
    } else {
        let slug = host.strip_suffix(base.as_str()).and_then(|rest| rest.strip_suffix('.'));
        tenants::by_host(&app.db, slug, &host).await?
    };
    let request = headers.get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
    let key = cookie::session_key(&app.config, headers);
    let scope = auth::enter(&app, tenant, request, key.as_deref()).await?;
    let network = peer.map(|peer| network::of(caller(peer.ip(), headers, &app.config.trusted_proxies)));
    let network = network.unwrap_or_default();
    Ok(Handle::new(app, scope, network))
}
