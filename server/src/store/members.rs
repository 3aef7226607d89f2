//! Members of organs, by organisation.

use super::{
    OrUnavailable, Tx,
    entities::{organ_delegate, organ_member},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{MemberId, OrganId, PersonId, ProcessId},
    invalid::Fault,
    organ::{EntryWay, MemberState},
    party::PartyKind,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use serde::Serialize;

/// A member as it is kept; who sits for it is in [`super::delegates`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    pub id: MemberId,
    pub process: ProcessId,
    pub organ: OrganId,
    pub organisation: String,
    pub kind: PartyKind,
    /// What it stands for, in a few words.
    pub category: String,
    pub way: EntryWay,
    pub state: MemberState,
    pub votes: bool,
    /// The day of its entry.
    pub since: Option<NaiveDate>,
    /// Why it proposed itself.
    pub why: Option<String>,
    /// Why it was refused, declined or left.
    pub reason: Option<String>,
    pub created_at: DateTime<Utc>,
    /// When it was last invited.
    pub invited_at: Option<DateTime<Utc>>,
}

impl TryFrom<organ_member::Model> for Member {
    type Error = AppError;

    fn try_from(row: organ_member::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            id: MemberId(row.id),
            process: ProcessId(row.process_id),
            organ: OrganId(row.organ_id),
            organisation: row.organisation,
            kind: row.kind.parse().map_err(unreadable)?,
            category: row.category,
            way: row.way.parse().map_err(unreadable)?,
            state: row.state.parse().map_err(unreadable)?,
            votes: row.votes,
            since: row.since,
            why: row.why,
            reason: row.reason,
            created_at: row.created_at,
            invited_at: row.invited_at,
        })
    }
}

impl Member {
    fn row(&self, scope: &TenantScope) -> organ_member::ActiveModel {
        organ_member::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            process_id: Set(self.process.0),
            organ_id: Set(self.organ.0),
            organisation: Set(self.organisation.clone()),
            kind: Set(self.kind.code().into()),
            category: Set(self.category.clone()),
            way: Set(self.way.code().into()),
            state: Set(self.state.code().into()),
            votes: Set(self.votes),
            since: Set(self.since),
            why: Set(self.why.clone()),
            reason: Set(self.reason.clone()),
            created_at: Set(self.created_at),
            invited_at: Set(self.invited_at),
        }
    }
}

/// The members of these organs, whatever their state, in the order in which they came.
///
/// # Errors
/// `Unavailable`.
pub async fn of_organs(tx: &Tx, scope: &TenantScope, organs: &[OrganId]) -> Outcome<Vec<Member>> {
    let rows = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.organ_id.is_in(organs.iter().map(|organ| organ.0)))
        .order_by_asc(organ_member::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Member::try_from).collect()
}

#[derive(FromQueryResult)]
struct Seat {
    #[sea_orm(nested)]
    member: organ_member::Model,
    mine: i32,
}

/// The members of the organs of a process, whatever their state, in the order in which they came; and those among
/// them for which `person` speaks.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    person: Option<PersonId>,
) -> Outcome<(Vec<Member>, Vec<Member>)> {
    let theirs = scoped::<organ_delegate::Entity>(scope)
        .filter(organ_delegate::COLUMN.person_id.eq(person.map(|person| person.0).unwrap_or_default()))
        .select_only()
        .column(organ_delegate::Column::MemberId)
        .into_query();
    let mine =
        Expr::case(Expr::col((organ_member::Entity, organ_member::Column::Id)).in_subquery(theirs), 1).finally(0);
    let rows: Vec<Seat> = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.process_id.eq(process.0))
        .expr_as(mine, "mine")
        .order_by_asc(organ_member::Column::Id)
        .into_model()
        .all(tx)
        .await
        .or_unavailable()?;
    let (mut all, mut own) = (Vec::with_capacity(rows.len()), Vec::new());
    for row in rows {
        let member = Member::try_from(row.member)?;
        if row.mine == 1 {
            own.push(member.clone());
        }
        all.push(member);
    }
    Ok((all, own))
}

/// The member with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: MemberId) -> Outcome<Member> {
    let row = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.id.eq(id.0))
        .one(tx)
        .await
        .or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// The memberships of a person in the organs of a process, whatever their state.
///
/// # Errors
/// `Unavailable`.
pub async fn of_person(tx: &Tx, scope: &TenantScope, process: ProcessId, person: PersonId) -> Outcome<Vec<Member>> {
    let theirs = scoped::<organ_delegate::Entity>(scope)
        .filter(organ_delegate::COLUMN.person_id.eq(person.0))
        .select_only()
        .column(organ_delegate::Column::MemberId)
        .into_query();
    let rows = scoped::<organ_member::Entity>(scope)
        .filter(organ_member::COLUMN.process_id.eq(process.0))
        .filter(organ_member::COLUMN.id.in_subquery(theirs))
        .order_by_asc(organ_member::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Member::try_from).collect()
}

/// Adds a member.
///
/// # Errors
/// `Taken` for an organisation that has its seat on the organ.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Member) -> Outcome<()> {
    let done = new.row(scope).insert(tx).await.unless_taken()?;
    done.map(drop).ok_or_else(|| AppError::invalid("organisation", Fault::Taken))
}

/// Stores the member as moved from the state `from`.
///
/// # Errors
/// `Conflict` when somebody moved it since.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Member, from: MemberState) -> Outcome<()> {
    let done = scoped_update::<organ_member::Entity>(scope)
        .set(changed.row(scope))
        .filter(organ_member::COLUMN.id.eq(changed.id.0))
        .filter(organ_member::COLUMN.state.eq(from.code()))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
