//! Contributions of citizens.

mod answers;
mod around;
mod composed;
mod counts;
mod list;
mod own;
mod receipts;
mod revisions;
mod search;
mod sent;
mod similar;
mod words;

use super::{
    OrUnavailable, Tx,
    entities::contribution,
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    contribution::{ContributionChannel, ModerationState},
    evaluation::{Assessment, Evaluation},
    id::{ContributionId, DocumentId, PersonId, ProcessId, TableId},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait},
};
use serde::Serialize;

pub use answers::{Awaiting, answer, awaiting, decided, synthesised};
pub use around::{Around, around, with_process};
pub use composed::{held, remove, reopen};
pub use counts::count_by_table;
pub use list::{Query, Row, by_ids, count, page};
pub use own::{Own, of_person};
pub use receipts::{Receipt, keep_receipt, receipt};
pub use revisions::{
    Addition, Replaced, Wording, add, additions, additions_of, keep_version, replace, replaced_times, versions,
};
pub use search::{Search, index_missing, search};
pub use sent::{SentKey, forget_author, mark_sent, sent_before};
pub use similar::similar;

/// A contribution as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contribution {
    pub id: ContributionId,
    pub process: ProcessId,
    pub table: TableId,
    /// None once the author erased the account.
    pub author: Option<PersonId>,
    pub channel: ContributionChannel,
    pub title: String,
    /// Markdown.
    pub body: String,
    pub place: Option<String>,
    pub document: Option<DocumentId>,
    pub moderation: ModerationState,
    pub assessment: Assessment,
    /// The reason given with the answer; may be empty.
    pub answer: String,
    pub answered_at: Option<DateTime<Utc>>,
    /// What the answer said, where the body may have decided otherwise since.
    pub answered_as: Option<Evaluation>,
    pub supports: u32,
    pub comments: u32,
    pub created_at: DateTime<Utc>,
    /// When something last became of it.
    pub changed_at: DateTime<Utc>,
}

impl TryFrom<contribution::Model> for Contribution {
    type Error = AppError;

    fn try_from(row: contribution::Model) -> Outcome<Self> {
        let unreadable = |_| AppError::Unavailable;
        Ok(Self {
            id: ContributionId(row.id),
            process: ProcessId(row.process_id),
            table: TableId(row.table_id),
            author: row.author_id.map(PersonId),
            channel: row.channel.parse().map_err(unreadable)?,
            title: row.title,
            body: row.body,
            place: row.place,
            document: row.document_id.map(DocumentId),
            moderation: row.moderation.parse().map_err(unreadable)?,
            assessment: Assessment { evaluation: row.evaluation.parse().map_err(unreadable)?, answered: row.answered },
            answer: row.answer,
            answered_at: row.answered_at,
            answered_as: row.answered_as.map(|code| code.parse().map_err(unreadable)).transpose()?,
            supports: u32::try_from(row.supports_count).unwrap_or(0),
            comments: u32::try_from(row.comments_count).unwrap_or(0),
            created_at: row.created_at,
            changed_at: row.changed_at,
        })
    }
}

/// The contribution with this id, whether or not it is public.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: ContributionId) -> Outcome<Contribution> {
    let row = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.id.eq(id.0))
        .one(tx)
        .await
        .or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// The contributions among `ids`, whether or not they are public, in the order in which they came.
///
/// # Errors
/// `Unavailable`.
pub async fn of_ids(tx: &Tx, scope: &TenantScope, ids: &[ContributionId]) -> Outcome<Vec<Contribution>> {
    let rows = scoped::<contribution::Entity>(scope)
        .filter(contribution::COLUMN.id.is_in(ids.iter().map(|id| id.0)))
        .order_by_asc(contribution::Column::Id)
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Contribution::try_from).collect()
}

