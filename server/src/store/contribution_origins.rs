//! From which contributions others were composed. A row is kept for every origin, also of what was composed before, so
//! that nobody has to walk back; rows are made with the contribution alone, so an origin is always there before.

use super::{
    OrUnavailable, Tx,
    entities::{comment, contribution, contribution_origin, report, support, synthesis_source},
    scoped::{scalar, scoped, scoped_delete, tenant},
};
use crate::auth::TenantScope;
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::{
    contribution::ContributionChannel,
    evaluation::{Combining, Evaluation},
    id::ContributionId,
    role::Role,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Asterisk, Condition, Expr, ExprTrait, Query, UnionType},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// That a contribution was composed from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    pub contribution: ContributionId,
    pub origin: ContributionId,
    /// Straight, not through another one that was composed before.
    pub direct: bool,
    pub kind: Combining,
    /// How the origin stood before.
    pub was: Evaluation,
    /// The office that did it.
    pub role: Role,
    pub at: DateTime<Utc>,
    pub reason: String,
}

impl TryFrom<contribution_origin::Model> for Link {
    type Error = AppError;

    fn try_from(row: contribution_origin::Model) -> Outcome<Self> {
        Ok(Self {
            contribution: ContributionId(row.contribution_id),
            origin: ContributionId(row.origin_id),
            direct: row.direct,
            kind: row.kind.parse().map_err(|_| AppError::Unavailable)?,
            was: row.was.parse().map_err(|_| AppError::Unavailable)?,
            role: row.role.parse().map_err(|_| AppError::Unavailable)?,
            at: row.made_at,
            reason: row.reason,
        })
    }
}

/// Keeps what was composed from what: `links` are the direct ones, to which those behind them are added.
///
/// # Errors
/// `Unavailable`.
pub async fn insert(tx: &Tx, scope: &TenantScope, links: &[Link]) -> Outcome<()> {
    let origins: Vec<_> = links.iter().map(|link| link.origin).collect();
    let before = behind(tx, scope, &origins).await?;
    let mut all: BTreeMap<_, Link> = BTreeMap::new();
    for link in links {
        all.insert((link.contribution, link.origin), link.clone());
    }
    for link in links {
        for older in before.iter().filter(|older| older.contribution == link.origin) {
            let farther = Link { origin: older.origin, direct: false, ..link.clone() };
            all.entry((link.contribution, older.origin)).or_insert(farther);
        }
    }
    let rows = all.into_values().map(|link| contribution_origin::ActiveModel {
        tenant_id: Set(tenant(scope)),
        contribution_id: Set(link.contribution.0),
        origin_id: Set(link.origin.0),
        direct: Set(link.direct),
        kind: Set(link.kind.code().into()),
        was: Set(link.was.code().into()),
        role: Set(link.role.code().into()),
        made_at: Set(link.at),
        reason: Set(link.reason),
    });
    contribution_origin::Entity::insert_many(rows).exec_without_returning(tx).await.or_unavailable()?;
    Ok(())
}

/// Everything that these contributions were composed from, straight or not.
///
/// # Errors
/// `Unavailable`.
pub async fn behind(tx: &Tx, scope: &TenantScope, of: &[ContributionId]) -> Outcome<Vec<Link>> {
    if of.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scoped::<contribution_origin::Entity>(scope)
        .filter(contribution_origin::COLUMN.contribution_id.is_in(of.iter().map(|one| one.0)))
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Link::try_from).collect()
}

/// What the contribution was composed from, and what was composed from it, straight or not.
///
/// # Errors
/// `Unavailable`.
pub async fn around(tx: &Tx, scope: &TenantScope, one: ContributionId) -> Outcome<Vec<Link>> {
    use contribution_origin::Column as C;
    let either = Condition::any().add(C::ContributionId.eq(one.0)).add(C::OriginId.eq(one.0));
    let rows = scoped::<contribution_origin::Entity>(scope).filter(either).all(tx).await.or_unavailable()?;
    rows.into_iter().map(Link::try_from).collect()
}

/// What was composed from these contributions, straight.
///
/// # Errors
/// `Unavailable`.
pub async fn made_of(tx: &Tx, scope: &TenantScope, origins: &[ContributionId]) -> Outcome<Vec<Link>> {
    let rows = scoped::<contribution_origin::Entity>(scope)
        .filter(contribution_origin::COLUMN.origin_id.is_in(origins.iter().map(|one| one.0)))
        .filter(contribution_origin::COLUMN.direct.eq(true))
        .all(tx)
        .await
        .or_unavailable()?;
    rows.into_iter().map(Link::try_from).collect()
}

