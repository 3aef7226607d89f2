//! Reading the audit log.

use super::Slice;
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::role::Role;

/// What the log is narrowed to, as typed; what cannot be read is ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditWanted {
    pub action: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub until: String,
    /// Where the page starts.
    pub after: Option<String>,
}

/// One entry: who by identifier, never by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    pub at: DateTime<Utc>,
    pub actor: Option<String>,
    pub role: Role,
    pub action: String,
    pub subject_kind: String,
    pub subject: Option<String>,
    pub before_hash: Option<String>,
    pub after_hash: Option<String>,
    pub request: String,
    pub refused: bool,
}

/// A page of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditView {
    pub entries: Slice<AuditRow>,
    /// Every action that occurs, for the filter.
    pub actions: Vec<String>,
}

#[async_trait]
pub trait Audit {
    /// The audit log, newest first. Privacy officers only.
    async fn audit_log(&self, wanted: AuditWanted) -> Outcome<AuditView>;
}
