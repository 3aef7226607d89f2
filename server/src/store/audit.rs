//! The audit log: who did what, in which role, on what. Written in the transaction of the change, never changed.

use super::{
    OrUnavailable, Tx,
    entities::{
        act, action_sheet, agreement, audit_entry, document, extension, meeting, organ, organ_member, process,
        synthesis, thematic_table,
    },
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::id::{AuditId, ProcessId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::UnionType,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One change, as the log keeps it: hashes instead of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `noun.verb`, such as `extension.request`.
    pub action: &'static str,
    /// The concept: `extension`.
    pub subject_kind: &'static str,
    pub subject: Option<Uuid>,
    pub before_hash: Option<String>,
    pub after_hash: Option<String>,
}

impl Entry {
    /// A change of `subject`; `before` and `after` are hashed, not kept.
    #[must_use]
    pub fn change(
        action: &'static str,
        subject_kind: &'static str,
        subject: Uuid,
        before: Option<&impl Serialize>,
        after: Option<&impl Serialize>,
    ) -> Self {
        Self {
            action,
            subject_kind,
            subject: Some(subject),
            before_hash: before.map(hash),
            after_hash: after.map(hash),
        }
    }

    /// Something done with `subject` that leaves its content as it is.
    #[must_use]
    pub fn act(action: &'static str, subject_kind: &'static str, subject: Uuid) -> Self {
        Self { action, subject_kind, subject: Some(subject), before_hash: None, after_hash: None }
    }
}

fn hash(value: &impl Serialize) -> String {
    let bytes = serde_json::to_vec(value).expect("plain data serialises");
    hex::encode(Sha256::digest(bytes))
}

/// Writes `entry` for the actor of `scope`.
///
/// # Errors
/// `Unavailable`.
pub async fn record(tx: &Tx, scope: &TenantScope, entry: Entry, at: DateTime<Utc>) -> Outcome<()> {
    write(tx, scope, entry, at, false).await
}

/// Writes that `action` was refused.
///
/// # Errors
/// `Unavailable`.
pub async fn record_refusal(tx: &Tx, scope: &TenantScope, entry: Entry, at: DateTime<Utc>) -> Outcome<()> {
    write(tx, scope, entry, at, true).await
}

/// How many entries tell of a process or of what its staff keeps for it: organs, meetings, tables, papers.
///
/// # Errors
/// `Unavailable`.
pub async fn count_of_process(tx: &Tx, scope: &TenantScope, id: ProcessId) -> Outcome<u64> {
    macro_rules! of_process {
        ($entity:ident, $column:ident) => {
            scoped::<$entity::Entity>(scope)
                .select_only()
                .column($entity::Column::Id)
                .filter($entity::Column::$column.eq(id.0))
                .into_query()
        };
    }
    let mut subjects = of_process!(process, Id);
    for part in [
        of_process!(organ, ProcessId),
        of_process!(organ_member, ProcessId),
        of_process!(meeting, ProcessId),
        of_process!(thematic_table, ProcessId),
        of_process!(synthesis, ProcessId),
        of_process!(document, ProcessId),
        of_process!(agreement, ProcessId),
        of_process!(extension, ProcessId),
        of_process!(act, ProcessId),
        of_process!(action_sheet, ProcessId),
    ] {
        subjects.union(UnionType::All, part);
    }
    scoped::<audit_entry::Entity>(scope)
        .filter(audit_entry::Column::SubjectId.in_subquery(subjects))
        .count(tx)
        .await
        .or_unavailable()
}

async fn write(tx: &Tx, scope: &TenantScope, entry: Entry, at: DateTime<Utc>, refused: bool) -> Outcome<()> {
    let row = audit_entry::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(AuditId::fresh().0),
        at: Set(at),
        actor_id: Set(scope.actor().map(|person| person.0)),
        role: Set(scope.acting_role().code().into()),
        action: Set(entry.action.into()),
        subject_kind: Set(entry.subject_kind.into()),
        subject_id: Set(entry.subject),
        before_hash: Set(entry.before_hash),
        after_hash: Set(entry.after_hash),
        request_id: Set(scope.request().into()),
        refused: Set(refused),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}
