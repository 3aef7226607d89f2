//! The answer where a handler panicked.

use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use std::any::Any;

/// Says that the fault is ours; the cause is in the log already, by the panic itself.
pub(super) fn answer(_: Box<dyn Any + Send>) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, Html(app::broken::broken_page())).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{Router, body::to_bytes, routing::get};
    use http::Request;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;

    #[tokio::test]
    async fn who_meets_a_fault_of_ours_reads_so_in_words_and_finds_home() {
        async fn breaks() -> StatusCode {
            panic!("a page breaks")
        }
        let site: Router = Router::new().route("/", get(breaks)).layer(CatchPanicLayer::custom(answer));
        let shown = site.oneshot(Request::get("/").body(axum::body::Body::empty()).unwrap()).await.unwrap();
        assert_eq!(shown.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let page = String::from_utf8(to_bytes(shown.into_body(), 10_000).await.unwrap().to_vec()).unwrap();
        assert!(page.contains("lang=\"it\"") && page.contains("lang=\"en\"") && page.contains("href=\"/\""), "{page}");
        assert!(!page.contains("panic"), "{page}");
    }
}
