//! The seats of a person on organs, and the meetings that concern who sits there.

use super::{
    OrUnavailable, Tx,
    delegates::spoken_for,
    document_votes,
    entities::{meeting, minutes, minutes_approval, organ, organ_member, process, proposal_document},
    meetings::Meeting,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{MemberId, OrganId, PersonId, ProcessId},
    meeting::MeetingState,
    minutes::MinutesState,
    organ::{MemberState, OrganKind},
    proposal_document::ProposalDocumentState,
    stage::Stage,
    table_vote::{has_vote, may_vote},
};
use sea_orm::{
    FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
use uuid::Uuid;

/// Meetings that are read at once.
const MOST: u64 = 200;

/// A seat: for whom, on which organ of which path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub member: MemberId,
    pub organ: OrganId,
    pub kind: OrganKind,
    pub organisation: String,
    pub process: ProcessId,
    pub slug: String,
    pub title: String,
    /// Where the proposal document is that this organ reads.
    pub document: Option<ProposalDocumentState>,
    /// Whether the organisation may vote on its newest text, and did not yet.
    pub to_vote: bool,
}

#[derive(FromQueryResult)]
struct HeldRow {
    id: Uuid,
    organ_id: Uuid,
    organ_kind: String,
    organisation: String,
    state: String,
    votes: bool,
    process_id: Uuid,
    slug: String,
    title: String,
    stage: String,
    document: Option<String>,
    voted: i32,
}

impl HeldRow {
    /// Whether the organ reads the proposal document, and the path goes on.
    fn is_asked(&self, kind: OrganKind) -> bool {
        kind == OrganKind::NegotiationTable && self.stage.parse().is_ok_and(Stage::is_running)
    }

    fn awaits_vote(&self, kind: OrganKind, document: Option<ProposalDocumentState>) -> bool {
        let stage = self.stage.parse::<Stage>();
        let votes = self.state.parse().is_ok_and(|state| has_vote(kind, state, self.votes));
        let open = |at| stage.is_ok_and(|stage| may_vote(at, stage, votes).is_ok());
        self.voted == 0 && document.is_some_and(open)
    }
}

/// The seats that `person` holds today in these processes.
///
/// # Errors
/// `Unavailable`.
pub async fn of_person(tx: &Tx, scope: &TenantScope, processes: &[ProcessId], person: PersonId) -> Outcome<Vec<Held>> {
    use organ_member::Column as M;
    let organ = |column| Expr::col((organ::Entity, column));
    let path = |column| Expr::col((process::Entity, column));
    let paper = |column| Expr::col((proposal_document::Entity, column));
    let of_paper = Condition::all()
        .add(paper(proposal_document::Column::TenantId).eq(tenant(scope)))
        .add(paper(proposal_document::Column::ProcessId).equals((organ_member::Entity, M::ProcessId)));
    let of_organ = Condition::all()
        .add(organ(organ::Column::TenantId).eq(tenant(scope)))
        .add(organ(organ::Column::Id).equals((organ_member::Entity, M::OrganId)));
    let of_path = Condition::all()
        .add(path(process::Column::TenantId).eq(tenant(scope)))
        .add(path(process::Column::Id).equals((organ_member::Entity, M::ProcessId)));
    let mut query = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.process_id.is_in(processes.iter().map(|process| process.0)))
        .filter(organ_member::COLUMN.id.in_subquery(spoken_for(scope, person)))
        .select_only()
        .columns([M::Id, M::OrganId, M::Organisation, M::State, M::Votes, M::ProcessId])
        .column_as(organ(organ::Column::Kind), "organ_kind")
        .column_as(path(process::Column::Slug), "slug")
        .column_as(path(process::Column::Title), "title")
        .column_as(path(process::Column::Stage), "stage")
        .column_as(paper(proposal_document::Column::State), "document")
        .expr_as(Expr::case(Expr::exists(document_votes::on_newest_text(scope)), 1).finally(0), "voted")
        .order_by_asc(M::Id);
    QuerySelect::query(&mut query)
        .inner_join(organ::Entity, of_organ)
        .inner_join(process::Entity, of_path)
        .left_join(proposal_document::Entity, of_paper);
    let rows: Vec<HeldRow> = query.into_model().all(tx).await.or_unavailable()?;
    let sits = |row: &HeldRow| row.state.parse().is_ok_and(MemberState::is_member);
    let held = |row: HeldRow| {
        let kind = row.organ_kind.parse().map_err(|_| AppError::Unavailable)?;
        let document = row.document.as_deref().map(|state| state.parse().map_err(|_| AppError::Unavailable));
        let document = document.transpose()?.filter(|_| row.is_asked(kind));
        Ok(Held {
            to_vote: row.awaits_vote(kind, document),
            member: MemberId(row.id),
            organ: OrganId(row.organ_id),
            kind,
            organisation: row.organisation,
            process: ProcessId(row.process_id),
            slug: row.slug,
            title: row.title,
            document,
        })
    };
    rows.into_iter().filter(sits).map(held).collect()
}

