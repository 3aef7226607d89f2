//! Attempts on things of others, or beyond one's role, leave a trace.

use crate::{store::audit::Refusal, use_cases::Handle};
use app::error::AppError;
use uuid::Uuid;

/// Writes into the audit log that `what` was refused on `subject`, where the reason is one of permission.
pub(super) async fn note(
    handle: &Handle,
    what: &'static str,
    kind: &'static str,
    subject: Option<Uuid>,
    error: &AppError,
) {
    if !matches!(error, AppError::NotFound | AppError::Forbidden) {
        return;
    }
    let refused = Refusal { action: what, subject_kind: kind, subject };
    if handle.record_refusal(refused).await.is_err() {
        tracing::error!(what, "the refusal could not be recorded");
    }
}

/// The same for a page or a file that answered with `status`: the subject is the identifier in its address.
pub(super) async fn note_reading(handle: &Handle, path: &str, status: http::StatusCode) {
    let error = match status {
        http::StatusCode::NOT_FOUND => AppError::NotFound,
        http::StatusCode::FORBIDDEN => AppError::Forbidden,
        _ => return,
    };
    let subject = path.split('/').find_map(|part| part.parse().ok());
    // A mistyped address is no attempt; a visitor who asks for one thing or another is no news.
    let attempt = subject.is_some() || status == http::StatusCode::FORBIDDEN;
    if !attempt || handle.scope.signed_in().is_none() {
        return;
    }
    note(handle, "page.read", "page", subject, &error).await;
}
