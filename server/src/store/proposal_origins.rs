//! Where the proposals of a document come from, kept so that it can be read from the contribution's side too.

use super::{
    AT_ONCE, OrUnavailable, Tx,
    entities::{outcome, proposal_decision, proposal_document, proposal_origin},
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
use sea_orm::{
    ActiveValue::Set,
    EntityTrait, FromQueryResult, Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
use std::collections::BTreeSet;
use uuid::Uuid;

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
    for some in rows.chunks(AT_ONCE) {
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
    use proposal_origin::Column as P;
    use {outcome::Column as O, proposal_decision::Column as M, proposal_document::Column as D};
    let own = |column| Expr::col((proposal_origin::Entity, column));
    let document = |column| Expr::col((proposal_document::Entity, column));
    let told = |column| Expr::col((outcome::Entity, column));
    let decided = |column| Expr::col((proposal_decision::Entity, column));
    let public = [ProposalDocumentState::Sent.code(), ProposalDocumentState::Published.code()];
    let sent = Condition::all()
        .add(document(D::TenantId).eq(tenant(scope)))
        .add(document(D::ProcessId).equals((proposal_origin::Entity, P::ProcessId)))
        .add(document(D::State).is_in(public));
    let communicated = Condition::all()
        .add(told(O::TenantId).eq(tenant(scope)))
        .add(told(O::ProcessId).equals((proposal_origin::Entity, P::ProcessId)))
        .add(told(O::CommunicatedOn).is_not_null());
    let merit = Condition::all()
        .add(decided(M::TenantId).eq(tenant(scope)))
        .add(decided(M::ProcessId).equals((outcome::Entity, O::ProcessId)))
        .add(decided(M::Number).equals((proposal_origin::Entity, P::Number)));
    let mut query = scoped::<proposal_origin::Entity>(scope)
        .filter(proposal_origin::COLUMN.origin.is_in(origins.iter().map(ToString::to_string)))
        .select_only()
        .columns([P::Origin, P::ProcessId, P::Number, P::Title])
        .column_as(document(D::SentOn), "sent_on")
        .column_as(told(O::CommunicatedOn), "communicated_on")
        .column_as(decided(M::Decision), "decision")
        .column_as(decided(M::Reason), "reason")
        .order_by(own(P::Number), Order::Asc);
    QuerySelect::query(&mut query)
        .inner_join(proposal_document::Entity, sent)
        .left_join(outcome::Entity, communicated)
        .left_join(proposal_decision::Entity, merit);
    let rows: Vec<Made> = query.into_model().all(tx).await.or_unavailable()?;
    Ok(rows.into_iter().filter_map(Made::read).collect())
}

#[derive(FromQueryResult)]
struct Made {
    origin: String,
    process_id: Uuid,
    number: i32,
    title: String,
    sent_on: Option<NaiveDate>,
    communicated_on: Option<NaiveDate>,
    decision: Option<String>,
    reason: Option<String>,
}

impl Made {
    fn read(self) -> Option<Descendant> {
        let decision = self.decision.and_then(|decision| decision.parse().ok());
        let reason = self.reason.unwrap_or_default();
        Some(Descendant {
            origin: self.origin.parse().ok()?,
            process: ProcessId(self.process_id),
            number: u32::try_from(self.number).ok()?,
            title: self.title,
            sent_on: self.sent_on,
            decision: decision.map(|decision| Decided { decision, reason, on: self.communicated_on }),
        })
    }
}
