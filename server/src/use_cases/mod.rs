//! The contract, implemented: each opens a transaction, loads, asks the domain, stores, commits.

mod account;
mod action_sheets;
mod agreements;
mod answering;
mod appeal_review;
mod appeals;
mod assisted;
mod audit_log;
mod combining;
mod comment_threads;
mod console;
mod contribution_parts;
mod contribution_rows;
mod contribution_view;
mod contributions;
pub mod documents;
mod drafts;
pub(crate) mod export;
mod extension;
mod guarantor;
mod holders;
pub(crate) mod identities;
mod identity_providers;
mod invitations;
mod meetings;
mod minutes;
mod moderated_text;
mod moderation;
mod moderation_lists;
mod news;
mod observatory;
mod organs;
mod outcome;
mod people;
mod process;
mod processing;
mod proposal_document;
mod proposing;
mod provision;
pub(crate) mod questionnaires;
mod registrations;
mod report;
mod revisions;
mod revocation;
mod seats;
pub(crate) mod settings;
mod site;
mod space;
mod staff;
mod tables;
mod template;
mod together;
mod waiting;
mod work;

pub(crate) use agreements::TextOut;
pub(crate) use documents::FileOut;
pub(crate) use news::{DecisionNews, MeetingNews, StepNews};

use crate::{
    auth::TenantScope,
    state::App,
    store::{OrUnavailable, Tx, attempts, audit, processes::Process},
};
use app::error::Outcome;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{id::ProcessId, process::ProcessFacts};
use serde::Serialize;
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// The use cases bound to one request.
#[derive(Debug, Clone)]
pub struct Handle {
    pub(crate) app: App,
    pub(crate) scope: TenantScope,
    /// Network of the caller, for limits: never logged, never stored with a person.
    pub(crate) network: String,
    /// What this request looked at already.
    seen: Arc<Mutex<Seen>>,
}

/// The process that a request looked at last, and its facts: what a page shows beside its own matter reads neither anew.
#[derive(Debug, Default)]
struct Seen {
    process: Option<Process>,
    facts: Option<(ProcessId, ProcessFacts)>,
}

impl Handle {
    /// The use cases of one request.
    #[must_use]
    pub fn new(app: App, scope: TenantScope, network: String) -> Self {
        Self { app, scope, network, seen: Arc::default() }
    }

    /// The whole address of a page on this host.
    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.app.origin_of(self.scope.place()))
    }

    /// What time it is for this request.
    fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// A transaction that reads.
    async fn read(&self) -> Outcome<Tx> {
        self.app.db.read(self.scope.wall()).await
    }

    /// A transaction that writes.
    async fn begin(&self) -> Outcome<Tx> {
        self.app.db.write(self.scope.wall()).await
    }

    /// Makes the transaction's changes last.
    async fn commit(&self, tx: Tx) -> Outcome<()> {
        tx.commit().await.or_unavailable()
    }

    /// Writes the change into the audit log, within its transaction.
    async fn record(&self, tx: &Tx, entry: audit::Entry) -> Outcome<()> {
        audit::record(tx, &self.scope, entry, self.now()).await
    }

    /// The same for many changes.
    async fn record_all(&self, tx: &Tx, entries: Vec<audit::Entry>) -> Outcome<()> {
        audit::record_all(tx, &self.scope, entries, self.now()).await
    }

    /// What the audit log may hash of names and addresses: unreadable without the server's key, so that nobody tries
    /// names against the log of a person who was erased.
    fn sealed(&self, row: &impl Serialize) -> String {
        self.app.key.of_row(row)
    }

    /// The entry of a change to what may name natural persons.
    fn sealed_change<T: Serialize>(
        &self,
        action: &'static str,
        kind: &'static str,
        subject: Uuid,
        before: &T,
        after: &T,
    ) -> audit::Entry {
        audit::Entry::changed(action, kind, subject, &self.sealed(before), &self.sealed(after))
    }
}

/// How many refused attempts of one person, or of one network's visitors, the audit log takes in an hour.
const REFUSALS_KEPT: u64 = 100;

impl Handle {
    /// Writes a refused attempt into the audit log, up to a number in an hour: the log stays readable.
    pub(crate) async fn record_refusal(&self, refused: audit::Refusal) -> Outcome<()> {
        let caller = self.scope.actor().map_or_else(|| self.caller(), |person| person.to_string());
        let now = self.now();
        let since = now - TimeDelta::hours(1);
        let tx = self.begin().await?;
        if attempts::count(&tx, &self.scope, "refusal", &caller, since).await? < REFUSALS_KEPT {
            attempts::note(&tx, &self.scope, "refusal", &caller, now).await?;
            audit::record_refusal(&tx, &self.scope, refused, now).await?;
        }
        self.commit(tx).await
    }
}
