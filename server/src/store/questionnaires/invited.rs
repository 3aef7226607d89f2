//! Who answered, and who was invited: never what they answered. Both are forgotten when the questionnaire is closed.

use crate::{
    auth::TenantScope,
    store::{
        AT_ONCE, OrUnavailable, Tx,
        entities::{questionnaire_invitation, questionnaire_participation},
        scoped::{scoped, scoped_delete, scoped_update, tenant},
    },
};
use app::error::Outcome;
use domain::id::{PersonId, QuestionnaireId};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use serde::Serialize;
use uuid::Uuid;

/// The most invitations of a questionnaire that are read.
const MOST: u64 = 5_000;

/// An invitation as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Invited {
    pub id: Uuid,
    pub questionnaire: QuestionnaireId,
    pub email: String,
    pub answered: bool,
}

fn read(row: questionnaire_invitation::Model) -> Invited {
    let questionnaire = QuestionnaireId(row.questionnaire_id);
    Invited { id: row.id, questionnaire, email: row.email, answered: row.answered }
}

/// Whether the person answered.
///
/// # Errors
/// `Unavailable`.
pub async fn took_part(tx: &Tx, scope: &TenantScope, of: QuestionnaireId, who: PersonId) -> Outcome<bool> {
    let found = scoped::<questionnaire_participation::Entity>(scope)
        .filter(questionnaire_participation::COLUMN.questionnaire_id.eq(of.0))
        .filter(questionnaire_participation::COLUMN.person_id.eq(who.0));
    Ok(found.count(tx).await.or_unavailable()? > 0)
}

/// Which of these questionnaires the person answered.
///
/// # Errors
/// `Unavailable`.
pub async fn answered_by(tx: &Tx, scope: &TenantScope, who: PersonId) -> Outcome<Vec<QuestionnaireId>> {
    let ids: Vec<Uuid> = scoped::<questionnaire_participation::Entity>(scope)
        .filter(questionnaire_participation::COLUMN.person_id.eq(who.0))
        .select_only()
        .column(questionnaire_participation::Column::QuestionnaireId)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(ids.into_iter().map(QuestionnaireId).collect())
}

/// Notes that the person answered; false where that is noted already.
///
/// # Errors
/// `Unavailable`.
pub async fn note_participation(tx: &Tx, scope: &TenantScope, of: QuestionnaireId, who: PersonId) -> Outcome<bool> {
    let row = questionnaire_participation::ActiveModel {
        tenant_id: Set(tenant(scope)),
        questionnaire_id: Set(of.0),
        person_id: Set(who.0),
    };
    Ok(row.insert(tx).await.unless_taken()?.is_some())
}

/// Keeps new invitations, each with the hash of its key.
///
/// # Errors
/// `Unavailable`.
pub async fn insert_all(tx: &Tx, scope: &TenantScope, new: &[(Invited, String)]) -> Outcome<()> {
    let row = |(invited, key_hash): &(Invited, String)| questionnaire_invitation::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(invited.id),
        questionnaire_id: Set(invited.questionnaire.0),
        email: Set(invited.email.clone()),
        key_hash: Set(key_hash.clone()),
        answered: Set(invited.answered),
    };
    for some in new.chunks(AT_ONCE) {
        let rows = some.iter().map(row);
        questionnaire_invitation::Entity::insert_many(rows).exec_without_returning(tx).await.or_unavailable()?;
    }
    Ok(())
}

/// The invitation with this key.
///
/// # Errors
/// `Unavailable`.
pub async fn invitation(tx: &Tx, scope: &TenantScope, key_hash: &str) -> Outcome<Option<Invited>> {
    let found = scoped::<questionnaire_invitation::Entity>(scope)
        .filter(questionnaire_invitation::COLUMN.key_hash.eq(key_hash));
    Ok(found.one(tx).await.or_unavailable()?.map(read))
}

/// Who was invited, by address.
///
/// # Errors
/// `Unavailable`.
pub async fn invited(tx: &Tx, scope: &TenantScope, of: QuestionnaireId) -> Outcome<Vec<Invited>> {
    let rows = scoped::<questionnaire_invitation::Entity>(scope)
        .filter(questionnaire_invitation::COLUMN.questionnaire_id.eq(of.0))
        .order_by_asc(questionnaire_invitation::Column::Email)
        .limit(MOST)
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(read).collect())
}

/// Notes that who was invited answered; false where that is noted already.
///
/// # Errors
/// `Unavailable`.
pub async fn note_answered(tx: &Tx, scope: &TenantScope, id: Uuid) -> Outcome<bool> {
    let done = scoped_update::<questionnaire_invitation::Entity>(scope)
        .col_expr(questionnaire_invitation::Column::Answered, Expr::value(true))
        .filter(questionnaire_invitation::COLUMN.id.eq(id))
        .filter(questionnaire_invitation::COLUMN.answered.eq(false))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(done.rows_affected == 1)
}

/// Forgets who answered and who was invited.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_of(tx: &Tx, scope: &TenantScope, of: QuestionnaireId) -> Outcome<()> {
    let took_part = scoped_delete::<questionnaire_participation::Entity>(scope)
        .filter(questionnaire_participation::COLUMN.questionnaire_id.eq(of.0));
    took_part.exec(tx).await.or_unavailable()?;
    let invited = scoped_delete::<questionnaire_invitation::Entity>(scope)
        .filter(questionnaire_invitation::COLUMN.questionnaire_id.eq(of.0));
    invited.exec(tx).await.or_unavailable()?;
    Ok(())
}

/// Forgets what names a person whose account is erased.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_person(tx: &Tx, scope: &TenantScope, who: PersonId, email: &str) -> Outcome<()> {
    let took_part = scoped_delete::<questionnaire_participation::Entity>(scope)
        .filter(questionnaire_participation::COLUMN.person_id.eq(who.0));
    took_part.exec(tx).await.or_unavailable()?;
    let invited = scoped_delete::<questionnaire_invitation::Entity>(scope)
        .filter(questionnaire_invitation::COLUMN.email.eq(email));
    invited.exec(tx).await.or_unavailable()?;
    Ok(())
}