/// How many different people wrote or supported what the contribution was composed from; what has no author any more, or
/// never had an account behind it, was written by one.
///
/// # Errors
/// `Unavailable`.
pub async fn people(tx: &Tx, scope: &TenantScope, of: ContributionId) -> Outcome<u32> {
    use contribution::Column as C;
    let origins = || {
        let rows = scoped::<contribution_origin::Entity>(scope);
        let rows = rows.filter(contribution_origin::COLUMN.contribution_id.eq(of.0));
        rows.select_only().column(contribution_origin::Column::OriginId).into_query()
    };
    let written = || scoped::<contribution::Entity>(scope).filter(C::Id.in_subquery(origins())).select_only();
    let mut known = written().filter(C::AuthorId.is_not_null()).column(C::AuthorId).into_query();
    let supported = scoped::<support::Entity>(scope)
        .filter(support::Column::ContributionId.in_subquery(origins()))
        .select_only()
        .column(support::Column::PersonId);
    known.union(UnionType::Distinct, supported.into_query());
    let known = Query::select().expr(Expr::col(Asterisk).count()).from_subquery(known, "known").to_owned();
    let unknown = written()
        .filter(C::AuthorId.is_null())
        .filter(C::Channel.ne(ContributionChannel::Composed.code()))
        .expr(Expr::col(Asterisk).count())
        .into_query();
    let question = Query::select().expr_as(scalar(known), "known").expr_as(scalar(unknown), "unknown").to_owned();
    let row = tx.query_one(&question).await.or_unavailable()?.ok_or(AppError::Unavailable)?;
    let counted = |column: &str| row.try_get::<Option<i64>>("", column).or_unavailable();
    let all = counted("known")?.unwrap_or(0) + counted("unknown")?.unwrap_or(0);
    Ok(u32::try_from(all).unwrap_or(u32::MAX))
}

/// Whether anybody supports, discusses or reported one of these contributions, or took it up in a synthesis or in
/// another one.
///
/// # Errors
/// `Unavailable`.
pub async fn touched(tx: &Tx, scope: &TenantScope, all: &[ContributionId]) -> Outcome<bool> {
    let ids = || all.iter().map(|one| one.0);
    let supported = scoped::<support::Entity>(scope)
        .filter(support::Column::ContributionId.is_in(ids()))
        .select_only()
        .expr(Expr::col(Asterisk).count());
    let discussed = scoped::<comment::Entity>(scope)
        .filter(comment::Column::ContributionId.is_in(ids()))
        .select_only()
        .expr(Expr::col(Asterisk).count());
    let reported = scoped::<report::Entity>(scope)
        .filter(report::Column::ContributionId.is_in(ids()))
        .select_only()
        .expr(Expr::col(Asterisk).count());
    let summed_up = scoped::<synthesis_source::Entity>(scope)
        .filter(synthesis_source::Column::ContributionId.is_in(ids()))
        .select_only()
        .expr(Expr::col(Asterisk).count());
    let composed = scoped::<contribution_origin::Entity>(scope)
        .filter(contribution_origin::Column::OriginId.is_in(ids()))
        .select_only()
        .expr(Expr::col(Asterisk).count());
    let all = [
        supported.into_query(),
        discussed.into_query(),
        reported.into_query(),
        summed_up.into_query(),
        composed.into_query(),
    ];
    let sum = all.into_iter().map(scalar).reduce(ExprTrait::add).ok_or(AppError::Unavailable)?;
    let question = Query::select().expr_as(sum, "touched").to_owned();
    let row = tx.query_one(&question).await.or_unavailable()?.ok_or(AppError::Unavailable)?;
    Ok(row.try_get::<Option<i64>>("", "touched").or_unavailable()?.unwrap_or(0) > 0)
}

/// Forgets from what these contributions were composed.
///
/// # Errors
/// `Unavailable`.
pub async fn forget(tx: &Tx, scope: &TenantScope, of: &[ContributionId]) -> Outcome<()> {
    scoped_delete::<contribution_origin::Entity>(scope)
        .filter(contribution_origin::COLUMN.contribution_id.is_in(of.iter().map(|one| one.0)))
        .exec(tx)
        .await
        .or_unavailable()?;
    Ok(())
}
