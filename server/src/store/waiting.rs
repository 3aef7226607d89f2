//! What waits for somebody, counted by process: for the page of what is due.

use super::{
    OrUnavailable, Tx,
    entities::{meeting, minutes, organ_member, proposal_document},
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::{
    id::MeetingId, meeting::MeetingState, minutes::MinutesState, organ::MemberState,
    proposal_document::ProposalDocumentState,
};
use sea_orm::{
    ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
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
    Ok(counted(rows))
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

/// The meetings whose minutes somebody must approve, their comment days being over, or publish; by process.
///
/// # Errors
/// `Unavailable`.
pub async fn minutes(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[Uuid],
    now: DateTime<Utc>,
) -> Outcome<HashMap<Uuid, Vec<MeetingId>>> {
    let kept = |column| Expr::col((minutes::Entity, column));
    let commented = kept(minutes::Column::State)
        .eq(MinutesState::InComment.code())
        .and(kept(minutes::Column::CommentsUntil).lte(now));
    let mut query = scoped::<meeting::Entity>(scope)
        .select_only()
        .columns([meeting::Column::ProcessId, meeting::Column::Id])
        .filter(meeting::Column::ProcessId.is_in(processes.iter().copied()))
        .filter(commented.or(kept(minutes::Column::State).eq(MinutesState::Approved.code())));
    query = query.order_by_asc(meeting::Column::StartsAt);
    let of_meeting = Condition::all()
        .add(kept(minutes::Column::TenantId).eq(tenant(scope)))
        .add(kept(minutes::Column::MeetingId).equals((meeting::Entity, meeting::Column::Id)));
    QuerySelect::query(&mut query).inner_join(minutes::Entity, of_meeting);
    let rows: Vec<(Uuid, Uuid)> = query.into_tuple().all(tx).await.or_unavailable()?;
    let mut found: HashMap<Uuid, Vec<MeetingId>> = HashMap::new();
    for (process, meeting) in rows {
        found.entry(process).or_default().push(MeetingId(meeting));
    }
    Ok(found)
}

fn counted(rows: Vec<Uuid>) -> HashMap<Uuid, u64> {
    let mut counts = HashMap::new();
    for process in rows {
        *counts.entry(process).or_default() += 1;
    }
    counts
}

/// The processes whose proposal document waits for somebody.
#[derive(Debug, Default)]
pub struct Documents {
    /// The guarantor sent it back for changes.
    pub integrations: Vec<Uuid>,
    /// The guarantor validated it, and it was not sent.
    pub validated: Vec<Uuid>,
    /// The guarantor did not validate it, and it was neither taken back nor sent.
    pub refused: Vec<Uuid>,
    /// The privacy officer was asked about its newest text, and has not spoken.
    pub questions: Vec<Uuid>,
}

/// Those of `processes`.
///
/// # Errors
/// `Unavailable`.
pub async fn documents(tx: &Tx, scope: &TenantScope, processes: &[Uuid]) -> Outcome<Documents> {
    use proposal_document::Column as C;
    type Row = (Uuid, String, Option<String>, Option<String>, Option<String>);
    let integration = ProposalDocumentState::IntegrationRequested.code();
    let validated = ProposalDocumentState::Validated.code();
    let refused = ProposalDocumentState::NotValidated.code();
    let rows: Vec<Row> = scoped::<proposal_document::Entity>(scope)
        .select_only()
        .columns([C::ProcessId, C::State, C::QuestionHash, C::QuestionRefusal, C::OverrideHash])
        .filter(C::ProcessId.is_in(processes.iter().copied()))
        .filter(
            Condition::any().add(C::State.is_in([integration, validated, refused])).add(C::QuestionHash.is_not_null()),
        )
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    let mut found = Documents::default();
    for (process, state, asked, answered, cleared) in rows {
        let open = state.parse().is_ok_and(ProposalDocumentState::awaits_submission);
        if state == integration {
            found.integrations.push(process);
        }
        if state == validated {
            found.validated.push(process);
        }
        if state == refused {
            found.refused.push(process);
        }
        if open && asked.is_some() && answered.is_none() && asked != cleared {
            found.questions.push(process);
        }
    }
    Ok(found)
}
