//! Forgets, hour by hour, what need not be known any longer.

use crate::{
    auth::TenantScope,
    state::App,
    store::{OrUnavailable, drafts, mails, sessions, tenants},
};
use app::error::Outcome;
use chrono::TimeDelta;
use std::{sync::Arc, time::Duration};

const PAUSE: Duration = Duration::from_secs(60 * 60);
/// How long it stays known that a mail left, and to whom.
const MAIL_KEPT: TimeDelta = TimeDelta::days(30);
/// How long what was never sent is kept after its last change.
const DRAFT_KEPT: TimeDelta = TimeDelta::days(30);

/// Tidies every tenant at once and then each hour, for as long as the process runs.
pub(crate) async fn run(app: App) {
    loop {
        if tidy(&app).await.is_err() {
            tracing::error!("what expired could not be forgotten");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Removes expired sessions and codes, mail that left a month ago and drafts as old, in every tenant.
///
/// # Errors
/// `Unavailable`.
pub async fn tidy(app: &App) -> Outcome<()> {
    let now = app.clock.now();
    for tenant in tenants::all(&app.db).await?.into_iter().chain([tenants::platform(&app.db).await?]) {
        let scope = TenantScope::visitor(Arc::new(tenant), "housekeeping".into());
        let tx = app.db.write(scope.wall()).await?;
        sessions::forget_expired(&tx, &scope, now).await?;
        mails::forget_sent(&tx, &scope, now - MAIL_KEPT).await?;
        drafts::forget_old(&tx, &scope, now - DRAFT_KEPT).await?;
        tx.commit().await.or_unavailable()?;
    }
    Ok(())
}
