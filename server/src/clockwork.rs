//! What the clock does by itself: now and then it looks at every tenant for what a passed date changed.

use crate::{auth::TenantScope, state::App, store::tenants, use_cases::Handle};
use app::error::{AppError, Outcome};
use domain::{id::TenantId, tenant::TenantState};
use std::{sync::Arc, time::Duration};

const PAUSE: Duration = Duration::from_secs(600);

/// Looks every ten minutes, for as long as the process runs.
pub(crate) async fn run(app: App) {
    loop {
        if pass(&app).await.is_err() {
            tracing::error!("what the passed dates change could not be noted everywhere");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Looks once: at requests for more time, at meetings of tomorrow; tells how many requests lapsed. What does not succeed
/// in one place keeps nobody else waiting.
///
/// # Errors
/// `Unavailable`, once everything else is done.
pub async fn pass(app: &App) -> Outcome<usize> {
    let (mut lapsed, mut failed) = (0, None);
    for tenant in tenants::all(&app.db).await?.into_iter().filter(|tenant| tenant.state == TenantState::Active) {
        let id = tenant.id;
        let scope = TenantScope::visitor(Arc::new(tenant), "clock".into());
        let handle = Handle::new(app.clone(), scope, String::new());
        match handle.lapse_extensions().await {
            Ok(more) => lapsed += more,
            Err(error) => failed = Some(left(id, "requests for more time", error)),
        }
        if let Err(error) = handle.remind_of_meetings().await {
            failed = Some(left(id, "reminders of meetings", error));
        }
        if let Err(error) = handle.close_due_questionnaires().await {
            failed = Some(left(id, "questionnaires to close", error));
        }
    }
    failed.map_or(Ok(lapsed), Err)
}

/// Says what was left undone for which tenant.
fn left(tenant: TenantId, what: &str, error: AppError) -> AppError {
    tracing::error!(%tenant, what, %error, "what a passed date changes was not noted in one tenant");
    error
}
