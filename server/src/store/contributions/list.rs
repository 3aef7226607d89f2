//! Lists of contributions: filters, orders, keyset pages.

use super::search::Search;
use crate::{
    auth::TenantScope,
    store::{OrUnavailable, Tx, entities::contribution, scoped::scoped},
};
use app::{
    contract::contributions::Order,
    error::{AppError, Outcome},
};
use chrono::{DateTime, Utc};
use domain::{
    contribution::ModerationState,
    evaluation::Evaluation,
    id::{ContributionId, ProcessId, TableId},
};
use sea_orm::{
    ConnectionTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Asterisk, Expr, ExprTrait},
};
use uuid::Uuid;

/// What a list shows of the public contributions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub process: Option<ProcessId>,
    pub table: Option<TableId>,
    pub state: Option<Evaluation>,
    /// Every word must occur in title, place or text.
    pub words: Search,
    pub order: Order,
    /// Where the page starts, as given with the page before.
    pub after: Option<String>,
}

/// A contribution as a row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: ContributionId,
    pub process: ProcessId,
    pub table: TableId,
    pub title: String,
    pub body: String,
    pub evaluation: Evaluation,
    pub moderation: ModerationState,
    pub answered: bool,
    pub supports: u32,
    pub comments: u32,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    /// When something became of it that the person who asks has not read; in lists of their own alone.
    pub news: Option<DateTime<Utc>>,
}

impl Row {
    /// Where the page after this row starts.
    #[must_use]
    pub fn cursor(&self, order: Order) -> String {
        match order {
            Order::Recent => format!("{}_{}", self.created_at.timestamp_micros(), self.id),
            Order::Supported => format!("{}_{}", self.supports, self.id),
        }
    }
}

/// The columns of [`Stored`].
pub(super) const COLUMNS: [contribution::Column; 12] = {
    use contribution::Column as C;
    [
        C::Id,
        C::ProcessId,
        C::TableId,
        C::Title,
        C::Body,
        C::Evaluation,
        C::Moderation,
        C::Answered,
        C::SupportsCount,
        C::CommentsCount,
        C::CreatedAt,
        C::ChangedAt,
    ]
};

#[derive(FromQueryResult)]
pub(super) struct Stored {
    id: Uuid,
    process_id: Uuid,
    table_id: Uuid,
    title: String,
    body: String,
    evaluation: String,
    moderation: String,
    answered: bool,
    supports_count: i32,
    comments_count: i32,
    created_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
}

impl TryFrom<Stored> for Row {
    type Error = AppError;

    fn try_from(row: Stored) -> Outcome<Self> {
        Ok(Self {
            id: ContributionId(row.id),
            process: ProcessId(row.process_id),
            table: TableId(row.table_id),
            title: row.title,
            body: row.body,
            evaluation: row.evaluation.parse().map_err(|_| AppError::Unavailable)?,
            moderation: row.moderation.parse().map_err(|_| AppError::Unavailable)?,
            answered: row.answered,
            supports: u32::try_from(row.supports_count).unwrap_or(0),
            comments: u32::try_from(row.comments_count).unwrap_or(0),
            created_at: row.created_at,
            changed_at: row.changed_at,
            news: None,
        })
    }
}

/// The public contributions that `query` asks for.
fn filtered(scope: &TenantScope, query: &Query) -> Select<contribution::Entity> {
    use contribution::COLUMN as C;
    let mut select = scoped::<contribution::Entity>(scope);
    if let Some(table) = query.table {
        select = select.filter(C.table_id.eq(table.0));
    } else if let Some(process) = query.process {
        select = select.filter(C.process_id.eq(process.0));
    }
    if let Some(state) = query.state {
        select = select.filter(C.evaluation.eq(state.code()));
    }
    query.words.narrow(scope, select)
}

/// At most `limit` rows of the list, from where `query.after` says.
///
/// # Errors
/// `NotFound` for an `after` that no page gave.
pub async fn page(tx: &Tx, scope: &TenantScope, query: &Query, limit: u64) -> Outcome<Vec<Row>> {
    use contribution::Column as C;
    let key = match query.order {
        Order::Recent => C::CreatedAt,
        Order::Supported => C::SupportsCount,
    };
    let mut select = filtered(scope, query);
    if let Some(after) = &query.after {
        let (value, id) = after.split_once('_').ok_or(AppError::NotFound)?;
        let id: Uuid = id.parse().map_err(|_| AppError::NotFound)?;
        let number: i64 = value.parse().map_err(|_| AppError::NotFound)?;
        let bound = match query.order {
            Order::Recent => Expr::value(DateTime::from_timestamp_micros(number).ok_or(AppError::NotFound)?),
            Order::Supported => Expr::value(i32::try_from(number).map_err(|_| AppError::NotFound)?),
        };
        let here = Expr::tuple([Expr::col(key), Expr::col(C::Id)]);
        select = select.filter(here.lt(Expr::tuple([bound, Expr::value(id)])));
    }
    rows(tx, select.order_by_desc(key).order_by_desc(C::Id).limit(limit)).await
}

/// How many rows the list has, counted up to `most`.
///
/// # Errors
/// `Unavailable`.
pub async fn count(tx: &Tx, scope: &TenantScope, query: &Query, most: u64) -> Outcome<u64> {
    // The title is in no index: where ids are known, none is read instead of the rows.
    let some = filtered(scope, query).select_only().column(contribution::Column::Title).limit(most).into_query();
    let counted = sea_orm::sea_query::Query::select()
        .expr_as(Expr::col(Asterisk).count(), "counted")
        .from_subquery(some, "some_rows")
        .to_owned();
    let row = tx.query_one(&counted).await.or_unavailable()?.ok_or(AppError::Unavailable)?;
    let found: i64 = row.try_get("", "counted").or_unavailable()?;
    Ok(u64::try_from(found).unwrap_or(0))
}

/// The public contributions among `ids`, in no order.
///
/// # Errors
/// `Unavailable`.
pub async fn by_ids(tx: &Tx, scope: &TenantScope, ids: &[ContributionId]) -> Outcome<Vec<Row>> {
    let wanted = contribution::COLUMN.id.is_in(ids.iter().map(|id| id.0));
    rows(tx, scoped::<contribution::Entity>(scope).filter(contribution::COLUMN.visible.eq(true)).filter(wanted)).await
}

pub(super) async fn rows(tx: &Tx, select: Select<contribution::Entity>) -> Outcome<Vec<Row>> {
    let stored: Vec<Stored> = select.select_only().columns(COLUMNS).into_model().all(tx).await.or_unavailable()?;
    stored.into_iter().map(Row::try_from).collect()
}
