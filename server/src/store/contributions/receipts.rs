//! What staff wrote down for somebody without an account, and the code on the receipt.

use crate::{
    auth::{TenantScope, secret::key_hash},
    store::{
        OrUnavailable, Tx,
        entities::contribution_receipt,
        scoped::{scoped, tenant},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{id::ContributionId, receipt::ReceiptCode};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter};

/// Where a contribution came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub contribution: ContributionId,
    pub source: String,
    pub at: DateTime<Utc>,
}

/// Keeps where the contribution came from, and `code` as a hash.
///
/// # Errors
/// `Conflict` for a code that is in use.
pub async fn keep_receipt(tx: &Tx, scope: &TenantScope, new: &Receipt, code: &ReceiptCode) -> Outcome<()> {
    let row = contribution_receipt::ActiveModel {
        tenant_id: Set(tenant(scope)),
        contribution_id: Set(new.contribution.0),
        key_hash: Set(key_hash(code.as_str())),
        source: Set(new.source.clone()),
        entered_at: Set(new.at),
    };
    row.insert(tx).await.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict)
}

/// The receipt with this code.
///
/// # Errors
/// `NotFound`.
pub async fn receipt(tx: &Tx, scope: &TenantScope, code: &ReceiptCode) -> Outcome<Receipt> {
    let row = scoped::<contribution_receipt::Entity>(scope)
        .filter(contribution_receipt::COLUMN.key_hash.eq(key_hash(code.as_str())))
        .one(tx)
        .await
        .or_unavailable()?
        .ok_or(AppError::NotFound)?;
    Ok(Receipt { contribution: ContributionId(row.contribution_id), source: row.source, at: row.entered_at })
}
