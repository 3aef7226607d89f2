//! Which organisations approved the minutes of a meeting.

use super::{
    OrUnavailable, Tx,
    delegates::spoken_for,
    entities::{minutes_approval, organ_member},
    meetings::Meeting,
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{MeetingId, MemberId, PersonId},
    meeting::MeetingOf,
    minutes::Voice,
    organ::MemberState,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
use serde::Serialize;
use uuid::Uuid;

/// A seat on the body that met, beside what it said of the minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    pub member: MemberId,
    /// Whether the person who asks speaks for it.
    pub mine: bool,
    pub voice: Voice,
}

/// The approval of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Approval {
    pub meeting: MeetingId,
    pub member: MemberId,
    pub at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct SeatRow {
    id: Uuid,
    organisation: String,
    state: String,
    mine: i32,
    created_at: Option<DateTime<Utc>>,
}

impl TryFrom<SeatRow> for Seat {
    type Error = AppError;

    fn try_from(row: SeatRow) -> Outcome<Self> {
        let state: MemberState = row.state.parse().map_err(|_| AppError::Unavailable)?;
        let (sits, approved) = (state.is_member(), row.created_at.is_some());
        let voice = Voice { organisation: row.organisation, sits, approved };
        Ok(Self { member: MemberId(row.id), mine: row.mine == 1, voice })
    }
}

/// The seats on the body that met, with what each said of its minutes; those of any organ for tables and public
/// meetings, which have none of their own. In the order in which the members came, in one statement.
///
/// # Errors
/// `Unavailable`.
pub async fn of_body(tx: &Tx, scope: &TenantScope, meeting: &Meeting, person: Option<PersonId>) -> Outcome<Vec<Seat>> {
    use minutes_approval::Column as A;
    use organ_member::Column as M;
    let theirs = spoken_for(scope, person.unwrap_or(PersonId(Uuid::nil())));
    let mine = Expr::case(Expr::col((organ_member::Entity, M::Id)).in_subquery(theirs), 1).finally(0);
    let given = |column| Expr::col((minutes_approval::Entity, column));
    let its_own = Condition::all()
        .add(given(A::TenantId).eq(tenant(scope)))
        .add(given(A::MeetingId).eq(meeting.id.0))
        .add(given(A::MemberId).equals((organ_member::Entity, M::Id)));
    let mut query = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.process_id.eq(meeting.process.0))
        .select_only()
        .columns([M::Id, M::Organisation, M::State])
        .expr_as(mine, "mine")
        .column_as(given(A::CreatedAt), "created_at")
        .order_by_asc(M::Id);
    if let MeetingOf::Organ(organ) = meeting.of {
        query = query.filter(organ_member::COLUMN.organ_id.eq(organ.0));
    }
    QuerySelect::query(&mut query).left_join(minutes_approval::Entity, its_own);
    let rows: Vec<SeatRow> = query.into_model().all(tx).await.or_unavailable()?;
    rows.into_iter().map(Seat::try_from).collect()
}

/// Keeps an approval.
///
/// # Errors
/// `Conflict` when the member approved already.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Approval) -> Outcome<()> {
    let row = minutes_approval::ActiveModel {
        tenant_id: Set(tenant(scope)),
        meeting_id: Set(new.meeting.0),
        member_id: Set(new.member.0),
        created_at: Set(new.at),
    };
    row.insert(tx).await.unless_taken()?.map(drop).ok_or(AppError::Conflict)
}

/// Takes the approvals of a text away with that text, and gives what there was.
///
/// # Errors
/// `Unavailable`.
pub async fn fall(tx: &Tx, scope: &TenantScope, meeting: MeetingId) -> Outcome<Vec<Approval>> {
    let rows = scoped::<minutes_approval::Entity>(scope)
        .filter(minutes_approval::COLUMN.meeting_id.eq(meeting.0))
        .order_by_asc(minutes_approval::Column::MemberId)
        .all(tx)
        .await
        .or_unavailable()?;
    scoped_delete::<minutes_approval::Entity>(scope)
        .filter(minutes_approval::COLUMN.meeting_id.eq(meeting.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    let read = |row: minutes_approval::Model| Approval {
        meeting: MeetingId(row.meeting_id),
        member: MemberId(row.member_id),
        at: row.created_at,
    };
    Ok(rows.into_iter().map(read).collect())
}
