//! Organs of a process: the negotiation table, the guarantee committee.

use super::{
    OrUnavailable, Tx,
    entities::organ,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    id::{OrganId, ProcessId},
    organ::{OrganKind, OrganRules},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder};
use serde::Serialize;

/// An organ as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organ {
    pub id: OrganId,
    pub process: ProcessId,
    pub kind: OrganKind,
    /// The rules of procedure in force.
    pub rules: OrganRules,
    /// Counts the rules that governed approved minutes, and those in force.
    pub rules_version: u32,
    pub rules_since: NaiveDate,
    /// Grows with every change.
    pub version: i32,
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
            rules: OrganRules {
                text: row.rules,
                comment_days: row.comment_days.and_then(|days| u32::try_from(days).ok()),
                quorum: row.quorum,
                admission: row.admission,
            },
            rules_version: u32::try_from(row.rules_version).unwrap_or(1),
            rules_since: row.rules_since.unwrap_or(row.constituted_on),
            version: row.version,
            constituted_on: row.constituted_on,
            created_at: row.created_at,
        })
    }
}

impl Organ {
    fn row(&self, scope: &TenantScope) -> organ::ActiveModel {
        let whole = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        organ::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            process_id: Set(self.process.0),
            kind: Set(self.kind.code().into()),
            rules: Set(self.rules.text.clone()),
            constituted_on: Set(self.constituted_on),
            created_at: Set(self.created_at),
            comment_days: Set(self.rules.comment_days.map(whole)),
            quorum: Set(self.rules.quorum.clone()),
            admission: Set(self.rules.admission.clone()),
            rules_version: Set(whole(self.rules_version)),
            rules_since: Set(Some(self.rules_since)),
            version: Set(self.version),
        }
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
    Ok(new.row(scope).insert(tx).await.unless_taken()?.is_some())
}

/// Stores the organ as changed from version `changed.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &Organ) -> Outcome<()> {
    let mut row = changed.row(scope);
    row.version = Set(changed.version + 1);
    let done = scoped_update::<organ::Entity>(scope)
        .set(row)
        .filter(organ::COLUMN.id.eq(changed.id.0))
        .filter(organ::COLUMN.version.eq(changed.version))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
