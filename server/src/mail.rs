//! The worker that empties the outbox: retries with growing pauses, then gives up where an operator sees it.

use crate::{
    auth::TenantScope,
    state::App,
    store::{
        OrUnavailable,
        mails::{self, Mail},
        tenants,
    },
};
use app::error::Outcome;
use chrono::TimeDelta;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, SinglePart},
};
use std::{sync::Arc, time::Duration};
use tokio::sync::watch;

const PAUSE: Duration = Duration::from_secs(5);
/// Few enough for the lease, even where each waits for the server's time-out.
const BATCH: u64 = 20;
const TRIES: u32 = 8;
/// How long one process may take over the mails that it claimed.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// The mail server that takes what leaves.
#[derive(Debug, Clone)]
pub struct MailServer(AsyncSmtpTransport<Tokio1Executor>);

impl MailServer {
    /// The server at `smtp://…` or `smtps://…`; nothing is asked of it yet.
    ///
    /// # Errors
    /// The address cannot be read.
    pub fn at(url: &str) -> Result<Self, lettre::transport::smtp::Error> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?;
        Ok(Self(transport.timeout(Some(Duration::from_secs(20))).build()))
    }
}

/// Sends what is due until `stop` says so; does nothing where no mail server is configured.
pub(crate) async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let Some(url) = app.config.smtp_url.clone() else { return };
    let server = match MailServer::at(&url) {
        Ok(server) => server,
        Err(cause) => {
            tracing::error!(%cause, "the mail server's address cannot be read");
            return;
        }
    };
    loop {
        if pass(&app, &server, &stop).await.is_err() {
            tracing::error!("the outbox could not be read");
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Looks once into every outbox and hands what is due to `server`, no more once `stop` says so; tells how many mails
/// it took. What was claimed and not sent is due again after the lease.
///
/// # Errors
/// `Unavailable`.
pub async fn pass(app: &App, server: &MailServer, stop: &watch::Receiver<bool>) -> Outcome<usize> {
    let mut taken = 0;
    for tenant in tenants::all(&app.db).await?.into_iter().chain([tenants::platform(&app.db).await?]) {
        let scope = TenantScope::visitor(Arc::new(tenant), "outbox".into());
        let now = app.clock.now();
        if !mails::any_due(&app.db.read(scope.wall()).await?, &scope, now).await? {
            continue;
        }
        let tx = app.db.write(scope.wall()).await?;
        let claimed = mails::claim(&tx, &scope, now, now + LEASE, BATCH).await?;
        tx.commit().await.or_unavailable()?;
        for mail in claimed {
            if *stop.borrow() {
                return Ok(taken);
            }
            let (id, tries) = (mail.id, mail.tries);
            let sent = send(app, server, mail).await;
            let tx = app.db.write(scope.wall()).await?;
            match sent {
                Ok(()) => {
                    mails::note_sent(&tx, &scope, id).await?;
                    taken += 1;
                }
                Err(refusal) => {
                    tracing::warn!(mail = %id, tries, %refusal, "a mail was not taken");
                    if refusal.for_good || tries >= TRIES {
                        mails::give_up(&tx, &scope, id).await?;
                    } else {
                        mails::put_off(&tx, &scope, id, app.clock.now() + TimeDelta::minutes(1 << tries)).await?;
                    }
                }
            }
            tx.commit().await.or_unavailable()?;
        }
    }
    Ok(taken)
}

/// Why a mail did not leave.
#[derive(Debug, thiserror::Error)]
#[error("{why}")]
struct Refusal {
    why: &'static str,
    /// Trying again cannot help.
    for_good: bool,
}

impl Refusal {
    fn for_good(why: &'static str) -> Self {
        Self { why, for_good: true }
    }
}

async fn send(app: &App, server: &MailServer, mail: Mail) -> Result<(), Refusal> {
    let from = app.config.mail_from.parse::<Mailbox>();
    let from = from.map_err(|_| Refusal { why: "the sender cannot be read", for_good: false })?;
    let to = mail.to.parse::<Mailbox>().map_err(|_| Refusal::for_good("the recipient cannot be read"))?;
    let message = Message::builder()
        // The same in each try: who received a mail twice can tell.
        .message_id(Some(format!("<{}@{}>", mail.id, app.config.base_host)))
        .from(from)
        .to(to)
        .subject(mail.words.subject)
        .singlepart(SinglePart::plain(mail.words.body))
        .map_err(|_| Refusal::for_good("the message cannot be composed"))?;
    server.0.send(message).await.map(drop).map_err(|cause| match cause.is_permanent() {
        true => Refusal::for_good("refused for good"),
        false => Refusal { why: "not taken now", for_good: false },
    })
}
