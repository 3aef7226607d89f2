//! The proposal document of a process, and every version of its content.

use super::{
    OrUnavailable, Tx,
    entities::proposal_document,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    digest::Digest,
    id::ProcessId,
    proposal_document::{
        PersonalDataOverride, PersonalDataQuestion, ProposalDocument, ProposalDocumentState, TableOpinion,
    },
    reason::Reason,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QuerySelect};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

mod versions;

pub use versions::{VersionHead, add_version, submitted, version, versions};

/// A proposal document as it is kept, its content apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    pub process: ProcessId,
    pub document: ProposalDocument,
    /// Number of the newest version of the content.
    pub version: u32,
    pub opinion: Option<TableOpinion>,
    /// The content on which the table gave its opinion.
    pub opinion_content: Option<Digest>,
    pub overridden: Option<PersonalDataOverride>,
    /// What the privacy officer was asked last.
    pub question: Option<PersonalDataQuestion>,
    pub submitted_on: Option<NaiveDate>,
    pub decided_on: Option<NaiveDate>,
    pub sent_on: Option<NaiveDate>,
    pub published_on: Option<NaiveDate>,
    /// The versions that the table was given.
    pub given: BTreeSet<u32>,
}

impl Kept {
    /// A document that nobody has written yet.
    #[must_use]
    pub const fn draft(process: ProcessId) -> Self {
        Self {
            process,
            document: ProposalDocument::DRAFT,
            version: 0,
            opinion: None,
            opinion_content: None,
            overridden: None,
            question: None,
            submitted_on: None,
            decided_on: None,
            sent_on: None,
            published_on: None,
            given: BTreeSet::new(),
        }
    }

    /// The same once the table has it, where it is in no draft.
    fn given(&self) -> BTreeSet<u32> {
        let newest = (self.document.state != ProposalDocumentState::Drafting).then_some(self.version);
        self.given.iter().copied().chain(newest).collect()
    }

    fn row(&self, scope: &TenantScope, now: DateTime<Utc>) -> proposal_document::ActiveModel {
        let (opinion, overridden) = (self.opinion.as_ref(), self.overridden.as_ref());
        let refused = self.question.as_ref().and_then(|question| question.refused.as_ref());
        proposal_document::ActiveModel {
            tenant_id: Set(tenant(scope)),
            process_id: Set(self.process.0),
            state: Set(self.document.state.code().into()),
            version: Set(stored(self.version)),
            submitted_hash: Set(self.document.submitted.as_ref().map(Digest::to_string)),
            verdict: Set(self.document.verdict.map(|verdict| verdict.code().into())),
            opinion: Set(opinion.map(|opinion| opinion.verdict.code().into())),
            opinion_on: Set(opinion.map(|opinion| opinion.on)),
            opinion_notes: Set(opinion.map(|opinion| opinion.notes.clone()).unwrap_or_default()),
            opinion_hash: Set(self.opinion_content.as_ref().map(Digest::to_string)),
            override_reason: Set(overridden.map(|word| word.reason.to_string())),
            override_hash: Set(overridden.map(|word| word.content.to_string())),
            question_hash: Set(self.question.as_ref().map(|question| question.content.to_string())),
            question_on: Set(self.question.as_ref().map(|question| question.on)),
            question_refusal: Set(refused.map(Reason::to_string)),
            submitted_on: Set(self.submitted_on),
            decided_on: Set(self.decided_on),
            sent_on: Set(self.sent_on),
            published_on: Set(self.published_on),
            updated_at: Set(now),
            given: Set(self.given().iter().map(u32::to_string).collect::<Vec<_>>().join(" ")),
        }
    }
}

fn stored(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn read_number(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

impl TryFrom<proposal_document::Model> for Kept {
    type Error = AppError;

    fn try_from(row: proposal_document::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        let submitted = row.submitted_hash.map(|hash| hash.parse().map_err(|_| AppError::Unavailable)).transpose()?;
        let verdict = row.verdict.map(|verdict| verdict.parse().map_err(unreadable)).transpose()?;
        let opinion = match (row.opinion, row.opinion_on) {
            (Some(verdict), Some(on)) => {
                Some(TableOpinion { verdict: verdict.parse().map_err(unreadable)?, on, notes: row.opinion_notes })
            }
            _ => None,
        };
        let opinion_content =
            row.opinion_hash.map(|hash| hash.parse().map_err(|_| AppError::Unavailable)).transpose()?;
        let overridden = match (row.override_reason, row.override_hash) {
            (Some(reason), Some(hash)) => Some(PersonalDataOverride {
                reason: Reason::parse(&reason).map_err(|_| AppError::Unavailable)?,
                content: hash.parse().map_err(|_| AppError::Unavailable)?,
            }),
            _ => None,
        };
        let refused = row.question_refusal.map(|word| Reason::parse(&word)).transpose();
        let question = match (row.question_hash, row.question_on) {
            (Some(hash), Some(on)) => Some(PersonalDataQuestion {
                content: hash.parse().map_err(|_| AppError::Unavailable)?,
                on,
                refused: refused.map_err(|_| AppError::Unavailable)?,
            }),
            _ => None,
        };
        Ok(Self {
            process: ProcessId(row.process_id),
            document: ProposalDocument { state: row.state.parse().map_err(unreadable)?, submitted, verdict },
            version: read_number(row.version),
            opinion,
            opinion_content,
            overridden,
            question,
            submitted_on: row.submitted_on,
            decided_on: row.decided_on,
            sent_on: row.sent_on,
            published_on: row.published_on,
            given: row.given.split_whitespace().filter_map(|number| number.parse().ok()).collect(),
        })
    }
}

/// The document of `process`; a draft that was never stored when nobody has written it.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Kept> {
    let row = scoped::<proposal_document::Entity>(scope)
        .filter(proposal_document::COLUMN.process_id.eq(process.0))
        .one(tx)
        .await
        .or_unavailable()?;
    row.map_or(Ok(Kept::draft(process)), Kept::try_from)
}

/// The documents of `processes`; those that nobody has written are absent.
///
/// # Errors
/// `Unavailable`.
pub async fn of_all(tx: &Tx, scope: &TenantScope, processes: &[Uuid]) -> Outcome<HashMap<Uuid, Kept>> {
    let rows = scoped::<proposal_document::Entity>(scope)
        .filter(proposal_document::COLUMN.process_id.is_in(processes.iter().copied()))
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(|row| Ok((row.process_id, Kept::try_from(row)?))).collect()
}

/// Lets nobody else move the document of `process` until the transaction ends.
///
/// # Errors
/// `Unavailable`.
pub async fn lock(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<()> {
    let row = scoped::<proposal_document::Entity>(scope).filter(proposal_document::COLUMN.process_id.eq(process.0));
    row.lock_exclusive().one(tx).await.or_unavailable()?;
    Ok(())
}

/// Stores `after` where `before` was read.
///
/// # Errors
/// `Conflict` when somebody changed the document since.
pub async fn store(tx: &Tx, scope: &TenantScope, before: &Kept, after: &Kept, now: DateTime<Utc>) -> Outcome<()> {
    let row = after.row(scope, now);
    if before.version == 0 && after.version == 1 {
        return row.insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict);
    }
    let done = scoped_update::<proposal_document::Entity>(scope)
        .set(row)
        .filter(proposal_document::COLUMN.process_id.eq(after.process.0))
        .filter(proposal_document::COLUMN.version.eq(stored(before.version)))
        .filter(proposal_document::COLUMN.state.eq(before.document.state.code()))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
