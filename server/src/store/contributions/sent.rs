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

/// What the same person sends again is the same: table, title, text and place.
fn key_of(new: &Contribution) -> String {
    let mut hash = Sha256::new();
    let who = new.author.map(|author| author.to_string()).unwrap_or_default();
    let table = new.table.to_string();
    for part in [&who, &table, &new.title, &new.body, new.place.as_deref().unwrap_or_default()] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex::encode(hash.finalize())
}

/// The contribution that was sent before with the same words by the same person, if there is one.
///
/// # Errors
/// `Unavailable`.
pub async fn sent_before(tx: &Tx, scope: &TenantScope, new: &Contribution) -> Outcome<Option<ContributionId>> {
    let id: Option<Uuid> = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.sent_key.eq(key_of(new)))
        .select_only()
        .column(contribution::Column::Id)
        .into_tuple()
        .one(tx)
        .await
        .or_unavailable()?;
    Ok(id.map(ContributionId))
}

/// Keeps under which key the contribution was sent.
///
/// # Errors
/// `Conflict` when the same was sent meanwhile.
pub async fn mark_sent(tx: &Tx, scope: &TenantScope, new: &Contribution) -> Outcome<()> {
    let marked = scoped_update::<contribution::Entity>(scope)
        .col_expr(contribution::Column::SentKey, Expr::value(key_of(new)))
        .filter(contribution::COLUMN.id.eq(new.id.0))
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
