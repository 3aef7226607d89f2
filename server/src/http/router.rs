//! Every route, and the layers around them.

use super::{
    assets, broken, calendar, call, client_keys, export, feed, file, frozen, health, host, mail, oidc, own, page,
    questionnaire, record, security,
};
use crate::state::App;
use app::paths;
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{any, get, post},
};
use std::time::Duration;
use tower::util::MapRequestLayer;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::CsrfLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    timeout::TimeoutLayer,
    trace::TraceLayer,
};

/// Largest body of a request, files included: 21 MiB.
const BODY_LIMIT: usize = 21 * 1024 * 1024;

/// Largest word of an identity provider, to which anybody may pretend.
const WORD_LIMIT: usize = 64 * 1024;

/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(30);
/// The same with the sending of what is asked: the largest file over half a megabit a second.
const SENDING: Duration = Duration::from_secs(5 * 60);

/// The application, ready to serve.
pub fn router(app: App) -> Router {
    // Every test makes a router of its own; the executor is one for the process.
    drop(any_spawner::Executor::init_tokio());
    let within = |limit| TimeoutLayer::with_status_code(http::StatusCode::GATEWAY_TIMEOUT, limit);
    let calls = Router::new().route("/api/{*path}", any(call::server_function)).layer(within(SENDING));
    let site = Router::new()
        .route("/api/oidc/backchannel/{provider}", post(oidc::back_channel).layer(DefaultBodyLimit::max(WORD_LIMIT)))
        .route("/accedi/oidc/ritorno", get(oidc::finish))
        .route("/accedi/oidc/{provider}", get(oidc::begin))
        .route("/accedi/oidc/{provider}/collega", get(oidc::join))
        .route("/accedi/torna", get(page::back_to_link))
        .route("/uscita/oidc", get(oidc::leave))
        .route("/lingua/{code}", get(page::set_language))
        .route("/logo/{name}", get(file::logo))
        .route("/documenti/{id}/file", get(file::document))
        .route("/questionari/{id}/risultati.csv", get(questionnaire::results_csv))
        .route("/questionari/{id}/risultati.xlsx", get(questionnaire::results_xlsx))
        .route("/lavoro/questionari/{id}/risposte.csv", get(questionnaire::answers_csv))
        .route("/proposte/{id}/file", get(file::attachment))
        .route("/percorsi/{slug}/documento/file.txt", get(frozen::public))
        .route("/lavoro/percorsi/{slug}/documento/file.txt", get(frozen::submitted))
        .route("/garanzia/{tenant}/{process}/file.txt", get(frozen::case))
        .route("/garanzia/{tenant}/proroghe/{id}/richiesta", get(file::extension_request))
        .route("/garanzia/{tenant}/proroghe/{id}/risposta", get(file::extension_answer))
        .route("/percorsi/{slug}/accordo/testo.txt", get(file::agreement))
        .route("/accordo/{key}/testo.txt", get(file::agreement_by_link))
        .route("/percorsi/{slug}/osservatorio.csv", get(record::public))
        .route("/lavoro/percorsi/{slug}/osservatorio.csv", get(record::draft))
        .route("/novita.atom", get(feed::tenant))
        .route("/proposte.atom", get(feed::proposals))
        .route("/decisioni.atom", get(feed::decisions))
        .route("/percorsi/{slug}/novita.atom", get(feed::path))
        .route("/calendario.ics", get(calendar::tenant))
        .route("/percorsi/{slug}/calendario.ics", get(calendar::path))
        .route("/percorsi/{slug}/tavoli/{table}/calendario.ics", get(calendar::table))
        .route("/incontri/{id}/incontro.ics", get(calendar::meeting))
        .route("/spazio/dati.json", get(own::data))
        .route("/spazio/dati.html", get(own::page))
        .route("/dev/mail.json", get(mail::kept))
        .route("/.well-known/oidc-client/{id}/jwks.json", get(client_keys::public))
        .route(paths::EXPORT, get(export::tenant))
        .fallback(page::page)
        .layer(within(ANSWER))
        .merge(calls)
        .layer(middleware::from_fn_with_state(app.clone(), host::bind))
        .layer(CsrfLayer::new())
        .layer(CompressionLayer::new())
        .layer(DefaultBodyLimit::max(BODY_LIMIT));
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .nest("/pkg", assets::built(&app.config.site_dir))
        .route("/favicon.svg", get(assets::favicon))
        .route("/boot.js", get(assets::boot))
        .route("/robots.txt", get(assets::robots))
        .merge(site)
        .layer(middleware::from_fn_with_state(app.clone(), security::headers))
        .layer(CatchPanicLayer::custom(broken::answer))
        .layer(TraceLayer::new_for_http().make_span_with(|request: &http::Request<_>| {
            let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
            tracing::info_span!("request", method = %request.method(), path = logged(request.uri().path()), id)
        }))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        // What the caller calls the request is nobody's proof.
        .layer(MapRequestLayer::new(|mut request: http::Request<axum::body::Body>| {
            request.headers_mut().remove("x-request-id");
            request
        }))
        .with_state(app)
}

/// A path as logs may show it: the key of a mailed link is a permission.
fn logged(path: &str) -> &str {
    if paths::is_keyed(path) { "…" } else { path }
}
