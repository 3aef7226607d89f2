//! Organs of a process: the negotiation table, the guarantee committee.

use super::{
    OrUnavailable, Tx,
    entities::organ,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{OrganId, ProcessId},
    organ::OrganKind,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder};
use serde::Serialize;

/// An organ as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organ {
    pub id: OrganId,
    pub process: ProcessId,
    pub kind: OrganKind,
    /// Working rules, in Markdown; empty where none are written.
    pub rules: String,
    pub constituted_on: NaiveDate,
    pub created_at: DateTime<Utc>,
}

impl TryFrom<organ::Model> for Organ {
    type Error = AppError;

    fn try_from(row: organ::Model) -> Outcome<Self> {
        Ok(Self {
            id: OrganId(row.id),
            process: ProcessId(row.process_id),
            kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
            rules: row.rules,
            constituted_on: row.constituted_on,
            created_at: row.created_at,
        })
    }
}

/// The organs of a process, in the order in which they were set up.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<Organ>> {
    let rows = scoped::<organ::Entity>(scope)
        .filter(organ::COLUMN.process_id.eq(process.0))
        .order_by_asc(organ::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Organ::try_from).collect()
}

/// The organ with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: OrganId) -> Outcome<Organ> {
    let row = scoped::<organ::Entity>(scope).filter(organ::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// Adds an organ; false when the process has one of its kind.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Organ) -> Outcome<bool> {
    let row = organ::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        process_id: Set(new.process.0),
        kind: Set(new.kind.code().into()),
        rules: Set(new.rules.clone()),
        constituted_on: Set(new.constituted_on),
        created_at: Set(new.created_at),
    };
    Ok(row.insert(tx).await.unless_taken()?.is_some())
}
