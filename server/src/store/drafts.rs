//! What people wrote into long forms and have not sent yet.

use super::{
    OrUnavailable, Tx,
    entities::draft,
    scoped::{scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::{
    contract::drafts::Draft,
    error::{AppError, Outcome},
};
use chrono::{DateTime, Utc};
use domain::{draft::DraftName, id::PersonId};
use sea_orm::{ActiveValue::Set, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict};

/// The draft of `person` for the form, if there is one.
///
/// # Errors
/// `Unavailable`.
pub async fn of(tx: &Tx, scope: &TenantScope, person: PersonId, form: &DraftName) -> Outcome<Option<Draft>> {
    let row = scoped::<draft::Entity>(scope)
        .filter(draft::COLUMN.person_id.eq(person.0))
        .filter(draft::COLUMN.form.eq(form.to_string()))
        .one(tx)
        .await
        .or_unavailable()?;
    let Some(row) = row else { return Ok(None) };
    let fields = serde_json::from_str(&row.fields).map_err(|_| AppError::Unavailable)?;
    Ok(Some(Draft { fields, saved_at: row.saved_at }))
}

/// Keeps `fields`, as JSON, in place of what was kept for the form before; of the person's other drafts the newest
/// `most - 1` stay.
///
/// # Errors
/// `Unavailable`.
pub async fn keep(
    tx: &Tx,
    scope: &TenantScope,
    person: PersonId,
    form: &DraftName,
    (fields, at): (String, DateTime<Utc>),
    most: u64,
) -> Outcome<()> {
    let row = draft::ActiveModel {
        tenant_id: Set(tenant(scope)),
        person_id: Set(person.0),
        form: Set(form.to_string()),
        fields: Set(fields),
        saved_at: Set(at),
    };
    let again = OnConflict::columns([draft::Column::TenantId, draft::Column::PersonId, draft::Column::Form])
        .update_columns([draft::Column::Fields, draft::Column::SavedAt])
        .to_owned();
    draft::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.or_unavailable()?;
    let beyond: Vec<String> = scoped::<draft::Entity>(scope)
        .filter(draft::COLUMN.person_id.eq(person.0))
        .filter(draft::COLUMN.form.ne(form.to_string()))
        .order_by_desc(draft::Column::SavedAt)
        .order_by_desc(draft::Column::Form)
        .select_only()
        .column(draft::Column::Form)
        .offset(most - 1)
        .limit(most)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    if beyond.is_empty() {
        return Ok(());
    }
    scoped_delete::<draft::Entity>(scope)
        .filter(draft::COLUMN.person_id.eq(person.0))
        .filter(draft::COLUMN.form.is_in(beyond))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Removes the draft of `person` for the form.
///
/// # Errors
/// `Unavailable`.
pub async fn discard(tx: &Tx, scope: &TenantScope, person: PersonId, form: &DraftName) -> Outcome<()> {
    scoped_delete::<draft::Entity>(scope)
        .filter(draft::COLUMN.person_id.eq(person.0))
        .filter(draft::COLUMN.form.eq(form.to_string()))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Removes everything that `person` has not sent.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    scoped_delete::<draft::Entity>(scope)
        .filter(draft::COLUMN.person_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// Removes drafts that nobody touched since `before`, and tells how many.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_old(tx: &Tx, scope: &TenantScope, before: DateTime<Utc>) -> Outcome<u64> {
    let old = draft::COLUMN.saved_at.lt(before);
    Ok(scoped_delete::<draft::Entity>(scope).filter(old).exec(tx).await.or_unavailable()?.rows_affected)
}
