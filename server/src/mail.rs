//! The worker that empties the outbox: retries with growing pauses, then gives up where an operator sees it.

use crate::{
    auth::TenantScope,
    state::App,
    store::{
        OrUnavailable,
        mails::{self, DEAD, Mail, SENT, WAITING},
        tenants,
    },
};
use app::error::Outcome;
use chrono::TimeDelta;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor, message::Mailbox};
use std::{sync::Arc, time::Duration};

const PAUSE: Duration = Duration::from_secs(5);
const BATCH: u64 = 50;
const TRIES: u32 = 8;

/// Sends what is due, for as long as the process runs; does nothing where no mail server is configured.
pub(crate) async fn run(app: App) {
    let Some(url) = app.config.smtp_url.clone() else { return };
    let transport = match AsyncSmtpTransport::<Tokio1Executor>::from_url(&url) {
        Ok(transport) => transport.timeout(Some(Duration::from_secs(20))).build(),
        Err(cause) => {
            tracing::error!(%cause, "the mail server's address cannot be read");
            return;
        }
    };
    loop {
        if empty(&app, &transport).await.is_err() {
            tracing::error!("the outbox could not be read");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn empty(app: &App, transport: &AsyncSmtpTransport<Tokio1Executor>) -> Outcome<()> {
    for tenant in tenants::all(&app.db).await?.into_iter().chain([tenants::platform(&app.db).await?]) {
        let scope = TenantScope::visitor(Arc::new(tenant), "outbox".into());
        let tx = app.db.read(scope.wall()).await?;
        let due = mails::due(&tx, &scope, app.clock.now(), BATCH).await?;
        drop(tx);
        for mail in due {
            let id = mail.id;
            let tries = mail.tries + 1;
            let sent = send(app, transport, mail).await;
            let now = app.clock.now();
            let (state, due_at) = match sent {
                Ok(()) => (SENT, now),
                Err(_) if tries >= TRIES => (DEAD, now),
                Err(_) => (WAITING, now + TimeDelta::minutes(1 << tries)),
            };
            if let Err(cause) = sent {
                tracing::warn!(mail = %id, tries, %cause, "a mail was not taken");
            }
            let tx = app.db.write(scope.wall()).await?;
            mails::note_try(&tx, &scope, id, state, tries, due_at).await?;
            tx.commit().await.or_unavailable()?;
        }
    }
    Ok(())
}

async fn send(app: &App, transport: &AsyncSmtpTransport<Tokio1Executor>, mail: Mail) -> Result<(), String> {
    let from = app.config.mail_from.parse::<Mailbox>().map_err(|_| "the sender cannot be read".to_owned())?;
    let to = mail.to.parse::<Mailbox>().map_err(|_| "the recipient cannot be read".to_owned())?;
    let message = Message::builder()
        .from(from)
        .to(to)
        .subject(mail.words.subject)
        .header(lettre::message::header::ContentType::TEXT_PLAIN)
        .body(mail.words.body)
        .map_err(|_| "the message cannot be composed".to_owned())?;
    transport
        .send(message)
        .await
        .map(drop)
        .map_err(|cause| if cause.is_permanent() { "refused for good".into() } else { "not taken now".into() })
}
