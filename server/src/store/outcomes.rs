//! What the body made of the proposals: its acknowledgement, and the decision on each.

use super::{
    OrUnavailable, Tx,
    entities::{outcome, proposal_decision},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    acknowledgement::NewAcknowledgement,
    calendar::Deadline,
    id::ProcessId,
    outcome::{NewDecision, OutcomeState},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

/// The outcome of a process, from its acknowledgement on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kept {
    pub process: ProcessId,
    pub state: OutcomeState,
    pub act: NewAcknowledgement,
    pub concluded_on: NaiveDate,
    pub due: Option<Deadline>,
    pub late_days: u32,
    pub communicated_on: Option<NaiveDate>,
    pub recorded_at: DateTime<Utc>,
}

impl Kept {
    fn row(&self, scope: &TenantScope) -> outcome::ActiveModel {
        outcome::ActiveModel {
            tenant_id: Set(tenant(scope)),
            process_id: Set(self.process.0),
            state: Set(self.state.code().into()),
            act_body: Set(self.act.body.clone()),
            act_number: Set(self.act.number.clone()),
            act_on: Set(self.act.on),
            act_link: Set(self.act.link.clone()),
            mentions_refusal: Set(self.act.mentions_refusal),
            notes: Set(self.act.notes.clone()),
            concluded_on: Set(self.concluded_on),
            due_on: Set(self.due.map(|due| due.0)),
            late_days: Set(i32::try_from(self.late_days).unwrap_or(i32::MAX)),
            communicated_on: Set(self.communicated_on),
            recorded_at: Set(self.recorded_at),
        }
    }
}

impl TryFrom<outcome::Model> for Kept {
    type Error = AppError;

    fn try_from(row: outcome::Model) -> Outcome<Self> {
        Ok(Self {
            process: ProcessId(row.process_id),
            state: row.state.parse().map_err(|_| AppError::Unavailable)?,
            act: NewAcknowledgement {
                body: row.act_body,
                number: row.act_number,
                on: row.act_on,
                link: row.act_link,
                mentions_refusal: row.mentions_refusal,
                notes: row.notes,
            },
            concluded_on: row.concluded_on,
            due: row.due_on.map(Deadline),
            late_days: u32::try_from(row.late_days).unwrap_or(0),
            communicated_on: row.communicated_on,
            recorded_at: row.recorded_at,
        })
    }
}

/// The outcome of `process`, once it was acknowledged.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Option<Kept>> {
    let row = scoped::<outcome::Entity>(scope)
        .filter(outcome::COLUMN.process_id.eq(process.0))
        .one(tx)
        .await
        .or_unavailable()?;
    row.map(Kept::try_from).transpose()
}

/// Records an acknowledgement.
///
/// # Errors
/// `Conflict` when there is one already.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Kept) -> Outcome<()> {
    new.row(scope).insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict)
}

/// Stores the outcome as changed from the state `before`.
///
/// # Errors
/// `Conflict` when somebody moved it since.
pub async fn update(tx: &Tx, scope: &TenantScope, before: OutcomeState, changed: &Kept) -> Outcome<()> {
    let done = scoped_update::<outcome::Entity>(scope)
        .set(changed.row(scope))
        .filter(outcome::COLUMN.process_id.eq(changed.process.0))
        .filter(outcome::COLUMN.state.eq(before.code()))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

/// The outcomes of `processes`; those that were not acknowledged are absent.
///
/// # Errors
/// `Unavailable`.
pub async fn of_all(tx: &Tx, scope: &TenantScope, processes: &[Uuid]) -> Outcome<HashMap<Uuid, Kept>> {
    let rows = scoped::<outcome::Entity>(scope)
        .filter(outcome::COLUMN.process_id.is_in(processes.iter().copied()))
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(|row| Ok((row.process_id, Kept::try_from(row)?))).collect()
}

/// The decisions on the proposals of `process`, by number.
///
/// # Errors
/// `Unavailable`.
pub async fn decisions(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<(u32, NewDecision)>> {
    let rows = scoped::<proposal_decision::Entity>(scope)
        .filter(proposal_decision::COLUMN.process_id.eq(process.0))
        .order_by_asc(proposal_decision::Column::Number)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: proposal_decision::Model| {
        let decision = row.decision.parse().map_err(|_| AppError::Unavailable)?;
        Ok((u32::try_from(row.number).unwrap_or(0), NewDecision { decision, reason: row.reason }))
    };
    rows.into_iter().map(read).collect()
}

/// Keeps the decision on one proposal, in the place of an earlier one.
///
/// # Errors
/// `Unavailable`.
pub async fn decide(
    tx: &Tx,
    scope: &TenantScope,
    (process, number): (ProcessId, u32),
    new: &NewDecision,
    now: DateTime<Utc>,
) -> Outcome<()> {
    use proposal_decision::Column as C;
    let row = proposal_decision::ActiveModel {
        tenant_id: Set(tenant(scope)),
        process_id: Set(process.0),
        number: Set(i32::try_from(number).unwrap_or(i32::MAX)),
        decision: Set(new.decision.code().into()),
        reason: Set(new.reason.clone()),
        decided_at: Set(now),
    };
    let again = OnConflict::columns([C::TenantId, C::ProcessId, C::Number])
        .update_columns([C::Decision, C::Reason, C::DecidedAt])
        .to_owned();
    proposal_decision::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}
