//! What was composed of contributions and taken back: it is there no more, but that it was stays written.

use super::{
    OrUnavailable, Tx,
    entities::contribution_return,
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{evaluation::Combining, id::ContributionId, role::Role};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// That a contribution stands by itself again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    pub contribution: ContributionId,
    /// What had been composed from it.
    pub gone: ContributionId,
    pub gone_title: String,
    pub kind: Combining,
    /// The office that took it back.
    pub role: Role,
    pub reason: String,
    pub at: DateTime<Utc>,
}

impl TryFrom<contribution_return::Model> for Return {
    type Error = AppError;

    fn try_from(row: contribution_return::Model) -> Outcome<Self> {
        Ok(Self {
            contribution: ContributionId(row.contribution_id),
            gone: ContributionId(row.gone_id),
            gone_title: row.gone_title,
            kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
            role: row.role.parse().map_err(|_| AppError::Unavailable)?,
            reason: row.reason,
            at: row.returned_at,
        })
    }
}

/// Keeps what was taken back.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, all: Vec<Return>) -> Outcome<()> {
    let rows = all.into_iter().map(|one| contribution_return::ActiveModel {
        tenant_id: Set(tenant(scope)),
        contribution_id: Set(one.contribution.0),
        gone_id: Set(one.gone.0),
        gone_title: Set(one.gone_title),
        kind: Set(one.kind.code().into()),
        role: Set(one.role.code().into()),
        reason: Set(one.reason),
        returned_at: Set(one.at),
    });
    contribution_return::Entity::insert_many(rows).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}

/// What was composed from the contribution and taken back, in the order in which it was.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, contribution: ContributionId) -> Outcome<Vec<Return>> {
    let rows = scoped::<contribution_return::Entity>(scope)
        .filter(contribution_return::COLUMN.contribution_id.eq(contribution.0))
        .order_by_asc(contribution_return::Column::ReturnedAt)
        .order_by_asc(contribution_return::Column::GoneTitle)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Return::try_from).collect()
}

/// From what the contribution that is `gone` had been composed; nothing where there was none.
///
/// # Errors
/// `Unavailable`.
pub async fn behind(tx: &Tx, scope: &TenantScope, gone: ContributionId) -> Outcome<Vec<Return>> {
    let rows = scoped::<contribution_return::Entity>(scope)
        .filter(contribution_return::COLUMN.gone_id.eq(gone.0))
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Return::try_from).collect()
}

/// Forgets what had been composed from contributions that go away themselves.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, of: &[ContributionId]) -> Outcome<()> {
    scoped_delete::<contribution_return::Entity>(scope)
        .filter(contribution_return::Column::ContributionId.is_in(of.iter().map(|id| id.0)))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
