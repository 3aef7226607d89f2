//! What one person commented, for that person.

use super::Comment;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{comment, contribution},
        scoped::scoped,
    },
};
use app::error::{AppError, Outcome};
use domain::id::PersonId;
use sea_orm::{
    FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
use uuid::Uuid;

/// A comment with the proposal below which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnComment {
    pub comment: Comment,
    /// The title of the proposal, where its reader may see it.
    pub title: Option<String>,
    /// Comments of the proposal that everybody reads.
    pub among: u64,
}

#[derive(FromQueryResult)]
struct Below {
    #[sea_orm(nested)]
    comment: comment::Model,
    title: String,
    public: bool,
    wrote: Option<Uuid>,
    among: i32,
}

/// One page of what `person` commented, in every state, the newest first, from after the position `after` on; where
/// the next page starts comes last.
///
/// # Errors
/// `NotFound` for an `after` that no page gave.
pub async fn of_person(
    tx: &Tx,
    scope: &TenantScope,
    person: PersonId,
    after: Option<&str>,
    limit: usize,
) -> Outcome<(Vec<OwnComment>, Option<String>)> {
    use comment::Column as M;
    use contribution::Column as C;
    let of = |column| Expr::col((contribution::Entity, column));
    let below = Condition::all()
        .add(of(C::TenantId).equals((comment::Entity, M::TenantId)))
        .add(of(C::Id).equals((comment::Entity, M::ContributionId)));
    let mut select = scoped::<comment::Entity>(scope)
        .filter(comment::COLUMN.author_id.eq(person.0))
        .column_as(of(C::Title), "title")
        .column_as(of(C::Visible), "public")
        .column_as(of(C::AuthorId), "wrote")
        .column_as(of(C::CommentsCount), "among");
    if let Some(after) = after {
        let id: Uuid = after.parse().map_err(|_| AppError::NotFound)?;
        select = select.filter(comment::COLUMN.id.lt(id));
    }
    QuerySelect::query(&mut select).inner_join(contribution::Entity, below);
    let select = select.order_by_desc(M::Id).limit(limit as u64 + 1);
    let mut rows: Vec<Below> = select.into_model().all(tx).await.or_unavailable()?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|row| row.comment.id.to_string());
    let read = |row: Below| {
        Ok(OwnComment {
            comment: row.comment.try_into()?,
            title: (row.public || row.wrote == Some(person.0)).then_some(row.title),
            among: u64::try_from(row.among).unwrap_or(0),
        })
    };
    Ok((rows.into_iter().map(read).collect::<Outcome<_>>()?, next))
}
