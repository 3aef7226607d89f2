//! Every text of a beat, reported or not: those that can be read, and those that are hidden.

use super::Beat;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        contributions::instant_and_id,
        entities::{comment, contribution},
        scoped::scoped,
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    contribution::{ModeratedKind, ModerationState},
    id::ContributionId,
};
use sea_orm::{
    ColumnTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Condition, Expr, ExprTrait},
};
use uuid::Uuid;

/// A text as a moderator reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub kind: ModeratedKind,
    pub id: Uuid,
    pub contribution: ContributionId,
    /// Title of the contribution, or of the one commented on.
    pub title: String,
    pub body: String,
    /// Of a contribution, where it is about.
    pub place: Option<String>,
    pub state: ModerationState,
    pub at: DateTime<Utc>,
}

impl Text {
    /// Where the page after this text starts.
    #[must_use]
    pub fn cursor(&self) -> String {
        format!("{}_{}", self.at.timestamp_micros(), self.id)
    }
}

/// At most `limit` texts of this kind of `beat`, hidden ones or the others, the newest first, from after `after` on.
///
/// # Errors
/// `NotFound` for an `after` that no page gave.
pub async fn texts(
    tx: &Tx,
    scope: &TenantScope,
    beat: &Beat,
    (kind, hidden): (ModeratedKind, bool),
    after: Option<&str>,
    limit: u64,
) -> Outcome<Vec<Text>> {
    let after = after.map(instant_and_id).transpose()?;
    match kind {
        ModeratedKind::Contribution => proposals(tx, scope, beat, hidden, after, limit).await,
        ModeratedKind::Comment => comments(tx, scope, beat, hidden, after, limit).await,
    }
}

async fn proposals(
    tx: &Tx,
    scope: &TenantScope,
    beat: &Beat,
    hidden: bool,
    after: Option<(DateTime<Utc>, Uuid)>,
    limit: u64,
) -> Outcome<Vec<Text>> {
    use contribution::Column as C;
    let mut select = scoped::<contribution::Entity>(scope).filter(contribution::COLUMN.visible.eq(!hidden));
    if hidden {
        // What waits to be read is not hidden: it stands in the queue.
        select = select.filter(contribution::COLUMN.moderation.eq(ModerationState::Hidden.code()));
    }
    if let Beat::Processes(ids) = beat {
        select = select.filter(C::ProcessId.is_in(ids.iter().map(|process| process.0)));
    }
    if let Some((at, id)) = after {
        let here = Expr::tuple([Expr::col(C::CreatedAt), Expr::col(C::Id)]);
        select = select.filter(here.lt(Expr::tuple([Expr::value(at), Expr::value(id)])));
    }
    let rows = select.order_by_desc(C::CreatedAt).order_by_desc(C::Id).limit(limit).all(tx).await.or_unavailable()?;
    let read = |row: contribution::Model| {
        Ok(Text {
            kind: ModeratedKind::Contribution,
            id: row.id,
            contribution: ContributionId(row.id),
            title: row.title,
            body: row.body,
            place: row.place,
            state: row.moderation.parse().map_err(|_| AppError::Unavailable)?,
            at: row.created_at,
        })
    };
    rows.into_iter().map(read).collect()
}

async fn comments(
    tx: &Tx,
    scope: &TenantScope,
    beat: &Beat,
    hidden: bool,
    after: Option<(DateTime<Utc>, Uuid)>,
    limit: u64,
) -> Outcome<Vec<Text>> {
    use comment::Column as C;
    let of = |column| Expr::col((comment::Entity, column));
    let on = Condition::all()
        .add(Expr::col((contribution::Entity, contribution::Column::TenantId)).equals((comment::Entity, C::TenantId)))
        .add(Expr::col((contribution::Entity, contribution::Column::Id)).equals((comment::Entity, C::ContributionId)));
    let mut select =
        scoped::<comment::Entity>(scope).select_also(contribution::Entity).filter(comment::COLUMN.visible.eq(!hidden));
    if hidden {
        select = select.filter(comment::COLUMN.moderation.eq(ModerationState::Hidden.code()));
    }
    if let Some(within) = beat.contributions(scope) {
        select = select.filter(of(C::ContributionId).in_subquery(within));
    }
    if let Some((at, id)) = after {
        let here = Expr::tuple([of(C::CreatedAt), of(C::Id)]);
        select = select.filter(here.lt(Expr::tuple([Expr::value(at), Expr::value(id)])));
    }
    QuerySelect::query(&mut select).inner_join(contribution::Entity, on);
    let rows = select.order_by_desc(C::CreatedAt).order_by_desc(C::Id).limit(limit).all(tx).await.or_unavailable()?;
    let read = |(row, on): (comment::Model, Option<contribution::Model>)| {
        Ok(Text {
            kind: ModeratedKind::Comment,
            id: row.id,
            contribution: ContributionId(row.contribution_id),
            title: on.map(|on| on.title).unwrap_or_default(),
            body: row.body,
            place: None,
            state: row.moderation.parse().map_err(|_| AppError::Unavailable)?,
            at: row.created_at,
        })
    };
    rows.into_iter().map(read).collect()
}
