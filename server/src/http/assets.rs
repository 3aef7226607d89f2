//! Files that are the same for everyone.

use axum::{
    Router,
    extract::Request,
    middleware::{self, Next},
    response::IntoResponse,
};
use http::{HeaderValue, header};
use std::path::Path;
use tower_http::services::ServeDir;

/// The built site: names that carry a hash of the content may be kept for good, the others for an hour.
pub(super) fn built<S: Clone + Send + Sync + 'static>(site: &Path) -> Router<S> {
    let files = ServeDir::new(site.join("pkg")).precompressed_br().precompressed_gzip();
    Router::new().fallback_service(files).layer(middleware::from_fn(|request: Request, next: Next| async {
        let hashed = request.uri().path().split('.').count() > 2;
        let mut response = next.run(request).await;
        if response.status().is_success() {
            let keep = if hashed { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
        }
        response
    }))
}

pub(super) async fn favicon() -> impl IntoResponse {
    const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0059b3"/><path d="M6 12h20v4H6zM9 16h3v10H9zM20 16h3v10h-3zM11 6h10v3H11z" fill="#fff"/></svg>"##;
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")], ICON)
}

/// Wakes the islands of a page.
pub(super) async fn boot() -> impl IntoResponse {
    const SCRIPT: &str = include_str!("../../../frontend/boot.js");
    ([(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "public, max-age=3600")], SCRIPT)
}

pub(super) async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /api/\nDisallow: /lavoro\nDisallow: /spazio\nDisallow: /accedi\n"
}
