//! Parties of agreements, with what stays private: address, signer, link.

use super::{
    OrUnavailable, Tx,
    entities::{agreement, agreement_party},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    id::{AgreementId, DocumentId, PartyId, PersonId, ProcessId},
    language::Language,
    party::{Party, PartyLink},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::Expr,
};
use serde::Serialize;

/// A party as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoredParty {
    pub party: Party,
    pub agreement: AgreementId,
    pub organisation: String,
    pub email: String,
    /// In what capacity its delegate signs.
    pub capacity: String,
    /// Who signed; private.
    pub signer: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
    /// The signed file that came in.
    pub document: Option<DocumentId>,
    #[serde(skip)]
    pub key_hash: String,
    pub link: PartyLink,
    /// In which it is written to.
    pub language: Language,
    /// Why its invitation was taken back.
    pub removal_reason: Option<String>,
    /// When staff took in the signed file, and who where that was noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_in: Option<TakenIn>,
}

/// When a signed file was taken in, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TakenIn {
    pub at: DateTime<Utc>,
    pub by: Option<PersonId>,
}

impl StoredParty {
    fn row(&self, scope: &TenantScope) -> agreement_party::ActiveModel {
        agreement_party::ActiveModel {
            tenant_id: Set(tenant(scope)),
            id: Set(self.party.id.0),
            agreement_id: Set(self.agreement.0),
            organisation: Set(self.organisation.clone()),
            kind: Set(self.party.kind.code().into()),
            email: Set(self.email.clone()),
            capacity: Set(self.capacity.clone()),
            signer: Set(self.signer.clone()),
            state: Set(self.party.state.code().into()),
            signed_version: Set(self.party.signed_version.and_then(|version| i32::try_from(version).ok())),
            answered_at: Set(self.answered_at),
            document_id: Set(self.document.map(|document| document.0)),
            key_hash: Set(self.key_hash.clone()),
            link_sent_at: Set(self.link.sent_at),
            link_used_at: Set(self.link.used_at),
            language: Set(self.language.code().into()),
            removal_reason: Set(self.removal_reason.clone()),
            taken_in_at: Set(self.taken_in.map(|taken| taken.at)),
            taken_in_by: Set(self.taken_in.and_then(|taken| taken.by).map(|by| by.0)),
        }
    }
}

impl TryFrom<agreement_party::Model> for StoredParty {
    type Error = AppError;

    fn try_from(row: agreement_party::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            party: Party {
                id: PartyId(row.id),
                kind: row.kind.parse().map_err(unreadable)?,
                state: row.state.parse().map_err(unreadable)?,
                signed_version: row.signed_version.and_then(|version| u32::try_from(version).ok()),
            },
            agreement: AgreementId(row.agreement_id),
            organisation: row.organisation,
            email: row.email,
            capacity: row.capacity,
            signer: row.signer,
            answered_at: row.answered_at,
            document: row.document_id.map(DocumentId),
            key_hash: row.key_hash,
            link: PartyLink { sent_at: row.link_sent_at, used_at: row.link_used_at },
            language: row.language.parse().map_err(unreadable)?,
            removal_reason: row.removal_reason,
            taken_in: row.taken_in_at.map(|at| TakenIn { at, by: row.taken_in_by.map(PersonId) }),
        })
    }
}

/// The parties of an agreement, in the order of their invitation.
///
/// # Errors
/// `Unavailable`.
pub async fn of_agreement(tx: &Tx, scope: &TenantScope, id: AgreementId) -> Outcome<Vec<StoredParty>> {
    let rows = scoped::<agreement_party::Entity>(scope)
        .filter(agreement_party::COLUMN.agreement_id.eq(id.0))
        .order_by_asc(agreement_party::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(StoredParty::try_from).collect()
}

/// The names of those who signed the agreement of a process.
///
/// # Errors
/// `Unavailable`.
pub async fn signers(tx: &Tx, scope: &TenantScope, process: ProcessId) -> Outcome<Vec<String>> {
    let agreements = scoped::<agreement::Entity>(scope)
        .filter(agreement::COLUMN.process_id.eq(process.0))
        .select_only()
        .column(agreement::Column::Id)
        .into_query();
    scoped::<agreement_party::Entity>(scope)
        .filter(agreement_party::COLUMN.agreement_id.in_subquery(agreements))
        .filter(agreement_party::COLUMN.signer.is_not_null())
        .select_only()
        .column(agreement_party::Column::Signer)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()
}

/// The party to whom the link with this key was mailed.
///
/// # Errors
/// `NotFound`.
pub async fn by_key(tx: &Tx, scope: &TenantScope, key_hash: &str) -> Outcome<StoredParty> {
    let row = scoped::<agreement_party::Entity>(scope)
        .filter(agreement_party::COLUMN.key_hash.eq(key_hash))
        .one(tx)
        .await
        .or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// The party with this id.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: PartyId) -> Outcome<StoredParty> {
    let row = scoped::<agreement_party::Entity>(scope)
        .filter(agreement_party::COLUMN.id.eq(id.0))
        .one(tx)
        .await
        .or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// Adds a party.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &StoredParty) -> Outcome<()> {
    new.row(scope).insert(tx).await.or_unavailable()?;
    Ok(())
}

/// Stores what changed of a party; callers hold the agreement's lock.
///
/// # Errors
/// `NotFound`.
pub async fn update(tx: &Tx, scope: &TenantScope, changed: &StoredParty) -> Outcome<()> {
    let done = scoped_update::<agreement_party::Entity>(scope)
        .set(changed.row(scope).into_active_model())
        .filter(agreement_party::COLUMN.id.eq(changed.party.id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::NotFound) }
}

/// Removes this address from every party; who signed stays named, as the agreement is.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, email: &str) -> Outcome<()> {
    scoped_update::<agreement_party::Entity>(scope)
        .col_expr(agreement_party::Column::Email, Expr::value(""))
        .filter(agreement_party::COLUMN.email.eq(email))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
