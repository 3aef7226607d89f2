//! What stands around one contribution, in one statement.

use super::Contribution;
use crate::{
    auth::TenantScope,
    store::{
        OrUnavailable, Tx,
        entities::{
            contribution, contribution_addition, contribution_read, contribution_receipt, contribution_return,
            contribution_version, follow, person, process, support, thematic_table,
        },
        processes::Process,
        scoped::{scalar, scoped, tenant},
    },
};
use app::error::{AppError, Outcome};
use chrono::{DateTime, Utc};
use domain::id::{ContributionId, PersonId};
use sea_orm::{
    ConnectionTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Asterisk, Condition, Expr, ExprTrait, Query},
};

/// The names that its page shows, and what the reader has to do with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// Name of the table.
    pub table: String,
    /// The name its author chose to show; none once the account was erased.
    pub author: Option<String>,
    pub supported: bool,
    pub following: bool,
    /// When the reader last read it.
    pub seen_at: Option<DateTime<Utc>>,
    /// Where staff wrote it down for somebody without an account.
    pub source: Option<String>,
    /// How many versions its words had before.
    pub versions: u32,
    /// How often its author added words.
    pub additions: u32,
    /// How many were composed from it and taken back.
    pub returns: u32,
}

/// What stands around `one` for the reader `me`.
///
/// # Errors
/// `Unavailable`.
pub async fn around(tx: &Tx, scope: &TenantScope, one: &Contribution, me: Option<PersonId>) -> Outcome<Around> {
    let (id, nobody) = (one.id.0, uuid::Uuid::nil());
    let reader = me.map_or(nobody, |me| me.0);
    let table = scoped::<thematic_table::Entity>(scope)
        .filter(thematic_table::COLUMN.id.eq(one.table.0))
        .select_only()
        .column(thematic_table::Column::Name);
    let author = scoped::<person::Entity>(scope)
        .filter(person::COLUMN.id.eq(one.author.map_or(nobody, |author| author.0)))
        .select_only()
        .column(person::Column::Name);
    let supported = scoped::<support::Entity>(scope)
        .filter(support::COLUMN.contribution_id.eq(id))
        .filter(support::COLUMN.person_id.eq(reader))
        .select_only()
        .column(support::Column::CreatedAt);
    let followed = scoped::<follow::Entity>(scope)
        .filter(follow::COLUMN.contribution_id.eq(id))
        .filter(follow::COLUMN.person_id.eq(reader))
        .select_only()
        .column(follow::Column::CreatedAt);
    let read = scoped::<contribution_read::Entity>(scope)
        .filter(contribution_read::COLUMN.contribution_id.eq(id))
        .filter(contribution_read::COLUMN.person_id.eq(reader))
        .select_only()
        .column(contribution_read::Column::SeenAt);
    let source = scoped::<contribution_receipt::Entity>(scope)
        .filter(contribution_receipt::COLUMN.contribution_id.eq(id))
        .select_only()
        .column(contribution_receipt::Column::Source);
    let versions = scoped::<contribution_version::Entity>(scope)
        .filter(contribution_version::COLUMN.contribution_id.eq(id))
        .select_only()
        .expr(Expr::col(Asterisk).count());
    let additions = scoped::<contribution_addition::Entity>(scope)
        .filter(contribution_addition::COLUMN.contribution_id.eq(id))
        .select_only()
        .expr(Expr::col(Asterisk).count());
    let returns = scoped::<contribution_return::Entity>(scope)
        .filter(contribution_return::COLUMN.contribution_id.eq(id))
        .select_only()
        .expr(Expr::col(Asterisk).count());
    let question = Query::select()
        .expr_as(scalar(table.into_query()), "table_name")
        .expr_as(scalar(author.into_query()), "author")
        .expr_as(scalar(supported.into_query()), "supported_at")
        .expr_as(scalar(followed.into_query()), "followed_at")
        .expr_as(scalar(read.into_query()), "seen_at")
        .expr_as(scalar(source.into_query()), "source")
        .expr_as(scalar(versions.into_query()), "versions")
        .expr_as(scalar(additions.into_query()), "additions")
        .expr_as(scalar(returns.into_query()), "returns")
        .to_owned();
    let row = tx.query_one(&question).await.or_unavailable()?.ok_or(AppError::Unavailable)?;
    let at = |column: &str| row.try_get::<Option<DateTime<Utc>>>("", column).or_unavailable();
    let counted = |column: &str| {
        let counted = row.try_get::<Option<i64>>("", column).or_unavailable();
        counted.map(|counted| counted.and_then(|counted| u32::try_from(counted).ok()).unwrap_or(0))
    };
    Ok(Around {
        table: row.try_get::<Option<String>>("", "table_name").or_unavailable()?.unwrap_or_default(),
        author: row.try_get("", "author").or_unavailable()?,
        supported: at("supported_at")?.is_some(),
        following: at("followed_at")?.is_some(),
        seen_at: at("seen_at")?,
        source: row.try_get("", "source").or_unavailable()?,
        versions: counted("versions")?,
        additions: counted("additions")?,
        returns: counted("returns")?,
    })
}

/// The contribution with this id, whether or not it is public, and its process.
///
/// # Errors
/// `NotFound`.
pub async fn with_process(tx: &Tx, scope: &TenantScope, id: ContributionId) -> Outcome<(Contribution, Process)> {
    let of = |column| Expr::col((process::Entity, column));
    let same = Condition::all()
        .add(of(process::Column::TenantId).eq(tenant(scope)))
        .add(of(process::Column::Id).equals((contribution::Entity, contribution::Column::ProcessId)));
    let mut query =
        scoped::<contribution::Entity>(scope).filter(contribution::COLUMN.id.eq(id.0)).select_also(process::Entity);
    QuerySelect::query(&mut query).inner_join(process::Entity, same);
    match query.one(tx).await.or_unavailable()? {
        Some((row, Some(process))) => Ok((row.try_into()?, process.try_into()?)),
        _ => Err(AppError::NotFound),
    }
}
