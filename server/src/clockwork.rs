//! What the clock does by itself: now and then it looks at every tenant for what a passed date changed.

use crate::{auth::TenantScope, state::App, store::tenants, use_cases::Handle};
use app::error::Outcome;
use domain::tenant::TenantState;
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

/// Looks once: at requests for more time, at meetings of tomorrow; tells how many requests lapsed.
///
/// # Errors
/// `Unavailable`.
pub async fn pass(app: &App) -> Outcome<usize> {
    let mut lapsed = 0;
    for tenant in tenants::all(&app.db).await?.into_iter().filter(|tenant| tenant.state == TenantState::Active) {
        let scope = TenantScope::visitor(Arc::new(tenant), "clock".into());
        let handle = Handle::new(app.clone(), scope, String::new());
        lapsed += handle.lapse_extensions().await?;
        handle.remind_of_meetings().await?;
        handle.close_due_questionnaires().await?;
    }
    Ok(lapsed)
}
