//! What waits for the guarantor.

use super::{
    super::{OrUnavailable, Tx, entities::validation_round, scoped::over_tenants, tenants},
    answered,
};
use crate::auth::PlatformScope;
use app::error::Outcome;
use chrono::{DateTime, Utc};
use domain::id::{ProcessId, RoundId, TenantId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// A submission that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub id: RoundId,
    pub tenant: TenantId,
    pub process: ProcessId,
    pub number: u32,
    pub tenant_name: String,
    pub process_title: String,
    pub submitted_at: DateTime<Utc>,
}

/// What waits for the guarantor over all tenants, oldest first, after the round `after`; a tenant or a process that is
/// suspended takes no answers.
///
/// # Errors
/// `Unavailable`.
pub async fn waiting(tx: &Tx, scope: &PlatformScope, after: Option<RoundId>, limit: u64) -> Outcome<Vec<Waiting>> {
    let rows = over_tenants::<validation_round::Entity>(scope)
        .filter(validation_round::Column::Id.not_in_subquery(answered()))
        .filter(validation_round::COLUMN.closed_on.is_null())
        .filter(validation_round::COLUMN.paused.eq(false))
        .filter(validation_round::Column::TenantId.in_subquery(tenants::active()))
        .apply_if(after, |query, after| query.filter(validation_round::COLUMN.id.gt(after.0)))
        .order_by_asc(validation_round::Column::Id)
        .limit(limit)
        .all(tx)
        .await
        .or_unavailable()?;
    let shown = |row: validation_round::Model| Waiting {
        id: RoundId(row.id),
        tenant: TenantId(row.tenant_id),
        process: ProcessId(row.process_id),
        number: u32::try_from(row.number).unwrap_or(0),
        tenant_name: row.tenant_name,
        process_title: row.process_title,
        submitted_at: row.submitted_at,
    };
    Ok(rows.into_iter().map(shown).collect())
}
