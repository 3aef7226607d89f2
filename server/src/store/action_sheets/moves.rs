//! How action sheets moved: written once, never changed.

use super::ActionSheet;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::action_move,
        scoped::{scoped, tenant},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{action_sheet::ActionSituation, id::ActionSheetId, role::Role};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder};

/// A situation that a sheet came into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionMove {
    pub situation: ActionSituation,
    pub reason: String,
    /// The role that moved it.
    pub role: Role,
    pub at: DateTime<Utc>,
}

/// The situations of a sheet, the first one first.
///
/// # Errors
/// `Unavailable`.
pub async fn moves(tx: &Tx, scope: &TenantScope, sheet: ActionSheetId) -> Outcome<Vec<ActionMove>> {
    let rows = scoped::<action_move::Entity>(scope)
        .filter(action_move::COLUMN.sheet_id.eq(sheet.0))
        .order_by_asc(action_move::Column::Version)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: action_move::Model| {
        Ok(ActionMove {
            situation: row.situation.parse().map_err(|_| AppError::Unavailable)?,
            reason: row.reason,
            role: row.role.parse().map_err(|_| AppError::Unavailable)?,
            at: row.at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Writes down the situation that `sheet` came into with its present version.
pub(super) async fn add(
    tx: &Tx,
    scope: &TenantScope,
    sheet: &ActionSheet,
    reason: &str,
    role: Role,
    at: DateTime<Utc>,
) -> Outcome<()> {
    let row = action_move::ActiveModel {
        tenant_id: Set(tenant(scope)),
        sheet_id: Set(sheet.id.0),
        version: Set(sheet.version),
        situation: Set(sheet.situation.code().into()),
        reason: Set(reason.to_owned()),
        role: Set(role.code().into()),
        at: Set(at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}
