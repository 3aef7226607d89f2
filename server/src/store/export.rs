//! All rows of a tenant, table by table, for its export.

use super::{
    OrUnavailable, Tx,
    scoped::{TenantOwned, scoped},
};
use crate::auth::TenantScope;
use app::error::Outcome;
use sea_orm::{EntityName, Iterable, JsonValue, PrimaryKeyToColumn, QueryOrder, QuerySelect, Select};

/// Rows read at a time.
const BATCH: u64 = 500;

/// What opens a session or counts for a limit is nobody's to take along; mail waiting to leave holds such keys.
const SECRET: [&str; 4] = ["sessions", "sign_in_codes", "attempts", "mails"];

/// What is not said yet: its writer alone reads it.
const PRIVATE: [&str; 1] = ["drafts"];

/// What is made from other rows, and can be made again.
const DERIVED: [&str; 1] = ["contribution_words"];

/// Columns of other tables that are as secret: what is kept of the key in a mailed link.
const SECRET_COLUMN: &str = "key_hash";

macro_rules! tables_of_a_tenant {
    ($($entity:ident),* $(,)?) => {
        /// Every table whose rows belong to a tenant, by name; a test compares it with the database.
        #[must_use]
        pub fn owned_tables() -> Vec<&'static str> {
            let mut tables = vec![$(super::entities::$entity::Entity.table_name()),*];
            tables.sort_unstable();
            tables
        }

        async fn rows(tx: &Tx, scope: &TenantScope, table: &str, skip: u64) -> Outcome<Vec<JsonValue>> {
            $(if table == super::entities::$entity::Entity.table_name() {
                let rows = in_order::<super::entities::$entity::Entity>(scope, skip);
                return rows.into_json().all(tx).await.or_unavailable();
            })*
            Ok(Vec::new())
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
    contribution_read,
    contribution_word,
    document,
    document_annotation,
    draft,
    extension,
    feedback,
    final_report,
    follow,
    invitation,
    mail,
    meeting,
    meeting_attendee,
    meeting_paper,
    minutes,
    minutes_addendum,
    minutes_comment,
    moderation_entry,
    organ,
    organ_delegate,
    organ_member,
    organ_rule,
    outcome,
    person,
    process,
    process_deadline,
    process_event,
    process_phase,
    proposal_decision,
    proposal_document,
    proposal_document_version,
    proposal_origin,
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

fn in_order<E: TenantOwned>(scope: &TenantScope, skip: u64) -> Select<E> {
    let mut rows = scoped::<E>(scope);
    for key in E::PrimaryKey::iter() {
        rows = rows.order_by_asc(key.into_column());
    }
    rows.offset(skip).limit(BATCH)
}

/// The tables that an export holds, by name.
#[must_use]
pub fn exported_tables() -> Vec<&'static str> {
    let left_out = [&SECRET[..], &PRIVATE, &DERIVED].concat();
    owned_tables().into_iter().filter(|table| !left_out.contains(table)).collect()
}

/// The next rows of `table` after the first `skip`, as lines of JSON; empty at its end.
///
/// # Errors
/// `Unavailable`.
pub async fn lines(tx: &Tx, scope: &TenantScope, table: &str, skip: u64) -> Outcome<Vec<String>> {
    let rows = rows(tx, scope, table, skip).await?;
    let open = |mut row: JsonValue| {
        if let Some(row) = row.as_object_mut() {
            row.remove(SECRET_COLUMN);
        }
        row
    };
    Ok(rows.into_iter().map(open).map(|row| serde_json::json!({ "table": table, "row": row }).to_string()).collect())
}
