//! How surely a tenant wants to know who acts.

use super::super::{OrUnavailable, Tx, entities::tenant};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use domain::identification::Needs;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// What is kept; a tenant that never said asks nothing.
pub(super) fn read(kept: Option<&str>) -> Outcome<Needs> {
    let Some(kept) = kept else { return Ok(Needs::default()) };
    serde_json::from_str(kept).map_err(|_| AppError::Unavailable)
}

/// Keeps how surely the scope's tenant wants to know who acts.
///
/// # Errors
/// `Unavailable`.
pub async fn set_needs(tx: &Tx, scope: &TenantScope, needs: &Needs) -> Outcome<()> {
    let needs = serde_json::to_string(needs).expect("plain data serialises");
    let row = tenant::ActiveModel { id: Set(scope.tenant().0), needs: Set(Some(needs)), ..Default::default() };
    row.update(tx).await.or_unavailable()?;
    Ok(())
}
