//! All rows of a tenant, table by table, for its export.

use super::{
    OrUnavailable, Tx,
    scoped::{TenantOwned, scoped},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use sea_orm::{
    ConnectionTrait, EntityName, FromQueryResult, Iterable, JsonValue, ModelTrait, PrimaryKeyToColumn, QueryFilter,
    QueryOrder, QueryResult, QuerySelect, QueryTrait, Value,
    sea_query::{Expr, ExprTrait},
};

/// Rows read at a time.
const BATCH: u64 = 500;

/// What opens a session or counts for a limit is nobody's to take along; mail waiting to leave holds such keys.
const SECRET: [&str; 7] =
    ["sessions", "sign_in_codes", "attempts", "mails", "person_identities", "oidc_sign_ins", "logout_tokens"];

/// What is not said yet: its writer alone reads it.
const PRIVATE: [&str; 1] = ["drafts"];

/// What is made from other rows, and can be made again.
const DERIVED: [&str; 1] = ["contribution_words"];

/// Columns of other tables that are as secret: what is kept of the key in a mailed link, what proves the platform to an
/// identity provider, and what somebody needs to attend a meeting, which its convener alone reads.
const SECRET_COLUMNS: [&str; 3] = ["key_hash", "secret", "needs"];

macro_rules! tables_of_a_tenant {
    ($($entity:ident),* $(,)?) => {
        /// Every table whose rows belong to a tenant, by name; a test compares it with the database.
        #[must_use]
        pub fn owned_tables() -> Vec<&'static str> {
            let mut tables = vec![$(super::entities::$entity::Entity.table_name()),*];
            tables.sort_unstable();
            tables
        }

        async fn rows(tx: &Tx, scope: &TenantScope, table: &str, after: Option<Mark>) -> Outcome<Batch> {
            $(if table == super::entities::$entity::Entity.table_name() {
                return batch::<super::entities::$entity::Entity>(tx, scope, after).await;
            })*
            Ok((Vec::new(), None))
        }
    };
}

tables_of_a_tenant!(
    act,
    action_move,
    action_sheet,
    agenda,
    agreement,
    agreement_party,
    agreement_signature,
    agreement_text,
    attempt,
    audit_entry,
    comment,
    contribution,
    contribution_addition,
    contribution_origin,
    contribution_read,
    contribution_receipt,
    contribution_return,
    contribution_version,
    contribution_word,
    deletion,
    document,
    document_annotation,
    document_vote,
    draft,
    extension,
    feedback,
    final_report,
    follow,
    identity_provider,
    invitation,
    logout_token,
    mail,
    meeting,
    meeting_attendee,
    meeting_paper,
    minutes,
    minutes_addendum,
    minutes_approval,
    minutes_comment,
    moderation_appeal,
    moderation_entry,
    observatory_record,
    oidc_sign_in,
    organ,
    organ_delegate,
    organ_member,
    organ_remark,
    organ_rule,
    outcome,
    person,
    person_identity,
    process,
    process_deadline,
    process_event,
    process_phase,
    processing_activity,
    proposal_decision,
    proposal_document,
    proposal_document_version,
    proposal_origin,
    questionnaire,
    questionnaire_answer,
    questionnaire_invitation,
    questionnaire_participation,
    questionnaire_result,
    registration,
    report,
    report_expense,
    role_grant,
    session,
    sign_in_code,
    support,
    synthesis,
    synthesis_source,
    thematic_table,
    validation_decision,
    validation_round,
    work_visit,
);

/// Where reading goes on: the primary key of the last row that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark(Vec<Value>);

/// Rows, and where the next ones begin, if there are more.
type Batch = (Vec<JsonValue>, Option<Mark>);

/// The next rows in the order of the primary key: each batch starts on the index, however many went before.
async fn batch<E: TenantOwned>(tx: &Tx, scope: &TenantScope, after: Option<Mark>) -> Outcome<Batch> {
    let key = || E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column);
    let mut select = scoped::<E>(scope).limit(BATCH);
    for column in key() {
        select = select.order_by_asc(column);
    }
    if let Some(Mark(last)) = after {
        let here = Expr::tuple(key().map(Expr::col));
        select = select.filter(ExprTrait::gt(here, Expr::tuple(last.into_iter().map(Expr::value))));
    }
    let rows = tx.query_all(&select.into_query()).await.or_unavailable()?;
    let last = rows.last().filter(|_| rows.len() as u64 == BATCH);
    let last = last.map(|row| E::Model::from_query_result(row, "")).transpose().or_unavailable()?;
    let mark = last.map(|last| Mark(key().map(|column| last.get(column)).collect()));
    let read = |row: &QueryResult| JsonValue::from_query_result(row, "");
    Ok((rows.iter().map(read).collect::<Result<_, _>>().or_unavailable()?, mark))
}

/// The tables that an export holds, by name.
#[must_use]
pub fn exported_tables() -> Vec<&'static str> {
    let left_out = [&SECRET[..], &PRIVATE, &DERIVED].concat();
    owned_tables().into_iter().filter(|table| !left_out.contains(table)).collect()
}

/// The next rows of `table` as lines of JSON, and where to go on, if there are more.
///
/// # Errors
/// `Unavailable`.
pub async fn lines(
    tx: &Tx,
    scope: &TenantScope,
    table: &str,
    after: Option<Mark>,
) -> Outcome<(Vec<String>, Option<Mark>)> {
    let (rows, mark) = rows(tx, scope, table, after).await?;
    let open = |mut row: JsonValue| {
        if let Some(row) = row.as_object_mut() {
            SECRET_COLUMNS.iter().for_each(|column| drop(row.remove(*column)));
        }
        row
    };
    let line = |row| serde_json::json!({ "table": table, "row": open(row) }).to_string();
    Ok((rows.into_iter().map(line).collect(), mark))
}
