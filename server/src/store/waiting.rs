//! What waits for somebody, counted by process: for the page of what is due.

use super::{
    OrUnavailable, Tx,
    entities::{meeting, organ_member, proposal_document},
    scoped::scoped,
};
use crate::auth::TenantScope;
use app::error::Outcome;
use domain::{meeting::MeetingState, organ::MemberState, proposal_document::ProposalDocumentState};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// The organisations that proposed themselves and wait for an answer, by process.
///
/// # Errors
/// `Unavailable`.
pub async fn candidacies(tx: &Tx, scope: &TenantScope, processes: &[Uuid]) -> Outcome<HashMap<Uuid, u64>> {
    let rows: Vec<Uuid> = scoped::<organ_member::Entity>(scope)
        .select_only()
        .column(organ_member::Column::ProcessId)
        .filter(organ_member::Column::ProcessId.is_in(processes.iter().copied()))
        .filter(organ_member::Column::State.eq(MemberState::SelfCandidate.code()))
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    let mut counts = HashMap::new();
    for process in rows {
        *counts.entry(process).or_default() += 1;
    }
    Ok(counts)
}

/// The meetings of a process that are planned or called, and neither held nor cancelled.
///
/// # Errors
/// `Unavailable`.
pub async fn meetings(tx: &Tx, scope: &TenantScope, process: Uuid) -> Outcome<u64> {
    let open = [MeetingState::Planned.code(), MeetingState::Convened.code()];
    scoped::<meeting::Entity>(scope)
        .filter(meeting::Column::ProcessId.eq(process))
        .filter(ColumnTrait::is_in(&meeting::Column::State, open))
        .count(tx)
        .await
        .or_unavailable()
}

/// The processes whose proposal document the guarantor sent back for changes.
///
/// # Errors
/// `Unavailable`.
pub async fn integrations(tx: &Tx, scope: &TenantScope, processes: &[Uuid]) -> Outcome<Vec<Uuid>> {
    scoped::<proposal_document::Entity>(scope)
        .select_only()
        .column(proposal_document::Column::ProcessId)
        .filter(proposal_document::Column::ProcessId.is_in(processes.iter().copied()))
        .filter(proposal_document::Column::State.eq(ProposalDocumentState::IntegrationRequested.code()))
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()
}
