//! The audit log: who did what, in which role, on what. Written in the transaction of the change, never changed.

use super::{AT_ONCE, OrUnavailable, Tx, entities::audit_entry, scoped::tenant};
use crate::auth::TenantScope;
use app::{
    contract::audit::{ACTIONS, READINGS},
    error::Outcome,
};
use chrono::{DateTime, Utc};
use domain::id::AuditId;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What was done with a subject: hashes instead of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `noun.verb`, such as `extension.request`.
    action: &'static str,
    /// The concept: `extension`.
    subject_kind: &'static str,
    subject: Uuid,
    change: Change,
}

/// What became of the subject: a change cannot be told without its hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    Made {
        after: String,
    },
    Changed {
        before: String,
        after: String,
    },
    Removed {
        before: String,
    },
    /// Something was read: the action is one of [`READINGS`].
    None,
}

impl Entry {
    /// `after` is new.
    #[must_use]
    pub fn made(action: &'static str, kind: &'static str, subject: Uuid, after: &impl Serialize) -> Self {
        Self::new(action, kind, subject, Change::Made { after: digest(after) })
    }

    /// `before` became `after`.
    #[must_use]
    pub fn changed(
        action: &'static str,
        kind: &'static str,
        subject: Uuid,
        before: &impl Serialize,
        after: &impl Serialize,
    ) -> Self {
        Self::new(action, kind, subject, Change::Changed { before: digest(before), after: digest(after) })
    }

    /// `after` is new, or came in the place of what was there.
    #[must_use]
    pub fn kept(
        action: &'static str,
        kind: &'static str,
        subject: Uuid,
        before: Option<&impl Serialize>,
        after: &impl Serialize,
    ) -> Self {
        match before {
            Some(before) => Self::changed(action, kind, subject, before, after),
            None => Self::made(action, kind, subject, after),
        }
    }

    /// `before` is no more.
    #[must_use]
    pub fn removed(action: &'static str, kind: &'static str, subject: Uuid, before: &impl Serialize) -> Self {
        Self::new(action, kind, subject, Change::Removed { before: digest(before) })
    }

    /// Something was read that the log tells of: nothing changed.
    #[must_use]
    pub fn reading(action: &'static str, kind: &'static str, subject: Uuid) -> Self {
        Self::new(action, kind, subject, Change::None)
    }

    fn new(action: &'static str, subject_kind: &'static str, subject: Uuid, change: Change) -> Self {
        debug_assert!(ACTIONS.contains(&action), "{action} is missing in app::contract::audit::ACTIONS");
        debug_assert_eq!(READINGS.contains(&action), change == Change::None, "{action} tells what it changed");
        Self { action, subject_kind, subject, change }
    }

    fn hashes(self) -> (Option<String>, Option<String>) {
        match self.change {
            Change::Made { after } => (None, Some(after)),
            Change::Changed { before, after } => (Some(before), Some(after)),
            Change::Removed { before } => (Some(before), None),
            Change::None => (None, None),
        }
    }
}

/// What was asked for and refused: it changed nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    pub action: &'static str,
    pub subject_kind: &'static str,
    pub subject: Option<Uuid>,
}

fn digest(row: &impl Serialize) -> String {
    let bytes = serde_json::to_vec(row).expect("plain data serialises");
    hex::encode(Sha256::digest(bytes))
}

/// Writes `entry` for the actor of `scope`.
///
/// # Errors
/// `Unavailable`.
pub async fn record(tx: &Tx, scope: &TenantScope, entry: Entry, at: DateTime<Utc>) -> Outcome<()> {
    record_all(tx, scope, vec![entry], at).await
}

/// The same for many entries, in few statements.
///
/// # Errors
/// `Unavailable`.
pub async fn record_all(tx: &Tx, scope: &TenantScope, entries: Vec<Entry>, at: DateTime<Utc>) -> Outcome<()> {
    let told = |entry: Entry| {
        let row = row(scope, entry.action, entry.subject_kind, Some(entry.subject), at);
        let (before, after) = entry.hashes();
        audit_entry::ActiveModel { before_hash: Set(before), after_hash: Set(after), ..row }
    };
    let rows: Vec<_> = entries.into_iter().map(told).collect();
    for some in rows.chunks(AT_ONCE) {
        audit_entry::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// Writes that something was refused.
///
/// # Errors
/// `Unavailable`.
pub async fn record_refusal(tx: &Tx, scope: &TenantScope, refused: Refusal, at: DateTime<Utc>) -> Outcome<()> {
    let Refusal { action, subject_kind, subject } = refused;
    let row = audit_entry::ActiveModel { refused: Set(true), ..row(scope, action, subject_kind, subject, at) };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

fn row(
    scope: &TenantScope,
    action: &str,
    subject_kind: &str,
    subject: Option<Uuid>,
    at: DateTime<Utc>,
) -> audit_entry::ActiveModel {
    audit_entry::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(AuditId::fresh().0),
        at: Set(at),
        actor_id: Set(scope.actor().map(|person| person.0)),
        role: Set(scope.acting_role().code().into()),
        action: Set(action.into()),
        subject_kind: Set(subject_kind.into()),
        subject_id: Set(subject),
        before_hash: Set(None),
        after_hash: Set(None),
        request_id: Set(scope.request().into()),
        refused: Set(false),
    }
}
