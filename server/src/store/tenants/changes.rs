//! What changes of a tenant, one thing at a time.

use super::super::{OrUnavailable, Tx, entities::tenant};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use domain::{identification::Needs, logo::Logo, tenant::TenantState};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

/// How surely a tenant wants to know who acts, as it is kept; one that never said asks nothing.
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

/// Keeps whether a moderator reads the first words of new people before everybody does.
///
/// # Errors
/// `Unavailable`.
pub async fn set_first_held(tx: &Tx, scope: &TenantScope, held: bool) -> Outcome<()> {
    let row = tenant::ActiveModel { id: Set(scope.tenant().0), holds_first: Set(held), ..Default::default() };
    row.update(tx).await.or_unavailable()?;
    Ok(())
}

/// Opens or closes the scope's tenant.
///
/// # Errors
/// `Unavailable`.
pub async fn set_state(tx: &Tx, scope: &TenantScope, state: TenantState) -> Outcome<()> {
    let row = tenant::ActiveModel { id: Set(scope.tenant().0), state: Set(state.code().into()), ..Default::default() };
    row.update(tx).await.or_unavailable()?;
    Ok(())
}

/// Notes that the scope's tenant has an agenda.
///
/// # Errors
/// `Unavailable`.
pub async fn note_agenda(tx: &Tx, scope: &TenantScope) -> Outcome<()> {
    let row = tenant::ActiveModel { id: Set(scope.tenant().0), has_agenda: Set(true), ..Default::default() };
    row.update(tx).await.or_unavailable()?;
    Ok(())
}

/// Gives the scope's tenant this logo, or none.
///
/// # Errors
/// `Unavailable`.
pub async fn set_logo(tx: &Tx, scope: &TenantScope, logo: Option<&Logo>) -> Outcome<()> {
    let logo = Set(logo.map(Logo::to_string));
    let row = tenant::ActiveModel { id: Set(scope.tenant().0), logo, ..Default::default() };
    row.update(tx).await.or_unavailable()?;
    Ok(())
}
