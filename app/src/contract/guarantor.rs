//! The guarantor's queue and cases, over all tenants.

use super::{Slice, process::Progress, proposal_document::ChangedPart};
use crate::error::Outcome;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    digest::Digest,
    id::{ProcessId, TenantId},
    origin::Origin,
    proposal_document::{ContentChecks, DocumentContent, TableOpinion},
    refusal::Blocker,
    validation::{NewRoundDecision, RoundDecision},
};
use serde::{Deserialize, Serialize};

/// What the platform checked at the moment of submission, frozen with the content.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmittedChecks {
    /// Places where personal data seemed to stand.
    pub findings: u32,
    /// Why the privacy officer cleared them.
    pub cleared: Option<String>,
    pub opinion: Option<TableOpinion>,
    /// The table's opinion where it was about an earlier text.
    #[serde(default)]
    pub earlier_opinion: Option<TableOpinion>,
    /// What was not as the rules wish, without blocking.
    pub warnings: Vec<Blocker>,
    /// How messages cite the rules.
    pub pack: String,
    /// What was checked of sections and proposals; none in submissions from before this was kept.
    #[serde(default)]
    pub content: Option<ContentChecks>,
    /// What the proposals come from, as it was called then.
    #[serde(default)]
    pub origins: Vec<NamedOrigin>,
}

/// Something a proposal comes from, for readers on another host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedOrigin {
    pub origin: Origin,
    pub title: String,
    /// Whole address of its page; none where everybody cannot read it.
    pub href: Option<String>,
}

/// A submission that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    pub tenant: TenantId,
    pub tenant_name: String,
    pub process: ProcessId,
    pub process_title: String,
    /// First submission, or one after integrations.
    pub round: u32,
    pub received: DateTime<Utc>,
    pub days_waiting: i64,
}

/// A submission as the guarantor reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRound {
    pub number: u32,
    pub received: DateTime<Utc>,
    pub content: DocumentContent,
    pub sha256: Digest,
    /// Whether the content still has this digest.
    pub intact: bool,
    pub checks: SubmittedChecks,
    /// The day on which its process was withdrawn before there was an answer: it waits for none.
    pub closed_on: Option<NaiveDate>,
    pub answer: Option<(RoundDecision, String, DateTime<Utc>)>,
}

/// One case: what was submitted, newest round first, and where its path is.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseView {
    pub tenant: TenantId,
    pub tenant_name: String,
    pub process: ProcessId,
    pub process_title: String,
    /// As everybody reads it, without ways into the tenant's own pages.
    pub progress: Progress,
    pub rounds: Vec<CaseRound>,
    /// Whether the path is suspended: no answer is taken.
    pub paused: bool,
    /// What changed from the submission before to the newest; none for the first.
    pub changed: Option<Vec<ChangedPart>>,
}

#[async_trait]
pub trait Guarantors {
    /// What waits over all tenants, oldest first. Guarantor only, on the platform's host.
    async fn guarantor_queue(&self, after: Option<String>) -> Outcome<Slice<QueueRow>>;

    /// What one process submitted; `NotFound` before it submitted anything.
    async fn guarantor_case(&self, tenant: TenantId, process: ProcessId) -> Outcome<CaseView>;

    /// Answers the submission that waits, in the tenant's own data. Guarantor only.
    async fn answer_round(&self, tenant: TenantId, process: ProcessId, new: NewRoundDecision) -> Outcome<()>;
}
