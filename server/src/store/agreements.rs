//! Formal agreements: the text, the versions that were signed, and every act of a party.

use super::{
    OrUnavailable, Tx, agreement_parties,
    agreement_parties::StoredParty,
    entities::{agreement, agreement_signature, agreement_text},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    agreement::Agreement,
    digest::Digest,
    id::{AgreementId, DocumentId, PartyId, ProcessId},
    party::PartyStep,
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use serde::Serialize;
use uuid::Uuid;

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

/// A version of the text that somebody put a signature to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenText {
    pub version: u32,
    pub text: String,
    pub sha256: Digest,
    pub frozen_at: DateTime<Utc>,
}

/// Keeps the agreement's text for good, as its version is signed for the first time; later calls change nothing.
///
/// # Errors
/// `Unavailable`.
pub async fn freeze(tx: &Tx, scope: &TenantScope, agreement: &StoredAgreement, at: DateTime<Utc>) -> Outcome<()> {
    use sea_orm::EntityTrait;
    let row = agreement_text::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        agreement_id: Set(agreement.id.0),
        version: Set(i32::try_from(agreement.version).unwrap_or(i32::MAX)),
        text: Set(agreement.text.clone()),
        sha256: Set(Digest::of(&agreement.text).to_string()),
        frozen_at: Set(at),
    };
    let key = [agreement_text::Column::TenantId, agreement_text::Column::AgreementId, agreement_text::Column::Version];
    agreement_text::Entity::insert(row)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// The versions that were signed, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn frozen_texts(tx: &Tx, scope: &TenantScope, id: AgreementId) -> Outcome<Vec<FrozenText>> {
    let rows = scoped::<agreement_text::Entity>(scope)
        .filter(agreement_text::COLUMN.agreement_id.eq(id.0))
        .order_by_desc(agreement_text::Column::Version)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: agreement_text::Model| {
        Ok(FrozenText {
            version: u32::try_from(row.version).map_err(|_| AppError::Unavailable)?,
            text: row.text,
            sha256: row.sha256.parse().map_err(|_| AppError::Unavailable)?,
            frozen_at: row.frozen_at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// What a party did with a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub version: u32,
    pub party: PartyId,
    pub step: PartyStep,
    pub at: DateTime<Utc>,
}

/// The signatures and signed files that were given, in their order.
///
/// # Errors
/// `Unavailable`.
pub async fn signatures(tx: &Tx, scope: &TenantScope, id: AgreementId) -> Outcome<Vec<Answer>> {
    let given = [PartyStep::Sign, PartyStep::ReceiveFile, PartyStep::ConfirmFile].map(PartyStep::code);
    let rows = scoped::<agreement_signature::Entity>(scope)
        .filter(agreement_signature::COLUMN.agreement_id.eq(id.0))
        .filter(agreement_signature::COLUMN.step.is_in(given))
        .order_by_asc(agreement_signature::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    let read = |row: agreement_signature::Model| {
        Ok(Answer {
            version: u32::try_from(row.version).map_err(|_| AppError::Unavailable)?,
            party: PartyId(row.party_id),
            step: row.step.parse().map_err(|_| AppError::Unavailable)?,
            at: row.at,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Writes what `party` did with the current text into the agreement's own record, which nobody changes.
///
/// # Errors
/// `Unavailable`.
pub async fn note(
    tx: &Tx,
    scope: &TenantScope,
    agreement: &StoredAgreement,
    party: &StoredParty,
    step: PartyStep,
    document: Option<DocumentId>,
    at: DateTime<Utc>,
) -> Outcome<()> {
    let row = agreement_signature::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        agreement_id: Set(agreement.id.0),
        party_id: Set(party.party.id.0),
        step: Set(step.code().into()),
        version: Set(i32::try_from(agreement.version).unwrap_or(i32::MAX)),
        sha256: Set(Digest::of(&agreement.text).to_string()),
        capacity: Set(party.capacity.clone()),
        signer: Set(party.signer.clone()),
        document_id: Set(document.map(|document| document.0)),
        at: Set(at),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}
