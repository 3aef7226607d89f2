//! What refers to a document, and the end of one that nothing refers to.

use super::Document;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{
            act, agreement_party, agreement_signature, document, extension, meeting, meeting_paper, process_event,
        },
        scoped::{scoped, scoped_delete},
    },
};
use app::error::{AppError, Outcome};
use domain::{document::Citation, extension::ExtensionState, id::DocumentId, meeting::MeetingState, refusal::Blocker};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select, SqlErr,
    sea_query::{Expr, SelectStatement, UnionType},
};

/// What refers to the document, in the order of [`Citation::ALL`], in one statement.
///
/// # Errors
/// `Unavailable`.
pub async fn cited(tx: &Tx, scope: &TenantScope, id: DocumentId) -> Outcome<Vec<Citation>> {
    let mut all = of(scoped::<act::Entity>(scope).filter(act::COLUMN.document_id.eq(id.0)), Citation::Act);
    for part in parts(scope, id) {
        all.union(UnionType::Distinct, part);
    }
    let mut found = Vec::new();
    for row in tx.query_all(&all).await.or_unavailable()? {
        let code: String = row.try_get("", "what").or_unavailable()?;
        found.push(code.parse::<Citation>().map_err(|_| AppError::Unavailable)?);
    }
    Ok(Citation::ALL.iter().copied().filter(|one| found.contains(one)).collect())
}

fn parts(scope: &TenantScope, id: DocumentId) -> [SelectStatement; 7] {
    let named = Condition::any()
        .add(extension::COLUMN.request_document_id.eq(id.0))
        .add(extension::COLUMN.decision_document_id.eq(id.0));
    let asked = scoped::<extension::Entity>(scope).filter(named);
    let (draft, held) = (ExtensionState::Draft.code(), MeetingState::Held.code());
    let papers = scoped::<meeting_paper::Entity>(scope)
        .filter(meeting_paper::COLUMN.document_id.eq(id.0))
        .select_only()
        .column(meeting_paper::Column::MeetingId)
        .into_query();
    let meetings = scoped::<meeting::Entity>(scope).filter(ColumnTrait::in_subquery(&meeting::Column::Id, papers));
    let events = scoped::<process_event::Entity>(scope).filter(process_event::COLUMN.document_id.eq(id.0));
    let parties = scoped::<agreement_party::Entity>(scope).filter(agreement_party::COLUMN.document_id.eq(id.0));
    let given = scoped::<agreement_signature::Entity>(scope).filter(agreement_signature::COLUMN.document_id.eq(id.0));
    [
        of(events, Citation::History),
        of(asked.clone().filter(extension::COLUMN.state.ne(draft)), Citation::Request),
        of(asked.filter(extension::COLUMN.state.eq(draft)), Citation::RequestDraft),
        of(parties, Citation::Agreement),
        of(given, Citation::Agreement),
        of(meetings.clone().filter(meeting::COLUMN.state.eq(held)), Citation::MeetingHeld),
        of(meetings.filter(meeting::COLUMN.state.ne(held)), Citation::MeetingNotHeld),
    ]
}

fn of<E: EntityTrait>(rows: Select<E>, what: Citation) -> SelectStatement {
    rows.select_only().expr_as(Expr::value(what.code()), "what").into_query()
}

/// Removes a document, as it was read, that nothing refers to.
///
/// # Errors
/// `DocumentInUse` where something does, `Conflict` when somebody changed it since.
pub async fn delete(tx: &Tx, scope: &TenantScope, read: &Document) -> Outcome<()> {
    let done = scoped_delete::<document::Entity>(scope)
        .filter(document::COLUMN.id.eq(read.id.0))
        .filter(document::COLUMN.version.eq(read.version))
        .filter(document::COLUMN.state.eq(read.state.code()))
        .exec(tx)
        .await;
    match done {
        Err(cause) if matches!(cause.sql_err(), Some(SqlErr::ForeignKeyConstraintViolation(_))) => {
            Err(Blocker::DocumentInUse.into())
        }
        other => match other.or_unavailable()?.rows_affected {
            0 => Err(AppError::Conflict),
            _ => Ok(()),
        },
    }
}
