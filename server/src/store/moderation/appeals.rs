//! Appeals of authors whose text was hidden.

use super::Beat;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{moderation_appeal, moderation_entry},
        scoped::{scoped, scoped_update, tenant},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    appeal::AppealState,
    contribution::{ModeratedKind, ModerationStep},
    id::{ContributionId, PersonId, ProcessId},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Expr,
};
use serde::Serialize;
use uuid::Uuid;

/// How many open appeals are read at once.
const OPEN: u64 = 200;

/// An appeal against one hiding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Appeal {
    pub id: Uuid,
    /// The entry of the log with which the text was hidden.
    pub entry: Uuid,
    pub kind: ModeratedKind,
    pub subject: Uuid,
    pub contribution: ContributionId,
    pub reason: String,
    pub state: AppealState,
    /// Why it was refused, or why the text was shown again.
    pub answer: String,
    pub made_at: DateTime<Utc>,
}

impl TryFrom<moderation_appeal::Model> for Appeal {
    type Error = AppError;

    fn try_from(row: moderation_appeal::Model) -> Outcome<Self> {
        Ok(Self {
            id: row.id,
            entry: row.entry_id,
            kind: row.subject_kind.parse().map_err(|_| AppError::Unavailable)?,
            subject: row.subject_id,
            contribution: ContributionId(row.contribution_id),
            reason: row.reason,
            state: row.state.parse().map_err(|_| AppError::Unavailable)?,
            answer: row.answer,
            made_at: row.made_at,
        })
    }
}

/// The entry with which the text was hidden last, and who hid it.
///
/// # Errors
/// `Unavailable`.
pub async fn last_hiding(tx: &Tx, scope: &TenantScope, subject: Uuid) -> Outcome<Option<(Uuid, Option<Uuid>)>> {
    scoped::<moderation_entry::Entity>(scope)
        .filter(moderation_entry::Column::SubjectId.eq(subject))
        .filter(moderation_entry::Column::Step.eq(ModerationStep::Hide.code()))
        .order_by_desc(moderation_entry::Column::Id)
        .select_only()
        .columns([moderation_entry::Column::Id, moderation_entry::Column::ActorId])
        .into_tuple()
        .one(tx)
        .await
        .or_unavailable()
}

/// The appeal against the hiding that this entry keeps.
///
/// # Errors
/// `Unavailable`.
pub async fn appeal_against(tx: &Tx, scope: &TenantScope, entry: Uuid) -> Outcome<Option<Appeal>> {
    let row = scoped::<moderation_appeal::Entity>(scope)
        .filter(moderation_appeal::COLUMN.entry_id.eq(entry))
        .one(tx)
        .await
        .or_unavailable()?;
    row.map(Appeal::try_from).transpose()
}

/// Keeps an appeal of `person`.
///
/// # Errors
/// `Conflict` when there is one against the same hiding.
pub async fn appeal(tx: &Tx, scope: &TenantScope, new: &Appeal, person: PersonId) -> Outcome<()> {
    let row = moderation_appeal::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id),
        entry_id: Set(new.entry),
        subject_kind: Set(new.kind.code().into()),
        subject_id: Set(new.subject),
        contribution_id: Set(new.contribution.0),
        person_id: Set(Some(person.0)),
        reason: Set(new.reason.clone()),
        state: Set(new.state.code().into()),
        answer: Set(new.answer.clone()),
        made_at: Set(new.made_at),
        answered_at: Set(None),
    };
    row.insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict)
}

fn open(scope: &TenantScope, beat: &Beat) -> Select<moderation_appeal::Entity> {
    let all =
        scoped::<moderation_appeal::Entity>(scope).filter(moderation_appeal::COLUMN.state.eq(AppealState::Open.code()));
    match beat.contributions(scope) {
        Some(within) => all.filter(moderation_appeal::Column::ContributionId.in_subquery(within)),
        None => all,
    }
}

/// The process in which the text stands.
const PROCESS: &str = "(SELECT c.process_id FROM contributions c WHERE c.tenant_id = moderation_appeals.tenant_id
    AND c.id = moderation_appeals.contribution_id)";

/// Who hid the text.
const HIDER: &str = "(SELECT e.actor_id FROM moderation_entries e WHERE e.tenant_id = moderation_appeals.tenant_id
    AND e.id = moderation_appeals.entry_id)";

#[derive(FromQueryResult)]
struct Against {
    #[sea_orm(nested)]
    appeal: moderation_appeal::Model,
    process: Uuid,
    hider: Option<Uuid>,
}

/// An appeal that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAppeal {
    pub appeal: Appeal,
    pub process: ProcessId,
    /// Who hid the text, and who wrote it, while they are known.
    pub hider: Option<PersonId>,
    pub author: Option<PersonId>,
}

/// The appeals of `beat` that wait, the longest first.
///
/// # Errors
/// `Unavailable`.
pub async fn open_appeals(tx: &Tx, scope: &TenantScope, beat: &Beat) -> Outcome<Vec<OpenAppeal>> {
    let rows: Vec<Against> = open(scope, beat)
        .expr_as(Expr::cust(PROCESS), "process")
        .expr_as(Expr::cust(HIDER), "hider")
        .order_by_asc(moderation_appeal::Column::MadeAt)
        .order_by_asc(moderation_appeal::Column::Id)
        .limit(OPEN)
        .into_model()
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: Against| {
        Ok(OpenAppeal {
            process: ProcessId(row.process),
            hider: row.hider.map(PersonId),
            author: row.appeal.person_id.map(PersonId),
            appeal: row.appeal.try_into()?,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Closes the open appeal about a text with this answer; false where none is open.
///
/// # Errors
/// `Unavailable`.
pub async fn settle_appeal(
    tx: &Tx,
    scope: &TenantScope,
    subject: Uuid,
    (state, answer): (AppealState, &str),
    at: DateTime<Utc>,
) -> Outcome<bool> {
    use moderation_appeal::{COLUMN, Column as C};
    let done = scoped_update::<moderation_appeal::Entity>(scope)
        .col_expr(C::State, Expr::value(state.code()))
        .col_expr(C::Answer, Expr::value(answer))
        .col_expr(C::AnsweredAt, Expr::value(at))
        .filter(COLUMN.subject_id.eq(subject))
        .filter(COLUMN.state.eq(AppealState::Open.code()))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected > 0)
}

/// Drops the name behind every appeal of `person`.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_appeals(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    scoped_update::<moderation_appeal::Entity>(scope)
        .col_expr(moderation_appeal::Column::PersonId, Expr::value(None::<Uuid>))
        .filter(moderation_appeal::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
