//! The history of processes: written once, never changed.

use super::{
    OrUnavailable, Tx,
    entities::process_event,
    scoped::{scoped, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    history::HistoryKind,
    id::{DocumentId, ProcessId},
    role::Role,
    stage::Stage,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait},
};
use serde::Serialize;
use uuid::Uuid;

/// Entries of one page of a history.
const PAGE: usize = 50;

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    pub process: ProcessId,
    pub at: DateTime<Utc>,
    pub kind: HistoryKind,
    /// The stage reached.
    pub stage: Stage,
    /// The role in which somebody acted.
    pub role: Role,
    pub note: String,
    pub public: bool,
    pub document: Option<DocumentId>,
}

impl TryFrom<process_event::Model> for Event {
    type Error = AppError;

    fn try_from(row: process_event::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            process: ProcessId(row.process_id),
            at: row.at,
            kind: row.step.parse().map_err(unreadable)?,
            stage: row.stage.parse().map_err(unreadable)?,
            role: row.role.parse().map_err(unreadable)?,
            note: row.note,
            public: row.public,
            document: row.document_id.map(DocumentId),
        })
    }
}

/// Adds an entry.
///
/// # Errors
/// `Unavailable`.
pub async fn add(tx: &Tx, scope: &TenantScope, event: &Event) -> Outcome<()> {
    let row = process_event::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(Uuid::now_v7()),
        process_id: Set(event.process.0),
        at: Set(event.at),
        step: Set(event.kind.code().into()),
        stage: Set(event.stage.code().into()),
        role: Set(event.role.code().into()),
        note: Set(event.note.clone()),
        public: Set(event.public),
        document_id: Set(event.document.map(|document| document.0)),
    };
    row.insert(tx).await.or_unavailable()?;
    Ok(())
}

/// One page of the history of a process, newest first, from after the position `after` on; `public` leaves out what is
/// not for everybody. Where the next page starts comes last.
///
/// # Errors
/// `NotFound` for an `after` that no page gave.
pub async fn of_process(
    tx: &Tx,
    scope: &TenantScope,
    process: ProcessId,
    public: bool,
    after: Option<&str>,
) -> Outcome<(Vec<Event>, Option<String>)> {
    use process_event::Column as C;
    let mut select = scoped::<process_event::Entity>(scope).filter(process_event::COLUMN.process_id.eq(process.0));
    if public {
        select = select.filter(process_event::COLUMN.public.eq(true));
    }
    if let Some(after) = after {
        let (at, id) = after.split_once('_').ok_or(AppError::NotFound)?;
        let at = at.parse().ok().and_then(DateTime::from_timestamp_micros).ok_or(AppError::NotFound)?;
        let id: Uuid = id.parse().map_err(|_| AppError::NotFound)?;
        let here = Expr::tuple([Expr::col(C::At), Expr::col(C::Id)]);
        select = select.filter(here.lt(Expr::tuple([Expr::value(at), Expr::value(id)])));
    }
    let select = select.order_by_desc(C::At).order_by_desc(C::Id).limit(PAGE as u64 + 1);
    let mut rows = select.all(tx).await.or_unavailable()?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|row| format!("{}_{}", row.at.timestamp_micros(), row.id));
    Ok((rows.into_iter().map(Event::try_from).collect::<Outcome<_>>()?, next))
}

/// What happened in these processes after `since`, newest first.
///
/// # Errors
/// `Unavailable`.
pub async fn since(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[ProcessId],
    since: DateTime<Utc>,
    limit: u64,
) -> Outcome<Vec<Event>> {
    let rows = scoped::<process_event::Entity>(scope)
        .filter(process_event::COLUMN.process_id.is_in(processes.iter().map(|process| process.0)))
        .filter(process_event::COLUMN.at.gt(since))
        .order_by_desc(process_event::Column::At)
        .limit(limit)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Event::try_from).collect()
}

/// The newest public entries of these processes, each with its identifier.
///
/// # Errors
/// `Unavailable`.
pub async fn newest_public(
    tx: &Tx,
    scope: &TenantScope,
    processes: &[ProcessId],
    limit: u64,
) -> Outcome<Vec<(Uuid, Event)>> {
    let rows = scoped::<process_event::Entity>(scope)
        .filter(process_event::COLUMN.process_id.is_in(processes.iter().map(|process| process.0)))
        .filter(process_event::COLUMN.public.eq(true))
        .order_by_desc(process_event::Column::At)
        .order_by_desc(process_event::Column::Id)
        .limit(limit)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(|row| Ok((row.id, Event::try_from(row)?))).collect()
}
