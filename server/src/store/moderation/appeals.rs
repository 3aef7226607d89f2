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
    id::{ContributionId, PersonId},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::Expr,
};
use serde::Serialize;
use uuid::Uuid;

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

/// The entry with which the text was hidden last.
///
/// # Errors
/// `Unavailable`.
pub async fn last_hiding(tx: &Tx, scope: &TenantScope, subject: Uuid) -> Outcome<Option<Uuid>> {
    scoped::<moderation_entry::Entity>(scope)
        .filter(moderation_entry::Column::SubjectId.eq(subject))
        .filter(moderation_entry::Column::Step.eq(ModerationStep::Hide.code()))
        .order_by_desc(moderation_entry::Column::Id)
        .select_only()
        .column(moderation_entry::Column::Id)
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

/// How many appeals of `beat` wait.
///
/// # Errors
/// `Unavailable`.
pub async fn count_appeals(tx: &Tx, scope: &TenantScope, beat: &Beat) -> Outcome<u64> {
    open(scope, beat).count(tx).await.or_unavailable()
}

/// The appeal of `beat` that has waited longest.
///
/// # Errors
/// `Unavailable`.
pub async fn open_appeals(tx: &Tx, scope: &TenantScope, beat: &Beat) -> Outcome<Option<Appeal>> {
    let first = open(scope, beat)
        .order_by_asc(moderation_appeal::Column::MadeAt)
        .order_by_asc(moderation_appeal::Column::Id)
        .limit(1)
        .one(tx)
        .await
        .or_unavailable()?;
    first.map(Appeal::try_from).transpose()
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
