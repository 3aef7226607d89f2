//! The rows in which an account stands, for the person who asks what is kept of them.

use super::{
    OrUnavailable, Tx,
    entities::{
        agreement_party, comment, contribution, contribution_addition, contribution_read, contribution_version, draft,
        feedback, follow, invitation, mail, minutes_comment, moderation_appeal, moderation_entry, organ_delegate,
        person, person_identity, proposal_document_version, questionnaire_invitation, questionnaire_participation,
        registration, report, role_grant, session, support, work_visit,
    },
    scoped::{TenantOwned, scoped},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use domain::id::PersonId;
use sea_orm::{
    ConnectionTrait, FromQueryResult, IdenStatic, Iterable, JsonValue, PrimaryKeyToColumn, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};

/// What opens a door, wherever it is kept, and what is made from the rest: nobody needs them, and a stolen copy of the
/// file must open nothing. The texts of mails hold one-time codes and links that are permissions. A version of a proposal
/// document is the whole text, of many hands: that they saved it, and when, is what names the person.
const LEFT_OUT: [(&str, &str); 13] = [
    ("sessions", "key_hash"),
    ("sessions", "sid_hash"),
    ("sessions", "subject_hash"),
    ("sessions", "id_token"),
    ("person_identities", "subject_hash"),
    ("person_identities", "fiscal_hash"),
    ("invitations", "key_hash"),
    ("agreement_parties", "key_hash"),
    ("questionnaire_invitations", "key_hash"),
    ("mails", "body"),
    ("contributions", "search"),
    ("contributions", "sent_key"),
    ("proposal_document_versions", "content"),
];

/// The rows of one table.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnRows {
    pub table: &'static str,
    pub rows: Vec<JsonValue>,
}

/// Every row that names the person `id` or the address `email`, table by table; tables without one are left out.
/// The audit log is none of them: it tells what the tenant's offices did, and its reader is the privacy officer.
///
/// # Errors
/// `Unavailable`.
pub async fn rows(tx: &Tx, scope: &TenantScope, id: PersonId, email: &str) -> Outcome<Vec<OwnRows>> {
    let id = id.0;
    let wrote = || {
        let wrote = scoped::<contribution::Entity>(scope).filter(contribution::COLUMN.author_id.eq(id));
        wrote.select_only().column(contribution::Column::Id).into_query()
    };
    let all = [
        of(tx, scope, person::Entity, person::COLUMN.id.eq(id)).await?,
        of(tx, scope, role_grant::Entity, role_grant::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, person_identity::Entity, person_identity::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, session::Entity, session::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, contribution::Entity, contribution::COLUMN.author_id.eq(id)).await?,
        of(tx, scope, contribution_version::Entity, contribution_version::COLUMN.contribution_id.in_subquery(wrote()))
            .await?,
        of(
            tx,
            scope,
            contribution_addition::Entity,
            contribution_addition::COLUMN.contribution_id.in_subquery(wrote()),
        )
        .await?,
        of(tx, scope, comment::Entity, comment::COLUMN.author_id.eq(id)).await?,
        of(tx, scope, support::Entity, support::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, follow::Entity, follow::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, contribution_read::Entity, contribution_read::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, registration::Entity, registration::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, questionnaire_participation::Entity, questionnaire_participation::COLUMN.person_id.eq(id))
            .await?,
        of(tx, scope, questionnaire_invitation::Entity, questionnaire_invitation::COLUMN.email.eq(email)).await?,
        of(tx, scope, report::Entity, report::COLUMN.reporter_id.eq(id)).await?,
        of(tx, scope, draft::Entity, draft::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, minutes_comment::Entity, minutes_comment::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, moderation_appeal::Entity, moderation_appeal::COLUMN.person_id.eq(id)).await?,
        of(tx, scope, moderation_entry::Entity, moderation_entry::COLUMN.actor_id.eq(id)).await?,
        of(tx, scope, proposal_document_version::Entity, proposal_document_version::COLUMN.author_id.eq(id)).await?,
        of(tx, scope, work_visit::Entity, work_visit::COLUMN.person_id.eq(id)).await?,
        of(
            tx,
            scope,
            organ_delegate::Entity,
            organ_delegate::COLUMN.person_id.eq(id).or(organ_delegate::COLUMN.email.eq(email)),
        )
        .await?,
        of(tx, scope, agreement_party::Entity, agreement_party::COLUMN.email.eq(email)).await?,
        of(tx, scope, invitation::Entity, invitation::COLUMN.email.eq(email)).await?,
        of(tx, scope, feedback::Entity, feedback::COLUMN.email.eq(email)).await?,
        of(tx, scope, mail::Entity, mail::COLUMN.recipient.eq(email)).await?,
    ];
    Ok(all.into_iter().filter(|part| !part.rows.is_empty()).collect())
}

/// The rows of `entity` that are `mine`, in the order of the primary key.
async fn of<E: TenantOwned>(tx: &Tx, scope: &TenantScope, entity: E, mine: Expr) -> Outcome<OwnRows> {
    let table = entity.table_name();
    let left_out =
        |column: &E::Column| column.as_str() == E::TENANT.as_str() || LEFT_OUT.contains(&(table, column.as_str()));
    let columns = E::Column::iter().filter(|column| !left_out(column));
    let mut select = scoped::<E>(scope).select_only().columns(columns).filter(mine);
    for key in E::PrimaryKey::iter() {
        select = select.order_by_asc(key.into_column());
    }
    let rows = tx.query_all(&select.into_query()).await.or_unavailable()?;
    let rows = rows.iter().map(|row| JsonValue::from_query_result(row, "")).collect::<Result<Vec<_>, _>>();
    Ok(OwnRows { table, rows: rows.or_unavailable()? })
}
