//! A number of the tenant's register stands on one document.

use super::{Document, update};
use crate::{
    auth::TenantScope,
    store::{OrUnavailable, Tx, entities::document, scoped::scoped_update},
};
use app::error::{AppError, Outcome};
use domain::{id::DocumentId, invalid::Fault, protocol::ProtocolRegistration};
use sea_orm::{QueryFilter, sea_query::Expr};

/// Stores the document with its registration.
///
/// # Errors
/// `Conflict` when somebody changed it since, `Registered` for the number where another document bears it.
pub async fn register(tx: &Tx, scope: &TenantScope, changed: &Document) -> Outcome<()> {
    update(tx, scope, changed).await?;
    let key = changed.protocol.as_ref().map(ProtocolRegistration::key);
    let done = scoped_update::<document::Entity>(scope)
        .col_expr(document::Column::Registered, Expr::value(key))
        .filter(document::COLUMN.id.eq(changed.id.0))
        .exec(tx)
        .await;
    done.unless_taken()?.map(|_| ()).ok_or_else(|| AppError::invalid("number", Fault::Registered))
}

/// Leaves the number of a registration that was cancelled to another document.
///
/// # Errors
/// `Unavailable`.
pub async fn unregister(tx: &Tx, scope: &TenantScope, id: DocumentId) -> Outcome<()> {
    scoped_update::<document::Entity>(scope)
        .col_expr(document::Column::Registered, Expr::value(None::<String>))
        .filter(document::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
