//! Forgets, hour by hour, what need not be known any longer.

use crate::{
    auth::TenantScope,
    state::App,
    store::{
        OrUnavailable, attempts, drafts, feedback, invitations, logout_tokens, mails, oidc_sign_ins, sessions, tenants,
    },
    use_cases::LONGEST_LIMIT,
};
use app::error::Outcome;
use chrono::TimeDelta;
use std::{sync::Arc, time::Duration};

const PAUSE: Duration = Duration::from_secs(60 * 60);
/// How long it stays known that a mail left, and to whom.
const MAIL_KEPT: TimeDelta = TimeDelta::days(30);
/// How long what was never sent is kept after its last change.
const DRAFT_KEPT: TimeDelta = TimeDelta::days(30);
/// How long an invitation that nobody accepted is kept after it expired.
const INVITATION_KEPT: TimeDelta = TimeDelta::days(30);
/// How long the address of who reported a fault of the site is kept, so that somebody may answer.
const FEEDBACK_KEPT: TimeDelta = TimeDelta::days(365);

/// Tidies every tenant at once and then each hour, for as long as the process runs.
pub(crate) async fn run(app: App) {
    loop {
        if tidy(&app).await.is_err() {
            tracing::error!("what expired could not be forgotten");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Removes from every tenant expired sessions, sign-ins, codes and invitations, attempts that no limit counts any longer, old
/// mail and drafts, and the addresses of old reports.
///
/// # Errors
/// `Unavailable`.
pub async fn tidy(app: &App) -> Outcome<()> {
    let now = app.clock.now();
    for tenant in tenants::all(&app.db).await?.into_iter().chain([tenants::platform(&app.db).await?]) {
        let scope = TenantScope::visitor(Arc::new(tenant), "housekeeping".into());
        let tx = app.db.write(scope.wall()).await?;
        sessions::forget_expired(&tx, &scope, now).await?;
        oidc_sign_ins::forget_expired(&tx, &scope, now).await?;
        logout_tokens::forget_expired(&tx, &scope, app.oidc.clock.now()).await?;
        attempts::forget_before(&tx, &scope, now - LONGEST_LIMIT).await?;
        invitations::forget_expired(&tx, &scope, now - INVITATION_KEPT).await?;
        mails::forget_sent(&tx, &scope, now - MAIL_KEPT).await?;
        drafts::forget_old(&tx, &scope, now - DRAFT_KEPT).await?;
        feedback::forget_before(&tx, &scope, now - FEEDBACK_KEPT).await?;
        tx.commit().await.or_unavailable()?;
    }
    Ok(())
}
