//! Forgets, hour by hour, what need not be known any longer.

use crate::{
    auth::TenantScope,
    state::App,
    store::{
        OrUnavailable, Tx, attempts, deletions, drafts, feedback, invitations, logout_tokens, mails, oidc_sign_ins,
        sessions, tenants,
    },
    use_cases::Handle,
};
use app::error::Outcome;
use domain::{
    calendar::{day_in_rome, start_of},
    retention::Passing,
};
use std::{sync::Arc, time::Duration};

const PAUSE: Duration = Duration::from_secs(60 * 60);

/// Tidies every tenant at once and then each hour, for as long as the process runs.
pub(crate) async fn run(app: App) {
    loop {
        if tidy(&app).await.is_err() {
            tracing::error!("what expired could not be forgotten");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Removes from every tenant what has served its time, notes how much of each kind it was, and takes the address from
/// reports that nobody answers any more. What does not succeed in one place keeps nobody else's data longer.
///
/// # Errors
/// `Unavailable`, once everything else is done.
pub async fn tidy(app: &App) -> Outcome<()> {
    let mut done = Ok(());
    for tenant in tenants::all(&app.db).await?.into_iter().chain([tenants::platform(&app.db).await?]) {
        let id = tenant.id;
        let scope = TenantScope::visitor(Arc::new(tenant), "housekeeping".into());
        if let Err(error) = tidy_tenant(app, &scope).await {
            tracing::error!(tenant = %id, %error, "what expired was not forgotten in one tenant");
            done = Err(error);
        }
    }
    done
}

async fn tidy_tenant(app: &App, scope: &TenantScope) -> Outcome<()> {
    let now = app.clock.now();
    let tx = app.db.write(scope.wall()).await?;
    for &kind in Passing::ALL {
        let removed = forget(app, &tx, scope, kind).await?;
        deletions::note(&tx, scope, kind, removed, now).await?;
    }
    deletions::forget_old(&tx, scope, now).await?;
    tx.commit().await.or_unavailable()
}

/// Forgets what is over of one kind, and tells how much it was.
async fn forget(app: &App, tx: &Tx, scope: &TenantScope, kind: Passing) -> Outcome<u64> {
    let now = app.clock.now();
    let before = now - kind.kept_for().unwrap_or_default();
    match kind {
        Passing::Sessions => sessions::forget_expired(tx, scope, before).await,
        Passing::SignIns => {
            let words = logout_tokens::forget_expired(tx, scope, app.oidc.clock.now()).await?;
            Ok(words + oidc_sign_ins::forget_expired(tx, scope, before).await?)
        }
        Passing::Attempts => attempts::forget_before(tx, scope, before).await,
        Passing::Invitations => invitations::forget_expired(tx, scope, before).await,
        Passing::Mails => mails::forget_sent(tx, scope, before).await,
        Passing::Drafts => drafts::forget_old(tx, scope, before).await,
        Passing::FeedbackAddresses => feedback::forget_before(tx, scope, before).await,
        Passing::MeetingNeeds | Passing::Registrations => {
            let today = start_of(day_in_rome(now));
            let (before, needs) = match kind {
                Passing::MeetingNeeds => (today, true),
                _ => (today - kind.kept_for().unwrap_or_default(), false),
            };
            Handle::new(app.clone(), scope.clone(), String::new()).forget_past(tx, before, needs).await
        }
    }
}
