//! Comments on contributions.

mod own;
mod threads;

pub use own::{OwnComment, of_person};
pub use threads::{Start, Wanted, count_rows, page};

use super::{
    OrUnavailable, Tx,
    contributions::{Tally, tally},
    entities::{comment, person},
    scoped::{scoped, scoped_update, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    contribution::ModerationState,
    id::{CommentId, ContributionId, PersonId},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, QueryFilter, sea_query::Expr};
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A comment as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comment {
    pub id: CommentId,
    pub contribution: ContributionId,
    /// The comment below which it stands; none where it stands below the contribution itself.
    pub reply_to: Option<CommentId>,
    /// When the first comment of its thread was written.
    pub thread_at: DateTime<Utc>,
    /// None once the author erased the account.
    pub author: Option<PersonId>,
    pub body: String,
    pub moderation: ModerationState,
    pub created_at: DateTime<Utc>,
}

impl TryFrom<comment::Model> for Comment {
    type Error = AppError;

    fn try_from(row: comment::Model) -> Outcome<Self> {
        Ok(Self {
            id: CommentId(row.id),
            contribution: ContributionId(row.contribution_id),
            reply_to: row.thread_id.filter(|thread| *thread != row.id).map(CommentId),
            thread_at: row.thread_at.unwrap_or(row.created_at),
            author: row.author_id.map(PersonId),
            body: row.body,
            moderation: row.moderation.parse().map_err(|_| AppError::Unavailable)?,
            created_at: row.created_at,
        })
    }
}

impl Comment {
    /// The first comment of the thread that it stands in.
    #[must_use]
    pub fn thread(&self) -> CommentId {
        self.reply_to.unwrap_or(self.id)
    }
}

/// The comment with this id, whether or not it is public.
///
/// # Errors
/// `NotFound`.
pub async fn by_id(tx: &Tx, scope: &TenantScope, id: CommentId) -> Outcome<Comment> {
    let row = scoped::<comment::Entity>(scope).filter(comment::COLUMN.id.eq(id.0)).one(tx).await.or_unavailable()?;
    row.ok_or(AppError::NotFound)?.try_into()
}

/// Adds a public comment and counts it.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, new: &Comment) -> Outcome<()> {
    let row = comment::ActiveModel {
        tenant_id: Set(tenant(scope)),
        id: Set(new.id.0),
        contribution_id: Set(new.contribution.0),
        author_id: Set(new.author.map(|person| person.0)),
        body: Set(new.body.clone()),
        moderation: Set(new.moderation.code().into()),
        visible: Set(new.moderation.is_public()),
        created_at: Set(new.created_at),
        thread_id: Set(Some(new.thread().0)),
        thread_at: Set(Some(new.thread_at)),
    };
    row.insert(tx).await.or_unavailable()?;
    if new.moderation.is_public() {
        tally(tx, scope, new.contribution, Tally::Comments, 1).await?;
    }
    Ok(())
}

/// The names that these people chose to show.
///
/// # Errors
/// `Unavailable`.
pub async fn names(tx: &Tx, scope: &TenantScope, people: &[PersonId]) -> Outcome<BTreeMap<PersonId, String>> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = scoped::<person::Entity>(scope)
        .filter(person::COLUMN.id.is_in(people.iter().map(|person| person.0)))
        .all(tx)
        .await
        .or_unavailable()?;
    Ok(rows.into_iter().map(|row| (PersonId(row.id), row.name)).collect())
}

/// Stores where the comment stands with the moderator, and counts it if and only if it is public.
///
/// # Errors
/// `Conflict` when somebody moved it since `before`.
pub async fn moderate(tx: &Tx, scope: &TenantScope, before: &Comment, state: ModerationState) -> Outcome<()> {
    let done = scoped_update::<comment::Entity>(scope)
        .col_expr(comment::Column::Moderation, Expr::value(state.code()))
        .col_expr(comment::Column::Visible, Expr::value(state.is_public()))
        .filter(comment::COLUMN.id.eq(before.id.0))
        .filter(comment::COLUMN.moderation.eq(before.moderation.code()))
        .exec(tx)
        .await
        .or_unavailable()?;
    if done.rows_affected != 1 {
        return Err(AppError::Conflict);
    }
    match (before.moderation.is_public(), state.is_public()) {
        (true, false) => tally(tx, scope, before.contribution, Tally::Comments, -1).await,
        (false, true) => tally(tx, scope, before.contribution, Tally::Comments, 1).await,
        _ => Ok(()),
    }
}

/// Drops the author of everything that `person` commented.
///
/// # Errors
/// `Unavailable`.
pub async fn forget_author(tx: &Tx, scope: &TenantScope, person: PersonId) -> Outcome<()> {
    scoped_update::<comment::Entity>(scope)
        .col_expr(comment::Column::AuthorId, Expr::value(None::<Uuid>))
        .filter(comment::COLUMN.author_id.eq(person.0))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
