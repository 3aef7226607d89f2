//! Comments as their threads are read: thread after thread, and within each the oldest first.

use super::Comment;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{comment, person},
        scoped::scoped,
    },
};
use app::error::Outcome;
use domain::{
    contribution::{CommentOrder, ModerationState},
    id::{ContributionId, PersonId},
};
use sea_orm::{
    FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
use uuid::Uuid;

/// Where a page of comments starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    After(Comment),
    At(Comment),
}

/// Which comments are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub on: ContributionId,
    /// Who reads: their own are there in every state.
    pub reader: Option<PersonId>,
    pub order: CommentOrder,
    pub start: Option<Start>,
}

#[derive(FromQueryResult)]
struct Named {
    #[sea_orm(nested)]
    comment: comment::Model,
    author_name: Option<String>,
}

/// At most `limit` comments that have a place on the page, with the names that their authors chose to show.
///
/// # Errors
/// `Unavailable`.
pub async fn page(
    tx: &Tx,
    scope: &TenantScope,
    wanted: &Wanted,
    limit: u64,
) -> Outcome<Vec<(Comment, Option<String>)>> {
    use comment::Column as C;
    use person::Column as P;
    let of = |column| Expr::col((comment::Entity, column));
    let wrote = Condition::all()
        .add(Expr::col((person::Entity, P::TenantId)).equals((comment::Entity, C::TenantId)))
        .add(Expr::col((person::Entity, P::Id)).equals((comment::Entity, C::AuthorId)));
    let mut select = placed(scope, wanted).column_as(Expr::col((person::Entity, P::Name)), "author_name");
    let newest = wanted.order == CommentOrder::Newest;
    if let Some(start) = &wanted.start {
        let (Start::After(one) | Start::At(one)) = start;
        let thread = || Expr::tuple([of(C::ThreadAt), of(C::ThreadId)]);
        let this = || Expr::tuple([Expr::value(one.thread_at), Expr::value(one.thread().0)]);
        let here = Expr::tuple([of(C::CreatedAt), of(C::Id)]);
        let itself = Expr::tuple([Expr::value(one.created_at), Expr::value(one.id.0)]);
        let rest = if matches!(start, Start::After(_)) { here.gt(itself) } else { here.gte(itself) };
        let later = if newest { thread().lt(this()) } else { thread().gt(this()) };
        select = select.filter(Condition::any().add(later).add(thread().eq(this()).and(rest)));
    }
    QuerySelect::query(&mut select).left_join(person::Entity, wrote);
    let order = if newest { Order::Desc } else { Order::Asc };
    let select = select
        .order_by(C::ThreadAt, order.clone())
        .order_by(C::ThreadId, order)
        .order_by_asc(C::CreatedAt)
        .order_by_asc(C::Id)
        .limit(limit);
    let rows: Vec<Named> = select.into_model().all(tx).await.or_unavailable()?;
    rows.into_iter().map(|row| Ok((Comment::try_from(row.comment)?, row.author_name))).collect()
}

/// How many comments have a place on the page.
///
/// # Errors
/// `Unavailable`.
pub async fn count_rows(tx: &Tx, scope: &TenantScope, wanted: &Wanted) -> Outcome<u64> {
    placed(scope, wanted).count(tx).await.or_unavailable()
}

/// What everybody reads, what was hidden and keeps its place, and what the reader wrote.
fn placed(scope: &TenantScope, wanted: &Wanted) -> sea_orm::Select<comment::Entity> {
    let mine = wanted.reader.map_or(Uuid::nil(), |reader| reader.0);
    scoped::<comment::Entity>(scope).filter(comment::COLUMN.contribution_id.eq(wanted.on.0)).filter(
        Condition::any()
            .add(comment::COLUMN.visible.eq(true))
            .add(comment::COLUMN.moderation.eq(ModerationState::Hidden.code()))
            .add(comment::COLUMN.author_id.eq(mine)),
    )
}
