//! Contributions that may say the same as one that is being written.

use super::{
    list::{Row, rows},
    search::{RARE, commonness},
    words::telling,
};
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{contribution, contribution_word},
        scoped::scoped,
    },
};
use app::error::Outcome;
use domain::id::ProcessId;
use sea_orm::{
    QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Asterisk, Expr, ExprTrait},
};
use uuid::Uuid;

/// Fewest words that two proposals share before one is shown for the other.
const SHARED: usize = 2;

/// At most `limit` public contributions of `process` that hold half of the words that tell what `title` is about, the
/// most alike first. Words that stand in very many texts are not counted.
///
/// # Errors
/// `Unavailable`.
pub async fn similar(tx: &Tx, scope: &TenantScope, process: ProcessId, title: &str, limit: u64) -> Outcome<Vec<Row>> {
    use contribution::Column as C;
    use contribution_word::Column as W;
    let mut words = telling(title);
    if words.len() < SHARED {
        return Ok(Vec::new());
    }
    let common = commonness(tx, scope, &words).await?;
    let mut counted = common.into_iter();
    words.retain(|_| counted.next().is_some_and(|count| count < RARE));
    if words.len() < SHARED {
        return Ok(Vec::new());
    }
    let least = words.len().div_ceil(2).max(SHARED);
    let same = Expr::col((contribution::Entity, C::Id)).equals((contribution_word::Entity, W::ContributionId));
    let here = scoped::<contribution::Entity>(scope)
        .filter(same)
        .filter(contribution::COLUMN.process_id.eq(process.0))
        .filter(contribution::COLUMN.visible.eq(true))
        .select_only()
        .column(C::Id)
        .into_query();
    let shared = || Expr::col(Asterisk).count();
    let found: Vec<(Uuid, i64)> = scoped::<contribution_word::Entity>(scope)
        .filter(contribution_word::COLUMN.word.is_in(words))
        .filter(Expr::exists(here))
        .select_only()
        .column(W::ContributionId)
        .expr_as(shared(), "shared")
        .group_by(W::ContributionId)
        .having(shared().gte(i64::try_from(least).unwrap_or(i64::MAX)))
        .order_by_desc(shared())
        .order_by_desc(W::ContributionId)
        .limit(limit)
        .into_tuple()
        .all(tx)
        .await
        .or_unavailable()?;
    let ids: Vec<Uuid> = found.into_iter().map(|(id, _)| id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = contribution::COLUMN.id.is_in(ids.clone());
    let mut alike = rows(tx, scoped::<contribution::Entity>(scope).filter(wanted)).await?;
    alike.sort_by_key(|row| ids.iter().position(|id| *id == row.id.0));
    Ok(alike)
}
