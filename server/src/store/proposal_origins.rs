//! Where the proposals of a document come from, kept so that it can be read from the contribution's side too.

use super::{
    OrUnavailable, Tx,
    entities::{proposal_decision, proposal_document, proposal_origin},
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::NaiveDate;
use domain::{
    id::ProcessId,
    origin::Origin,
    outcome::MeritDecision,
    proposal_document::{DocumentContent, ProposalDocumentState},
};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;

/// A proposal that was made from something people said, with the body's decision once it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Descendant {
    pub origin: Origin,
    pub process: ProcessId,
    pub number: u32,
    pub title: String,
    pub sent_on: Option<NaiveDate>,
    pub decision: Option<Decided>,
}

/// What the body decided on a proposal, and when it said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    pub decision: MeritDecision,
    pub reason: String,
    pub on: Option<NaiveDate>,
}

/// Replaces the origins of the document of `process` by those of `content`.
///
/// # Errors
/// `Unavailable`.
pub async fn replace(tx: &Tx, scope: &TenantScope, process: ProcessId, content: &DocumentContent) -> Outcome<()> {
    scoped_delete::<proposal_origin::Entity>(scope)
        .filter(proposal_origin::COLUMN.process_id.eq(process.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    let rows: Vec<_> = content
        .proposals
        .iter()
        .flat_map(|proposal| proposal.origins.iter().map(move |origin| (proposal, origin)))
        .map(|(proposal, origin)| proposal_origin::ActiveModel {
            tenant_id: Set(tenant(scope)),
            process_id: Set(process.0),
            number: Set(i32::try_from(proposal.number).unwrap_or(i32::MAX)),
            origin: Set(origin.to_string()),
            title: Set(proposal.title.clone()),
        })
        .collect();
    for some in rows.chunks(500) {
        proposal_origin::Entity::insert_many(some.to_vec()).exec(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// Those of `origins` that some proposal is made from, in a document at whatever state.
///
/// # Errors
/// `Unavailable`.
pub async fn used(tx: &Tx, scope: &TenantScope, origins: &[Origin]) -> Outcome<BTreeSet<Origin>> {
    if origins.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows: Vec<String> = scoped::<proposal_origin::Entity>(scope)
        .filter(proposal_origin::COLUMN.origin.is_in(origins.iter().map(ToString::to_string)))
        .select_only()
        .column(proposal_origin::Column::Origin)
        .distinct()
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.iter().filter_map(|origin| origin.parse().ok()).collect())
}

/// The proposals made from any of `origins`, in documents that were sent to the body; decisions once communicated.
///
/// # Errors
/// `Unavailable`.
pub async fn descendants(tx: &Tx, scope: &TenantScope, origins: &[Origin]) -> Outcome<Vec<Descendant>> {
    if origins.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scoped::<proposal_origin::Entity>(scope)
        .filter(proposal_origin::COLUMN.origin.is_in(origins.iter().map(ToString::to_string)))
        .order_by_asc(proposal_origin::Column::Number)
        .all(tx)
        .await
        .or_unavailable()?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let processes: Vec<_> = rows.iter().map(|row| row.process_id).collect();
    let public = [ProposalDocumentState::Sent.code(), ProposalDocumentState::Published.code()];
    let sent = scoped::<proposal_document::Entity>(scope)
        .filter(proposal_document::COLUMN.process_id.is_in(processes.clone()))
        .filter(proposal_document::COLUMN.state.is_in(public))
        .all(tx)
        .await
        .or_unavailable()?;
    let outcomes = super::outcomes::of_all(tx, scope, &processes).await?;
    let told = outcomes.values().filter(|one| one.communicated_on.is_some()).map(|one| one.process.0);
    let decisions = scoped::<proposal_decision::Entity>(scope)
        .filter(proposal_decision::COLUMN.process_id.is_in(told))
        .all(tx)
        .await
        .or_unavailable()?;
    let decided = |row: &proposal_origin::Model| {
        let of = |one: &&proposal_decision::Model| (one.process_id, one.number) == (row.process_id, row.number);
        let on = outcomes.get(&row.process_id).and_then(|outcome| outcome.communicated_on);
        let read = |one: &proposal_decision::Model| {
            Some(Decided { decision: one.decision.parse().ok()?, reason: one.reason.clone(), on })
        };
        decisions.iter().find(of).and_then(read)
    };
    let document = |row: &proposal_origin::Model| sent.iter().find(|document| document.process_id == row.process_id);
    Ok(rows
        .iter()
        .filter_map(|row| {
            let document = document(row)?;
            Some(Descendant {
                origin: row.origin.parse().ok()?,
                process: ProcessId(row.process_id),
                number: u32::try_from(row.number).ok()?,
                title: row.title.clone(),
                sent_on: document.sent_on,
                decision: decided(row),
            })
        })
        .collect())
}