/// Adds a contribution; its counts start as given.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Contribution) -> Outcome<()> {
    let row = contribution::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        process_id: Set(new.process.0),
        table_id: Set(new.table.0),
        author_id: Set(new.author.map(|person| person.0)),
        channel: Set(new.channel.code().into()),
        title: Set(new.title.clone()),
        body: Set(new.body.clone()),
        search: Set(searchable(&new.title, new.place.as_deref(), &new.body)),
        place: Set(new.place.clone()),
        document_id: Set(new.document.map(|document| document.0)),
        moderation: Set(new.moderation.code().into()),
        visible: Set(new.moderation.is_public()),
        evaluation: Set(new.assessment.evaluation.code().into()),
        answered: Set(new.assessment.answered),
        answer: Set(new.answer.clone()),
        answered_at: Set(new.answered_at),
        answered_as: Set(new.answered_as.map(|one| one.code().into())),
        supports_count: Set(i32::try_from(new.supports).unwrap_or(i32::MAX)),
        comments_count: Set(i32::try_from(new.comments).unwrap_or(i32::MAX)),
        created_at: Set(new.created_at),
        changed_at: Set(new.changed_at),
        sent_key: NotSet,
    };
    row.insert(tx).await.or_unavailable()?;
    search::index(tx, scope, new.id, &[&new.title, new.place.as_deref().unwrap_or_default(), &new.body]).await
}

/// Title, place and text in lower case: what the search of the release before reads.
fn searchable(title: &str, place: Option<&str>, body: &str) -> String {
    format!("{title}\n{}\n{body}", place.unwrap_or_default()).to_lowercase()
}

/// Stores that the contribution went from `before` to `after` with the moderator; `changed` is when its author has
/// news, if so.
///
/// # Errors
/// `Conflict` when somebody moved it since.
pub async fn moderate(
    tx: &Tx,
    scope: &TenantScope,
    id: ContributionId,
    (before, after): (ModerationState, ModerationState),
    changed: Option<DateTime<Utc>>,
) -> Outcome<()> {
    use contribution::Column as C;
    let mut update = scoped_update::<contribution::Entity>(scope)
        .col_expr(C::Moderation, Expr::value(after.code()))
        .col_expr(C::Visible, Expr::value(after.is_public()))
        .filter(contribution::COLUMN.id.eq(id.0))
        .filter(contribution::COLUMN.moderation.eq(before.code()));
    if let Some(at) = changed {
        update = update.col_expr(C::ChangedAt, Expr::value(at));
    }
    let done = update.exec(tx).await.or_unavailable()?;
    if done.rows_affected == 1 { Ok(()) } else { Err(AppError::Conflict) }
}

/// Keeps that something became of the contribution.
///
/// # Errors
/// `Unavailable`.
pub async fn touch(tx: &Tx, scope: &TenantScope, id: ContributionId, at: DateTime<Utc>) -> Outcome<()> {
    scoped_update::<contribution::Entity>(scope)
        .col_expr(contribution::Column::ChangedAt, Expr::value(at))
        .filter(contribution::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// A count that is kept beside the contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tally {
    Supports,
    Comments,
}

/// Adds `by` (1 or -1) to a count, in the transaction of the row that it counts.
///
/// # Errors
/// `Unavailable`.
pub async fn tally(tx: &Tx, scope: &TenantScope, id: ContributionId, tally: Tally, by: i32) -> Outcome<()> {
    let column = match tally {
        Tally::Supports => contribution::Column::SupportsCount,
        Tally::Comments => contribution::Column::CommentsCount,
    };
    scoped_update::<contribution::Entity>(scope)
        .col_expr(column, Expr::col(column).add(by))
        .filter(contribution::COLUMN.id.eq(id.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}

/// The instant and the identifier of a cursor, as [`Row::cursor`] writes them.
///
/// # Errors
/// `NotFound` for a text that no page gave.
pub fn instant_and_id(cursor: &str) -> Outcome<(DateTime<Utc>, uuid::Uuid)> {
    let (at, id) = cursor.split_once('_').ok_or(AppError::NotFound)?;
    let at = at.parse().ok().and_then(DateTime::from_timestamp_micros).ok_or(AppError::NotFound)?;
    Ok((at, id.parse().map_err(|_| AppError::NotFound)?))
}
