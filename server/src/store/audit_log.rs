//! Reading the audit log: newest first, page by page.

use super::{OrUnavailable, Tx, entities::audit_entry, scoped::scoped};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::{
    id::{AuditId, PersonId},
    role::Role,
};
use sea_orm::{Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// What to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Nothing but what was refused.
    pub refused: bool,
    pub action: Option<String>,
    pub actor: Option<PersonId>,
    pub subject: Option<Uuid>,
    pub from: Option<DateTime<Utc>>,
    /// The first instant that is too late.
    pub until: Option<DateTime<Utc>>,
    /// Instant and id of the last one of the page before.
    pub before: Option<(DateTime<Utc>, AuditId)>,
    pub limit: u64,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    pub id: AuditId,
    pub at: DateTime<Utc>,
    pub actor: Option<PersonId>,
    pub role: Role,
    pub action: String,
    pub subject_kind: String,
    pub subject: Option<Uuid>,
    pub before_hash: Option<String>,
    pub after_hash: Option<String>,
    pub request: String,
    pub refused: bool,
}

/// The entries that are wanted, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn page(tx: &Tx, scope: &TenantScope, wanted: &Wanted) -> Outcome<Vec<Logged>> {
    let mut rows = scoped::<audit_entry::Entity>(scope);
    if let Some(action) = &wanted.action {
        rows = rows.filter(audit_entry::COLUMN.action.eq(action));
    }
    if let Some(actor) = wanted.actor {
        rows = rows.filter(audit_entry::COLUMN.actor_id.eq(actor.0));
    }
    if let Some(subject) = wanted.subject {
        rows = rows.filter(audit_entry::COLUMN.subject_id.eq(subject));
    }
    if wanted.refused {
        rows = rows.filter(audit_entry::COLUMN.refused.eq(true));
    }
    if let Some(from) = wanted.from {
        rows = rows.filter(audit_entry::COLUMN.at.gte(from));
    }
    if let Some(until) = wanted.until {
        rows = rows.filter(audit_entry::COLUMN.at.lt(until));
    }
    if let Some((at, id)) = wanted.before {
        let same = Condition::all().add(audit_entry::COLUMN.at.eq(at)).add(audit_entry::COLUMN.id.lt(id.0));
        rows = rows.filter(Condition::any().add(audit_entry::COLUMN.at.lt(at)).add(same));
    }
    let rows = rows
        .order_by_desc(audit_entry::Column::At)
        .order_by_desc(audit_entry::Column::Id)
        .limit(wanted.limit)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(read).collect())
}

fn read(row: audit_entry::Model) -> Logged {
    Logged {
        id: AuditId(row.id),
        at: row.at,
        actor: row.actor_id.map(PersonId),
        role: row.role.parse().unwrap_or(Role::Visitor),
        action: row.action,
        subject_kind: row.subject_kind,
        subject: row.subject_id,
        before_hash: row.before_hash,
        after_hash: row.after_hash,
        request: row.request_id,
        refused: row.refused,
    }
}