/// A meeting that concerns who sits on an organ.
#[derive(Debug, Clone)]
pub struct Asked {
    pub meeting: Meeting,
    /// The end of the window for comments, while its minutes lie with the members.
    pub minutes_until: Option<DateTime<Utc>>,
    /// Those for whom the person approved them.
    pub approved: Vec<MemberId>,
}

#[derive(FromQueryResult)]
struct AskedRow {
    #[sea_orm(nested)]
    meeting: meeting::Model,
    minutes_until: Option<DateTime<Utc>>,
    approved: Option<Uuid>,
}

impl TryFrom<AskedRow> for Asked {
    type Error = AppError;

    fn try_from(row: AskedRow) -> Outcome<Self> {
        let approved = row.approved.map(MemberId).into_iter().collect();
        Ok(Self { meeting: row.meeting.try_into()?, minutes_until: row.minutes_until, approved })
    }
}

/// The meetings of these processes that are convened for `today` or later, and those whose minutes lie with the
/// members, with what `person` said of them; in the order of their dates, at most 200.
///
/// # Errors
/// `Unavailable`.
pub async fn meetings(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[ProcessId],
    person: PersonId,
    today: DateTime<Utc>,
) -> Outcome<Vec<Asked>> {
    use minutes::Column as W;
    use minutes_approval::Column as A;
    let written = |column| Expr::col((minutes::Entity, column));
    let open = Condition::all()
        .add(written(W::TenantId).eq(tenant(scope)))
        .add(written(W::MeetingId).equals((meeting::Entity, meeting::Column::Id)))
        .add(written(W::State).eq(MinutesState::InComment.code()));
    let given = |column| Expr::col((minutes_approval::Entity, column));
    let own = Condition::all()
        .add(given(A::TenantId).eq(tenant(scope)))
        .add(given(A::MeetingId).equals((meeting::Entity, meeting::Column::Id)))
        .add(given(A::MemberId).in_subquery(spoken_for(scope, person)));
    let called = Condition::all()
        .add(meeting::COLUMN.state.eq(MeetingState::Convened.code()))
        .add(meeting::COLUMN.starts_at.gte(today));
    let mut query = scoped::<meeting::Entity>(scope)
        .filter(meeting::COLUMN.process_id.is_in(processes.iter().map(|process| process.0)))
        .filter(Condition::any().add(called).add(written(W::CommentsUntil).is_not_null()))
        .column_as(written(W::CommentsUntil), "minutes_until")
        .column_as(given(A::MemberId), "approved")
        .order_by_asc(meeting::Column::StartsAt)
        .order_by_asc(meeting::Column::Id)
        .limit(MOST);
    QuerySelect::query(&mut query).left_join(minutes::Entity, open).left_join(minutes_approval::Entity, own);
    let rows: Vec<AskedRow> = query.into_model().all(tx).await.or_unavailable()?;
    let mut asked: Vec<Asked> = Vec::new();
    for row in rows {
        let one = Asked::try_from(row)?;
        // Who sits twice may have approved twice.
        match asked.last_mut().filter(|last| last.meeting.id == one.meeting.id) {
            Some(last) => last.approved.extend(one.approved),
            None => asked.push(one),
        }
    }
    Ok(asked)
}
