//! Formal agreements: the text, the versions that were signed, and every act of a party.

mod record;

pub use record::{Answer, FrozenText, freeze, frozen_texts, note, signatures};

use super::{
    OrUnavailable, Tx, agreement_parties,
    agreement_parties::StoredParty,
    entities::agreement,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    agreement::Agreement,
    digest::Digest,
    id::{AgreementId, ProcessId},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel, QueryFilter, QuerySelect};
use serde::Serialize;

/// An agreement as it is kept, with its parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoredAgreement {
    pub id: AgreementId,
    pub process: ProcessId,
    pub text: String,
    /// The number of the text: grows when a signed text changes.
    pub version: u32,
    pub decision_body_differs: bool,
    /// Grows with every change of the text, signed or not.
    pub edition: i32,
    pub created_at: DateTime<Utc>,
    pub parties: Vec<StoredParty>,
}

impl StoredAgreement {
    /// The agreement as the rules know it.
    #[must_use]
    pub fn rules(&self) -> Agreement {
        Agreement {
            version: self.version,
            text: Digest::of(&self.text),
            decision_body_differs: self.decision_body_differs,
            parties: self.parties.iter().map(|stored| stored.party.clone()).collect(),
        }
    }

    fn row(&self, scope: &TenantScope) -> agreement::ActiveModel {
        agreement::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.id.0),
            process_id: Set(self.process.0),
            text: Set(self.text.clone()),
            version: Set(i32::try_from(self.version).unwrap_or(i32::MAX)),
            decision_body_differs: Set(self.decision_body_differs),
            edition: Set(self.edition),
            created_at: Set(self.created_at),
        }
    }
}

async fn with_parties(tx: &Tx, scope: &TenantScope, row: agreement::Model) -> Outcome<StoredAgreement> {
    let id = AgreementId(row.id);
    Ok(StoredAgreement {
        id,
        process: ProcessId(row.process_id),
        text: row.text,
        version: u32::try_from(row.version).map_err(|_| AppError::Unavailable)?,
        decision_body_differs: row.decision_body_differs,
        edition: row.edition,
        created_at: row.created_at,
        parties: agreement_parties::of_agreement(tx, scope, id).await?,
    })
}

/// The agreement of a process, with its parties.
///
/// # Errors
/// `Unavailable`.
pub async fn of_process(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Option<StoredAgreement>> {
    let row = scoped::<agreement::Entity>(scope)
        .filter(agreement::COLUMN.process_id.eq(process.0))
        .one(tx)
        .await
        .or_unavailable()?;
    match row {
        Some(row) => with_parties(tx, scope, row).await.map(Some),
        None => Ok(None),
    }
}

/// The agreement with this id, with its parties.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: AgreementId) -> Outcome<StoredAgreement> {
    let row =
        scoped::<agreement::Entity>(scope).filter(agreement::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    with_parties(tx, scope, row.ok_or(AppError::NotFound)?).await
}

/// Makes other writers of the agreement wait until this transaction ends.
///
/// # Errors
/// `NotFound`.
pub async fn lock(tx: &Tx, scope: &TenantScope, id: AgreementId) -> Outcome<()> {
    let query = scoped::<agreement::Entity>(scope).filter(agreement::COLUMN.id.eq(id.0)).lock_exclusive();
    query.one(tx).await.or_unavailable()?.map(drop).ok_or(AppError::NotFound)
}

/// Adds the agreement of a process; false where it has one.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &StoredAgreement) -> Outcome<bool> {
    Ok(new.row(scope).insert(tx).await.unless_taken()?.is_some())
}

/// Stores another text, as changed from edition `changed.edition`, which grows by one.
///
/// # Errors
/// `Conflict` when somebody stored another text since.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &StoredAgreement) -> Outcome<()> {
    let mut row = changed.row(scope).into_active_model();
    row.edition = Set(changed.edition + 1);
    let done = scoped_update::<agreement::Entity>(scope)
        .set(row)
        .filter(agreement::COLUMN.id.eq(changed.id.0))
        .filter(agreement::COLUMN.edition.eq(changed.edition))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}
