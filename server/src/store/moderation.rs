//! Reports of texts, and the log of what moderators did.

mod appeals;
mod held;
mod log;
mod texts;

pub use appeals::{
    Appeal, OpenAppeal, appeal, appeal_against, forget_appeals, last_hiding, open_appeals, settle_appeal,
};
pub use held::{hold, is_known, never_public};
pub use log::{Entry, Logged, log, log_of, note, why_hidden};
pub use texts::{Text, texts};

use super::{
    OrUnavailable, Tx,
    database::take_turn,
    entities::{contribution, report},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::{
    contract::moderation::Subject,
    error::{AppError, Outcome},
};
use chrono::{DateTime, Utc};
use domain::{
    contribution::ModeratedKind,
    id::{ContributionId, PersonId, ProcessId},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use serde::Serialize;
use uuid::Uuid;

/// How much is read of one text: the reasons that readers gave, the steps of moderators.
const REASONS: u64 = 100;

/// A report that waits for a moderator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    pub kind: ModeratedKind,
    pub subject: Uuid,
    pub contribution: ContributionId,
    pub reason: String,
    pub created_at: DateTime<Utc>,
}

/// Waits until nobody else decides about the text, or asks for it to be looked at, and keeps others waiting to the end of
/// the transaction.
///
/// # Errors
/// `Unavailable`.
pub async fn in_turn(tx: &Tx, scope: &TenantScope, text: Subject) -> Outcome<()> {
    take_turn(tx, &format!("{} moderation {}", scope.tenant(), text.id())).await
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

/// The texts that a moderator answers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beat {
    /// Those of the whole tenant.
    Tenant,
    /// Those of these processes alone.
    Processes(Vec<ProcessId>),
}

impl Beat {
    /// The contributions of these processes, for a condition; none where every contribution counts.
    fn contributions(&self, scope: &TenantScope) -> Option<SelectStatement> {
        let Self::Processes(ids) = self else { return None };
        let within = contribution::Column::ProcessId.is_in(ids.iter().map(|process| process.0));
        let select = scoped::<contribution::Entity>(scope).select_only().column(contribution::Column::Id);
        Some(select.filter(within).into_query())
    }
}

/// The reports that wait and concern `beat`.
fn waiting(scope: &TenantScope, beat: &Beat) -> Select<report::Entity> {
    let all = scoped::<report::Entity>(scope).filter(report::COLUMN.settled.eq(false));
    match beat.contributions(scope) {
        Some(within) => all.filter(report::Column::ContributionId.in_subquery(within)),
        None => all,
    }
}

/// How many reported texts of `beat` wait.
///
/// # Errors
/// `Unavailable`.
pub async fn count_waiting(tx: &Tx, scope: &TenantScope, beat: &Beat) -> Outcome<u64> {
    let texts = Expr::col(report::Column::SubjectId).count_distinct();
    let counted: Option<i64> =
        waiting(scope, beat).select_only().expr_as(texts, "texts").into_tuple().one(tx).await.or_unavailable()?;
    Ok(counted.and_then(|texts| u64::try_from(texts).ok()).unwrap_or(0))
}

/// The reports of the text that waits in `place`, counted from 1 in the order of the first reports; oldest first.
///
/// # Errors
/// `Unavailable`.
pub async fn waiting_at(tx: &Tx, scope: &TenantScope, beat: &Beat, place: u64) -> Outcome<Vec<Report>> {
    let text = waiting(scope, beat)
        .select_only()
        .column(report::Column::SubjectId)
        .group_by(report::Column::SubjectId)
        .order_by_asc(Expr::col(report::Column::CreatedAt).min())
        .order_by_asc(report::Column::SubjectId)
        .offset(place.saturating_sub(1))
        .limit(1)
        .into_query();
    let rows = waiting(scope, beat)
        .filter(report::COLUMN.subject_id.in_subquery(text))
        .order_by_asc(report::Column::CreatedAt)
        .order_by_asc(report::Column::Id)
        .limit(REASONS)
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
