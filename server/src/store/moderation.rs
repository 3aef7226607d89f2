//! Reports of texts, and the log of what moderators did; the log is never changed.

use super::{
    OrUnavailable, Tx,
    entities::{moderation_entry, report},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    contribution::{HideGround, ModeratedKind, ModerationStep},
    id::{ContributionId, PersonId},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use uuid::Uuid;

/// A report that waits for a moderator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub kind: ModeratedKind,
    pub subject: Uuid,
    pub contribution: ContributionId,
    pub reason: String,
    pub created_at: DateTime<Utc>,
}

/// One thing that a moderator did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: ModeratedKind,
    pub subject: Uuid,
    pub step: ModerationStep,
    pub ground: Option<HideGround>,
    pub reason: String,
    pub at: DateTime<Utc>,
}

/// Adds a report; false when this person reported the text before.
///
/// # Errors
/// `Unavailable`.
pub async fn report(tx: &Tx, scope: &TenantScope, new: &Report, by: PersonId) -> Outcome<bool> {
    let mine = scoped::<report::Entity>(scope)
        .filter(report::COLUMN.subject_id.eq(new.subject))
        .filter(report::COLUMN.reporter_id.eq(by.0))
        .count(tx)
        .await
        .or_unavailable()?;
    if mine > 0 {
        return Ok(false);
    }
    let row = report::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        subject_kind: Set(new.kind.code().into()),
        subject_id: Set(new.subject),
        contribution_id: Set(new.contribution.0),
        reporter_id: Set(Some(by.0)),
        reason: Set(new.reason.clone()),
        settled: Set(false),
        created_at: Set(new.created_at),
    };
    Ok(row.insert(tx).await.unless_taken()?.is_some())
}

/// The reports that wait, oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn waiting(tx: &Tx, scope: &TenantScope, limit: u64) -> Outcome<Vec<Report>> {
    let rows = scoped::<report::Entity>(scope)
        .filter(report::COLUMN.settled.eq(false))
        .order_by_asc(report::Column::CreatedAt)
        .order_by_asc(report::Column::Id)
        .limit(limit)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: report::Model| {
        Ok(Report {
            kind: row.subject_kind.parse().map_err(|_| AppError::Unavailable)?,
            subject: row.subject_id,
            contribution: ContributionId(row.contribution_id),
            reason: row.reason,
            created_at: row.created_at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Closes every report of this text.
///
/// # Errors
/// `Unavailable`.
pub async fn settle(tx: &Tx, scope: &TenantScope, subject: Uuid) -> Outcome<()> {
    scoped_update::<report::Entity>(scope)
        .col_expr(report::Column::Settled, Expr::value(true))
        .filter(report::COLUMN.subject_id.eq(subject))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Writes into the log.
///
/// # Errors
/// `Unavailable`.
pub async fn note(tx: &Tx, scope: &TenantScope, entry: &Entry) -> Outcome<()> {
    let row = moderation_entry::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        subject_kind: Set(entry.kind.code().into()),
        subject_id: Set(entry.subject),
        step: Set(entry.step.code().into()),
        ground: Set(entry.ground.map(|ground| ground.code().into())),
        reason: Set(entry.reason.clone()),
        actor_id: Set(scope.actor().map(|person| person.0)),
        at: Set(entry.at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// What moderators did with these texts, the last first; with no text named, with all of them.
///
/// # Errors
/// `Unavailable`.
pub async fn log(tx: &Tx, scope: &TenantScope, of: Option<Uuid>, limit: u64) -> Outcome<Vec<Entry>> {
    let mut select = scoped::<moderation_entry::Entity>(scope);
    if let Some(subject) = of {
        select = select.filter(moderation_entry::Column::SubjectId.eq(subject));
    }
    let rows = select.order_by_desc(moderation_entry::Column::Id).limit(limit).all(tx).await.or_unavailable()?;
    let read = |row: moderation_entry::Model| {
        let unreadable = |_| AppError::Unavailable;
        Ok(Entry {
            kind: row.subject_kind.parse().map_err(|_| AppError::Unavailable)?,
            subject: row.subject_id,
            step: row.step.parse().map_err(unreadable)?,
            ground: row.ground.map(|ground| ground.parse().map_err(unreadable)).transpose()?,
            reason: row.reason,
            at: row.at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Drops the name behind every report of `person`.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_reporter(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    scoped_update::<report::Entity>(scope)
        .col_expr(report::Column::ReporterId, Expr::value(None::<Uuid>))
        .filter(report::COLUMN.reporter_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
