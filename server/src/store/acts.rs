//! Administrative acts of a process.

use super::{
    OrUnavailable, Tx,
    entities::act,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    act::NewAct,
    id::{DocumentId, ProcessId},
    invalid::Fault,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

/// Acts of one page.
const PAGE: usize = 50;

/// An act as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    pub content: NewAct,
    pub document: Option<DocumentId>,
}

/// One page of the acts of a process, the latest first, from after the position `after` on; where the next page starts
/// comes last.
///
/// # Errors
/// `NotFound` for an `after` that no page gave.
pub async fn of_process(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    after: Option<&str>,
) -> Outcome<(Vec<Act>, Option<String>)> {
    use act::Column as C;
    let mut select = scoped::<act::Entity>(scope).filter(act::COLUMN.process_id.eq(process.0));
    if let Some(after) = after {
        let (dated, id) = after.split_once('_').ok_or(AppError::NotFound)?;
        let dated: NaiveDate = dated.parse().map_err(|_| AppError::NotFound)?;
        let id: Uuid = id.parse().map_err(|_| AppError::NotFound)?;
        let here = Expr::tuple([Expr::col(C::Dated), Expr::col(C::Id)]);
        select = select.filter(here.lt(Expr::tuple([Expr::value(dated), Expr::value(id)])));
    }
    let select = select.order_by_desc(C::Dated).order_by_desc(C::Id).limit(PAGE as u64 + 1);
    let mut rows = select.all(tx).await.or_unavailable()?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| format!("{}_{}", row.dated, row.id));
    let read = |row: act::Model| {
        Ok(Act {
            content: NewAct {
                kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
                body: row.body,
                number: row.number,
                date: row.dated,
                subject: row.subject,
                link: row.link,
            },
            document: row.document_id.map(DocumentId),
        })
    };
    Ok((rows.into_iter().map(read).collect::<Outcome<_>>()?, next))
}

/// Adds an act, and gives its identifier.
///
/// # Errors
/// `Invalid` where the path has one of the same kind, body, number and date; `Unavailable`.
pub async fn insert(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    new: &NewAct,
    document: Option<DocumentId>,
    at: DateTime<Utc>,
) -> Outcome<Uuid> {
    let id = Uuid::now_v7();
    let row = act::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(id),
        process_id: Set(process.0),
        kind: Set(new.kind.code().into()),
        body: Set(new.body.clone()),
        number: Set(new.number.clone()),
        dated: Set(new.date),
        subject: Set(new.subject.clone()),
        link: Set(new.link.clone()),
        document_id: Set(document.map(|document| document.0)),
        registered: Set(Some(format!("{}/{}/{}/{}", new.kind.code(), new.date, new.number, new.body))),
        created_at: Set(at),
    };
    row.insert(tx).await.unless_taken()?.ok_or_else(|| AppError::invalid("number", Fault::KnownAct))?;
    Ok(id)
}
