//! The phases of a process with their dates.

use super::{
    OrUnavailable, Tx,
    entities::process_phase,
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::NaiveDate;
use domain::id::{ExtensionId, ProcessId};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter};
use serde::Serialize;
use std::collections::HashMap;

/// One phase as kept; `key` is the one of the pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Phase {
    pub key: String,
    pub planned_from: Option<NaiveDate>,
    pub planned_to: Option<NaiveDate>,
    /// The end as first planned, before an extension moved it.
    pub first_planned_to: Option<NaiveDate>,
    pub actual_from: Option<NaiveDate>,
    pub actual_to: Option<NaiveDate>,
    pub activities: String,
    pub outputs: String,
    /// The extension that moved its end last.
    pub moved_by: Option<ExtensionId>,
}

/// The phases of a process that were written down, in no order.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Phase>> {
    let rows = scoped::<process_phase::Entity>(scope)
        .filter(process_phase::COLUMN.process_id.eq(process.0))
        .all(tx)
        .await
        .or_unavailable()?;
    let phase = |row: process_phase::Model| Phase {
        key: row.phase,
        planned_from: row.planned_from,
        planned_to: row.planned_to,
        first_planned_to: row.first_planned_to,
        actual_from: row.actual_from,
        actual_to: row.actual_to,
        activities: row.activities,
        outputs: row.outputs,
        moved_by: row.moved_by.map(ExtensionId),
    };
    Ok(rows.into_iter().map(phase).collect())
}

/// The same, in the order of their keys, as the audit log hashes them.
///
/// # Errors
/// `Unavailable`.
pub async fn in_order(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Phase>> {
    let mut phases = of_process(tx, scope, process).await?;
    phases.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(phases)
}

/// The first days of the phases of these processes, by process and phase: the real one, else the planned one.
///
/// # Errors
/// `Unavailable`.
pub async fn first_days(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[ProcessId],
) -> Outcome<HashMap<(ProcessId, String), NaiveDate>> {
    let rows = scoped::<process_phase::Entity>(scope)
        .filter(process_phase::COLUMN.process_id.is_in(processes.iter().map(|process| process.0)))
        .all(tx)
        .await
        .or_unavailable()?;
    let day = |row: process_phase::Model| {
        Some(((ProcessId(row.process_id), row.phase), row.actual_from.or(row.planned_from)?))
    };
    Ok(rows.into_iter().filter_map(day).collect())
}

/// Stores a phase in place of the one with its key.
///
/// # Errors
/// `Unavailable`.
pub async fn put(tx: &Tx, scope: &TenantScope, process: ProcessId, phase: &Phase) -> Outcome<()> {
    scoped_delete::<process_phase::Entity>(scope)
        .filter(process_phase::COLUMN.process_id.eq(process.0))
        .filter(process_phase::COLUMN.phase.eq(phase.key.as_str()))
        .exec(tx)
        .await
        .or_unavailable()?;
    let row = process_phase::ActiveModel {
        tenant_id: Set(tenant(scope)),
        process_id: Set(process.0),
        phase: Set(phase.key.clone()),
        planned_from: Set(phase.planned_from),
        planned_to: Set(phase.planned_to),
        first_planned_to: Set(phase.first_planned_to),
        actual_from: Set(phase.actual_from),
        actual_to: Set(phase.actual_to),
        activities: Set(phase.activities.clone()),
        outputs: Set(phase.outputs.clone()),
        moved_by: Set(phase.moved_by.map(|extension| extension.0)),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}
