//! The key under which a contribution was sent: the same sent twice is one.

use super::Contribution;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::contribution,
        scoped::{scoped, scoped_update},
    },
};
use app::error::{AppError, Outcome};
use domain::id::{ContributionId, PersonId};
use sea_orm::{QueryFilter, QuerySelect, sea_query::Expr};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Under which key something is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentKey(String);

impl SentKey {
    /// What the same person sends again is the same: table, title, text and place.
    #[must_use]
    pub fn of(new: &Contribution, by: PersonId) -> Self {
        Self::with(new, by, &[])
    }

    /// The same for what is written down for somebody else: `told` says how it came, and from whom in particular where
    /// several people say the same.
    #[must_use]
    pub fn written_down(new: &Contribution, by: PersonId, told: &[&str]) -> Self {
        Self::with(new, by, &[&["written down"], told].concat())
    }

    fn with(new: &Contribution, by: PersonId, more: &[&str]) -> Self {
        let mut hash = Sha256::new();
        let (by, table) = (by.to_string(), new.table.to_string());
        let words = [by.as_str(), &table, &new.title, &new.body, new.place.as_deref().unwrap_or_default()];
        for part in words.iter().chain(more) {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        Self(hex::encode(hash.finalize()))
    }
}

/// The contribution that was sent before under this key, if there is one.
///
/// # Errors
/// `Unavailable`.
pub async fn sent_before(tx: &Tx, scope: &TenantScope, key: &SentKey) -> Outcome<Option<ContributionId>> {
    let id: Option<Uuid> = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.sent_key.eq(key.0.clone()))
        .select_only()
        .column(contribution::Column::Id)
        .into_tuple()
        .one(tx)
        .await
        .or_unavailable()?;
    Ok(id.map(ContributionId))
}

/// Keeps under which key the contribution was sent; under none where another one has it.
///
/// # Errors
/// `Conflict` when the same was sent meanwhile.
pub async fn mark_sent(tx: &Tx, scope: &TenantScope, id: ContributionId, key: Option<SentKey>) -> Outcome<()> {
    let marked = scoped_update::<contribution::Entity>(scope)
        .col_expr(contribution::Column::SentKey, Expr::value(key.map(|key| key.0)))
        .filter(contribution::COLUMN.id.eq(id.0))
        .exec(tx)
        .await;
    marked.unless_taken()?.map(|_| ()).ok_or(AppError::Conflict)
}

/// Drops the author of everything that `person` contributed.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_author(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    scoped_update::<contribution::Entity>(scope)
        .col_expr(contribution::Column::AuthorId, Expr::value(None::<Uuid>))
        .col_expr(contribution::Column::SentKey, Expr::value(None::<String>))
        .filter(contribution::COLUMN.author_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
