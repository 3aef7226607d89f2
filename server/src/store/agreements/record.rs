//! What was signed, by whom and when: the versions of an agreement's text, and its own record of every act of a party.

use super::StoredAgreement;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        agreement_parties::StoredParty,
        entities::{agreement_signature, agreement_text},
        scoped::{scoped, tenant},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    digest::Digest,
    id::{AgreementId, DocumentId, PartyId},
    party::PartyStep,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, QueryOrder, sea_query::OnConflict};
use uuid::Uuid;

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
