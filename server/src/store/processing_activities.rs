//! What a tenant says of its processing of personal data otherwise than every tenant, or beyond it.

use super::{
    OrUnavailable, Tx,
    entities::processing_activity as table,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::processing::ProcessingActivity;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use uuid::Uuid;

/// An activity as a tenant keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptActivity {
    pub id: Uuid,
    /// The key of the standard activity in whose place it stands, or an identifier of its own.
    pub code: String,
    pub version: u32,
    pub activity: ProcessingActivity,
    /// The tenant does this no more, or never did.
    pub dropped: bool,
}

/// As many as a tenant may keep.
pub const MOST: u64 = 100;

impl TryFrom<table::Model> for KeptActivity {
    type Error = AppError;

    fn try_from(row: table::Model) -> Outcome<Self> {
        Ok(Self {
            id: row.id,
            code: row.code,
            version: row.version.unsigned_abs(),
            activity: serde_json::from_str(&row.content).map_err(|_| AppError::Unavailable)?,
            dropped: row.dropped,
        })
    }
}

/// All of them, in the order in which they came.
///
/// # Errors
/// `Unavailable`.
pub async fn all(tx: &Tx, scope: &TenantScope) -> Outcome<Vec<KeptActivity>> {
    let rows = scoped::<table::Entity>(scope).order_by_asc(table::Column::Id).limit(MOST).all(tx).await;
    rows.or_unavailable()?.into_iter().map(KeptActivity::try_from).collect()
}

/// Keeps a new one.
///
/// # Errors
/// `Conflict` where somebody else kept one under its code meanwhile.
pub async fn add(tx: &Tx, scope: &TenantScope, new: &KeptActivity, now: DateTime<Utc>) -> Outcome<()> {
    let row = table::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id),
        code: Set(new.code.clone()),
        version: Set(1),
        ..changed(new, now)
    };
    row.insert(tx).await.unless_taken()?.map(drop).ok_or(AppError::Conflict)
}

/// Keeps a change of version `after.version`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another version since.
pub async fn store(tx: &Tx, scope: &TenantScope, after: &KeptActivity, now: DateTime<Utc>) -> Outcome<()> {
    let seen = i32::try_from(after.version).unwrap_or(i32::MAX);
    let row = table::ActiveModel { version: Set(seen.saturating_add(1)), ..changed(after, now) };
    let done = scoped_update::<table::Entity>(scope)
        .set(row)
        .filter(table::COLUMN.id.eq(after.id))
        .filter(table::COLUMN.version.eq(seen))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

fn changed(kept: &KeptActivity, now: DateTime<Utc>) -> table::ActiveModel {
    table::ActiveModel {
        content: Set(serde_json::to_string(&kept.activity).expect("plain data serialises")),
        dropped: Set(kept.dropped),
        changed_at: Set(now),
        ..Default::default()
    }
}
