//! What was submitted to the guarantor, frozen, and what the guarantor answered. Neither ever changes; a submission that
//! nobody can answer any more is closed.

mod queue;

pub use queue::{Waiting, waiting};

use super::{
    OrUnavailable, Tx,
    entities::{validation_decision, validation_round},
    scoped::{over_tenants, scoped, scoped_update, tenant},
};
use crate::auth::{PlatformScope, TenantScope};
use app::{
    contract::guarantor::SubmittedChecks,
    error::{AppError, Outcome},
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    digest::Digest,
    id::{PersonId, ProcessId, RoundId, TenantId},
    proposal_document::DocumentContent,
    validation::{NewRoundDecision, RoundDecision},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    QueryFilter, QueryOrder,
    sea_query::{Expr, Query, SelectStatement},
};

/// One submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    pub id: RoundId,
    pub tenant: TenantId,
    pub process: ProcessId,
    pub number: u32,
    pub tenant_name: String,
    pub process_title: String,
    pub content: DocumentContent,
    pub sha256: Digest,
    pub checks: SubmittedChecks,
    pub submitted_at: DateTime<Utc>,
    /// The day on which its process was withdrawn before there was an answer.
    pub closed_on: Option<NaiveDate>,
    /// Whether its process is suspended: it waits.
    pub paused: bool,
    pub answer: Option<Answer>,
}

/// What the guarantor answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub decision: RoundDecision,
    pub reason: String,
    pub at: DateTime<Utc>,
}

fn read(row: validation_round::Model, answer: Option<validation_decision::Model>) -> Outcome<Round> {
    let unreadable = |_| AppError::Unavailable;
    let answer = match answer {
        Some(row) => {
            Some(Answer { decision: row.step.parse().map_err(unreadable)?, reason: row.reason, at: row.decided_at })
        }
        None => None,
    };
    Ok(Round {
        id: RoundId(row.id),
        tenant: TenantId(row.tenant_id),
        process: ProcessId(row.process_id),
        number: u32::try_from(row.number).unwrap_or(0),
        tenant_name: row.tenant_name,
        process_title: row.process_title,
        content: serde_json::from_str(&row.content).map_err(|_| AppError::Unavailable)?,
        sha256: row.sha256.parse().map_err(|_| AppError::Unavailable)?,
        checks: serde_json::from_str(&row.checks).map_err(|_| AppError::Unavailable)?,
        submitted_at: row.submitted_at,
        closed_on: row.closed_on,
        paused: row.paused,
        answer,
    })
}

fn join(rows: Vec<validation_round::Model>, answers: Vec<validation_decision::Model>) -> Outcome<Vec<Round>> {
    rows.into_iter()
        .map(|row| {
            let answer = answers.iter().find(|one| one.round_id == row.id).cloned();
            read(row, answer)
        })
        .collect()
}

/// Keeps a submission for ever.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Round) -> Outcome<()> {
    let row = validation_round::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        process_id: Set(new.process.0),
        number: Set(i32::try_from(new.number).unwrap_or(i32::MAX)),
        tenant_name: Set(new.tenant_name.clone()),
        process_title: Set(new.process_title.clone()),
        content: Set(serde_json::to_string(&new.content).expect("plain data serialises")),
        sha256: Set(new.sha256.to_string()),
        checks: Set(serde_json::to_string(&new.checks).expect("plain data serialises")),
        submitted_at: Set(new.submitted_at),
        closed_on: Set(new.closed_on),
        paused: Set(new.paused),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Keeps the guarantor's answer to a round.
///
/// # Errors
/// `Conflict` when the round was answered before.
pub async fn answer(
    tx: &Tx,
    scope: &TenantScope,
    round: RoundId,
    by: PersonId,
    new: &NewRoundDecision,
    now: DateTime<Utc>,
) -> Outcome<()> {
    let row = validation_decision::ActiveModel {
        tenant_id: Set(tenant(scope)),
        round_id: Set(round.0),
        step: Set(new.decision.code().into()),
        reason: Set(new.reason.clone()),
        decided_by: Set(by.0),
        decided_at: Set(now),
    };
    row.insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict)
}

/// The rounds of a process, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Round>> {
    let rows = scoped::<validation_round::Entity>(scope)
        .filter(validation_round::COLUMN.process_id.eq(process.0))
        .order_by_desc(validation_round::Column::Number)
        .all(tx)
        .await
        .or_unavailable()?;
    let ids = rows.iter().map(|row| row.id);
    let answers = scoped::<validation_decision::Entity>(scope)
        .filter(validation_decision::COLUMN.round_id.is_in(ids))
        .all(tx)
        .await
        .or_unavailable()?;
    join(rows, answers)
}

/// The rounds of one process of one tenant, newest first, for the guarantor.
///
/// # Errors
/// `NotFound` when nothing was submitted.
pub async fn case(tx: &Tx, scope: &PlatformScope, tenant: TenantId, process: ProcessId) -> Outcome<Vec<Round>> {
    let rows = over_tenants::<validation_round::Entity>(scope)
        .filter(validation_round::COLUMN.tenant_id.eq(tenant.0))
        .filter(validation_round::COLUMN.process_id.eq(process.0))
        .order_by_desc(validation_round::Column::Number)
        .all(tx)
        .await
        .or_unavailable()?;
    if rows.is_empty() {
        return Err(AppError::NotFound);
    }
    let answers = over_tenants::<validation_decision::Entity>(scope)
        .filter(validation_decision::COLUMN.tenant_id.eq(tenant.0))
        .filter(validation_decision::COLUMN.round_id.is_in(rows.iter().map(|row| row.id)))
        .all(tx)
        .await
        .or_unavailable()?;
    join(rows, answers)
}

/// Closes the submission of a process that waits for its answer, if there is one, and gives it.
///
/// # Errors
/// `Unavailable`.
pub async fn close(tx: &Tx, scope: &TenantScope, process: ProcessId, on: NaiveDate) -> Outcome<Option<RoundId>> {
    let open = scoped::<validation_round::Entity>(scope)
        .filter(validation_round::COLUMN.process_id.eq(process.0))
        .filter(validation_round::COLUMN.closed_on.is_null())
        .filter(sea_orm::ColumnTrait::not_in_subquery(&validation_round::Column::Id, answered()))
        .one(tx)
        .await
        .or_unavailable()?;
    let Some(open) = open else { return Ok(None) };
    scoped_update::<validation_round::Entity>(scope)
        .col_expr(validation_round::Column::ClosedOn, Expr::value(on))
        .filter(validation_round::COLUMN.id.eq(open.id))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(Some(RoundId(open.id)))
}

/// Lets the submissions of a process wait, or go on.
///
/// # Errors
/// `Unavailable`.
pub async fn pause(tx: &Tx, scope: &TenantScope, process: ProcessId, paused: bool) -> Outcome<()> {
    scoped_update::<validation_round::Entity>(scope)
        .col_expr(validation_round::Column::Paused, Expr::value(paused))
        .filter(validation_round::COLUMN.process_id.eq(process.0))
        .filter(validation_round::COLUMN.paused.ne(paused))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// The rounds that have their answer.
fn answered() -> SelectStatement {
    Query::select().column(validation_decision::Column::RoundId).from("validation_decisions").to_owned()
}
