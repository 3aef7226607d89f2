//! The votes of the negotiation table on the proposal document, by organisation.

use super::{
    OrUnavailable, Tx,
    entities::{document_vote, organ, organ_delegate, organ_member, proposal_document, proposal_document_version},
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{MemberId, PersonId, ProcessId},
    organ::{MemberState, OrganKind},
    table_vote::{TableVote, has_vote},
};
use sea_orm::{
    ActiveValue::Set,
    EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Condition, Expr, ExprTrait, OnConflict, SelectStatement},
};
use uuid::Uuid;

/// An organisation of the negotiation table beside what it voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voter {
    pub member: MemberId,
    pub organisation: String,
    /// Whether it has a vote today.
    pub votes: bool,
    /// Whether the person who asks speaks for it.
    pub mine: bool,
    pub given: Option<(TableVote, DateTime<Utc>)>,
}

#[derive(FromQueryResult)]
struct VoterRow {
    id: Uuid,
    organisation: String,
    state: String,
    votes: bool,
    mine: i32,
    choice: Option<String>,
    note: Option<String>,
    content_hash: Option<String>,
    voted_at: Option<DateTime<Utc>>,
}

impl TryFrom<VoterRow> for Voter {
    type Error = AppError;

    fn try_from(row: VoterRow) -> Outcome<Self> {
        let state: MemberState = row.state.parse().map_err(|_| AppError::Unavailable)?;
        let given = match (row.choice, row.note, row.content_hash, row.voted_at) {
            (Some(choice), Some(note), Some(content), Some(at)) => {
                let choice = choice.parse().map_err(|_| AppError::Unavailable)?;
                let content = content.parse().map_err(|_| AppError::Unavailable)?;
                Some((TableVote { choice, note, content }, at))
            }
            _ => None,
        };
        Ok(Self {
            member: MemberId(row.id),
            organisation: row.organisation,
            votes: has_vote(OrganKind::NegotiationTable, state, row.votes),
            mine: row.mine == 1,
            given,
        })
    }
}

/// Every organisation that ever came near the negotiation table of a process, with its vote, in the order in which
/// they came; `person` is who asks.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    person: Option<PersonId>,
) -> Outcome<Vec<Voter>> {
    use document_vote::Column as V;
    use organ_member::Column as M;
    let theirs = scoped::<organ_delegate::Entity>(scope)
        .filter(organ_delegate::COLUMN.person_id.eq(person.map(|person| person.0).unwrap_or_default()))
        .select_only()
        .column(organ_delegate::Column::MemberId)
        .into_query();
    let mine = Expr::case(Expr::col((organ_member::Entity, M::Id)).in_subquery(theirs), 1).finally(0);
    let of_organ = |column| Expr::col((organ::Entity, column));
    let given = |column| Expr::col((document_vote::Entity, column));
    let table = Condition::all()
        .add(of_organ(organ::Column::TenantId).eq(tenant(scope)))
        .add(of_organ(organ::Column::Id).equals((organ_member::Entity, M::OrganId)))
        .add(of_organ(organ::Column::Kind).eq(OrganKind::NegotiationTable.code()));
    let its_own = Condition::all()
        .add(given(V::TenantId).eq(tenant(scope)))
        .add(given(V::ProcessId).equals((organ_member::Entity, M::ProcessId)))
        .add(given(V::MemberId).equals((organ_member::Entity, M::Id)));
    let mut query = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.process_id.eq(process.0))
        .select_only()
        .columns([M::Id, M::Organisation, M::State, M::Votes])
        .expr_as(mine, "mine")
        .column_as(given(V::Choice), "choice")
        .column_as(given(V::Note), "note")
        .column_as(given(V::ContentHash), "content_hash")
        .column_as(given(V::VotedAt), "voted_at")
        .order_by_asc(M::Id);
    QuerySelect::query(&mut query).inner_join(organ::Entity, table).left_join(document_vote::Entity, its_own);
    let rows: Vec<VoterRow> = query.into_model().all(tx).await.or_unavailable()?;
    rows.into_iter().map(Voter::try_from).collect()
}

/// Keeps the vote of a member, in the place of an earlier one.
///
/// # Errors
/// `Unavailable`.
pub async fn keep(
    tx: &Tx,
    scope: &TenantScope,
    (process, member): (ProcessId, MemberId),
    vote: &TableVote,
    at: DateTime<Utc>,
) -> Outcome<()> {
    use document_vote::Column as V;
    let row = document_vote::ActiveModel {
        tenant_id: Set(tenant(scope)),
        process_id: Set(process.0),
        member_id: Set(member.0),
        choice: Set(vote.choice.code().into()),
        note: Set(vote.note.clone()),
        content_hash: Set(vote.content.to_string()),
        voted_at: Set(at),
    };
    let again = OnConflict::columns([V::TenantId, V::ProcessId, V::MemberId])
        .update_columns([V::Choice, V::Note, V::ContentHash, V::VotedAt])
        .to_owned();
    document_vote::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}

/// The vote on the newest text of the document, for a query that joins members of organs and proposal documents.
pub(super) fn on_newest_text(scope: &TenantScope) -> SelectStatement {
    use document_vote::Column as V;
    use proposal_document_version::Column as T;
    let text = |column| Expr::col((proposal_document_version::Entity, column));
    let newest = Condition::all()
        .add(text(T::TenantId).eq(tenant(scope)))
        .add(text(T::ProcessId).equals((document_vote::Entity, V::ProcessId)))
        .add(text(T::Sha256).equals((document_vote::Entity, V::ContentHash)))
        .add(text(T::Number).equals((proposal_document::Entity, proposal_document::Column::Version)));
    let vote = |column| Expr::col((document_vote::Entity, column));
    let mut query = scoped::<document_vote::Entity>(scope)
        .filter(vote(V::ProcessId).equals((organ_member::Entity, organ_member::Column::ProcessId)))
        .filter(vote(V::MemberId).equals((organ_member::Entity, organ_member::Column::Id)))
        .select_only()
        .column(V::MemberId);
    QuerySelect::query(&mut query).inner_join(proposal_document_version::Entity, newest);
    query.into_query()
}
